//! Counts of time that are no periods: ages, rates, prices.

use super::{
    keeping::{keeps, plain},
    unit::{is_number, is_unit},
};

/// Says whether a period is somebody's or something's age.
pub(super) fn is_age(words: &[&str], at: usize, count: usize) -> bool {
    // The second of two ages: `between 5 and 16 years`.
    let second = at > 1
        && matches!(words[at - 1], "and" | "to" | "or" | "–" | "-")
        && is_number(&plain(words[at - 2]));
    let start = if second { at - 2 } else { at };
    let before: Vec<String> = words[start.saturating_sub(2)..start]
        .iter()
        .map(|word| plain(word))
        .collect();
    // `aged between 5 and 16 years`, `ages 5 to 16 years`.
    let old = before.iter().rev().enumerate().any(|(back, word)| {
        let between =
            back == 1 && matches!(before.last().map(String::as_str), Some("between" | "from"));
        (back == 0 || between) && matches!(&**word, "over" | "under" | "aged" | "age" | "ages")
    });
    let after = |by: usize| {
        words
            .get(at + count + by)
            .map(|word| plain(word))
            .unwrap_or_default()
    };
    let of_age = after(0) == "old"
        || (after(0) == "of" && after(1) == "age")
        || after(0) == "olds"
        || after(0) == "experience";
    // "In the last five years" looks back.
    let looks_back = matches!(
        before.last().map(String::as_str),
        Some("last" | "past" | "previous")
    );
    let keeps = words[..at].iter().any(|word| keeps(word));
    of_age || after(0) == "ago" || ((old || looks_back) && !keeps)
}

/// Says whether the words behind a period say how often: `24 hours a day`, `30 hours of child care a week`.
pub(super) fn is_often(words: &[&str], end: usize) -> bool {
    let rest = words.get(end..).unwrap_or_default();
    let pairs = rest.windows(2).take(5);
    let mut pairs = pairs.take_while(|pair| !pair[0].ends_with([',', '.', ':']));
    pairs.any(|pair| {
        let unit = plain(pair[1]);
        matches!(pair[0], "a" | "per" | "each" | "every") && is_unit(&unit) && !unit.ends_with('s')
    })
}

/// Says whether the words before a number say how often: “every two years”, “once in three years”.
pub(super) fn is_each(words: &[&str], at: usize) -> bool {
    let is = |by: usize, list: &[&str]| {
        at.checked_sub(by)
            .is_some_and(|at| list.contains(&&*plain(words[at])))
    };
    let often = ["once", "twice", "times"];
    is(1, &["every", "each"]) || is(1, &often) || (is(1, &["in"]) && is(2, &often))
}

/// Says whether a period is how long something has gone on: “the scheme has run for 40 years”. What has been kept so long may be what
/// is deleted then.
pub(super) fn is_so_far(words: &[&str], at: usize) -> bool {
    if at < 3 || plain(words[at - 1]) != "for" {
        return false;
    }
    let near = at.saturating_sub(6)..at - 1;
    let Some(has) = near
        .rev()
        .find(|&at| matches!(plain(words[at]).as_str(), "has" | "have"))
    else {
        return false;
    };
    let done = &words[has + 1..at - 1];
    // The thing itself goes on: "we have lent toys for 40 years" may be said of what is kept, "have to hold it for six years" is.
    let alone = match done {
        [one] => plain(one) != "to",
        [one, two] => plain(one) == "been" || matches!(&*plain(two), "here" | "there"),
        _ => false,
    };
    alone
        && !done
            .iter()
            .any(|word| keeps(word) || word.ends_with([',', ':', ';']))
}

/// Says whether a period is what a price is for: `£120 for 12 months`.
pub(super) fn is_paid(words: &[&str], at: usize) -> bool {
    at > 1 && matches!(words[at - 1], "for" | "per" | "a") && words[at - 2].starts_with('£')
}

/// Says whether a period is how long something is owed or open: `unpaid for 28 days`, `14 days to pay`.
pub(super) fn is_due(words: &[&str], at: usize, count: usize) -> bool {
    let is = |at: usize, list: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| list.contains(&plain(word).as_str()))
    };
    let owed = [
        "unpaid",
        "overdue",
        "outstanding",
        "owed",
        "unanswered",
        "late",
    ];
    let done = [
        "pay",
        "appeal",
        "challenge",
        "object",
        "claim",
        "apply",
        "accept",
        "cancel",
    ];
    let after = ["after", "for"];
    let owes = at > 1 && is(at - 1, &after) && is(at - 2, &owed);
    let late = is(at + count, &["late", "overdue"]);
    owes || late || (is(at + count, &["to"]) && is(at + count + 1, &done))
}

/// Says whether `a year` says how often: `once a year`, `£50 a year`.
pub(super) fn is_rate(words: &[&str], at: usize) -> bool {
    // `30 hours of child care a week`.
    let near = words[at.saturating_sub(5)..at].iter().rev();
    let mut near = near.take_while(|word| {
        !word.ends_with([',', '.', ':']) && !matches!(**word, "or" | "and" | "then")
    });
    if near.any(|word| matches!(&*plain(word), "hours" | "days")) {
        return true;
    }
    let before = at
        .checked_sub(1)
        .map(|at| plain(words[at]))
        .unwrap_or_default();
    matches!(
        &*before,
        "once"
            | "twice"
            | "times"
            | "time"
            | "every"
            | "hours"
            | "days"
            | "such"
            | "what"
            | "within"
    ) && before != "within"
        || before.contains(|mark: char| mark.is_ascii_digit())
}
