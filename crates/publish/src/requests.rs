//! The messages of the rights helper: the law of a day and the facts of a notice, put into words.

use law::{Date, DatedFacts, FactKind};
use notice::{
    Contact, Notice, RightId,
    request::{ContactPoint, Mail, Message, Requests},
    strings::{Strings, Text},
};
use source::parse::{NoTexts, Source};

/// The law of a day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Law<'a> {
    pub facts: &'a DatedFacts,
    pub at: Date,
}

/// Lists what people can ask for under one of the notices of `source`.
///
/// # Errors
/// When the base language has no texts.
pub(crate) fn of(source: &Source, notice: &Notice, law: Law) -> Result<Option<Requests>, NoTexts> {
    let base = source.texts(&source.base)?;
    let original = source.notices.iter().find(|other| other.id == notice.id);
    let original = original.filter(|_| notice.lang != source.base);
    let original = original.map(|original| (original, base));
    Ok(requests(notice, source.texts(&notice.lang)?, original, law))
}

/// Lists what people can ask for under a notice, in the words of its language; a translation's messages say the same in
/// the base language below, for the people who answer. Only rights that the notice gives are there, and a complaint only where it
/// names a way to complain to the controller and the law gave one by then (DPA 2018 s. 164A).
fn requests(
    notice: &Notice,
    t: &Strings,
    original: Option<(&Notice, &Strings)>,
    law: Law,
) -> Option<Requests> {
    let desk = |contact: Option<&Contact>| desk(notice, contact, law);
    let officer = notice.officer.as_ref().map(|officer| &officer.contact);
    let own = [officer, Some(&notice.controller.contact)];
    let reached = std::iter::once(notice.requests.as_ref())
        .chain(own)
        .flatten()
        .find(|contact| contact.can_be_reached());
    let general = desk(reached);

    let mut messages: Vec<Message> = notice
        .rights
        .iter()
        .map(|right| {
            let ask = ask(right.id);
            let below = original.map(|(original, words)| {
                let same = original.rights.iter().find(|other| other.id == right.id);
                let name = same.map_or(&right.name, |same| &same.name);
                letter(original, words, ask, Text::MessageTerms, Some(name))
            });
            let own = letter(notice, t, ask, Text::MessageTerms, Some(&right.name));
            let terms = t.get(Text::RequestTerms);
            message(right.id.id(), &right.name, terms, own, below)
        })
        .collect();

    let own = notice.complaints.iter().find(|to| {
        to.can_be_reached()
            && law
                .facts
                .named(FactKind::Regulator, &to.name)
                .next()
                .is_none()
    });
    if let Some(own) = own
        && law.facts.is_duty("CMP-01", law.at)
    {
        let (ask, terms) = (Text::AskComplaint, Text::MessageTermsComplaint);
        let below = original.map(|(original, words)| letter(original, words, ask, terms, None));
        let words = letter(notice, t, ask, terms, None);
        let (name, terms) = (t.get(Text::Complain), t.get(Text::ComplaintTerms));
        let mut complaint = message("complaint", name, terms, words, below);
        let there = desk(Some(own));
        let same = |one: &Contact, other: &Contact| {
            (&one.email, &one.phones, &one.address) == (&other.email, &other.phones, &other.address)
        };
        complaint.desk = (!reached.is_some_and(|reached| same(reached, own))).then_some(there);
        messages.push(complaint);
    }
    (!messages.is_empty()).then_some(Requests {
        desk: general,
        messages,
        twice: original.is_some(),
    })
}

/// Names what one asks for by a right.
fn ask(right: RightId) -> Text {
    match right {
        RightId::Access => Text::AskAccess,
        RightId::Rectification => Text::AskRectification,
        RightId::Erasure => Text::AskErasure,
        RightId::Restriction => Text::AskRestriction,
        RightId::Portability => Text::AskPortability,
        RightId::Objection => Text::AskObjection,
        RightId::AutomatedDecisions => Text::AskAutomatedDecisions,
    }
}

fn desk(notice: &Notice, contact: Option<&Contact>, law: Law) -> ContactPoint {
    let mut contact = contact.cloned();
    let email = contact.as_ref().and_then(|contact| contact.email.clone());
    let mail = match email {
        Some(email)
            if law
                .facts
                .outdated(FactKind::Domain, &email, law.at)
                .is_none() =>
        {
            Mail::Works(email)
        }
        Some(_) => Mail::Retired,
        None => Mail::NotStated,
    };
    if let Some(contact) = &mut contact {
        // What it says of the contact in general stands with the contact itself.
        contact.note = None;
        if mail == Mail::Retired {
            contact.email = None;
        }
    }
    ContactPoint {
        controller: notice.controller.contact.name.clone(),
        contact,
        mail,
    }
}

/// Writes subject and body in one language; without the name of a right it is a complaint.
fn letter(
    notice: &Notice,
    t: &Strings,
    ask: Text,
    terms: Text,
    right: Option<&String>,
) -> [String; 2] {
    let subject = match right {
        Some(right) => t.get(Text::MessageSubject).replace("{right}", right),
        None => t.get(Text::MessageSubjectComplaint).to_owned(),
    };
    let about = format!("{} ({}@{})", notice.title, notice.id, notice.version);
    let body = t
        .get(Text::Message)
        .replace("{controller}", &notice.controller.contact.name)
        .replace("{ask}", t.get(ask))
        .replace("{notice}", &about)
        .replace("{terms}", t.get(terms));
    [
        subject.replace("{notice}", &notice.title),
        body.trim().to_owned(),
    ]
}

fn message(
    id: &str,
    name: &str,
    terms: &str,
    [subject, body]: [String; 2],
    below: Option<[String; 2]>,
) -> Message {
    let (subject, body) = match below {
        // People who sort the post there read the subject first.
        Some([theirs, below]) => (theirs, format!("{body}\n\n* * *\n\n{below}")),
        None => (subject, body),
    };
    Message {
        id: id.to_owned(),
        name: name.to_owned(),
        terms: terms.to_owned(),
        subject,
        body,
        desk: None,
    }
}

#[cfg(test)]
mod tests;
