//! The two ways to complain: to the controller, and to the regulator.

use notice::{Contact, Notice};

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity, found,
    text::{all, has, mentions, reachable, sentences},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "CMP-01",
        title: "Complaints to the controller",
        law: "Art. 13(2)(ca), DPA 2018 s. 164A",
        severity: Severity::Error,
        remedy: "Offer an electronic form (web = { text = \"…\", url = \"https://…\" } in the [[complaint]]) and another way to complain to the controller, and say that each complaint is acknowledged within 30 days.",
        find: controller,
    },
    Rule {
        id: "CMP-02",
        title: "Complaints to the regulator",
        law: "Arts. 13(2)(d), 14(2)(e), DPA 2018 s. 165",
        severity: Severity::Error,
        remedy: "Say in one sentence that people may complain to the regulator, and name it.",
        find: regulator,
    },
    Rule {
        id: "CMP-03",
        title: "The regulator as it is today",
        law: "Art. 5(1)(d), accuracy",
        severity: Severity::Warning,
        remedy: "Use the regulator's name of today wherever it is named, and give a way to reach it, in controllers.toml.",
        find: current,
    },
];

fn is_regulator(contact: &Contact, facts: &Facts) -> bool {
    facts.named(Kind::Regulator, &contact.name).next().is_some()
}

fn controller(notice: &Notice, facts: &Facts, _: Date) -> Outcome {
    let own = |contact: &&Contact| !is_regulator(contact, facts) && reachable(contact);
    let Some(own) = notice.complaints.iter().find(own) else {
        let message = "The notice gives no way to complain to the controller";
        return found([Found::missing(message)]);
    };
    let lacks = [
        (own.web.is_none(), "an electronic form"),
        (
            own.address.is_empty() && own.phones.is_empty() && own.email.is_none(),
            "a second way",
        ),
        (
            !all(notice).iter().any(|text| mentions(text, "30 days")),
            "the 30 days for an acknowledgement",
        ),
    ];
    let lacks: Vec<&str> = lacks
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, what)| what)
        .collect();
    let message = || {
        format!(
            "The way to complain to the controller lacks {}",
            lacks.join(" and ")
        )
    };
    found((!lacks.is_empty()).then(|| Found::weak(message()).at(&own.name)))
}

fn regulator(notice: &Notice, facts: &Facts, _: Date) -> Outcome {
    let named = notice
        .complaints
        .iter()
        .find(|contact| is_regulator(contact, facts));
    let note = named.and_then(|contact| contact.note.as_deref());
    let told = note.is_some_and(|note| has(note, &["complain"]))
        || all(notice).iter().any(|text| {
            sentences(text).any(|sentence| {
                has(sentence, &["complain"])
                    && facts.named(Kind::Regulator, sentence).next().is_some()
            })
        });
    found(match named {
        _ if told => None,
        Some(contact) => {
            let message = "The regulator is named, but not that people may complain to it";
            Some(Found::weak(message).at(&contact.name))
        }
        None => Some(Found::missing(
            "The notice does not say that people may complain to the regulator",
        )),
    })
}

fn current(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let mut named = notice
        .complaints
        .iter()
        .filter(|contact| is_regulator(contact, facts))
        .peekable();
    let texts = all(notice);
    let old = texts
        .iter()
        .map(|text| (text, facts.outdated(Kind::Regulator, text, at)));
    let told: Vec<_> = old.filter_map(|(text, name)| Some((text, name?))).collect();
    if named.peek().is_none() && told.is_empty() {
        return None;
    }
    let told = told.first().map(|(text, name)| {
        let texts = match told.len() {
            1 => String::new(),
            many => format!(" in {many} texts"),
        };
        let message = format!(
            "The regulator is called “{}”{texts}{}",
            name.value,
            name.told()
        );
        Found::wrong(message).at(text)
    });
    let contacts: Vec<Found> = named
        .flat_map(|contact| {
            let old = facts.outdated(Kind::Regulator, &contact.name, at);
            let old = old.map(|name| {
                format!(
                    "“{}” is not the regulator's name on {at}{}",
                    name.value,
                    name.told()
                )
            });
            let lost =
                (!reachable(contact)).then(|| format!("No way to reach {} is given", contact.name));
            old.into_iter()
                .chain(lost)
                .map(|message| Found::wrong(message).at(&contact.name))
                .collect::<Vec<_>>()
        })
        .collect();
    found(contacts.into_iter().chain(told))
}
