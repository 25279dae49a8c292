//! What stands before a request though the law does not ask for it, sentence by sentence (Art. 12(2), (5), (6)).

use super::{
    money::pounds,
    text::{fold, has, words},
};

/// Words that oblige.
const MUST: [&str; 35] = [
    "has to be",
    "have to be",
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

/// Says whether a sentence obliges: by a word, or because it is an instruction.
fn obliges(sentence: &str) -> bool {
    let firsts = sentence.split([',', ';']);
    let firsts: Vec<String> = firsts
        .filter_map(|clause| words(clause).into_iter().next())
        .collect();
    (is_strict(sentence)
        || firsts.iter().any(|first| TOLD.contains(&first.as_str()))
        || tells_behind_an_aim(sentence))
        && !is_free(sentence)
}

/// Says whether a sentence that begins with an aim goes on with an instruction, which no comma need part from it: "To see your file
/// send us a letter".
fn tells_behind_an_aim(sentence: &str) -> bool {
    // Words that are names of things as well tell nothing here: "request", "contact", "use".
    const ACTS: [&str; 9] = [
        "send", "enclose", "complete", "write", "submit", "fill", "apply", "bring", "provide",
    ];
    let all = words(sentence);
    let aims = all
        .first()
        .is_some_and(|first| matches!(first.as_str(), "to" | "if" | "for"));
    aims && (2..all.len()).any(|at| {
        let before = all[at - 1].as_str();
        let governed = matches!(
            before,
            "to" | "you"
                | "we"
                | "they"
                | "can"
                | "may"
                | "could"
                | "will"
                | "would"
                | "or"
                | "not"
                | "must"
                | "should"
                | "who"
                | "people"
                | "and"
                | "us"
                | "never"
                | "dont"
        );
        ACTS.contains(&all[at].as_str()) && !governed
    })
}

/// Says whether a sentence frees from what it speaks of; "we cannot … without it" does not.
fn is_free(sentence: &str) -> bool {
    let barred = has(
        sentence,
        &[
            "unable to start",
            "unable to begin",
            "unable to process",
            "unable to deal",
            "cannot start",
            "cannot begin",
            "cannot process",
            "cannot proceed",
            "cannot deal",
        ],
    ) && has(
        sentence,
        &[
            "without it",
            "without them",
            "without these",
            "without this",
        ],
    );
    has(sentence, &NEED_NOT) && !waits(sentence) && !barred
}

/// Says whether a sentence leaves no other way: it obliges by a word, lets only some requests count, or has the rest wait.
fn is_strict(sentence: &str) -> bool {
    let only = has(sentence, &["only "]) || words(sentence).last().is_some_and(|it| it == "only");
    let only =
        only && has(
            sentence,
            &["request", "objection", "application", "subject access"],
        ) && has(
            sentence,
            &[
                "accept",
                "consider",
                "deal",
                "dealt",
                "process",
                "look at",
                "looked at",
                "answer",
                "valid",
                "subject access",
            ],
        );
    has(sentence, &MUST) || only || waits(sentence) || others_must(sentence) || is_bidden(sentence)
}

/// Says whether a sentence bids: "please submit", "should be submitted", "we ask that you provide".
fn is_bidden(sentence: &str) -> bool {
    let all = words(sentence);
    all.windows(2).any(|it| {
        (matches!(it[0].as_str(), "please" | "kindly") && TOLD.contains(&it[1].as_str()))
            || (matches!(it[0].as_str(), "must" | "should" | "shall") && it[1] == "be")
    }) || has(
        sentence,
        &[
            "we ask that you",
            "once the form has",
            "valid request is",
            "we ask you to",
            "we do ask you",
            "you are asked to",
        ],
    )
}

/// What people are told to do who ask for something.
const TOLD: [&str; 16] = [
    "ask", "apply", "contact", "request", "send", "bring", "provide", "enclose", "include",
    "complete", "fill", "put", "write", "submit", "make", "use",
];

/// Says whether somebody must do something, who is not the one that answers.
fn others_must(sentence: &str) -> bool {
    let all = words(sentence);
    (1..all.len()).any(|at| {
        let next = all.get(at + 1).map(String::as_str);
        let must = all[at] == "must"
            || (matches!(all[at].as_str(), "has" | "have" | "need" | "needs")
                && next == Some("to"));
        let ours = [
            "we", "answer", "answers", "reply", "decision", "council", "trust", "school", "staff",
        ];
        must && !ours.contains(&all[at - 1].as_str()) && next != Some("not")
    })
}

/// Says whether a sentence has a request wait for something: "we cannot begin until we have it".
pub(super) fn waits(sentence: &str) -> bool {
    let stands = [
        "cannot",
        "can not",
        "can't",
        "unable",
        "will not",
        "won't",
        "not be",
        "do not",
        "don't",
        "no request",
        "only begin",
        "only start",
    ];
    has(sentence, &stands)
        && has(
            sentence,
            &["until", "unless", "before we", "without ", "once we have"],
        )
        && has(sentence, &["request", "your record", "your data"])
}

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
