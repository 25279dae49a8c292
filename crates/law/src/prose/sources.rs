//! Where a source text says that data comes from.

use notice::{Notice, SectionId};

use super::{Prose, Said, somebody::could_be_anybody};
use crate::{
    Date, DatedFacts, Found, Outcome,
    anybody::is_anybody,
    found,
    text::{denies, fold, has, words},
};

/// Finds that data comes from others, and that the text says nowhere from whom.
pub(crate) fn sources(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let Some(anybody) = said.iter().find(|it| comes_from_anybody(it)) else {
        let others = said.iter().find(|it| is_not_given(it.text))?;
        let told = said.iter().any(|it| is_told_by_others(it));
        let message =
            "The text speaks of what people have not given themselves, and names no source";
        return found((!told && text.is_whole()).then(|| Found::missing(message).at(others.text)));
    };
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

/// Says whether a sentence has us get data that people did not give, and no more of where it is from: "We also gather information about you
/// that you have not given us yourself".
fn is_not_given(sentence: &str) -> bool {
    const GETS: [&str; 15] = [
        "acquire",
        "add",
        "collect",
        "collected",
        "gather",
        "gathered",
        "get",
        "have",
        "hold",
        "held",
        "obtain",
        "obtained",
        "receive",
        "received",
        "use",
    ];
    let ours = [
        "you have not given",
        "you have not told",
        "you have not provided",
        "you have not supplied",
        "you did not give",
        "you did not tell",
        "you did not provide",
        "you did not supply",
        "not provided by you",
        "not been provided by you",
        "not been given by you",
        "not supplied by you",
        "not given by you",
        "did not come from you",
        "does not come from you",
        "has not come from you",
        "beyond what you tell us",
        "beyond what you give us",
        "besides what you tell us",
        "besides what you give us",
        "other than what you give us",
        "other than what you tell us",
        "in addition to what you give us",
        "in addition to what you tell us",
    ];
    let data = [
        "data",
        "information",
        "detail",
        "about you",
        "things",
        "facts",
    ];
    let bounds = [
        "if you ",
        "where you ",
        "unless",
        "cannot",
        "because you",
        "until",
        "we do not",
        "we never",
        ":",
    ];
    let text = fold(sentence);
    let all = words(sentence);
    let we = all.windows(3).any(|it| {
        let gets = |word: &String| GETS.contains(&word.as_str());
        it[0] == "we" && (gets(&it[1]) || gets(&it[2]))
    });
    let passive = all
        .windows(2)
        .any(|it| matches!(it[0].as_str(), "is" | "are") && GETS.contains(&it[1].as_str()));
    let from = text.replace("from you", "").contains(" from ");
    (we || passive)
        && ours.iter().any(|it| text.contains(it))
        && has(sentence, &data)
        && !from
        && !has(sentence, &bounds)
}

/// Says whether a sentence has somebody other than people themselves tell us something, or has us look it up.
fn is_told_by_others(said: &Said<'_>) -> bool {
    const TELL: [&str; 14] = [
        "give", "gives", "inform", "informs", "pass", "passes", "provide", "provides", "report",
        "send", "sends", "supply", "tell", "tells",
    ];
    let looked_up = [
        "we look up",
        "we search",
        "we check ",
        "we ask the",
        "we ask your",
        "we consult",
        "public register",
        "social media",
        "the internet",
    ];
    let all = words(said.text);
    let told = (1..all.len()).any(|at| {
        let by = all[at.saturating_sub(4)..at].iter();
        let mut by = by.map(String::as_str);
        TELL.contains(&all[at - 1].as_str())
            && all[at] == "us"
            && !by.any(|it| matches!(it, "you" | "to" | "can" | "may" | "please" | "not"))
    });
    let source = has(said.text, &looked_up)
        && !matches!(said.section, SectionId::Retention | SectionId::Rights);
    (said.section == SectionId::Sources && said.is_listed) || told || source || is_from_others(said)
}

/// Says whether a sentence has data come from anybody but people themselves, and from more than what they fill in.
fn is_from_others(said: &Said<'_>) -> bool {
    let gets = [
        "come", "get", "receiv", "obtain", "collect", "gather", "reach", "supplied", "taken",
        "drawn",
    ];
    let own = [
        "application",
        "form",
        "you yourself",
        "from you ",
        "from you.",
        "from you,",
    ];
    let others = ["retention", "deleted", "destroyed"];
    let first_hand = has(said.text, &own) && !has(said.text, &["and from", "or from"]);
    has(said.text, &[" from "])
        && words(said.text)
            .iter()
            .any(|it| gets.iter().any(|start| it.starts_with(start)))
        && !first_hand
        && !has(said.text, &others)
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
    use super::{SectionId, comes_from_anybody, is_not_given, is_told_by_others};
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
    fn what_people_did_not_give_is_told_from_what_they_did() {
        for sentence in [
            "We also gather information about you, and about each adult who lives with you, that you have not given us yourself.",
            "We hold details about you that you did not give us.",
            "We obtain other data, beyond what you tell us.",
            "Information is collected that was not provided by you.",
            "We obtain further details about the family that have not been provided by you.",
            "In addition to what you give us, we collect facts about your home.",
        ] {
            assert!(is_not_given(sentence), "{sentence}");
        }
        for sentence in [
            "We also get information that you have not given us yourself from the police.",
            "We do not hold details that you have not given us.",
            "If you have not given us your details, we have no record of you.",
            "We cannot use data that you did not give us.",
            "You have not told us your name.",
            "Beyond what you tell us we keep nothing.",
        ] {
            assert!(!is_not_given(sentence), "{sentence}");
        }
    }

    #[test]
    fn others_who_tell_us_are_told_from_people_themselves() {
        let told = |text| {
            is_told_by_others(&Said {
                section: SectionId::Data,
                text,
                next: "",
                is_listed: false,
                denies: false,
            })
        };
        for text in [
            "The Department for Work and Pensions tells us whether you get a benefit.",
            "Your landlord and the council give us your address.",
            "We look up your address in the register.",
            "Some of it comes from your school.",
            "It comes from your application and from the school.",
        ] {
            assert!(told(text), "{text}");
        }
        for text in [
            "You give us most of this in the application and at the home visit.",
            "You can tell us more.",
            "We also hold information about the child that you did not give us.",
            "Please send us your form.",
            "Most of it comes from the application that you make.",
            "All of this is collected from you.",
        ] {
            assert!(!told(text), "{text}");
        }
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
