//! Answers that people leave out, in the words of a form: "leave a question blank", "if you do not".

use crate::text::{fold, has, words};

/// Says whether a sentence has people leave an answer out, whatever stands between the two words for it: "leave a vetting question blank".
pub(super) fn is_left(sentence: &str) -> bool {
    const LEAVES: [&str; 3] = ["leave", "leaves", "leaving"];
    const BLANK: [&str; 5] = ["blank", "empty", "out", "unanswered", "open"];
    const SKIPS: [&str; 10] = [
        "skip",
        "skips",
        "skipping",
        "omit",
        "omits",
        "omitting",
        "withhold",
        "withholds",
        "miss",
        "unanswered",
    ];
    const ANSWERS: [&str; 12] = [
        "answer",
        "answers",
        "box",
        "boxes",
        "detail",
        "details",
        "field",
        "fields",
        "information",
        "part",
        "question",
        "questions",
    ];
    let answers = |within: &[String]| within.iter().any(|it| ANSWERS.contains(&it.as_str()));
    sentence.split([',', ';', ':']).any(|part| {
        let all = words(part);
        let by_people = |at: usize| at == 0 || !matches!(all[at - 1].as_str(), "we" | "us");
        (0..all.len()).filter(|&at| by_people(at)).any(|at| {
            let behind = &all[at + 1..all.len().min(at + 8)];
            let blank = behind.iter().position(|it| BLANK.contains(&it.as_str()));
            let left = blank.is_some_and(|end| answers(&behind[..end]));
            (LEAVES.contains(&all[at].as_str()) && left)
                || (SKIPS.contains(&all[at].as_str()) && answers(&all))
        })
    })
}

/// Says whether a sentence, if it is about what happens "if you do not", means an answer: what its verb does, or that of the sentence
/// before, which it is the other half of. "If you become our tenant we keep it. If you do not, we destroy it" speaks of no answer.
pub(super) fn is_of_answering(before: &str, sentence: &str) -> bool {
    let text = fold(sentence);
    let cases = ["if you do not", "if you don't"];
    let Some((lead, rest)) = cases.iter().find_map(|it| text.split_once(it)) else {
        return true;
    };
    let half = rest.trim_start().starts_with([',', ';']) || rest.trim_start().starts_with("we ");
    // What cannot be done then was asked for, whatever the words.
    let fails = ["cannot", "can't", "unable", "not be able"];
    !half || has(before, &GIVES) || has(lead, &GIVES) || has(rest, &fails) || before.ends_with('?')
}

/// What people do who answer.
const GIVES: [&str; 18] = [
    "answer", "ask you", "asks you", "complete", "fill", "give", "have to", "must", "need",
    "provide", "question", "repl", "require", "return", "send", "share", "supply", "tell",
];

/// Says whether a sentence lets people say no to what the one before it asks beside the service: "We also ask whether you would like
/// news. That is optional." What the service itself needs is not told by it.
pub(super) fn is_of_an_extra(before: &str, sentence: &str) -> bool {
    let all = words(sentence);
    let points = all
        .iter()
        .take(3)
        .any(|it| matches!(it.as_str(), "that" | "this" | "it" | "they" | "these"));
    let beside = [
        "would like",
        "want to hear",
        "also ask",
        "also offer",
        "also invite",
        "would you",
    ];
    let more = [
        "newsletter",
        "news ",
        "survey",
        "offers",
        "marketing",
        "mailing list",
        "updates",
    ];
    has(sentence, &more) || (points && (has(before, &beside) || has(before, &more)))
}

#[cfg(test)]
mod tests {
    use super::{is_left, is_of_an_extra, is_of_answering};

    #[test]
    fn an_answer_that_is_left_out_is_told_from_what_else_is_left() {
        for sentence in [
            "If you apply and leave a vetting question blank, we cannot complete vetting.",
            "People who leave this part of the form empty get no grant.",
            "Leaving the question on health unanswered does you no harm.",
            "You may skip any question.",
            "Whoever omits these details waits longer.",
            "A parent who leaves the box about allergies blank is rung up.",
        ] {
            assert!(is_left(sentence), "{sentence}");
        }
        for sentence in [
            "We keep it for six years after you leave.",
            "If we leave a question open we tell you.",
            "Leave the hall as you found it, with the lights out.",
            "When you leave, your details are taken out of the list.",
            "We withhold information that would harm others.",
            "Please leave your details with the desk.",
        ] {
            assert!(!is_left(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_case_without_a_verb_is_that_of_the_sentence_before() {
        for (before, sentence) in [
            (
                "We ask you for your income.",
                "If you do not, we cannot help.",
            ),
            ("Must I answer?", "If you don't, we cannot help."),
            (
                "You must tell us your name.",
                "If you do not, you get no card.",
            ),
            (
                "Please fill in each part.",
                "If you do not, your claim takes longer.",
            ),
            (
                "You are our guest.",
                "If you do not give a name we cannot write.",
            ),
            (
                "Name and address.",
                "If you do not, we are unable to write.",
            ),
            ("", "Give us a number; if you do not, we write."),
            ("We keep it for a year.", "Without it we cannot help."),
        ] {
            assert!(is_of_answering(before, sentence), "{sentence}");
        }
        for (before, sentence) in [
            (
                "If you become our tenant, your application is kept until six years after the tenancy ends.",
                "If you do not, we destroy it two years after you last renewed it.",
            ),
            (
                "If you join, we keep your file.",
                "If you don't, we delete it.",
            ),
            (
                "Collect your badge by May.",
                "If you do not, it is destroyed.",
            ),
            (
                "If you appeal, we keep the papers for longer.",
                "If you do not, they go after a year.",
            ),
            (
                "You may move to another home.",
                "If you do not, nothing changes.",
            ),
            (
                "If you pay in time the case is closed.",
                "If you do not, we pass your details to the court.",
            ),
        ] {
            assert!(!is_of_answering(before, sentence), "{sentence}");
        }
    }

    #[test]
    fn an_extra_that_one_may_leave_says_nothing_of_the_rest() {
        for (before, sentence) in [
            (
                "We also ask whether you would like news of changes.",
                "That is optional.",
            ),
            ("Would you take part in our survey?", "It is up to you."),
            ("", "Signing up to the newsletter is voluntary."),
        ] {
            assert!(is_of_an_extra(before, sentence), "{sentence}");
        }
        for (before, sentence) in [
            ("We ask for your ethnic group.", "That is optional."),
            ("Some details are needed.", "The rest is optional."),
            (
                "We also ask for your telephone number.",
                "Questions marked with a star are optional.",
            ),
        ] {
            assert!(!is_of_an_extra(before, sentence), "{sentence}");
        }
    }
}
