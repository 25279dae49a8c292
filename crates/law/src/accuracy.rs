//! Laws rightly named, references that lead somewhere, and leftovers of the file a notice came from.

use notice::Notice;

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity,
    artefact::artefacts,
    found,
    text::{all, first, fold, has, links, marks, mentions},
};

pub(super) static RULES: [Rule; 4] = [
    Rule {
        id: "LAW-01",
        title: "Laws in force, rightly named",
        law: "Art. 5(1)(d), accuracy",
        severity: Severity::Error,
        remedy: "Name the law by the title it has today.",
        find: laws,
    },
    Rule {
        id: "LAW-02",
        title: "No fee, and one month",
        law: "Art. 12(3), (5)",
        severity: Severity::Error,
        remedy: "Say that a request is free of charge and is answered within a month.",
        find: fee,
    },
    Rule {
        id: "LNK-01",
        title: "References that lead somewhere",
        law: "Art. 12(1)",
        severity: Severity::Error,
        remedy: "Ask the service for the page's address, and link to it.",
        find: references,
    },
    Rule {
        id: "ART-01",
        title: "Nothing left over from another file",
        law: "house rule",
        severity: Severity::Error,
        remedy: "Remove what belonged to the page of another file, join what it split, and write the source's own words again.",
        find: leftovers,
    },
];

fn laws(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let mut list = Vec::new();
    for law in &notice.laws {
        if let Some(old) = facts.outdated(Kind::Law, law, at) {
            let message = format!("{} is not in force on {at}{}", old.value, old.told());
            list.push(Found::wrong(message).at(law));
        }
        for slip in facts.named(Kind::Misnomer, law) {
            let right = slip.now.as_deref().unwrap_or_default();
            let message = format!("“{law}” is called {right}");
            // Only capitals differ: a reader still finds it.
            let found = if fold(law) == fold(right) {
                Found::weak(message)
            } else {
                Found::wrong(message)
            };
            list.extend((law != right).then(|| found.at(law)));
        }
    }
    let texts = all(notice);
    let unnamed = [
        "law on data protection",
        "data protection legislation",
        "data protection law",
    ];
    let names = notice
        .laws
        .iter()
        .any(|law| mentions(law, "data protection"));
    if let (false, Some(text)) = (names, first(&texts, &unnamed)) {
        list.push(Found::weak("The law on data protection is spoken of, and not named").at(text));
    }
    found(list)
}

fn fee(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice);
    let old = texts
        .iter()
        .filter(|text| has(text, &["£10", "40 days", "40 calendar days"]));
    let list: Vec<Found> = old
        .map(|text| Found::wrong("The £10 fee and the 40 days ended with the Act of 1998").at(text))
        .collect();
    (!list.is_empty()).then_some(list)
}

fn references(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice);
    let officer = notice
        .officer
        .as_ref()
        .and_then(|it| it.contact.note.as_deref());
    let words = [
        "gives no address for that",
        "click here",
        "details opposite",
        "see overleaf",
    ];
    let dead = texts
        .iter()
        .map(String::as_str)
        .filter(|text| has(text, &words))
        .chain(officer.filter(|note| has(note, &["gives no address"])))
        .map(|text| Found::wrong("Something is pointed at that a reader cannot reach").at(text));
    let empty = links(notice)
        .filter(|(_, url)| url.ends_with('#') || url.contains("example."))
        .map(|(_, url)| Found::wrong("This link leads nowhere").at(url));
    let mut list: Vec<Found> = dead.chain(empty).collect();
    list.dedup();
    found(list)
}

fn leftovers(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice).join("\n\n");
    let list = artefacts(&texts)
        .into_iter()
        .filter(|artefact| artefact.is_page());
    let marked = marks(notice).map(|mark| {
        Found::wrong("The import left this for you to write again in plain words").at(mark)
    });
    let list: Vec<Found> = list
        .map(|it| Found::wrong(it.message).at(&it.text))
        .chain(marked)
        .collect();
    (!list.is_empty()).then_some(list)
}
