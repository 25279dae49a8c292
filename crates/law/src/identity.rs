//! Who decides, and whom to write to.

use notice::{Contact, Notice, Question};

use super::{
    Date, DatedFacts, Entry, Evidence, FactKind, Found, Mark, Mention, OnSource, Outcome, Reads,
    Rule, Severity, authority, found, joint, prose,
    text::{all, contacts},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "ID-01",
        title: "Who decides, and how to reach them",
        law: "Arts. 13(1)(a), 14(1)(a)",
        severity: Severity::Error,
        remedy: "Name the controller in notices/controllers.toml, with an address, a phone number or an e-mail, and its table in the notice’s `controller`.",
        question: "Which organisation decides how these details are used, and how can people reach it?",
        first_layer: Some(Question::Who),
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(joint_in_source),
        mention: Some(Mention {
            section: None,
            words: &["controller", "we are "],
            beside: &[],
        }),
        find: controller,
    },
    Rule {
        id: "DPO-01",
        title: "A way to reach the data protection officer",
        law: "Arts. 13(1)(b), 14(1)(b)",
        severity: Severity::Error,
        remedy: "Give the controller an `officer` in notices/controllers.toml, with an address, a phone number or an e-mail that works today.",
        question: "How can people reach the data protection officer today: by phone, by post or by e-mail?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::officer),
        mention: Some(Mention {
            section: None,
            words: &["data protection officer", "dpo@", " dpo "],
            beside: &[],
        }),
        find: officer,
    },
    Rule {
        id: "DPO-02",
        title: "No e-mail address at a retired domain",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Error,
        remedy: "Replace the address by one at a domain in use: in notices/controllers.toml, in the notice’s `officer`, or in its text.",
        question: "This e-mail address no longer works. Which one do you use now?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::Whole,
        mention: None,
        find: domains,
    },
];

fn controller(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let contact = &notice.controller.contact;
    let own = if contact.name.trim().is_empty() {
        Some(Found::missing("The notice does not say who decides"))
    } else if !contact.can_be_reached() {
        let message = format!("{} is named, but not how to reach it", contact.name);
        Some(Found::weak(message).at(&contact.name))
    } else {
        None
    };
    found(own.into_iter().chain(joint::unfinished(notice)))
}

/// Finds in a source text that two decide together, and not who of them answers for what, and that whoever decides could be
/// anybody, or is not told.
fn joint_in_source(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let anybody = prose::decided_by_anybody(notice).or_else(|| prose::decided_by_nobody(notice));
    found(joint::untold(&all(notice), &[]).into_iter().chain(anybody))
}

fn officer(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let Some(officer) = &notice.officer else {
        let name = &notice.controller.contact.name;
        // Only a public authority must have one whatever it does (Art. 37(1)(a); DPA 2018 s. 7).
        let ground = authority::ground_in(name, &all(notice), facts, at);
        let needed = name.is_empty() || ground.is_some_and(|it| it.evidence != Evidence::U);
        // The controller has one: it is the notice that says otherwise, as a draft does.
        let mut bodies = facts.bodies.iter();
        if bodies.any(|it| it.is_with_officer(&notice.controller)) {
            let message = format!(
                "The notice says that no data protection officer is stated, and {name} has one"
            );
            return found([Found {
                remedy: Some(TAKEN_AWAY),
                ..Found::missing(message)
            }]);
        }
        return found([if needed {
            Found::missing("No data protection officer is named")
        } else {
            Found::advice(
                "No data protection officer is named: whoever is no public authority needs one in some cases only (Art. 37(1)(b), (c))",
            )
        }]);
    };
    let contact = &officer.contact;
    if !contact.can_be_reached() {
        let message = "A data protection officer is named, but not how to reach them";
        let place = contact.note.as_ref().unwrap_or(&contact.name);
        return found([Found::missing(message).at(place)]);
    }
    found(retired(contact.email.as_deref(), facts, at))
}

/// What to do where a notice leaves out the officer that its controller has.
const TAKEN_AWAY: &str = "Take `officer = \"not stated\"` out of the notice, if the controller's officer answers for this service too; else write whom to reach: officer = { email = \"…\" }.";

fn domains(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let texts: Vec<String> = all(notice).iter().map(|text| unspelt(text)).collect();
    let written = texts.iter().flat_map(|text| addresses(text));
    let mut emails: Vec<&str> = contacts(notice)
        .filter_map(|contact| contact.email.as_deref())
        .chain(written)
        .collect();
    emails.sort_unstable();
    emails.dedup();
    if emails.is_empty() {
        return None;
    }
    found(emails.into_iter().filter_map(|email| {
        let found = retired(Some(email), facts, at);
        let found = found.or_else(|| of_an_ended_body(email, facts, at))?;
        Some(Found {
            entry: Some(match is_of_a_contact(notice, email) {
                true => Entry::Contact,
                false => Entry::Own(notice.controller.id.clone()),
            }),
            everywhere: true,
            ..found
        })
    }))
}

/// Says whether a notice gives an e-mail address as one to complain to, and as nobody else's: another controller may have the same,
/// and keep it.
fn is_of_a_contact(notice: &Notice, email: &str) -> bool {
    let is = |contact: &Contact| contact.email.as_deref() == Some(email);
    let officer = notice.officer.iter().map(|officer| &officer.contact);
    let mut own = notice.controllers().map(|it| &it.contact).chain(officer);
    let mut shared = notice.complaints.iter().chain(&notice.requests);
    shared.any(is) && !own.any(is)
}

/// Returns an e-mail address at the domain of a controller that has ended, as a site plans it.
fn of_an_ended_body(email: &str, facts: &DatedFacts, at: Date) -> Option<Found> {
    let (ended, domain) = facts.ended_domain(email, at)?;
    let message = format!(
        "{email} is at {domain}, a domain of {}, which decides until {}, as it is planned",
        ended.name, ended.until
    );
    Some(Found {
        remedy: Some(OLD),
        ..Found::weak(message).at(email)
    })
}

/// What to do about an address of a body that has ended.
const OLD: &str = "Give the successor’s address, or make sure that somebody still reads this one.";

/// Returns a text whose addresses are written as they are used: `dpo [at] council (dot) gov (dot) uk` hides one from machines.
fn unspelt(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut joins = false;
    let text = text.replace(" @ ", "@");
    let all: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| {
        word.trim_matches(['[', ']', '(', ')', '{', '}', '<', '>'])
            .to_lowercase()
    };
    for (place, word) in all.iter().enumerate() {
        // Without brackets "at" is a mark before a name that goes on with a dot.
        let named = all.get(place + 2).is_some_and(|next| bare(next) == "dot");
        let within = out.last().is_some_and(|last| last.contains('@'));
        let mark = match bare(word).as_str() {
            "at" if named || word.len() > 2 => "@",
            "dot" if within => ".",
            _ => "",
        };
        match out.last_mut() {
            Some(last) if joins || !mark.is_empty() => {
                last.push_str(if mark.is_empty() { word } else { mark });
            }
            _ => out.push((*word).to_owned()),
        }
        joins = !mark.is_empty();
    }
    let joined = out.join(" ");
    // `dpo[at]council[dot]gov[dot]uk`
    ["[", "(", "{"]
        .iter()
        .zip(["]", ")", "}"])
        .fold(joined, |text, (opens, closes)| {
            text.replace(&format!("{opens}at{closes}"), "@")
                .replace(&format!("{opens}dot{closes}"), ".")
        })
}

/// Lists the e-mail addresses that stand in a text.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|mark: char| mark.is_whitespace() || ",;()<>[]“”\"".contains(mark));
    let words = words.map(|word| word.trim_end_matches(['.', ':', '!', '?']));
    words
        .map(|word| word.strip_prefix("mailto:").unwrap_or(word))
        .filter(|word| word.split('@').filter(|half| !half.is_empty()).count() == 2)
}

/// Returns an e-mail address at a domain that is out of use.
fn retired(email: Option<&str>, facts: &DatedFacts, at: Date) -> Option<Found> {
    let email = email?;
    let domain = facts.outdated(FactKind::Domain, email, at)?;
    let message = format!(
        "{email} is at {}, which is out of use{}",
        domain.value,
        domain.remark()
    );
    Some(domain.finding(Mark::Outdated, message).at(email))
}

#[cfg(test)]
mod tests {
    use super::{addresses, unspelt};

    #[test]
    fn an_address_that_is_hidden_from_machines_is_read() {
        for (text, wanted) in [
            (
                "dpo [at] town [dot] gcsx [dot] gov [dot] uk.",
                Some("dpo@town.gcsx.gov.uk"),
            ),
            (
                "Write to dpo(at)town(dot)gov(dot)uk",
                Some("dpo@town.gov.uk"),
            ),
            (
                "dpo AT town DOT gsi DOT gov DOT uk",
                Some("dpo@town.gsi.gov.uk"),
            ),
            ("Meet us at town hall. Mind the dot on the map.", None),
        ] {
            let text = unspelt(text);
            assert_eq!(addresses(&text).next(), wanted, "{text}");
        }
    }
}
