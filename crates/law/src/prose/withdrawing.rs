//! Whether a source text that asks for consent says how it is taken back.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, words},
    withdrawal::{stops, withdraws},
};

/// Finds that a whole notice rests something on consent, and says nowhere how to withdraw it.
pub(crate) fn withdrawal(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    if let Some(kept) = said.iter().find(|it| keeps_to_a_yes(it.text)) {
        let message = "Consent can be withdrawn at any time, and the text says that it cannot";
        return found([Found::wrong(message).at(kept.text)]);
    }
    let asked = said.iter().find(|it| rests_on_consent(it.text))?;
    let texts = &text.texts;
    let told = texts.iter().any(|text| withdraws(text) || stops(text))
        || texts.windows(2).any(|pair| withdraws(&pair.join(" ")));
    let message = "Something rests on consent, and the text does not say how to withdraw it";
    found((!told && text.is_whole()).then(|| Found::missing(message).at(asked.text)))
}

/// Says whether a sentence holds people to a yes that they gave. What was done with it already, or is nobody's any more, nobody can
/// take back; and where no consent is asked for, there is none to take back.
fn keeps_to_a_yes(sentence: &str) -> bool {
    let forbids = [
        "cannot be withdrawn",
        "cannot be taken back",
        "cannot be revoked",
        "cannot be cancelled",
        "cannot be undone",
        "cannot withdraw",
        "can't withdraw",
        "may not withdraw",
        "may not be withdrawn",
        "is irrevocable",
    ];
    let bound = [
        "anonym",
        "publish",
        "already",
        "after ",
        "once ",
        "result",
        "print",
        "do not ask",
        "not rely",
        "no consent",
        "not our basis",
        "do not need",
        "not need",
        "application",
        "treatment",
        "payment",
    ];
    has(sentence, &forbids) && has(sentence, &["consent", "permission"]) && !has(sentence, &bound)
}

/// Says whether a sentence has a use of data wait for a yes.
fn rests_on_consent(sentence: &str) -> bool {
    let rests = [
        "on consent",
        "basis is consent",
        "consent is our",
        "consent is the",
        "if you agree",
        "if you consent",
        "have given consent",
        "has given consent",
        "have given their consent",
        "you give consent",
        "you give us consent",
        "you give us permission",
        "given us permission",
        "parents consent",
        "parental consent",
    ];
    // "With your consent", "if you give us your written permission"
    let all = words(sentence);
    let yours = (0..all.len()).any(|at| {
        all[at] == "your"
            && all[at + 1..]
                .iter()
                .take(3)
                .any(|it| matches!(it.as_str(), "consent" | "permission"))
    });
    // Who treats or operates on somebody asks for another consent.
    let other = [
        "treatment",
        "operation",
        "procedure",
        "cookie",
        "marriage",
        "medical consent",
        "planning",
        "parent/guardian",
        "guardian's permission",
        "parent's permission",
    ];
    (yours || has(sentence, &rests)) && !denies(sentence) && !has(sentence, &other)
}

#[cfg(test)]
mod tests {
    use super::{keeps_to_a_yes, rests_on_consent};

    #[test]
    fn a_yes_that_is_held_to_is_told_from_one_that_is_used_up() {
        for sentence in [
            "The consent that you give stands for the whole of your membership and cannot be cancelled part-way through.",
            "Consent cannot be withdrawn during the school year.",
            "You cannot withdraw your permission until the course has ended.",
            "Your consent is irrevocable.",
            "Consent given on the form may not be withdrawn by telephone or at all.",
        ] {
            assert!(keeps_to_a_yes(sentence), "{sentence}");
        }
        for sentence in [
            "We do not ask for your consent, and you cannot withdraw it.",
            "You can withdraw your consent at any time.",
            "Consent cannot be withdrawn once the data is anonymous.",
            "A picture already published with your consent cannot be taken back.",
            "A booking cannot be cancelled on the day.",
        ] {
            assert!(!keeps_to_a_yes(sentence), "{sentence}");
        }
        assert!(!rests_on_consent(
            "Nor do we rely on your consent, although we shall ask what you would like."
        ));
    }
}
