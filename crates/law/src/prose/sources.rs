//! Where a source text says that data comes from.

use notice::{Notice, SectionId};

use super::{Prose, Said, somebody::could_be_anybody};
use crate::{
    Date, DatedFacts, Found, Outcome,
    anybody::is_anybody,
    found,
    text::{denies, has, words},
};

/// Finds that data comes from others, and that the text says nowhere from whom.
pub(crate) fn sources(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let anybody = said.iter().find(|it| comes_from_anybody(it))?;
    let listed = said
        .iter()
        .any(|it| it.section == SectionId::Sources && it.is_listed);
    let named = listed
        || said
            .iter()
            .any(|it| comes(it.text).is_some_and(|who| !is_anybody(&who)));
    let message = "The text speaks of other sources, and names none";
    found((!named).then(|| Found::missing(message).at(anybody.text)))
}

/// Returns from whom a sentence has data about people come, other than from themselves.
fn comes(sentence: &str) -> Option<String> {
    const GETS: [&str; 14] = [
        "receive",
        "received",
        "obtain",
        "obtained",
        "collect",
        "collected",
        "get",
        "gather",
        "gathered",
        "given",
        "provided",
        "comes",
        "come",
        "supplied",
    ];
    const GIVEN: [&str; 3] = ["given", "provided", "supplied"];
    let data = ["data", "information", "detail", "about you", "record"];
    if denies(sentence) || !has(sentence, &data) {
        return None;
    }
    let all = words(sentence);
    let gets = all.iter().position(|it| GETS.contains(&it.as_str()))?;
    let rest = &all[gets + 1..];
    let from = rest
        .iter()
        .position(|it| it == "from" || (it == "by" && GIVEN.contains(&all[gets].as_str())))?;
    let who = &rest[from + 1..];
    // "From you and from other organisations", "directly from you".
    let other = who
        .iter()
        .rposition(|it| matches!(it.as_str(), "from" | "you" | "yourself"))
        .map_or(who, |at| &who[at + 1..]);
    (!other.is_empty()).then(|| other.join(" "))
}

/// Says whether a sentence has data come from others of whom nothing more is said.
fn comes_from_anybody(said: &Said<'_>) -> bool {
    comes(said.text).is_some_and(|who| could_be_anybody(said, &who))
}
