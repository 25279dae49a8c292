//! What a source text says lets sensitive data be used.

use notice::{Notice, SectionId};

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    sensitive::{CONDITIONS, offences, speaks_of_special},
    text::{denies, fold, has, sentences, words},
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
        "your faith",
        "their faith",
        "sexuality",
        "sex life",
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
        "touch on",
        "touches on",
        "notes of",
        "note of",
        "write down",
        "mention your",
        "tell us about",
        "shows your",
        "show your",
        "about your",
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
    let stated = text.texts.iter().any(|text| {
        has(text, &CONDITIONS)
            || has(&without_bodies(text), &OTHERS)
            || sentences(text).any(|it| is_under_official_authority(it) || is_for_a_life(it))
    }) || said.iter().any(|it| meets_a_condition(it.text));
    let found_one = sensitive.filter(|_| !stated && text.is_whole());
    let message = "Sensitive data is used, and no condition for it is stated";
    let offences = offences(&[], &text.texts).filter(|_| stated && text.is_whole());
    if sensitive.is_none() && offences.is_none() {
        return None;
    }
    let missing = found_one.map(|it| Found::missing(message).at(it.text));
    found(missing.into_iter().chain(offences))
}

/// Says whether a sentence says that a condition of the law is met, wherever that stands. People have conditions as well.
fn meets_a_condition(sentence: &str) -> bool {
    let all = words(sentence);
    let meets = [
        "met",
        "meet",
        "meets",
        "satisfied",
        "satisfy",
        "satisfies",
        "fulfilled",
        "apply",
        "applies",
        "rely",
        "relies",
    ];
    let names = ["condition", "conditions"];
    let named = (0..all.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", |at| all[at].as_str());
        let theirs = matches!(
            before,
            "medical" | "health" | "eye" | "heart" | "skin" | "and" | "your" | "their"
        );
        names.contains(&all[at].as_str()) && !theirs
    });
    let law = [
        "schedule",
        "sch ",
        "article",
        "data protection act",
        "condition for processing",
        "conditions for processing",
        "condition for using",
        "conditions for using",
        "processing condition",
        "the law",
        "of the act",
    ];
    named
        && has(sentence, &law)
        && all.iter().any(|it| meets.contains(&it.as_str()))
        && !denies(sentence)
}

/// Says whether a sentence has official authority as what Art. 10 asks of data on offences. In the words of Art. 6(1)(e) it is the basis,
/// and no condition beside it.
fn is_under_official_authority(sentence: &str) -> bool {
    has(sentence, &["official authority"])
        && !has(
            sentence,
            &[
                "exercise of official authority",
                "exercise of our official authority",
                "exercise of the official authority",
                "exercising official authority",
                "exercising our official authority",
                "6(1)(e)",
                "public interest",
                "public task",
            ],
        )
}

/// Says whether a sentence has vital interests as a condition for sensitive data. As a basis of Art. 6 they are none.
fn is_for_a_life(sentence: &str) -> bool {
    let sensitive = [
        "9(2)",
        "article 9",
        "sensitive",
        "special categor",
        "condition",
        "health data",
        "health information",
        "medical information",
    ];
    has(sentence, &["vital interest"]) && has(sentence, &sensitive)
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
        "health and social care provider",
        "health and social care professional",
        "health and social care service",
        "health and social care staff",
        "health and social care team",
        "health and social care worker",
        "health and social care organisation",
        "health and social care partner",
        "health or social care provider",
        "health or social care professional",
        "health or social care service",
        "health or social care worker",
    ];
    names
        .iter()
        .fold(fold(text), |text, name| text.replace(name, ""))
}

/// Conditions in words of their own.
const OTHERS: [&str; 16] = [
    "9(2)",
    "articles 6 and 9",
    "schedule 8",
    "sch. 8",
    "sch. 1",
    "art 9",
    "health or social care",
    "health and social care",
    "medical diagnosis",
    "provision of care",
    "direct care",
    "employment law",
    "employment, social",
    "social protection",
    "safeguarding of children",
    "equality of opportunity",
];

#[cfg(test)]
mod tests {
    use super::{OTHERS, is_for_a_life, meets_a_condition, without_bodies};
    use crate::text::has;

    #[test]
    fn a_condition_is_told_from_a_basis_and_from_a_body() {
        for sentence in [
            "We use health data to protect somebody's vital interests.",
            "Article 9(2)(c): vital interests.",
            "The condition is that vital interests are at stake.",
            "Sensitive data is used for vital interests.",
            "Special category data: vital interests.",
            "We share medical information to protect your vital interests.",
        ] {
            assert!(is_for_a_life(sentence), "{sentence}");
        }
        for sentence in [
            "If a life is at risk the lawful basis is vital interests, Article 6(1)(d).",
            "To get help to you: vital interests.",
            "Our basis in an emergency is your vital interests.",
            "Vital interests (Article 6(1)(d)) let us ring an ambulance.",
            "We act in your vital interests.",
            "It is in the vital interests of the town.",
        ] {
            assert!(!is_for_a_life(sentence), "{sentence}");
        }
        for text in [
            "We work with health and social care providers.",
            "Health and social care professionals see it.",
            "Other health or social care workers.",
        ] {
            assert!(!has(&without_bodies(text), &OTHERS), "{text}");
        }
        for text in [
            "Article 9(2)(h): health and social care.",
            "For the provision of health or social care.",
            "The purpose is health and social care.",
        ] {
            assert!(has(&without_bodies(text), &OTHERS), "{text}");
        }
    }

    #[test]
    fn a_condition_of_the_law_is_told_from_one_that_people_have() {
        for sentence in [
            "Where records are sensitive we make sure that a condition in the Act's Schedule is met.",
            "We only use health data if one of the conditions set by Article nine applies.",
            "For this we rely on the statutory purposes condition of the Data Protection Act 2018.",
            "Using it satisfies a condition for processing that the law lays down.",
            "A processing condition is met before any biometric data is looked at.",
        ] {
            assert!(meets_a_condition(sentence), "{sentence}");
        }
        for sentence in [
            "We ask about your medical condition, and the law applies.",
            "Our terms and conditions apply, as the law says.",
            "No condition in the Act's Schedule is met.",
            "The condition of the house is recorded when we meet you.",
            "We record health conditions so that the school can meet your needs under Article 6.",
        ] {
            assert!(!meets_a_condition(sentence), "{sentence}");
        }
    }
}
