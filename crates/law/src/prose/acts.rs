//! What a source text says is never done with something, and has done with it elsewhere: "we do not record calls" beside "every call is
//! recorded".

use crate::{
    Found,
    text::{denies, has, sentences, words},
};

/// Verbs of what is done with data, those that mean the same beside each other.
const ACTS: [&[&str]; 5] = [
    &["record", "records", "recorded", "tape", "tapes", "taped"],
    &[
        "keep", "keeps", "kept", "store", "stores", "stored", "hold", "holds", "held", "retain",
        "retains", "retained", "save", "saves", "saved",
    ],
    &["film", "films", "filmed", "photograph", "photographed"],
    &["sell", "sells", "sold"],
    &[
        "monitor",
        "monitors",
        "monitored",
        "track",
        "tracks",
        "tracked",
    ],
];

/// What tells nothing of which thing it is.
const ANY: [&str; 22] = [
    "a",
    "all",
    "an",
    "and",
    "any",
    "data",
    "detail",
    "details",
    "each",
    "every",
    "full",
    "information",
    "of",
    "our",
    "personal",
    "record",
    "records",
    "telephone",
    "phone",
    "the",
    "their",
    "your",
];

/// What ends the name of a thing.
const ENDS: [&str; 34] = [
    "about", "after", "and", "are", "at", "because", "but", "by", "during", "except", "for",
    "from", "goes", "go", "if", "in", "is", "longer", "nor", "on", "or", "so", "than", "that",
    "through", "to", "unless", "until", "we", "when", "which", "with", "without", "you",
];

/// A thing, and the number of the verb of what is done with it.
struct Act {
    verb: usize,
    thing: Vec<String>,
}

/// Finds the first thing of which a text says that something is never done with it, and has it done.
pub(super) fn denied(texts: &[String]) -> Option<Found> {
    let said: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let done: Vec<Act> = said.iter().flat_map(|it| done(it)).collect();
    let never = said.iter().find(|it| {
        let all = never(it);
        all.iter().any(|never| {
            done.iter()
                .any(|it| it.verb == never.verb && is_of(&it.thing, &never.thing))
        })
    })?;
    let message = "The text says that something is never done, and has it done elsewhere";
    Some(Found::wrong(message).at(never))
}

/// Says whether a thing that is named is one of those that are denied: "call" is of "telephone calls", and "video calls" are not.
fn is_of(done: &[String], never: &[String]) -> bool {
    let telling = |all: &[String]| -> Vec<String> {
        let own = all.iter().filter(|it| !ANY.contains(&it.as_str()));
        own.map(|it| it.trim_end_matches('s').to_owned()).collect()
    };
    let (done, never) = (telling(done), telling(never));
    !done.is_empty() && done.last() == never.last() && done.iter().all(|it| never.contains(it))
}

/// Returns the number of the verb that a word is a form of.
fn verb(word: &str) -> Option<usize> {
    ACTS.iter().position(|forms| forms.contains(&word))
}

/// Returns the name of a thing that words begin with.
fn thing(words: &[String]) -> &[String] {
    let end = words.iter().position(|it| ENDS.contains(&it.as_str()));
    &words[..end.unwrap_or(words.len())]
}

/// Lists what a sentence says is never done, where it sets no bounds to that.
fn never(sentence: &str) -> Vec<Act> {
    let bounds = [
        "unless",
        "except",
        "only",
        "without",
        "longer than",
        "more than",
        "if ",
        "other than",
        "any more",
        "anymore",
        "yet",
        "for marketing",
        "no longer",
    ];
    if !denies(sentence) || has(sentence, &bounds) {
        return Vec::new();
    }
    let all = words(sentence);
    let is = |at: usize, list: &[&str]| all.get(at).is_some_and(|it| list.contains(&it.as_str()));
    let mut list = Vec::new();
    for at in 0..all.len() {
        // "We do not record", "we never see or store".
        let us = at > 0 && is(at - 1, &["we"]) && is(at, &["never", "dont", "cannot"]);
        let us = us || (at > 1 && is(at - 2, &["we"]) && is(at - 1, &["do"]) && is(at, &["not"]));
        if us {
            let rest = all[at + 1..].iter().take(5);
            let verbs = rest.enumerate().take_while(|(own, it)| {
                *own == 0
                    || verb(it).is_some()
                    || matches!(it.as_str(), "or" | "nor" | "and" | "see")
            });
            let Some((own, act)) = verbs.filter_map(|(own, it)| Some((own, verb(it)?))).last()
            else {
                continue;
            };
            let behind = &all[at + 2 + own..];
            let pronoun = behind
                .first()
                .is_some_and(|it| matches!(it.as_str(), "it" | "them"));
            let named = if pronoun { thing(&all) } else { thing(behind) };
            // What follows the thing may bound it: "calls to our helpline".
            let bounded = !pronoun && behind.len() > named.len() && !is_new(behind, named.len());
            if !bounded && !is_ours(named) {
                list.push(Act {
                    verb: act,
                    thing: named.to_vec(),
                });
            }
        }
        // "Calls are not recorded", "no calls are recorded".
        let be = is(at, &["is", "are"]);
        let not = be && is(at + 1, &["not", "never"]);
        let none = be && is(0, &["no"]);
        let act = all
            .get(if not { at + 2 } else { at + 1 })
            .and_then(|it| verb(it));
        if let Some(act) = act.filter(|_| not || none) {
            let last = at + if not { 3 } else { 2 };
            let named = &all[usize::from(none)..at];
            if (last >= all.len() || is_new(&all, last)) && thing(named).len() == named.len() {
                list.push(Act {
                    verb: act,
                    thing: named.to_vec(),
                });
            }
        }
    }
    list
}

/// Says whether a clause of its own begins at a word, so that it bounds nothing before it.
fn is_new(words: &[String], at: usize) -> bool {
    let next = words.get(at).map(String::as_str).unwrap_or_default();
    let behind = words.get(at + 1).map(String::as_str).unwrap_or_default();
    matches!(next, "so" | "but" | "because")
        || (next == "and" && matches!(behind, "we" | "you" | "it" | "nobody" | "never"))
}

/// Says whether a name is of those who do it.
fn is_ours(name: &[String]) -> bool {
    name.first()
        .is_some_and(|it| matches!(it.as_str(), "we" | "you" | "they"))
}

/// Lists what a sentence has done with things today.
fn done(sentence: &str) -> Vec<Act> {
    let perhaps = [
        "if ",
        "would",
        "may ",
        "might",
        "were ",
        "used to",
        "could",
        "you can",
        "you may",
        "ask us",
        "no longer",
    ];
    if denies(sentence) || has(sentence, &perhaps) {
        return Vec::new();
    }
    let all = words(sentence);
    let mut list = Vec::new();
    for at in 0..all.len() {
        let before = at.checked_sub(1).map_or("", |at| all[at].as_str());
        if all[at] == "we" || (before == "we" && matches!(all[at].as_str(), "also" | "do")) {
            let Some(act) = all.get(at + 1).and_then(|it| verb(it)) else {
                continue;
            };
            let named = thing(&all[at + 2..]);
            // "We keep your card number safe" and "we keep it" name nothing that can be held against a denial.
            list.push(Act {
                verb: act,
                thing: named.to_vec(),
            });
        }
        if matches!(all[at].as_str(), "is" | "are")
            && let Some(act) = all.get(at + 1).and_then(|it| verb(it))
        {
            let from = all[..at].iter().rposition(|it| ENDS.contains(&it.as_str()));
            let named = &all[from.map_or(0, |from| from + 1)..at];
            list.push(Act {
                verb: act,
                thing: named.to_vec(),
            });
        }
    }
    list
}

#[cfg(test)]
mod tests {
    use super::denied;

    fn finds(one: &str, two: &str) -> bool {
        denied(&[one.to_owned(), two.to_owned()]).is_some()
    }

    #[test]
    fn what_is_never_done_is_not_done_elsewhere() {
        for (one, two) in [
            (
                "We do not record telephone calls.",
                "Every call is recorded, and recordings are kept for 13 months.",
            ),
            (
                "Your card number goes directly to the bank and we never see or store it.",
                "We hold your card number for 90 days after the show, in case there is a refund.",
            ),
            (
                "Calls are not recorded.",
                "We record calls to train our staff.",
            ),
            (
                "No photographs are kept.",
                "Photographs are kept for a year.",
            ),
            (
                "We never keep passport numbers.",
                "We store passport numbers until you leave.",
            ),
            (
                "Lessons are never filmed, and we tell you so.",
                "We film lessons.",
            ),
            (
                "We do not track vehicles, so nobody is watched.",
                "Vehicles are tracked day and night.",
            ),
        ] {
            assert!(finds(one, two), "{one}");
        }
        for (one, two) in [
            (
                "We do not record telephone calls.",
                "Video calls are recorded.",
            ),
            (
                "We do not record calls to our counselling line.",
                "Calls are recorded.",
            ),
            (
                "We never store it.",
                "We hold your card number for 90 days.",
            ),
            (
                "We do not keep photographs longer than a year.",
                "Photographs are kept for a year.",
            ),
            (
                "We never keep passport numbers.",
                "We keep a note that we have seen your passport.",
            ),
            (
                "Calls are not recorded.",
                "If calls are recorded, we tell you.",
            ),
            ("We do not sell your data.", "We sell tickets."),
            (
                "We do not record your visits.",
                "A record of what you borrow is kept.",
            ),
            (
                "We do not keep bank details.",
                "Details are kept for six years.",
            ),
            ("Calls are not recorded at night.", "Calls are recorded."),
        ] {
            assert!(!finds(one, two), "{one}");
        }
    }
}
