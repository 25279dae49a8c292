//! What is asked for, where it comes from, and whether one must give it.

use notice::{Answer, Notice, Question, SectionId};

use super::{
    Date, DatedFacts, Found, Mark, Mention, OnSource, Outcome, Reads, Rule, Severity,
    anybody::is_anybody,
    found, prose,
    text::{all, denies, first, has, section, sentences, words},
    unanswered::is_open,
};

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "SRC-01",
        title: "Where the data comes from",
        law: "Art. 14(2)(f)",
        severity: Severity::Error,
        remedy: "Name the sources in a [[source]], and say in its `detail` whether any of them is open to the public.",
        question: "Who gives you details about people, other than the people themselves? Can anyone look these up?",
        first_layer: None,
        reads: Reads::English(&[Mark::Missing]),
        on_source: OnSource::Sentences(prose::sources),
        mention: Some(Mention {
            section: Some(SectionId::Sources),
            words: &[],
            beside: &[],
        }),
        find: sources,
    },
    Rule {
        id: "SRC-02",
        title: "Which kinds of data",
        law: "Art. 14(1)(d)",
        severity: Severity::Error,
        remedy: "List all the kinds of data, each in a [[data]].",
        question: "Which kinds of details do you hold? Please list them all.",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::No,
        mention: Some(Mention {
            section: Some(SectionId::Data),
            words: &[],
            beside: &[],
        }),
        find: categories,
    },
    Rule {
        id: "STA-01",
        title: "Whether one must answer, and what if not",
        law: "Art. 13(2)(e)",
        severity: Severity::Warning,
        remedy: "Say in the [[answer]] to the question “must”, and in the section “choice” if it takes more words, whether the law or a contract asks for the data, and what follows if it is not given; do so for each part.",
        question: "Must people give you their details? Does a law or a contract say so, and what happens if they do not?",
        first_layer: Some(Question::Must),
        reads: Reads::English(&[]),
        on_source: OnSource::Sentences(prose::must),
        mention: Some(Mention {
            section: Some(SectionId::Choice),
            words: &[
                "do not have to",
                "have to give",
                "do not provide",
                "required to provide",
            ],
            beside: &[],
        }),
        find: must,
    },
];

fn sources(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let sources = section(notice, SectionId::Sources);
    let Some(source) = notice.sources.first() else {
        let message = "The notice speaks of other sources, and names none";
        let elsewhere = all(notice);
        let spoken = first(&sources, &[""]).or_else(|| {
            let says = |text: &&String| sentences(text).any(is_from_others);
            elsewhere.iter().find(says).map(String::as_str)
        });
        return spoken.map(|text| vec![Found::missing(message).at(text)]);
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
        .clone()
        .chain(sources.iter().map(String::as_str))
        .any(|text| has(text, &open) || is_told_of_the_public(text));
    let names = || notice.sources.iter().flat_map(|source| &source.names);
    if names().all(|name| is_anybody(name)) && details.clone().all(is_anybody) {
        let message = "The source that is named could be anybody";
        let place = names().next();
        return found([Found {
            place: place.cloned(),
            ..Found::weak(message)
        }]);
    }
    let message = "Sources are named, but not whether any is open to the public";
    // To be told of open sources only (Art. 14(2)(f): "if applicable"), so it is no more than advice.
    let advice = || Found {
        place: source.names.first().cloned(),
        ..Found::advice(message)
    };
    found((!told).then(advice))
}

/// Says whether a text says of a source whether the public sees it: "is not open to the public", "the public cannot see". What opens
/// its doors to the public, at some hours, is a place.
fn is_told_of_the_public(text: &str) -> bool {
    let shown = [
        "open to the public",
        "open to public",
        "available to the public",
        "accessible to the public",
        "public can see",
        "public can look",
        "public cannot see",
        "public cannot look",
        "anyone can see",
        "not public",
        "none is public",
        "none of them is public",
        "is a public register",
    ];
    let place = [
        "office",
        "library",
        "building",
        "centre",
        "counter",
        "desk",
        "museum",
        "park",
        " from ",
        "daily",
        "hours",
        "not public sector",
    ];
    sentences(text).any(|it| has(it, &shown) && !has(it, &place))
}

/// Says whether a sentence says that data about people comes from others than themselves.
fn is_from_others(sentence: &str) -> bool {
    let comes = [
        "receive",
        "obtain",
        "collect",
        "get ",
        "gather",
        "given to us",
        "provided",
        "gives us your",
    ];
    let others = [
        "from other",
        "from third part",
        "from a range",
        "from partner",
        "from our partner",
        "from someone else",
        "from somebody else",
        "from agenc",
        "from outside",
        "from a number of",
        "from various",
        "from your gp",
        "from your doctor",
        "from your school",
        "from your landlord",
        "from your employer",
        "from the police",
        "from the dwp",
        "from the department",
        "from the nhs",
        "to us by your",
        "to us by the",
        "to us by other",
        "gives us your",
    ];
    let about = ["information", "details", "data", "about you"];
    ((has(sentence, &comes) && has(sentence, &others)) || is_told_by_others(sentence))
        && has(sentence, &about)
        && !denies(sentence)
}

/// Says whether somebody else than the person tells: "the DWP gives us", "we are sent referrals by GPs".
fn is_told_by_others(sentence: &str) -> bool {
    const WHO: [&str; 30] = [
        "agencies",
        "authorities",
        "bank",
        "carer",
        "carers",
        "council",
        "councils",
        "court",
        "courts",
        "doctor",
        "doctors",
        "dwp",
        "employer",
        "employers",
        "family",
        "gp",
        "gps",
        "hmrc",
        "hospital",
        "hospitals",
        "landlord",
        "landlords",
        "neighbours",
        "nurse",
        "nurses",
        "parents",
        "partners",
        "police",
        "school",
        "schools",
    ];
    const TELLS: [&str; 14] = [
        "give", "gives", "given", "send", "sends", "sent", "tell", "tells", "pass", "passes",
        "passed", "supply", "supplies", "supplied",
    ];
    let all = words(sentence);
    let is = |at: usize, list: &[&str]| {
        all.get(at)
            .is_some_and(|word| list.contains(&word.as_str()))
    };
    let tells = (0..all.len()).any(|at| is(at, &WHO) && is(at + 1, &TELLS) && is(at + 2, &["us"]));
    let by = (0..all.len()).any(|at| {
        is(at, &["by"])
            && (at + 1..at + 4).any(|at| is(at, &WHO))
            && all[at.saturating_sub(5)..at]
                .iter()
                .any(|word| TELLS.contains(&word.as_str()))
            && all[at.saturating_sub(8)..at]
                .iter()
                .any(|word| matches!(word.as_str(), "we" | "us"))
    });
    tells || by
}

fn categories(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
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

fn must(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let answers = notice
        .answers
        .iter()
        .filter(|it| it.question == Question::Must);
    let answers: Vec<&Answer> = answers.collect();
    let choice = section(notice, SectionId::Choice);
    let silent = |text: &str| has(text, &["does not say", "not stated"]) || is_open(text);
    let gap = answers.iter().copied().find(|it| silent(&it.text));
    let answered = answers.iter().copied().find(|it| !silent(&it.text));
    let told: Vec<&str> = answers
        .iter()
        .map(|it| it.text.as_str())
        .chain(choice.iter().map(String::as_str))
        .filter(|text| !silent(text))
        .collect();
    let requirement = [
        "law",
        "legal",
        "statut",
        "contract",
        "agreement",
        " act ",
        "regulations",
        "optional",
        "you need not",
        "no duty",
    ];
    found(if told.is_empty() {
        let missing = Found::missing("The notice does not say whether one must give the data");
        Some(gap.map_or(missing.clone(), |gap| missing.at_answer(gap)))
    } else if let Some(gap) = gap {
        Some(
            Found::weak("Part of the notice does not say whether one must give the data")
                .at_answer(gap),
        )
    } else {
        let named = told
            .iter()
            .any(|text| has(text, &requirement) || is_free(text));
        let message = "What follows is said, but not whether a law or a contract asks for the data";
        (!named).then(|| match answered {
            Some(answer) => Found::weak(message).at_answer(answer),
            None => Found::weak(message).at(told[0]),
        })
    })
}

/// Says whether an answer says that people may leave it.
fn is_free(answer: &str) -> bool {
    let free = [
        "say no",
        "your choice",
        "you choose",
        "you can choose",
        "you decide",
        "up to you",
        "voluntary",
        "nothing happens",
        "not obliged",
        "not have to",
        "don't have to",
        "need not",
        "no obligation",
        "no need to",
        "not compulsory",
        "not mandatory",
        "not required",
        "your decision",
    ];
    words(answer).first().is_some_and(|word| word == "no") || has(answer, &free)
}
