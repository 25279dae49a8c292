//! What stands before a request though the law does not ask for it, sentence by sentence (Art. 12(2), (5), (6)).

use super::{
    money::pounds,
    obliging::{is_free, is_strict, obliges},
    text::{fold, has, words},
};

/// Says whether a sentence speaks of a form to fill in; what comes "in a form that a computer reads" is none.
fn names_form(sentence: &str) -> bool {
    let all = words(sentence);
    (0..all.len()).any(|at| {
        let before = |steps: usize| at.checked_sub(steps).map(|at| all[at].as_str());
        let behind = all.get(at + 1).map(String::as_str);
        let shape =
            matches!(behind, Some("of" | "that" | "which" | "part")) || before(1) == Some("any");
        let shape = shape
            || (matches!(before(1), Some("a" | "electronic" | "readable"))
                && before(2) == Some("in"));
        matches!(all[at].as_str(), "form" | "forms") && !shape && before(1) != Some("we")
    })
}

/// Says whether a sentence wants a request in writing, or on a form.
pub(super) fn in_writing(sentence: &str) -> bool {
    let written = [
        "in writing",
        "written request",
        "must write",
        "need to write",
        "have to write",
        "should write",
        "by letter",
        "by post",
    ];
    let written = has(sentence, &written) || names_form(sentence);
    // "In writing or by phone" leaves a choice.
    let choice = [
        "phone",
        "in person",
        "any way",
        "however you",
        "any manner",
        "aloud",
        "out loud",
        "verbally",
        "orally",
        "word of mouth",
        "by word or",
        "speak to",
        "at the desk",
        "at reception or",
        "face to face",
        "if you like",
        "can use",
        "may use",
        "you can make",
    ];
    // "By post or e-mail" invites, and "in writing, by letter or e-mail" does not.
    let choice =
        has(sentence, &choice) || (has(sentence, &["e-mail", "email"]) && !is_strict(sentence));
    let refused = has(
        sentence,
        &[
            "verbal",
            "oral",
            "by phone",
            "by telephone",
            "telephone request",
            "phone request",
        ],
    ) && has(sentence, &["request"])
        && has(
            sentence,
            &[
                "cannot",
                "can not",
                "not accept",
                "not be accept",
                "not be dealt",
                "not deal",
                "not take",
                "not answer",
                "can't",
                "unable to",
                "refuse",
                "reject",
            ],
        );
    let signed =
        has(sentence, &["request"]) && has(sentence, &["must be signed", "signed and dated"]);
    refused || signed || (written && !choice && obliges(sentence))
}

/// Says whether a sentence takes a request from one address or place alone.
pub(super) fn one_way(sentence: &str) -> bool {
    let only = [
        "only be accepted",
        "only accept",
        "only deal",
        "only consider",
        "only be considered",
        "accepted only",
        "only answer",
    ];
    has(sentence, &only)
        && has(sentence, &["request"])
        && has(sentence, &[" from ", " through ", " via ", " by "])
}

/// Says whether a sentence wants proof of identity from everyone, and not on doubt.
pub(super) fn proof(sentence: &str) -> bool {
    let papers = [
        "identification",
        "photo id",
        "passport",
        "driving licence",
        "identity document",
        "forms of id",
        "proof of id",
        "proof of address",
        "proof of your name",
        "utility bill",
        "birth certificate",
        "some id",
        "form of id",
    ];
    let shows = [
        "proof",
        "prove",
        "proving",
        "evidence",
        "confirm",
        "verif",
        "establish",
        "satisf",
        "show",
    ];
    let whose = ["identity", "who you are", "who they are", "your name"];
    let proof = has(sentence, &papers) || (has(sentence, &shows) && has(sentence, &whose));
    let doubt = [
        "doubt",
        "unsure",
        "not sure",
        "where needed",
        "only where",
        "only if",
        "where that is needed",
        "if we need",
        "if needed",
        "if necessary",
        "where necessary",
        "may ask",
        "might ask",
        "may need",
        "cannot be sure",
    ];
    let must = obliges(sentence)
        || has(
            sentence,
            &[
                "enclose",
                "shall require",
                "will require",
                "before we can",
                "we need",
                "will be asked",
                "we must have",
                "must be sent",
                "must be provided",
                "must be supplied",
                "must be enclosed",
                "must be shown",
                "must accompany",
                "is required",
                "are required",
                "identity required",
                "is needed",
                "are needed",
                "enclosing",
                "accompanied by",
                "before we release",
                "id required",
                "identification required",
                "until we have",
                "until you",
                "unless you",
            ],
        );
    // "No request is looked at until two documents have been seen."
    let unseen = has(sentence, &["document"]) && has(sentence, &["until", "unless", "before we"]);
    ((proof && must) || unseen) && !has(sentence, &doubt) && !is_free(sentence)
}

/// Says whether a sentence names a fee that the law does not allow.
pub(super) fn fee(sentence: &str) -> bool {
    let text = fold(sentence);
    let free = [
        "free",
        "no charge",
        "no fee",
        "not charge",
        "without charge",
        "unfounded",
        "excessive",
        "further cop",
        "additional cop",
        "extra cop",
        "more copies",
        "repeat",
        "again",
        "same ",
        "no longer",
        "do not pay",
        "don't pay",
        "nothing",
        "without cost",
        // What a doctor writes for others has its price.
        "insurer",
        "insurance",
        "another matter",
    ];
    let asked = [
        "fee of",
        "a fee",
        "the fee",
        "fee is",
        "we charge",
        "will charge",
        "charge of",
        "a charge",
        "costs",
        "cost £",
        "may cost",
        "cost up to",
        "payable",
        "must pay",
        "need to pay",
        "have to pay",
        "to pay an administration",
        "required to pay",
    ];
    // "For 35p a sheet", "£1 per page"
    let by_sheet = has(&text, &["sheet", "page", " each", "per copy", "per side"])
        && (text.contains('£') || words(&text).iter().any(|word| is_pence(word)));
    // The £10 of the Act of 1998 is LAW-02's.
    (has(&text, &asked) || by_sheet) && !has(&text, &free) && !pounds(&text).any(|sum| sum == 10)
}

/// Says whether a word is a sum in pence: `35p`.
fn is_pence(word: &str) -> bool {
    let digits = word.strip_suffix('p').unwrap_or_default();
    matches!(word, "pence" | "penny")
        || (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}
