//! Requests under data protection law: free, answered in time, and without hurdles.

use notice::{Notice, Question, SectionId};

use super::{
    Date, Facts, Found, Outcome, Rule, Severity, hurdle,
    money::pounds,
    text::{all, has, section, sentences},
};

pub(super) static RULES: [Rule; 2] = [
    Rule {
        id: "RGT-04",
        title: "No hurdles before a request",
        law: "Art. 12(2), (5), (6)",
        severity: Severity::Warning,
        remedy: "Let people ask in any way and free of charge, and ask for proof of identity only where there is reasonable doubt.",
        find: hurdles,
    },
    Rule {
        id: "LAW-02",
        title: "No fee, and usually one month",
        law: "Arts. 12(3), 12A, 12(5)",
        severity: Severity::Error,
        remedy: "Say that a request is free of charge and is usually answered within one month.",
        find: old_terms,
    },
];

/// A text, and whether it stands where rights are explained: there it need not say which request it means.
type Told = (String, bool);

/// Every text of a notice that may set terms for a request.
fn told(notice: &Notice) -> Vec<Told> {
    let answers = notice
        .answers
        .iter()
        .filter(|it| it.question == Question::Rights);
    let mut rights: Vec<String> = answers.map(|it| it.text.clone()).collect();
    rights.extend(notice.rights.iter().map(|right| right.text.clone()));
    rights.extend(section(notice, SectionId::Rights));
    let others: Vec<Told> = all(notice)
        .into_iter()
        .filter(|text| !rights.contains(text))
        .map(|text| (text, false))
        .collect();
    rights
        .into_iter()
        .map(|text| (text, true))
        .chain(others)
        .collect()
}

/// Whether a sentence speaks of asking for one's own data.
fn is_request(sentence: &str, in_rights: bool) -> bool {
    let anywhere = [
        "subject access",
        "access request",
        "data protection request",
        "copy of your data",
        "copy of your personal",
        "copy of your information",
        "copy of your record",
        "copies of your",
        "copy of the information we hold",
        "copy of the data we hold",
        "copy of what we hold",
        "see your record",
        "see your file",
        "see your information",
        "see your data",
        "see your details",
        "see your personal",
        "copy of your details",
        "copy of your file",
        "see the information we hold",
        "see what we hold",
        "see what information we hold",
        "information we hold about you",
        "data we hold about you",
        "information held about you",
        "data held about you",
        "access to your personal",
        "access to your information",
        "access to your data",
        "access your personal",
        "access your information",
        "access your data",
        "access your record",
        "your own data",
        "exercise your rights",
        "exercise any of these rights",
        "exercise these rights",
        "use your rights",
    ];
    has(sentence, &anywhere) || (in_rights && !is_other_request(sentence))
}

/// Requests that have terms of their own.
fn is_other_request(sentence: &str) -> bool {
    has(
        sentence,
        &[
            "freedom of information",
            "environmental information",
            "birth certificate",
            "planning application",
            // What is told of complaining there is for the regulator to say.
            "information commission",
            "ico.org.uk",
        ],
    )
}

/// The sentences of a notice that set terms for a request, each with the whole text that it stands in.
fn terms(told: &[Told]) -> impl Iterator<Item = (&str, &str)> {
    told.iter().flat_map(|(text, in_rights)| {
        let mut spoken_of = false;
        sentences(text).filter_map(move |sentence| {
            let own = is_request(sentence, *in_rights);
            // "…a copy of your record. There is a fee of £10." sets a term for what stands before it.
            let follows = spoken_of
                && has(
                    sentence,
                    &[
                        "fee",
                        "charge",
                        "£",
                        "respond",
                        "reply",
                        "answer",
                        "within",
                        "proof",
                        "identity",
                        "in writing",
                    ],
                );
            spoken_of = own || (spoken_of && follows);
            (own || follows).then_some((sentence, text.as_str()))
        })
    })
}

/// The maximum fee and the time limit of the Data Protection Act 1998.
fn old_terms(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let told = told(notice);
    let days = [
        "40 days",
        "40 calendar days",
        "forty days",
        "forty calendar days",
        "40 working days",
        "40-day",
        "40 day",
        "(40) days",
        "(40) calendar days",
    ];
    let answer = [
        "within", "answer", "respond", "reply", "up to", "take", "40-day", "40 day ", "comply",
        "have ",
    ];
    let is_old = |sentence: &str| {
        (pounds(sentence).any(|sum| sum == 10)
            && !has(
                sentence,
                &[
                    "no longer",
                    "used to",
                    "any more",
                    "never",
                    "not charge",
                    "no charge",
                    "there is no",
                    "no fee",
                    "ended",
                    "free",
                ],
            ))
            || (has(sentence, &days)
                && has(sentence, &answer)
                && !has(sentence, &["kept", "keep "]))
    };
    let mut places: Vec<&str> = terms(&told)
        .filter(|(sentence, _)| is_old(sentence))
        .map(|(_, text)| text)
        .collect();
    places.dedup();
    let message = "The £10 fee and the 40 days ended with the Act of 1998";
    let list: Vec<Found> = places
        .into_iter()
        .map(|text| Found::outdated(message).at(text))
        .collect();
    (!list.is_empty()).then_some(list)
}

fn hurdles(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let told = told(notice);
    let mut list: Vec<Found> = Vec::new();
    for (sentence, text) in terms(&told) {
        let kinds = [
            (
                hurdle::in_writing(sentence),
                "The law lets people ask in any way, and the notice wants it in writing or on a form",
            ),
            (
                hurdle::proof(sentence),
                "Proof of identity may be asked for on reasonable doubt only, and the notice asks everyone",
            ),
            (
                hurdle::fee(sentence),
                "A request is free, and the notice names a fee; only one that is manifestly unfounded or excessive may cost something",
            ),
        ];
        for (_, message) in kinds.into_iter().filter(|(is, _)| *is) {
            let found = Found::wrong(message).at(text);
            if !list.contains(&found) {
                list.push(found);
            }
        }
    }
    (!list.is_empty()).then_some(list)
}
