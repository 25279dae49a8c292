//! What words say of a date beside them.

use std::sync::LazyLock;

use super::day::month;

/// Words beside a date that is the text's own.
static OWN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "updated update reviewed revised revision published publication issued issue dated effective amended modified changed \
     created written printed version v notice"
        .split_whitespace()
        .collect()
});

/// What the words before a date say of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum DateRole {
    /// The text is of that day.
    Own,
    /// It will be gone through on it.
    Next,
    /// Something else ends with it.
    Other,
}

/// Says whether words speak of the text that they stand in: “this notice”, “this version”.
pub(super) fn is_of_the_text(words: &[&str]) -> bool {
    let names = ["notice", "policy", "statement", "page", "document"];
    // A version, a letter or a note may be of something else.
    let others = [
        "version", "one", "letter", "note", "leaflet", "edition", "wording",
    ];
    words.iter().any(|word| names.contains(word))
        || words
            .windows(2)
            .any(|pair| pair[0] == "this" && others.contains(&pair[1]))
        || words.windows(2).any(|pair| pair == ["these", "words"])
}

/// Says whether a word says that somebody settled a text.
pub(super) fn agreed(word: &&str) -> bool {
    matches!(*word, "approved" | "agreed" | "adopted" | "ratified")
}

pub(super) fn said(words: &[&str]) -> Option<DateRole> {
    let is = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let has = |one: &str, two: &[&str]| {
        let mut pairs = words.windows(2);
        pairs.any(|pair| pair[0] == one && two.contains(&pair[1]))
    };
    let last = has(
        "last",
        &[
            "review",
            "checked",
            "change",
            "update",
            "revision",
            "gone",
            "looked",
            "read",
            "rewritten",
        ],
    );
    // A review is the next one as a rule.
    let next = is(&["next", "due", "will", "again", "expect"])
        || has("to", &["be"])
        || (is(&["review"]) && !last);
    let notice = is_of_the_text(words);
    if next {
        let goes_through = is(&[
            "edition",
            "check",
            "checks",
            "goes",
            "looks",
            "reads",
            "reviews",
            "review",
            "reviewed",
            "revised",
            "revision",
            "updated",
            "update",
            "look",
            "looked",
            "checked",
            "read",
            "go",
            "gone",
            "amended",
            "amendment",
            "revise",
            "rewritten",
        ]);
        return Some(if goes_through {
            DateRole::Next
        } else {
            DateRole::Other
        });
    }
    let ended = is(&["withdrawn", "superseded"]);
    if ended || matches!(words.last(), Some(&"until" | &"by")) {
        return Some(DateRole::Other);
    }
    let own = last
        || words
            .iter()
            .any(|word| OWN.contains(word) || is_version(word))
        || has("in", &["force"])
        || has("into", &["force"])
        || (has("up", &["to"]) && has("to", &["date"]))
        || begins_to_hold(words)
        || (notice && settled(words))
        || words == ["date"]
        || words.first().is_some_and(agreed)
        || (words.first() == Some(&"it") && words.get(2).is_some_and(agreed))
        || (notice && words.iter().any(agreed));
    own.then_some(DateRole::Own)
}

/// Says whether words say from when a text holds: “valid from”, “this notice takes effect on”.
fn begins_to_hold(words: &[&str]) -> bool {
    let from = words
        .iter()
        .position(|word| matches!(*word, "from" | "since" | "effect"));
    let holds = [
        "valid", "applies", "apply", "current", "effect", "runs", "date", "dates",
    ];
    // What else is valid from a day says so behind its name: "the permit is valid from".
    let bare = words.len() <= 2 || is_of_the_text(words);
    bare && from.is_some() && words.iter().any(|word| holds.contains(word))
}

/// Says whether words tell what was done to a text on the day behind them, whatever that is called: “this edition was settled on”.
fn settled(words: &[&str]) -> bool {
    let words = match words {
        [rest @ .., "on" | "in"] => rest,
        rest => rest,
    };
    let done = |word: &str| word.ends_with("ed") || matches!(word, "made" | "drawn" | "written");
    match words {
        [.., "was" | "were", deed] | [.., "was" | "were", deed, "up"] => done(deed),
        _ => false,
    }
}

/// Says whether a sentence tells when something is done again that the sentence before it tells of: “They will do so again in May”,
/// “Next: May 2027”.
pub(super) fn goes_on(words: &[&str]) -> bool {
    let again = ["they", "we", "it", "this", "that"]
        .iter()
        .any(|who| words.first() == Some(who))
        && words.contains(&"again");
    let next = words.iter().position(|word| *word == "next");
    let bare = next.is_some_and(|at| {
        let behind = words.get(at + 1).copied().unwrap_or_default();
        matches!(behind, "in" | "on" | "is" | "due" | "time" | "") || month(behind).is_some()
    });
    again || bare
}

fn is_version(word: &str) -> bool {
    let rest = word.strip_prefix('v').unwrap_or_default();
    rest.starts_with(|mark: char| mark.is_ascii_digit())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// Says whether words give a text its number: “Edition 4, last revised on”, “Leaflet HS7, printed”.
pub(super) fn is_numbered(words: &[&str]) -> bool {
    let digit = |mark: char| mark.is_ascii_digit();
    words.windows(2).any(|pair| match pair[0] {
        "version" | "edition" | "issue" | "revision" => pair[1].starts_with(digit),
        "leaflet" | "booklet" | "factsheet" => pair[1].ends_with(digit),
        _ => false,
    })
}

/// Says whether the word at `at` may number a version: “version 4”, “issue 4”. Behind “date of issue” stands a day.
pub(super) fn numbers(words: &[&str], at: usize) -> bool {
    let named = matches!(
        words.get(at.wrapping_sub(1)),
        Some(&("version" | "v" | "issue" | "revision"))
    );
    let dates = at > 1 && matches!(words[at - 2], "of" | "date" | "last");
    named && !dates
}

pub(super) fn version(words: &[&str]) -> Option<String> {
    let number = |word: &&str| {
        word.starts_with(|mark: char| mark.is_ascii_digit())
            && word.len() <= 6
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let named = (1..words.len()).find_map(|at| {
        let name = numbers(words, at) && number(&words[at]);
        name.then_some(words[at])
    });
    let short = || {
        words
            .iter()
            .find(|word| is_version(word))
            .map(|word| &word[1..])
    };
    named.or_else(short).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use crate::draft::find::dated;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_text_may_date_itself_in_its_own_manner() {
        let both = |text: &str| {
            let found = dated(text.lines().enumerate());
            (found.date.map(|it| it.1), found.next.map(|it| it.1))
        };
        for (text, own, next) in [
            (
                "This notice is for people who let rooms or want to. It was last updated on 9 May 2026 and will be reviewed in May 2027.",
                Some("9 May 2026"),
                Some("May 2027"),
            ),
            (
                "These words date from 1 April 2026.",
                Some("1 April 2026"),
                None,
            ),
            (
                "We read this page through again every spring; the next time is April 2027.",
                None,
                Some("April 2027"),
            ),
            (
                "Leaflet HS7, printed May 2026, to be looked at again by May 2028.",
                Some("May 2026"),
                Some("May 2028"),
            ),
            (
                "Issued: 3 November 2025 To be looked at again: November 2027",
                Some("3 November 2025"),
                Some("November 2027"),
            ),
            (
                "Date of issue: 03/11/2025 Next review: 03/11/2027",
                Some("03/11/2025"),
                Some("03/11/2027"),
            ),
            (
                "A leaflet for anyone who has called us Issued: 3 November 2025 Review date: November 2027",
                Some("3 November 2025"),
                Some("November 2027"),
            ),
            (
                "The sale of the hall to Overton Homes: 3 May 2026",
                None,
                None,
            ),
            ("The new rents date from 1 April 2026", None, None),
            (
                "The lift is for people who cannot climb the stairs. It was last updated on 9 May 2026 and will be tested in May 2027.",
                None,
                None,
            ),
        ] {
            let wanted = (own.map(str::to_owned), next.map(str::to_owned));
            assert_eq!(both(text), wanted, "{text}");
        }
    }
}
