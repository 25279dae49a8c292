//! What people must do, and need not, as a sentence that speaks of a request says it.

use super::text::{has, words};

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
pub(super) fn obliges(sentence: &str) -> bool {
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
pub(super) fn is_free(sentence: &str) -> bool {
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
pub(super) fn is_strict(sentence: &str) -> bool {
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
