//! What a source text says lets sensitive data be used.

use notice::{Notice, SectionId};

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    sensitive::{CONDITIONS, offences, speaks_of_special},
    text::{denies, fold, has},
};

/// Finds that a whole notice uses sensitive data, and states no condition for it.
pub(crate) fn special(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let kinds = [
        "health",
        "medical",
        "disabilit",
        "ethnic",
        "religio",
        "biometric",
        "genetic",
        "sexual orientation",
        "political opinion",
        "trade union member",
        "criminal conviction",
        "criminal offence",
        "criminal record",
    ];
    let collects = [
        "collect",
        "hold",
        "ask for",
        "ask about",
        "record ",
        "we use ",
        "process",
    ];
    let bodies = [
        "health and safety",
        "health board",
        "health service",
        "health visitor",
        "environmental health",
        "public health",
        "health centre",
    ];
    let sensitive = said.iter().find(|it| {
        let spoken = speaks_of_special(it.text);
        let asked = (it.section == SectionId::Data || has(it.text, &collects))
            && has(it.text, &kinds)
            && !has(it.text, &bodies);
        (spoken || asked) && !denies(it.text)
    });
    let stated = text
        .texts
        .iter()
        .any(|text| has(text, &CONDITIONS) || has(&without_bodies(text), &OTHERS));
    let found_one = sensitive.filter(|_| !stated && text.is_whole());
    let message = "Sensitive data is used, and no condition for it is stated";
    let offences = offences(&[], &text.texts).filter(|_| stated && text.is_whole());
    if sensitive.is_none() && offences.is_none() {
        return None;
    }
    let missing = found_one.map(|it| Found::missing(message).at(it.text));
    found(missing.into_iter().chain(offences))
}

/// Returns a text without the names that hold the words of a condition.
fn without_bodies(text: &str) -> String {
    let names = [
        "department of health and social care",
        "department for health and social care",
        "health and social care act",
        "health and social care trust",
        "health and social care partnership",
        "health and social care board",
        "minister for health and social care",
    ];
    names
        .iter()
        .fold(fold(text), |text, name| text.replace(name, ""))
}

/// Conditions in words of their own.
const OTHERS: [&str; 14] = [
    "9(2)",
    "art 9",
    "vital interest",
    "health or social care",
    "health and social care",
    "medical diagnosis",
    "provision of care",
    "direct care",
    "employment law",
    "employment, social",
    "social protection",
    "safeguarding of children",
    "official authority",
    "equality of opportunity",
];
