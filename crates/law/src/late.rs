//! What an answer may not cost or take: the fee and the time of the Act of 1998, and times that no law ever gave.

use super::{
    asking::is_asked_for,
    duration::{Unit, durations},
    history::is_of_the_past,
    money::pounds,
    text::{has, words},
};

/// Words by which a sum is the price of an answer: a deposit for a locker is not.
const PAYS: [&str; 10] = [
    "fee",
    "charg",
    "cost",
    "pay",
    "cheque",
    "postal order",
    "request",
    "copy",
    "copies",
    "access",
];

pub(super) fn is_old(sentence: &str) -> bool {
    let days = [
        "40 days",
        "40 calendar days",
        "forty days",
        "forty calendar days",
        "40 working days",
        "40-day",
        "40 day",
        "(40) days",
        "(40) calendar days",
    ];
    let answer = [
        "within",
        "inside",
        "answer",
        "respond",
        "reply",
        "up to",
        "take",
        "40-day",
        "40 day ",
        "comply",
        "have ",
        "has ",
        "time limit",
    ];
    (pounds(sentence).any(|sum| sum == 10)
        // "Until May 2018 councils could charge £10."
        && !is_of_the_past(sentence, |clause| clause.contains('£'))
        && (is_asked_for(sentence) || has(sentence, &PAYS))
        && !has(
            sentence,
            &[
                "no longer",
                "used to",
                "any more",
                "never",
                "not charge",
                "no charge",
                "there is no",
                "no fee",
                "ended",
                "free",
            ],
        ))
        || (has(sentence, &days)
            && has(sentence, &answer)
            // What is kept so long, and the time that people themselves have, are others.
            && !has(sentence, &["kept", "keep ", "appeal", "reach us", "you must"])
            && !is_theirs(sentence))
}

/// Says whether a time is one that people themselves have: "you have 40 days". What the holder "lets you have within 40 days" is not.
fn is_theirs(sentence: &str) -> bool {
    let all = words(sentence);
    (2..all.len()).any(|at| {
        let within = all[at..].iter().take(3);
        let time =
            |word: &String| word.starts_with(|mark: char| mark.is_ascii_digit()) || word == "forty";
        let lets = at > 2 && matches!(all[at - 3].as_str(), "let" | "lets" | "that" | "will");
        all[at - 2] == "you" && all[at - 1] == "have" && !lets && within.clone().any(time)
    })
}

/// Says whether a sentence takes more than a month for an answer, and not for what is complex.
pub(super) fn is_late(sentence: &str) -> bool {
    let answers = [
        "answer",
        "respond",
        "repl",
        "comply",
        "supply",
        "provide",
        "send you",
        "ready",
        "get back to you",
        "let you have",
        "you will have",
        "you'll have",
        "you will get",
        "you will receive",
        "hear from us",
        "with you within",
        "deal with",
        "are completed",
        "be completed",
        "usually completed",
        "normally completed",
    ];
    let else_where = [
        "a month",
        "one month",
        "1 month",
        "calendar month",
        "complex",
        "exten",
        "longer",
        "further",
        "additional",
        "numerous",
        "more time",
        "month more",
        "months more",
        "kept",
        "keep ",
        "retain",
        "complain",
        "ombudsman",
        "tribunal",
        "appeal",
        "court",
        "used to",
    ];
    has(sentence, &answers)
        && !has(sentence, &else_where)
        && durations(sentence).any(|(count, unit)| match unit {
            Unit::Days => count > 31,
            Unit::WorkingDays => count > 23,
            Unit::Weeks => count > 4,
            Unit::Months => count > 1,
            Unit::Years => true,
        })
}

#[cfg(test)]
mod tests {
    use super::{is_late, is_old};

    #[test]
    fn the_old_fee_and_time_are_told_from_other_sums_and_days() {
        assert!(!is_old("You have 40 days to appeal."));
        assert!(!is_old(
            "(Until May 2018 councils could charge £10 under the Act of 1998."
        ));
        assert!(is_old("A copy of your file costs £10."));
        assert!(is_old("The trust has up to 40 calendar days to comply."));
    }

    #[test]
    fn what_people_are_let_have_is_told_from_the_time_that_they_have() {
        for sentence in [
            "We will let you have what you ask for within 40 calendar days, without charge.",
            "You will have our answer within 40 days.",
            "We let you have it inside forty days.",
            "That you have a copy within 40 days is our aim.",
            "We undertake that you have your file within 40 days.",
            "We respond within 40 days.",
        ] {
            assert!(is_old(sentence), "{sentence}");
        }
        for sentence in [
            "You have 40 days within which to answer.",
            "You have up to 40 days to reply to us.",
            "If you have 40 days of leave we have it on file.",
            "You have forty days to take it up with us.",
            "After our reply you have 40 days to respond.",
            "You have another 40 days to comply.",
        ] {
            assert!(!is_old(sentence), "{sentence}");
        }
        for sentence in [
            "We will let you have the file within six weeks.",
            "You will hear from us within 60 days.",
            "It will be with you within three months.",
        ] {
            assert!(is_late(sentence), "{sentence}");
        }
        for sentence in [
            "We will let you have the file within four weeks.",
            "You will hear from us within a month.",
            "You will have our answer within 31 days.",
        ] {
            assert!(!is_late(sentence), "{sentence}");
        }
    }
}
