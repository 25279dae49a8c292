//! Whether a notice has people complain to the controller before they may complain to the regulator.

use super::{
    DatedFacts, FactKind,
    barred::{COMPLAINS, is_barred},
    text::{has, mentions, sentences, statements, words},
};

/// Says whether a text makes the regulator wait for the controller, and does not merely ask people to come first.
pub(super) fn makes_regulator_wait(text: &str, facts: &DatedFacts) -> bool {
    let all = statements(text);
    let own = |said: &str| {
        names_regulator(said, facts)
            && !is_soft(said)
            && sentences(said)
                .any(|it| is_only_then(it) || is_only_after(it) || is_ordered(it) || is_barred(it))
    };
    // "You must complain to us first. If you are still unhappy, you may go to the Information Commission."
    let pair = all.windows(2).any(|pair| {
        let [one, two] = pair else { return false };
        !names_regulator(one, facts)
            && is_ordered(one)
            && !is_soft(one)
            && names_regulator(two, facts)
            && !has(
                two,
                &["at any time", "any time", "straight away", "do not have to"],
            )
    });
    all.iter().any(|said| own(said)) || pair
}

/// What to do about it.
pub(super) const FIRST: &str =
    "Let people complain to the regulator at any time; you may ask them to come to you first.";

/// Says whether a text keeps people from the regulator altogether: "You have no right to complain to the Information Commission".
pub(super) fn forbids_regulator(text: &str, facts: &DatedFacts) -> bool {
    let forbids = [
        "cannot complain",
        "can not complain",
        "may not complain",
        "must not complain",
        "no right to complain",
        "not entitled to complain",
        "cannot be complained of",
        "cannot take your complaint",
        "may not take your complaint",
        "no complaint can be made",
        "no complaints can be made",
        "complaints cannot be made",
        "cannot be taken to",
        "cannot be referred to",
    ];
    // What stands behind such a word is a time, a thing or an office that the right is another than.
    let bound = [
        "until",
        "unless",
        "before",
        "on behalf",
        "parking",
        "police",
        "ombudsman",
        "about how we spend",
    ];
    statements(text)
        .iter()
        .any(|said| names_regulator(said, facts) && has(said, &forbids) && !has(said, &bound))
}

fn names_regulator(text: &str, facts: &DatedFacts) -> bool {
    facts.named(FactKind::Regulator, text).next().is_some()
        || mentions(text, "ico")
        || mentions(text, "the regulator")
}

/// Says whether a sentence asks, leaves a choice, or tells what the regulator itself does.
fn is_soft(sentence: &str) -> bool {
    let soft = [
        "not have to",
        "don't have to",
        "need not",
        "not need to",
        "don't need to",
        "without complaining to us",
        "expect",
        "usually",
        "normally",
        "ombudsman",
        "tribunal",
    ];
    has(sentence, &soft)
}

/// Says whether a sentence lets people go on only when the controller has answered: "you may only contact the regulator once we…".
fn is_only_then(sentence: &str) -> bool {
    let all = words(sentence);
    let ours = ["we", "us", "our", "council"];
    (0..all.len()).any(|at| {
        let can = matches!(
            all[at].as_str(),
            "may" | "can" | "should" | "must" | "could"
        );
        let next = all.get(at + 1).map(String::as_str);
        let only = (can && matches!(next, Some("only" | "not")))
            || matches!(all[at].as_str(), "cannot" | "cant");
        if !only {
            return false;
        }
        let who = all[at.saturating_sub(2)..at].iter();
        let theirs = who
            .clone()
            .any(|it| matches!(it.as_str(), "you" | "people" | "complaint" | "complaints"));
        let rest = &all[at + 1..];
        let does = rest
            .iter()
            .take(4)
            .any(|it| COMPLAINS.contains(&it.as_str()));
        let wait = rest.iter().position(|it| {
            matches!(
                it.as_str(),
                "once" | "after" | "until" | "unless" | "when" | "if" | "before"
            )
        });
        let answered = wait.is_some_and(|at| {
            rest[at..]
                .iter()
                .take(12)
                .any(|it| ours.contains(&it.as_str()))
        });
        theirs && does && answered
    })
}

/// Says whether a sentence lets people go on, "but only after the trustees have considered your complaint".
fn is_only_after(sentence: &str) -> bool {
    let all = words(sentence);
    (1..all.len()).any(|at| {
        let waits = all[at - 1] == "only"
            && matches!(all[at].as_str(), "after" | "once" | "when" | "if" | "where");
        let before = &all[..at - 1];
        let can = before
            .iter()
            .position(|it| matches!(it.as_str(), "may" | "can" | "could"));
        let Some(can) = can.filter(|_| waits) else {
            return false;
        };
        let theirs = before[..can]
            .iter()
            .any(|it| matches!(it.as_str(), "you" | "people" | "parents" | "complaint"));
        let rest = &before[can..];
        let does = rest.iter().any(|it| COMPLAINS.contains(&it.as_str()));
        // What the regulator does only then is its own.
        let own = rest
            .iter()
            .any(|it| matches!(it.as_str(), "it" | "which" | "who" | "that" | "they"));
        let answered = all[at..].iter().take(12).any(|it| {
            matches!(
                it.as_str(),
                "considered"
                    | "answered"
                    | "replied"
                    | "responded"
                    | "dealt"
                    | "investigated"
                    | "looked"
                    | "decided"
                    | "finished"
                    | "completed"
                    | "exhausted"
            )
        }) || is_our_answer(&all[at..]);
        theirs && does && !own && answered
    })
}

/// Says whether words begin with the controller's own answer, by whatever name: "once you have had our final answer".
fn is_our_answer(words: &[String]) -> bool {
    const ANSWERS: [&str; 9] = [
        "answer",
        "reply",
        "response",
        "decision",
        "letter",
        "outcome",
        "review",
        "procedure",
        "process",
    ];
    let near: Vec<&str> = words.iter().take(12).map(String::as_str).collect();
    let ours = |it: &&str| matches!(*it, "our" | "us" | "we" | "council" | "trust" | "school");
    near.iter().any(ours) && near.iter().any(|it| ANSWERS.contains(it))
}

/// Says whether a sentence obliges people to come to the controller before they go elsewhere.
fn is_ordered(sentence: &str) -> bool {
    let all = words(sentence);
    let first = has(
        sentence,
        &[
            "first",
            "before you",
            "before going",
            "before contacting",
            "before complaining",
        ],
    );
    let obliged = (1..all.len()).any(|at| {
        let must = all[at] == "must"
            || (matches!(all[at].as_str(), "need" | "have")
                && all.get(at + 1).is_some_and(|it| it == "to"));
        let theirs = matches!(
            all[at - 1].as_str(),
            "you" | "people" | "complaints" | "complaint"
        );
        let rest: Vec<&str> = all[at + 1..].iter().take(8).map(String::as_str).collect();
        let does = rest.iter().any(|it| {
            COMPLAINS.contains(it) || matches!(*it, "come" | "be" | "exhaust" | "use" | "give")
        });
        let to_us = all[at + 1..].iter().take(12).any(|it| {
            matches!(
                it.as_str(),
                "us" | "our"
                    | "council"
                    | "council's"
                    | "councils"
                    | "trust"
                    | "school"
                    | "officer"
            )
        });
        must && theirs && does && to_us && rest.first().is_none_or(|it| *it != "not")
    });
    first && obliged && has(sentence, &["complain", "concern", "unhappy"])
}

#[cfg(test)]
mod tests {
    use super::{forbids_regulator, makes_regulator_wait};
    use crate::DatedFacts;

    #[test]
    fn a_regulator_who_has_to_wait_is_told_from_one_who_need_not() {
        let facts = DatedFacts::default();
        for text in [
            "You may complain to the regulator too, but only after the trustees have considered your complaint.",
            "You can go to the regulator, but only once we have answered.",
            "People may contact the regulator only when our two stages are completed.",
            "Your complaint can go to the regulator only if the governors have decided on it.",
            "You may take your concern to the ICO, only after the practice has replied.",
            "You can take your complaint to the ICO only once you have had our last letter.",
            "You may go to the regulator only after you have a final response from us.",
            "Only when you have been through both stages of our own procedure can you approach the ICO.",
            "Only after our governors have replied may parents contact the regulator.",
            "Only once our final letter is out can your complaint go to the ICO.",
            "The ICO will only be able to take up your complaint once it has been through all three stages of our procedure.",
            "The regulator cannot look at a complaint until our own stages are complete.",
            "Only once you have had our final reply can you take the matter to the ICO.",
            "Only when we have closed your case may you bring it to the regulator.",
            "Not until our second stage is over can you escalate it to the regulator.",
            "Not before the trustees have replied may you go to the ICO.",
            "You can go to the ICO, provided that you have first had our answer.",
            "You may take it to the regulator as long as you have already been to us.",
            "People can turn to the ICO on condition that they have had our final decision.",
        ] {
            assert!(makes_regulator_wait(text, &facts), "{text}");
        }
        for text in [
            "You can complain to the regulator at any time.",
            "You can complain to the regulator, which looks at a case only after we have answered.",
            "You can complain to the ICO; it acts only once the council has replied.",
            "You may complain to the regulator, and need not wait until we have answered.",
            "You can contact us only when the office is open, or go to the regulator.",
            "You may complain to the regulator once we have considered it, or before.",
            "You may go to the regulator only after we have lost your data.",
            "You may go to the regulator only once a court has published its decision.",
            "Only if you wish need you tell us before you go to the ICO.",
            "The ICO can look at your complaint at once, and our stages do not bind it.",
            "The ICO will usually only take up a complaint once we have answered.",
            "The Ombudsman can only look at your complaint once our stages are over; the regulator need not wait.",
            "We cannot answer a complaint until we know who made it, and you may go to the ICO meanwhile.",
            "Only then can you take a complaint to the ombudsman, but the ICO need not wait.",
            "Not until you ask us do we tell the regulator of your complaint.",
            "You can take it to the ICO whether or not you have had our answer.",
            "You can go to the ICO as long as you live here, and to us.",
            "You may complain to the regulator, provided with a copy of our reply or without.",
            "Take your complaint to the ICO or to us, as you like.",
        ] {
            assert!(!makes_regulator_wait(text, &facts), "{text}");
        }
    }

    #[test]
    fn a_right_that_is_denied_is_told_from_another() {
        let facts = DatedFacts::default();
        for text in [
            "You cannot complain to the regulator about this.",
            "You have no right to complain to the ICO.",
            "Complaints cannot be made to the regulator.",
            "You may not complain to the regulator about vetting.",
            "The decision cannot be taken to the regulator.",
        ] {
            assert!(forbids_regulator(text, &facts), "{text}");
        }
        for text in [
            "You can complain to the regulator.",
            "You cannot complain to us by text. You can complain to the regulator.",
            "You may not complain to the police ombudsman, but to the regulator.",
            "You cannot complain to the regulator about how we spend money.",
            "We cannot answer complaints on behalf of the regulator.",
        ] {
            assert!(!forbids_regulator(text, &facts), "{text}");
        }
    }
}
