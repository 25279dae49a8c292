//! Periods that an event ends: “until the tenancy ends”, “as long as the badge is valid”.

use super::{
    keeping::{keeps, plain},
    unit::{is_number, is_unit},
};

/// The event is told in so many words at most.
const WORDS: usize = 12;

/// Says how many words make the period that begins at `at` and that an event ends. A period that counts years or names an age of
/// its own (“until age 25”) is none of these. `period` reads one that is to be added (“plus 1 year”).
pub(super) fn until(
    words: &[&str],
    at: usize,
    period: fn(&[&str], usize) -> Option<usize>,
) -> Option<usize> {
    let is = |at: usize, names: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| names.contains(&&*plain(word)))
    };
    // Most words begin none.
    let first = words[at].trim_start_matches(|mark: char| !mark.is_alphanumeric());
    if !first.starts_with(['u', 'U', 't', 'T', 'a', 'A', 'e', 'E', 'w', 'W']) {
        return None;
    }
    // "When you turn 25"
    if is(at, &["when"]) {
        let turns = (at + 2..at + 4).find(|&at| is(at, &["turn", "turns", "reach", "reaches"]))?;
        let age = words.get(turns + 1).map(|word| plain(word))?;
        return is_number(&age).then(|| aged(words, turns + 2) - at);
    }
    let labelled = at.checked_sub(1).is_none_or(|at| words[at].ends_with(':'));
    // "We hold your place until you are offered one": no data is kept.
    let place = |at: usize| (at..at + 4).any(|at| is(at, &["place", "places", "open"]));
    let kept = (at.saturating_sub(10)..at).any(|at| keeps(words[at]) && !place(at));
    let is_count = |at: usize| words.get(at).is_some_and(|word| is_number(&plain(word)));
    let long = is(at, &["as"]) && is(at + 1, &["long"]) && is(at + 2, &["as"]);
    // "Applications: end of the academic year."
    let bare = at + usize::from(is(at, &["the"]));
    let ends = labelled && is(bare, &["end"]) && is(bare + 1, &["of"]);
    let from = match (long, is(at, &["until", "till"])) {
        (true, _) => at + 3,
        (_, true) => at + 1,
        _ if ends => bare + 2,
        // "Shredded at the end of the term"
        _ if kept
            && is(at, &["at"])
            && is(at + 1, &["the"])
            && is(at + 2, &["end"])
            && is(at + 3, &["of"]) =>
        {
            at + 4
        }
        _ => return None,
    };
    // "Accident book: until 21."
    let years = words.get(from).map(|word| plain(word)).unwrap_or_default();
    let is_age = years.len() == 2 && years.bytes().all(|byte| byte.is_ascii_digit());
    let unit = words
        .get(from + 1)
        .is_some_and(|word| is_unit(&plain(word)));
    let told = kept || words[..at].iter().any(|word| word.ends_with(':'));
    // "Until 31 December 2033"
    let dated = words
        .get(from + 1)
        .is_some_and(|word| super::day::month(&plain(word)).is_some());
    if from == at + 1 && dated {
        let year = words
            .get(from + 2)
            .map(|word| plain(word))
            .unwrap_or_default();
        let long = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        return (told && long).then_some(4);
    }
    if from == at + 1 && is_age && !unit && told {
        return Some(2);
    }
    let mut end = from;
    while end < words.len() && end - from < WORDS {
        let stops = ["or", "and", "if", "unless", "plus", "when", "whichever"];
        if words[end].starts_with('(') || words[end] == "+" || is(end, &stops) {
            break;
        }
        end += 1;
        if words[end - 1].ends_with([',', '.', ';', ':', ')']) {
            break;
        }
    }
    // "Until the child is 25": an age, whatever the words before say.
    let ages = ["is", "are", "be", "turn", "turns", "reach", "reaches"];
    if let Some(age) = (from..end).find(|&at| is(at, &ages) && is_count(at + 1)) {
        return Some(aged(words, age + 2) - at);
    }
    let counts = |at: usize| {
        is_count(at)
            || is(at, &["age", "birthday"])
            || words[at].starts_with(|mark: char| mark.is_ascii_digit())
    };
    let criterion = [
        "necessary",
        "need",
        "needed",
        "require",
        "required",
        "requires",
    ];
    let inner = from..end;
    // "As long as we need it", "until no longer needed": what ends it is not told.
    let open = long || inner.clone().any(|at| is(at, &["longer"]));
    if inner.len() < 2
        || inner.clone().any(counts)
        || (open && inner.clone().any(|at| is(at, &criterion)))
    {
        return None;
    }
    // "Until the debt is paid plus 1 year."
    let more = words
        .get(end)
        .filter(|word| matches!(**word, "plus" | "+" | "and"));
    let more = more
        .and_then(|_| period(words, end + 1))
        .map(|more| more + 1);
    (labelled || kept).then_some(end + more.unwrap_or_default() - at)
}

/// Says where an age ends whose number stands before `end`: “25”, “25 years old”, “21 years and 6 months old”.
fn aged(words: &[&str], mut end: usize) -> usize {
    let is = |at: usize, name: &str| words.get(at).is_some_and(|word| plain(word) == name);
    let unit = |at: usize| words.get(at).is_some_and(|word| is_unit(&plain(word)));
    if unit(end) {
        end += 1;
        if is(end, "and") && unit(end + 2) {
            end += 3;
        }
        if is(end, "old") {
            end += 1;
        } else if is(end, "of") && is(end + 1, "age") {
            end += 2;
        }
    }
    end
}
