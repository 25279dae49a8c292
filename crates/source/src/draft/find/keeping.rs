//! What a period is of, by the words around it.

/// What a period is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// Data is kept so long.
    Keeping,
    /// A request is answered within it.
    Answer,
    /// The text does not say.
    Unclear,
}

/// Words that say that something is kept, and that a request is answered.
const KEEPS: [&str; 22] = [
    "keep",
    "keeps",
    "kept",
    "keeping",
    "retain",
    "retains",
    "retained",
    "retention",
    "hold",
    "holds",
    "held",
    "store",
    "stored",
    "delete",
    "deleted",
    "destroy",
    "destroyed",
    "erased",
    "disposed",
    "archived",
    "removed",
    "wiped",
];
const ANSWERS: [&str; 17] = [
    "answer",
    "answered",
    "answers",
    "respond",
    "responds",
    "response",
    "reply",
    "replies",
    "hear",
    "back",
    "acknowledge",
    "acknowledged",
    "investigate",
    "working",
    "receipt",
    "receiving",
    "reviewed",
];

/// A word in lower case without the marks around it, a possessive's among them.
pub(super) fn plain(word: &str) -> String {
    let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric() && mark != '+');
    bare.replace('’', "'").to_lowercase()
}

/// Whether a word says that something is kept.
pub(super) fn keeps(word: &str) -> bool {
    KEEPS.contains(&plain(word).as_str())
}

/// What the nearest word before a period, else the first after it, says that it is of.
pub(super) fn used(words: &[&str], at: usize) -> Use {
    let kind = |word: &&str| {
        let word = plain(word);
        if KEEPS.contains(&word.as_str()) {
            Some(Use::Keeping)
        } else if ANSWERS.contains(&word.as_str()) {
            Some(Use::Answer)
        } else {
            None
        }
    };
    let before = words[..at].iter().rev().take(40).find_map(kind);
    before
        .or_else(|| words[at..].iter().take(40).find_map(kind))
        .unwrap_or_else(|| {
            let within = at
                .checked_sub(1)
                .is_some_and(|at| plain(words[at]) == "within");
            if within { Use::Answer } else { Use::Unclear }
        })
}
