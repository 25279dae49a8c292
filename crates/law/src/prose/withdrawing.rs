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
    let asked = said.iter().find(|it| rests_on_consent(it.text))?;
    let texts = &text.texts;
    let told = texts.iter().any(|text| withdraws(text) || stops(text))
        || texts.windows(2).any(|pair| withdraws(&pair.join(" ")));
    let message = "Something rests on consent, and the text does not say how to withdraw it";
    found((!told && text.is_whole()).then(|| Found::missing(message).at(asked.text)))
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
