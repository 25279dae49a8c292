//! Laws rightly named, references that lead somewhere, and leftovers of the file a notice came from.

use notice::{Notice, SectionId};

use super::{
    Date, Facts, Found, Kind, Mark, Outcome, Rule, Severity,
    artefact::artefacts,
    found,
    text::{all, first, fold, has, links, marks, mentions},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "LAW-01",
        title: "Laws in force, rightly named",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Error,
        remedy: "Name the law by the title it has today.",
        find: laws,
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
    // A law that is listed is named as the law of today; prose may tell of another day's.
    let texts: Vec<String> = notice.laws.iter().cloned().chain(all(notice)).collect();
    let old = facts.dead(Kind::Law, &texts, at).into_iter();
    let mut list: Vec<Found> = old
        .map(|(old, text)| {
            let message = format!("{} is not in force on {at}{}", old.value, old.told());
            old.finding(Mark::Wrong, message).at(text)
        })
        .collect();
    list.extend(misnomers(&texts, facts));
    let unnamed = [
        "law on data protection",
        "data protection legislation",
        "data protection law",
    ];
    let names = texts.iter().any(|text| {
        [
            "data protection act",
            "data protection 2018",
            "gdpr",
            "general data protection regulation",
        ]
        .iter()
        .any(|law| mentions(text, law))
    });
    if let (false, Some(text)) = (names, first(&texts, &unnamed)) {
        list.push(Found::weak("The law on data protection is spoken of, and not named").at(text));
    }
    found(list)
}

/// Wrong names of laws, each once.
fn misnomers(texts: &[String], facts: &Facts) -> Vec<Found> {
    let mut seen: Vec<&str> = Vec::new();
    let mut list = Vec::new();
    for (slip, text) in facts.naming(Kind::Misnomer, texts) {
        let right = slip.now.as_deref().unwrap_or_default();
        if text.contains(right) || seen.contains(&slip.value.as_str()) || !slip.is_of_today(text) {
            continue;
        }
        seen.push(&slip.value);
        // Only capitals differ: a reader still finds it.
        let mark = if fold(&slip.value) == fold(right) {
            Mark::Weak
        } else {
            Mark::Wrong
        };
        let message = format!("“{}” is called {right}", slip.value);
        list.push(slip.finding(mark, message).at(text));
    }
    list
}

fn references(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
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
    // The page about cookies is a rule's of its own.
    let gone = links(notice)
        .filter(|(section, _)| *section != SectionId::Cookies)
        .filter_map(|(_, url)| {
            let page = facts
                .named(Kind::DeadPage, url)
                .find(|page| page.holds(at))?;
            let message = format!("The page that this leads to is not there{}", page.told());
            Some(page.finding(Mark::Wrong, message).at(url))
        });
    let mut list: Vec<Found> = dead.chain(empty).chain(gone).collect();
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
