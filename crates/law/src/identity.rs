//! Who decides, and whom to write to.

use notice::Notice;

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity, found,
    text::{contacts, reachable},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "ID-01",
        title: "Who decides, and how to reach them",
        law: "Arts. 13(1)(a), 14(1)(a)",
        severity: Severity::Error,
        remedy: "Name the controller in controllers.toml, with an address, a phone number or an e-mail.",
        find: controller,
    },
    Rule {
        id: "DPO-01",
        title: "A way to reach the data protection officer",
        law: "Arts. 13(1)(b), 14(1)(b)",
        severity: Severity::Error,
        remedy: "Give a way to reach the data protection officer that works today.",
        find: officer,
    },
    Rule {
        id: "DPO-02",
        title: "No e-mail address at a retired domain",
        law: "Art. 5(1)(d), accuracy",
        severity: Severity::Error,
        remedy: "Replace the address by one at a domain in use.",
        find: domains,
    },
];

fn controller(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let contact = &notice.controller.contact;
    found(if contact.name.trim().is_empty() {
        Some(Found::missing("The notice does not say who decides"))
    } else if !reachable(contact) {
        let message = format!("{} is named, but not how to reach it", contact.name);
        Some(Found::weak(message).at(&contact.name))
    } else {
        None
    })
}

fn officer(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let Some(officer) = &notice.officer else {
        return found([Found::missing("No data protection officer is named")]);
    };
    let contact = &officer.contact;
    if !reachable(contact) {
        let message = "A data protection officer is named, but not how to reach them";
        let place = contact.note.as_ref().unwrap_or(&contact.name);
        return found([Found::missing(message).at(place)]);
    }
    found(retired(contact.email.as_deref(), facts, at))
}

fn domains(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let mut emails: Vec<&str> = contacts(notice)
        .filter_map(|contact| contact.email.as_deref())
        .collect();
    emails.sort_unstable();
    emails.dedup();
    if emails.is_empty() {
        return None;
    }
    found(
        emails
            .into_iter()
            .filter_map(|email| retired(Some(email), facts, at)),
    )
}

/// An e-mail address at a domain that is out of use.
fn retired(email: Option<&str>, facts: &Facts, at: Date) -> Option<Found> {
    let email = email?;
    let domain = facts.outdated(Kind::Domain, email, at)?;
    let message = format!(
        "{email} is at {}, which is out of use{}",
        domain.value,
        domain.told()
    );
    Some(Found::wrong(message).at(email))
}
