//! In which time whoever decides tells people that their complaint has come.

use super::{
    DatedFacts, FactKind,
    text::{has, mentions, sentences, words},
};

/// Says whether a text gives the time in which a complaint is acknowledged; films may be kept for 30 days too.
pub(super) fn acknowledges(text: &str, facts: &DatedFacts) -> bool {
    let receipt = [
        "acknowledg",
        "we have it",
        "received it",
        "we have your",
        "got it",
    ];
    let reply = [
        "tell you",
        "let you know",
        "reply",
        "answer",
        "respond",
        "complain",
    ];
    let days = |sentence: &str| mentions(sentence, "30 days") || mentions(sentence, "thirty days");
    let mut before = "";
    sentences(text).any(|it| {
        let theirs = is_the_regulators(it, before, facts);
        before = it;
        days(it) && (has(it, &receipt) || (has(text, &["complain"]) && has(it, &reply))) && !theirs
    })
}

/// Says whether a sentence tells what the regulator does: it begins with its name, or goes on about it, and names nobody else.
fn is_the_regulators(sentence: &str, before: &str, facts: &DatedFacts) -> bool {
    let is_named = |text: &str| facts.named(FactKind::Regulator, text).next().is_some();
    let all = words(sentence);
    let begins = all[..all.len().min(6)].join(" ");
    let first = all.first().map_or("", String::as_str);
    let goes_on = matches!(first, "it" | "they") && is_named(before);
    let ours = |text: &str| {
        let us = ["we", "us", "our", "officer", "council", "trust", "school"];
        words(text).iter().any(|it| us.contains(&it.as_str()))
    };
    (is_named(&begins) || (goes_on && !ours(before))) && !ours(sentence)
}

#[cfg(test)]
mod tests {
    use super::acknowledges;
    use crate::{DatedFact, DatedFacts, Evidence, FactKind};

    #[test]
    fn what_the_regulator_promises_is_no_promise_of_ours() {
        let regulator = DatedFact {
            kind: FactKind::Regulator,
            value: "Information Commission".to_owned(),
            rule: None,
            now: None,
            valid_from: None,
            valid_to: None,
            source: "Its own pages".to_owned(),
            evidence: Evidence::P,
        };
        let facts = DatedFacts::from(vec![regulator]);
        for text in [
            "Complaints are acknowledged within 30 days.",
            "We tell you within thirty days that we have your complaint.",
            "Complain to us or to the Information Commission. We acknowledge complaints within 30 days.",
            "The Information Commission helps if we have not acknowledged it within 30 days.",
            "Our officer answers complaints. They acknowledge each within 30 days.",
            "The council and the Information Commission acknowledge complaints within 30 days.",
        ] {
            assert!(acknowledges(text, &facts), "{text}");
        }
        for text in [
            "The Information Commission aims to acknowledge complaints within 30 days.",
            "You can complain to the Information Commission. It acknowledges complaints within 30 days.",
            "Complaints to the Information Commission are acknowledged within thirty days.",
            "We keep films for 30 days.",
            "The Information Commission replies to a complaint in 30 days or more.",
            "Complain to the Information Commission. They reply within 30 days.",
        ] {
            assert!(!acknowledges(text, &facts), "{text}");
        }
    }
}
