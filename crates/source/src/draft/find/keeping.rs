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
const KEEPS: [&str; 24] = [
    "shred",
    "shredded",
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

/// Words of what is done within a time, and not kept for it.
const GIVES: [&str; 8] = [
    "give", "gives", "provide", "send", "supply", "pay", "appeal", "copy",
];

/// Words of what is asked and decided that is not about data, and of requests that are.
const OTHERS: [&str; 15] = [
    "appeal",
    "appeals",
    "appealing",
    "pay",
    "payment",
    "unpaid",
    "offer",
    "offers",
    "discount",
    "discounted",
    "challenge",
    "challenges",
    "penalty",
    "fine",
    "invoice",
];
const REQUESTS: [&str; 11] = [
    "request",
    "requests",
    "copy",
    "copies",
    "data",
    "information",
    "complaint",
    "complaints",
    "rights",
    "enquiry",
    "enquiries",
];

/// Says whether the time for an answer that a clause tells may be that for a request about data: it speaks of one, or of nothing
/// else that is answered in a time.
pub(super) fn is_about_requests(words: &[&str]) -> bool {
    let has = |list: &[&str]| {
        words
            .iter()
            .any(|word| list.contains(&plain(word).as_str()))
    };
    has(&REQUESTS) || !has(&OTHERS)
}

/// Returns a word in lower case without the marks around it, a possessive's among them.
pub(super) fn plain(word: &str) -> String {
    let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric() && mark != '+');
    bare.replace('’', "'").to_lowercase()
}

/// Says whether a word says that something is kept.
pub(super) fn keeps(word: &str) -> bool {
    KEEPS.contains(&plain(word).as_str())
}

/// Says what the nearest word before a period, else the first after it, says that it is of.
pub(super) fn used(words: &[&str], at: usize) -> Use {
    // "30 working days" is the time for an answer; a working day before a period says nothing.
    let kind = |word: &&str| {
        // "Health answers: 3 months" names what is kept.
        let names = word.ends_with(':');
        let word = plain(word);
        if KEEPS.contains(&word.as_str()) {
            Some(Use::Keeping)
        } else if ANSWERS.contains(&word.as_str()) && !(names && word == "answers") {
            Some(Use::Answer)
        } else {
            None
        }
    };
    let is_within = at
        .checked_sub(1)
        .is_some_and(|at| plain(words[at]) == "within");
    let gives = |word: &&str| GIVES.contains(&plain(word).as_str()).then_some(Use::Answer);
    let before = words[..at]
        .iter()
        .rev()
        .take(40)
        .filter(|word| plain(word) != "working")
        .find_map(|word| kind(word).or_else(|| gives(word).filter(|_| is_within)));
    before
        .or_else(|| words[at..].iter().take(40).find_map(kind))
        .unwrap_or(if is_within { Use::Answer } else { Use::Unclear })
}
