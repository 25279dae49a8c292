//! What words say of a date beside them.

use std::sync::LazyLock;

/// Words beside a date that is the text's own.
static OWN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    "updated update reviewed revised revision published publication issued issue dated effective amended modified changed \
     created written version v notice"
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
    let next =
        is(&["next", "due", "will", "again"]) || has("to", &["be"]) || (is(&["review"]) && !last);
    let notice = is_of_the_text(words);
    if next {
        let goes_through = is(&[
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
    if matches!(words.last(), Some(&"until" | &"by")) {
        return Some(DateRole::Other);
    }
    let own = last
        || words
            .iter()
            .any(|word| OWN.contains(word) || is_version(word))
        || has("in", &["force"])
        || words == ["date"]
        || words.first().is_some_and(agreed)
        || (words.first() == Some(&"it") && words.get(2).is_some_and(agreed))
        || (notice && words.iter().any(agreed));
    own.then_some(DateRole::Own)
}

fn is_version(word: &str) -> bool {
    let rest = word.strip_prefix('v').unwrap_or_default();
    rest.starts_with(|mark: char| mark.is_ascii_digit())
        && rest
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.')
}

pub(super) fn version(words: &[&str]) -> Option<String> {
    let number = |word: &&str| {
        word.starts_with(|mark: char| mark.is_ascii_digit())
            && word.len() <= 6
            && word
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    let named = words.windows(2).find_map(|pair| {
        let name = matches!(pair[0], "version" | "v" | "issue" | "revision");
        (name && number(&pair[1])).then_some(pair[1])
    });
    let short = || {
        words
            .iter()
            .find(|word| is_version(word))
            .map(|word| &word[1..])
    };
    named.or_else(short).map(str::to_owned)
}
