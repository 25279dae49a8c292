//! What stands before a request though the law does not ask for it, sentence by sentence (Art. 12(2), (5), (6)).

use super::{
    money::pounds,
    text::{fold, has, words},
};

/// Words that oblige.
const MUST: [&str; 25] = [
    "you must",
    "you need to",
    "you have to",
    "you will need",
    "you'll need",
    "you are required",
    "you should",
    "must be made",
    "be made in",
    "must be in",
    "should be made",
    "should be in",
    "must include",
    "request must",
    "requests must",
    "must send",
    "must provide",
    "must prove",
    "only accept",
    "only in writing",
    "please complete",
    "please fill",
    "we require",
    "we will ask",
    "we ask you for",
];
/// Words that free from it.
const NEED_NOT: [&str; 8] = [
    "need not",
    "not need",
    "no need",
    "not have to",
    "don't have to",
    "don't need",
    "without ",
    "not required",
];

/// Whether a sentence obliges: by a word, or because it is an instruction.
fn obliges(sentence: &str) -> bool {
    let first = words(sentence).into_iter().next().unwrap_or_default();
    let told = [
        "ask", "apply", "contact", "request", "send", "bring", "provide", "enclose", "include",
        "complete", "fill",
    ];
    (has(sentence, &MUST) || told.contains(&first.as_str())) && !has(sentence, &NEED_NOT)
}

/// Whether a sentence wants a request in writing, or on a form.
pub(super) fn in_writing(sentence: &str) -> bool {
    // "In a form that a computer reads" is no form to fill in.
    let written = [
        "in writing",
        "written request",
        "must write",
        "need to write",
        "have to write",
        "should write",
        "by letter",
        "our form",
        "the form",
        "this form",
        "request form",
        "application form",
        "access form",
        "fill in a",
        "complete a form",
        "on a form",
    ];
    // "In writing or by phone" leaves a choice.
    let choice = [
        "phone",
        "in person",
        "any way",
        "however you",
        "face to face",
        "e-mail",
        "email",
        "if you like",
        "can use",
        "may use",
        "you can make",
    ];
    has(sentence, &written) && !has(sentence, &choice) && obliges(sentence)
}

/// Whether a sentence wants proof of identity from everyone, and not on doubt.
pub(super) fn proof(sentence: &str) -> bool {
    let proof = [
        "proof of identity",
        "proof of your identity",
        "proof of who you are",
        "proof of address",
        "prove your identity",
        "prove who you are",
        "evidence of your identity",
        "evidence of identity",
        "identification",
        "confirm your identity",
        "verify your identity",
        "confirm who you are",
        "photo id",
        "passport",
        "driving licence",
        "identity document",
        "forms of id",
        "proof of id",
    ];
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
                "before we can",
                "we need",
                "will be asked",
                "we must have",
            ],
        );
    has(sentence, &proof) && must && !has(sentence, &doubt) && !has(sentence, &NEED_NOT)
}

/// Whether a sentence names a fee that the law does not allow.
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
        "no longer",
        "do not pay",
        "don't pay",
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
        "payable",
        "must pay",
        "need to pay",
        "have to pay",
    ];
    // The £10 of the Act of 1998 is LAW-02's.
    has(&text, &asked) && !has(&text, &free) && !pounds(&text).any(|sum| sum == 10)
}
