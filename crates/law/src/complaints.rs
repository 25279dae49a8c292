//! The two ways to complain: to the controller, and to the regulator.

use notice::{Contact, Notice};

use super::{
    Date, DatedFacts, FactKind, Found, Mark, Mention, OnSource, Outcome, Reads, Rule, Severity,
    acknowledging::acknowledges,
    bodies::other_than,
    complain_first, found,
    history::is_history,
    prose,
    text::{all, has, mentions, sentences, statements, words},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "CMP-01",
        title: "Complaints to the controller",
        law: "Arts. 13(2)(ca), 14(2)(da), DPA 2018 s. 164A",
        severity: Severity::Error,
        remedy: "Say that people can complain to the controller as well as to the regulator, and give the controller a [[complaint]] with a way that works, such as a form or an e-mail address; it is good to add that each complaint is acknowledged within 30 days and its outcome told without undue delay.",
        question: "Where can people complain to you about how you use their details?",
        first_layer: None,
        reads: Reads::English(&[Mark::Missing, Mark::Wrong]),
        on_source: OnSource::Sentences(prose::controller),
        mention: Some(Mention {
            section: None,
            words: &["complain"],
            beside: &[],
        }),
        find: controller,
    },
    Rule {
        id: "CMP-02",
        title: "Complaints to the regulator",
        law: "Arts. 13(2)(d), 14(2)(e), DPA 2018 s. 165",
        severity: Severity::Error,
        remedy: "Say in one sentence that people may complain to the regulator, and name it in a [[complaint]].",
        question: "May we add that people can complain to the regulator? The law asks for it.",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Sentences(prose::regulator),
        mention: Some(Mention {
            section: None,
            words: &[
                "information commission",
                "ico.org.uk",
                " ico ",
                " ico.",
                "(ico)",
            ],
            beside: &[
                // A regulator is named for other reasons too: who is registered with it says nothing of complaints.
                "complain",
                "unhappy",
                "not happy",
                "concern",
                "dissatisfied",
                "contact",
                "appeal",
                "raise",
            ],
        }),
        find: regulator,
    },
    Rule {
        id: "CMP-03",
        title: "The regulator as it is today",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Warning,
        remedy: "Give the regulator its name of today, and a way to reach it that works today, in its contact in notices/controllers.toml and wherever else it is named.",
        question: "Where else do you name the regulator by its old name or address: on forms, in letters?",
        first_layer: None,
        reads: Reads::NAMES,
        on_source: OnSource::Whole,
        mention: None,
        find: current,
    },
];

fn is_regulator(contact: &Contact, facts: &DatedFacts) -> bool {
    facts
        .named(FactKind::Regulator, &contact.name)
        .next()
        .is_some()
}

/// What to do about a contact of another body.
const OWN: &str = "Give the notice a [[complaint]] with a contact of whoever decides: if the present one is in a shared file, leave that out of `shared`. Where the other body takes these complaints too, name both in the contact's `name` or `note`.";

/// Lists the contacts for complaints that are another body's than the controller's.
fn misdirected(notice: &Notice, facts: &DatedFacts) -> Vec<Found> {
    let contacts = notice.complaints.iter();
    let contacts = contacts.filter(|it| !is_regulator(it, facts));
    let wrong = contacts.filter_map(|contact| {
        let controller = &notice.controller;
        let officer = notice.officer.as_ref();
        let other = other_than(controller, officer, contact, &facts.bodies)?;
        // Whoever decides together with it takes complaints as it does.
        if notice.joint.iter().any(|it| it.contact.name == other) {
            return None;
        }
        let message = format!(
            "The notice sends complaints to {other}, and {} decides",
            controller.contact.name
        );
        Some(Found {
            remedy: Some(OWN),
            ..Found::wrong(message).at_contact(contact)
        })
    });
    wrong.collect()
}

fn controller(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let misdirected = misdirected(notice, facts);
    if !misdirected.is_empty() {
        return Some(misdirected);
    }
    let mut own = notice
        .complaints
        .iter()
        .filter(|it| !is_regulator(it, facts))
        .peekable();
    let first = own.peek().copied();
    // What is told in a paragraph is told.
    let told = || {
        all(notice).iter().any(|text| {
            statements(text)
                .iter()
                .any(|it| about_data(it) && to_controller(it, facts))
        })
    };
    if first.is_none() && told() {
        return found([]);
    }
    let Some(contact) = own.find(|it| works(it, facts, at)) else {
        let message = "The notice gives no way that works to complain to the controller";
        let missing = Found::missing(message);
        return found([match first {
            Some(contact) => missing.at_contact(contact),
            None => missing,
        }]);
    };
    // What stands beside the regulator speaks of complaining there.
    let regulators = notice
        .complaints
        .iter()
        .filter(|it| is_regulator(it, facts));
    let theirs: Vec<&str> = regulators.filter_map(|it| it.note.as_deref()).collect();
    let mut texts = all(notice);
    texts.retain(|text| !theirs.contains(&text.as_str()));
    if !invites(contact)
        && !texts
            .iter()
            .any(|text| sentences(text).any(|it| to_controller(it, facts)))
    {
        let message = "A contact is given, but not that people can complain to the controller";
        return found([Found::weak(message).at_contact(contact)]);
    }
    let times = texts.iter().any(|text| acknowledges(text, facts));
    let message = "The notice does not say that a complaint is acknowledged within 30 days: no required content, but good to know (advice)";
    found((!times).then(|| Found::advice(message).at_contact(contact)))
}

/// Says whether a contact can be reached on the day, by anything but an address that is out of use.
fn works(contact: &Contact, facts: &DatedFacts, at: Date) -> bool {
    let retired = |email: &String| facts.outdated(FactKind::Domain, email, at).is_some();
    contact.can_be_reached()
        && (!contact.address.is_empty()
            || !contact.phones.is_empty()
            || contact.web.is_some()
            || contact.email.as_ref().is_some_and(|email| !retired(email)))
}

const UNHAPPY: [&str; 16] = [
    "complain",
    "grievance",
    "unhappy",
    "not happy",
    "dissatisfied",
    "not satisfied",
    "not content",
    "worried about how",
    "worried that",
    "concerned that",
    "concerned about how",
    "not be happy",
    "mishandled",
    "got something wrong",
    "a concern",
    "your concern",
];

/// Says whether a sentence is about what is done with data, and says what to do.
fn about_data(sentence: &str) -> bool {
    let data = [
        "your data",
        "your information",
        "your details",
        "your personal",
        "personal data",
        "personal information",
        "data protection",
        "privacy",
        // "Worried that we have shared something…"
        "we have shared",
        "we shared",
        "we have lost",
    ];
    let ways = [
        "speak to",
        "talk to",
        "contact",
        "write to",
        "email",
        "e-mail",
        "tell ",
        "call ",
        "ring ",
        "phone",
        "@",
        "our form",
        "online form",
        "bring it",
        "raise it",
        "put it right",
        "wants to hear",
        "want to hear",
        "like to hear",
    ];
    let number = sentence
        .split_whitespace()
        .any(|it| it.len() > 4 && it.starts_with('0'));
    has(sentence, &data) && (has(sentence, &ways) || number)
}

/// Says whether a contact itself says that it takes complaints.
fn invites(contact: &Contact) -> bool {
    let web = contact.web.as_ref().map(|web| web.text.as_str());
    [contact.note.as_deref(), Some(contact.name.as_str()), web]
        .into_iter()
        .flatten()
        .any(|text| has(text, &UNHAPPY))
}

/// Says whether a sentence says that one can complain to the controller, and not to the regulator alone.
fn to_controller(sentence: &str, facts: &DatedFacts) -> bool {
    let ours = [
        "us",
        "our",
        "data protection officer",
        "the council",
        "the trust",
        "the school",
    ];
    has(sentence, &UNHAPPY)
        && (facts.named(FactKind::Regulator, sentence).next().is_none()
            || ours.iter().any(|us| mentions(sentence, us))
            // Whoever has an address of their own beside the regulator's is written to first.
            || (sentence.contains('@') && !has(sentence, &["@ico."])))
}

fn regulator(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let named = notice
        .complaints
        .iter()
        .find(|contact| is_regulator(contact, facts));
    let note = named.and_then(|contact| contact.note.as_deref());
    let told = note.is_some_and(|note| has(note, &["complain"]))
        || all(notice).iter().any(|text| {
            statements(text).iter().any(|sentence| {
                has(sentence, &UNHAPPY)
                    && facts.named(FactKind::Regulator, sentence).next().is_some()
                    && !is_history(sentence)
            })
        });
    let gap = match named {
        _ if told => None,
        Some(contact) => {
            let message = "The regulator is named, but not that people may complain to it";
            Some(Found::weak(message).at_contact(contact))
        }
        None => Some(Found::missing(
            "The notice does not say that people may complain to the regulator",
        )),
    };
    let texts = all(notice);
    let shut = texts.iter().filter(|text| complain_first::makes_regulator_wait(text, facts)).map(|text| {
        let message = "People may complain to the regulator, and the notice has them complain to the controller first";
        Found { remedy: Some(complain_first::FIRST), ..Found::wrong(message).at(text) }
    });
    found(
        gap.into_iter()
            .chain(shut)
            .chain(facts.old_citations("CMP-02", &all(notice), at)),
    )
}

/// Says whether a text names the Scottish commissioner for information, who goes on, and no other.
fn is_another(text: &str) -> bool {
    let text = words(text).join(" ");
    let own = text.matches("information commissioner").count();
    own > 0 && own == text.matches("scottish information commissioner").count()
}

fn current(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let mut named = notice
        .complaints
        .iter()
        .filter(|contact| is_regulator(contact, facts))
        .peekable();
    let texts = all(notice);
    let old = texts
        .iter()
        .filter(|text| !is_another(text))
        .map(|text| (text, facts.outdated(FactKind::Regulator, text, at)))
        .filter(|(text, name)| name.is_none_or(|name| name.is_of_today(text)));
    let told: Vec<_> = old.filter_map(|(text, name)| Some((text, name?))).collect();
    // An old address beside a name that is still right.
    let moved_away = facts.dead(FactKind::Address, &texts, at);
    if named.peek().is_none() && told.is_empty() && moved_away.is_empty() {
        return None;
    }
    let told = told.into_iter().map(|(text, name)| {
        let message = format!("The regulator is called “{}”{}", name.value, name.remark());
        name.finding(Mark::Outdated, message).at(text)
    });
    let moved = notice.complaints.iter().filter_map(|contact| {
        let address = contact.address.join(", ");
        let old = facts.outdated(FactKind::Address, &address, at)?;
        let message = format!("“{}” is not an address of today{}", old.value, old.remark());
        Some(
            old.finding(Mark::Outdated, message)
                .at(contact.address.first()?),
        )
    });
    // Where the contact has an address of its own, one of the two is wrong, whatever is known of either.
    let given = notice.complaints.iter().any(|contact| {
        let address = contact.address.join(", ");
        is_regulator(contact, facts)
            && !address.is_empty()
            && facts.named(FactKind::Address, &address).next().is_none()
    });
    let written = moved_away.into_iter().map(|(old, text)| {
        if given {
            let message = format!(
                "“{}” is not the address that the contact of the regulator gives",
                old.value
            );
            return Found::outdated(message).at(text);
        }
        let message = format!("“{}” is not an address of today{}", old.value, old.remark());
        old.finding(Mark::Outdated, message).at(text)
    });
    let contacts: Vec<Found> = named
        .flat_map(|contact| {
            let old = facts.outdated(FactKind::Regulator, &contact.name, at);
            let old = old.map(|name| {
                let message = format!(
                    "“{}” is not the regulator's name on {at}{}",
                    name.value,
                    name.remark()
                );
                name.finding(Mark::Outdated, message)
            });
            let lost = (!contact.can_be_reached())
                .then(|| Found::wrong(format!("No way to reach {} is given", contact.name)));
            old.into_iter()
                .chain(lost)
                .map(|found| found.at_contact(contact))
                .collect::<Vec<_>>()
        })
        .collect();
    found(contacts.into_iter().chain(told).chain(moved).chain(written))
}
