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
    const GETS: [&str; 23] = [
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
        "reach",
        "reaches",
        "reached",
        "drawn",
        "taken",
        "bought",
        "sourced",
        "arrives",
        "had",
    ];
    const GIVEN: [&str; 3] = ["given", "provided", "supplied"];
    let data = [
        "data",
        "information",
        "detail",
        "about you",
        "record",
        "the rest",
        "the remainder",
        "some of it",
        "some of this",
        "most of it",
        "much of it",
        "part of it",
        "everything else",
        "anything else",
        "what else we",
        "what we know",
        "what we hold",
    ];
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

#[cfg(test)]
mod tests {
    use super::{SectionId, comes_from_anybody};
    use crate::prose::Said;

    fn is_so(text: &str) -> bool {
        comes_from_anybody(&Said {
            section: SectionId::Sources,
            text,
            next: "",
            is_listed: false,
            denies: false,
        })
    }

    #[test]
    fn a_source_that_could_be_anybody_is_told_from_one_that_is_known() {
        for sentence in [
            "The rest has been obtained from other sources.",
            "Some of it reaches us from third parties.",
            "Everything else is drawn from a variety of sources.",
            "What else we know is bought from other companies.",
            "Much of it comes from elsewhere.",
            "The remainder is supplied by various organisations.",
        ] {
            assert!(is_so(sentence), "{sentence}");
        }
        for sentence in [
            "The rest comes from your employer.",
            "Some of it reaches us from schools and other organisations that teach you.",
            "The rest of the hall is let to other organisations.",
            "Nothing else is taken from other sources.",
            "The rest is bought from a credit reference agency.",
            "Some of it is given to us by your landlord.",
        ] {
            assert!(!is_so(sentence), "{sentence}");
        }
    }
}
