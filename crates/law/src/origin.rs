//! What is asked for, where it comes from, and whether one must give it.

use notice::{Notice, Question, SectionId};

use super::{
    Date, Facts, Found, Outcome, Rule, Severity, found,
    text::{first, has, section},
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "SRC-01",
        title: "Where the data comes from",
        law: "Art. 14(2)(f)",
        severity: Severity::Error,
        remedy: "Name the sources, and say whether any of them is open to the public.",
        find: sources,
    },
    Rule {
        id: "SRC-02",
        title: "Which kinds of data",
        law: "Art. 14(1)(d)",
        severity: Severity::Error,
        remedy: "List the categories of data, all of them, in [[data]].",
        find: categories,
    },
    Rule {
        id: "STA-01",
        title: "Whether one must answer, and what if not",
        law: "Art. 13(2)(e)",
        severity: Severity::Warning,
        remedy: "Say for each part whether the law or a contract asks for the data, and what follows if it is not given.",
        find: must,
    },
];

fn sources(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let sources = section(notice, SectionId::Sources);
    let Some(source) = notice.sources.first() else {
        let message = "The notice speaks of other sources, and names none";
        return first(&sources, &[""]).map(|text| vec![Found::missing(message).at(text)]);
    };
    let details = notice
        .sources
        .iter()
        .filter_map(|source| source.detail.as_deref());
    let open = [
        "publicly accessible",
        "publicly available",
        "public source",
        "anyone can look up",
        "open to anyone",
    ];
    let told = details
        .chain(sources.iter().map(String::as_str))
        .any(|text| has(text, &open));
    let message = "Sources are named, but not whether any is open to the public";
    let weak = || Found {
        place: source.names.first().cloned(),
        ..Found::weak(message)
    };
    found((!told).then(weak))
}

fn categories(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    if notice.data.is_empty() {
        let message = "The notice does not list the kinds of data";
        return found([Found::missing(message)]);
    }
    let texts = section(notice, SectionId::Data);
    let open = [
        "some or all",
        "not complete",
        "not exhaustive",
        "among other",
        "and so on",
    ];
    found(
        first(&texts, &open)
            .map(|text| Found::weak("The list of data leaves open what is on it").at(text)),
    )
}

fn must(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let answers = notice
        .answers
        .iter()
        .filter(|it| it.question == Question::Must);
    let answers: Vec<&str> = answers.map(|it| it.text.as_str()).collect();
    let choice = section(notice, SectionId::Choice);
    let silent = |text: &&str| has(text, &["does not say", "not stated"]);
    let gap = answers.iter().copied().find(silent);
    let told: Vec<&str> = answers
        .iter()
        .copied()
        .chain(choice.iter().map(String::as_str))
        .filter(|text| !silent(text))
        .collect();
    let requirement = [
        "law",
        "legal",
        "statut",
        "contract",
        "agreement",
        "optional",
        "you need not",
        "no duty",
    ];
    found(if told.is_empty() {
        let missing = Found::missing("The notice does not say whether one must give the data");
        Some(gap.map_or(missing.clone(), |gap| missing.at(gap)))
    } else if let Some(gap) = gap {
        Some(Found::weak("Part of the notice does not say whether one must give the data").at(gap))
    } else {
        let named = told.iter().any(|text| has(text, &requirement));
        let message = "What follows is said, but not whether a law or a contract asks for the data";
        (!named).then(|| Found::weak(message).at(told[0]))
    })
}
