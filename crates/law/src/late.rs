//! What an answer may not cost or take: the fee and the time of the Act of 1998, and times that no law ever gave.

use super::{
    asking::is_asked_for,
    duration::{Unit, durations},
    history::is_of_the_past,
    money::pounds,
    text::has,
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
            && !has(sentence, &["kept", "keep ", "you have ", "appeal", "reach us", "you must"]))
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
    use super::is_old;

    #[test]
    fn the_old_fee_and_time_are_told_from_other_sums_and_days() {
        assert!(!is_old("You have 40 days to appeal."));
        assert!(!is_old(
            "(Until May 2018 councils could charge £10 under the Act of 1998."
        ));
        assert!(is_old("A copy of your file costs £10."));
        assert!(is_old("The trust has up to 40 calendar days to comply."));
    }
}
