//! What stands before a request though the law does not ask for it, sentence by sentence (Art. 12(2), (5), (6)).

use super::{
    money::pounds,
    text::{fold, has, words},
};

/// Words that oblige.
const MUST: [&str; 33] = [
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
    "please put",
    "please send",
    "please write",
    "please make",
    "please provide",
    "please enclose",
    "only deal with",
    "only valid",
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
    let firsts = sentence.split([',', ';']);
    let firsts: Vec<String> = firsts
        .filter_map(|clause| words(clause).into_iter().next())
        .collect();
    let told = [
        "ask", "apply", "contact", "request", "send", "bring", "provide", "enclose", "include",
        "complete", "fill", "put", "write", "submit", "make", "use",
    ];
    (has(sentence, &MUST) || firsts.iter().any(|first| told.contains(&first.as_str())))
        && !has(sentence, &NEED_NOT)
}

/// Whether a sentence wants a request in writing, or on a form.
pub(super) fn in_writing(sentence: &str) -> bool {
    // "In a form that a computer reads" is no form to fill in.
    let written = [
        "in writing",
        "written request",
        "valid in writing",
        "must write",
        "need to write",
        "have to write",
        "should write",
        "by letter",
        "our form",
        "own form",
        "official form",
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
    let refused = has(sentence, &["verbal", "oral", "by phone", "by telephone"])
        && has(sentence, &["request"])
        && has(
            sentence,
            &[
                "cannot",
                "can not",
                "not accept",
                "not be accept",
                "not be dealt",
                "not deal",
                "can't",
                "unable to",
                "refuse",
                "reject",
            ],
        );
    let signed =
        has(sentence, &["request"]) && has(sentence, &["must be signed", "signed and dated"]);
    refused || signed || (has(sentence, &written) && !has(sentence, &choice) && obliges(sentence))
}

/// Whether a sentence wants proof of identity from everyone, and not on doubt.
pub(super) fn proof(sentence: &str) -> bool {
    let proof = [
        "proof of identity",
        "proofs of identity",
        "proof of your name",
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
        "forms of identification",
        "proof of identification",
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
                "must be sent",
                "must be provided",
                "must be supplied",
                "must be enclosed",
                "must be shown",
                "must accompany",
                "is required",
                "are required",
                "until we have",
                "until you",
                "unless you",
            ],
        );
    // "No request is looked at until two documents have been seen."
    let papers = has(sentence, &["document"]) && has(sentence, &["until", "unless", "before we"]);
    ((has(sentence, &proof) && must) || papers)
        && !has(sentence, &doubt)
        && !has(sentence, &NEED_NOT)
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
        "to pay an administration",
        "required to pay",
    ];
    // The £10 of the Act of 1998 is LAW-02's.
    has(&text, &asked) && !has(&text, &free) && !pounds(&text).any(|sum| sum == 10)
}
