//! What an answer may not cost or take: the fee and the time of the Act of 1998, and times that no law ever gave.

use super::{
    asking::{is_asked_for, names_the_request},
    duration::{Unit, durations},
    history::is_of_the_past,
    money::pounds,
    text::{fold, has, words},
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
        && (is_asked_for(sentence) || has(sentence, &PAYS) || is_waited_for(sentence))
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
            && !is_theirs(sentence)
            // "The limit of 40 days has gone."
            && !is_over(sentence))
}

/// Says whether a sentence tells of a time as one that is over. "No longer than" is of today.
fn is_over(sentence: &str) -> bool {
    let text = fold(sentence).replace("no longer than", "within");
    is_of_the_past(&text, |clause| durations(clause).next().is_some())
}

/// Says whether the sum of the Act of 1998 is what an answer waits for: "within a month of getting your £10", "once the £10 has
/// arrived". A deposit of £10 that is sent back is none, nor is a voucher.
fn is_waited_for(sentence: &str) -> bool {
    const GETS: [&str; 16] = [
        "get",
        "gets",
        "getting",
        "got",
        "have",
        "having",
        "receive",
        "receives",
        "received",
        "receiving",
        "receipt",
        "enclose",
        "enclosing",
        "send",
        "sending",
        "with",
    ];
    const COMES: [&str; 9] = [
        "arrive", "arrives", "arrived", "cleared", "enclosed", "reach", "reached", "reaches",
        "received",
    ];
    const BETWEEN: [&str; 7] = ["your", "the", "a", "of", "this", "that", "their"];
    // What may stand behind a sum that is no part of a name: "your £10 voucher" is another thing.
    const BEHIND: [&str; 26] = [
        "and", "as", "at", "before", "by", "can", "comes", "first", "for", "from", "has", "have",
        "in", "is", "may", "must", "on", "or", "pounds", "should", "to", "together", "we", "when",
        "will", "with",
    ];
    let all = words(sentence);
    (1..all.len()).any(|at| {
        let sum = matches!(all[at].as_str(), "10" | "ten");
        let rest = all[at + 1..]
            .iter()
            .skip_while(|it| *it == "00" || *it == "pounds");
        let rest: Vec<&str> = rest.map(String::as_str).collect();
        let alone = rest
            .first()
            .is_none_or(|it| BEHIND.contains(it) || COMES.contains(it));
        let mut before = all[..at].iter().rev();
        let got = before
            .find(|it| !BETWEEN.contains(&it.as_str()))
            .is_some_and(|it| GETS.contains(&it.as_str()));
        let comes = rest.iter().take(4).any(|it| COMES.contains(it));
        sum && alone && (got || comes)
    })
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
    (has(sentence, &answers) || is_dealt_with(sentence))
        && !has(sentence, &else_where)
        && !is_over(sentence)
        && durations(sentence).any(|(count, unit)| match unit {
            Unit::Days => count > 31,
            Unit::WorkingDays => count > 23,
            Unit::Weeks => count > 4,
            Unit::Months => count > 1,
            Unit::Years => true,
        })
}

/// Says whether a sentence says how long requests take, in the passive or by a word that means other things as well: "Requests are
/// dealt with in eight weeks". What was dealt with, and how long ago, is no promise.
fn is_dealt_with(sentence: &str) -> bool {
    const DEALT: [&str; 10] = [
        "dealt",
        "handled",
        "processed",
        "completed",
        "concluded",
        "finished",
        "fulfilled",
        "met",
        "take",
        "takes",
    ];
    const AGO: [&str; 5] = ["ago", "last", "past", "since", "deleted"];
    let all = words(sentence);
    let is = |list: &[&str]| all.iter().any(|it| list.contains(&it.as_str()));
    is(&DEALT) && !is(&AGO) && (is_asked_for(sentence) || names_the_request(sentence))
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
            "We respond in no longer than 40 days.",
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
