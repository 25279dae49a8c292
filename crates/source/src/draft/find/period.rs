//! How long something lasts, and whether that is how long data is kept.

use law::NUMBERS;

use super::keeping::{Use, keeps, plain, used};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// As the source writes it.
    pub text: String,
    pub of: Use,
}

const UNITS: [&str; 28] = [
    "hour",
    "hours",
    "hr",
    "hrs",
    "day",
    "days",
    "week",
    "weeks",
    "wk",
    "wks",
    "fortnight",
    "fortnights",
    "month",
    "months",
    "mth",
    "mths",
    "term",
    "terms",
    "quarter",
    "quarters",
    "year",
    "years",
    "yr",
    "yrs",
    "decade",
    "decades",
    "year's",
    "years'",
];

/// Words between a number and its unit.
const KINDS: [&str; 14] = [
    "calendar",
    "working",
    "financial",
    "tax",
    "full",
    "complete",
    "school",
    "academic",
    "business",
    "clear",
    "consecutive",
    "further",
    "more",
    "additional",
];

/// The periods of a text.
pub(crate) fn periods(text: &str) -> Vec<Period> {
    let mut found = Vec::new();
    for clause in super::sentences(text) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let mut at = 0;
        while at < words.len() {
            match period(&words, at) {
                Some(count) => {
                    let said = words[at..at + count].join(" ");
                    let said = said.trim_matches(|mark: char| {
                        matches!(
                            mark,
                            ',' | '.' | ';' | ':' | '(' | '“' | '”' | '"' | '!' | '?'
                        )
                    });
                    // A bracket that was opened within is closed within.
                    let said = if said.contains('(') {
                        said
                    } else {
                        said.trim_end_matches(')')
                    };
                    let period = Period {
                        text: said.to_owned(),
                        of: used(&words, at),
                    };
                    found.push(period);
                    at += count;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// A number in figures or in words, or two: `6`, `6-7`, `twenty-five`, `2.5`, `6+`.
fn is_number(word: &str) -> bool {
    !word.is_empty()
        && word
            .trim_end_matches('+')
            .split(['-', '–', '/', '.'])
            .all(|part| {
                part == "half"
                    || NUMBERS.contains(&part)
                    || (part.len() <= 3
                        && !part.is_empty()
                        && part.bytes().all(|byte| byte.is_ascii_digit()))
            })
}

/// How many words make the period that begins at `at`.
fn period(words: &[&str], at: usize) -> Option<usize> {
    let word = plain(words[at]);
    let next = |by: usize| {
        words
            .get(at + by)
            .map(|word| plain(word))
            .unwrap_or_default()
    };
    let ends_clause = |at: usize| words[at].ends_with([',', '.', ':']);
    match &*word {
        "indefinitely" | "permanently" | "forever" => return Some(1),
        "for" if next(1) == "ever" || next(1) == "life" => return Some(2),
        "in" if next(1) == "perpetuity" => return Some(2),
        "current" | "present" if next(1) == "year" => {
            let plus = next(2) == "+" || next(2) == "plus";
            let bare = words.get(at + 2) == Some(&"+");
            if (plus || bare) && is_number(&next(3)) {
                let unit = is_unit(&next(4));
                return Some(if unit { 5 } else { 4 });
            }
            return None;
        }
        _ => {}
    }
    // `until age 25`, `until they reach the age of 18`.
    if word == "age" && at > 0 {
        let of = usize::from(next(1) == "of");
        let until = words[at.saturating_sub(5)..at]
            .iter()
            .any(|word| matches!(&*plain(word), "until" | "till"));
        let bare =
            next(1 + of).bytes().all(|byte| byte.is_ascii_digit()) && !next(1 + of).is_empty();
        return (until && bare && !ends_clause(at)).then_some(2 + of);
    }
    // `25th birthday`, `18th birthday`.
    if next(1) == "birthday" && word.starts_with(|mark: char| mark.is_ascii_digit()) {
        return Some(2);
    }
    if is_joined(&word) {
        return (!is_age(words, at, 1)).then_some(1);
    }
    let article = matches!(&*word, "a" | "an");
    if article
        && (is_unit(&next(1))
            || (matches!(&*next(1), "calendar" | "full" | "further" | "whole")
                && is_unit(&next(2))))
    {
        let count = if is_unit(&next(1)) { 2 } else { 3 };
        return (!is_rate(words, at) && !next(1).ends_with('s')).then_some(count);
    }
    if word == "half" && next(1) == "a" && is_unit(&next(2)) {
        return Some(3);
    }
    if !is_number(&word) || ends_clause(at) {
        return None;
    }
    let mut count = 1;
    // `six (6) years`, `3 to 5 years`, `a hundred years`, `25 or 30 years`.
    if words
        .get(at + count)
        .is_some_and(|word| word.starts_with('(') && word.ends_with(')') && is_number(&plain(word)))
    {
        count += 1;
    } else if words
        .get(at + count)
        .is_some_and(|word| matches!(*word, "to" | "or" | "and" | "–" | "-"))
        && is_number(&next(count + 1))
    {
        count += 2;
    } else if is_number(&next(count)) && next(count).chars().all(char::is_alphabetic) {
        count += 1;
    }
    if KINDS.contains(&next(count).as_str()) {
        count += 1;
    }
    if !is_unit(&next(count)) && !is_joined_unit(&next(count)) {
        return None;
    }
    count += 1;
    let is_rate = next(count) == "a" && is_unit(&next(count + 1));
    (!is_age(words, at, count) && !is_rate).then_some(count)
}

/// A number and its unit in one word: `2yrs`, `24-month`, `six-year`.
fn is_joined(word: &str) -> bool {
    if let Some((number, unit)) = word.rsplit_once('-') {
        return is_number(number) && is_unit(unit);
    }
    let unit = word.trim_start_matches(|mark: char| mark.is_ascii_digit());
    let number = &word[..word.len() - unit.len()];
    !number.is_empty() && is_number(number) && (is_unit(unit))
}

fn is_joined_unit(word: &str) -> bool {
    word.split_once('-').is_some_and(|(unit, _)| is_unit(unit))
}

/// Whether a period is somebody's or something's age.
fn is_age(words: &[&str], at: usize, count: usize) -> bool {
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
    let past = matches!(&*after(0), "ago");
    let keeps = words[..at].iter().any(|word| keeps(word));
    of_age || past || (old && !keeps)
}

/// Whether `a year` says how often: `once a year`, `£50 a year`.
fn is_rate(words: &[&str], at: usize) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{Use, periods};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn said(text: &str) -> Vec<String> {
        periods(text).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn periods_are_found_in_their_usual_spellings() {
        for (text, found) in [
            ("kept for 2yrs and 5 yrs.", &["2yrs", "5 yrs"][..]),
            ("until the child's 25th birthday", &["25th birthday"]),
            (
                "kept indefinitely, or permanently",
                &["indefinitely", "permanently"],
            ),
            (
                "eighteen months, then fifteen years",
                &["eighteen months", "fifteen years"],
            ),
            ("for a year, or half a year", &["a year", "half a year"]),
            (
                "a 24-month period, or a six-year period",
                &["24-month", "six-year"],
            ),
            ("31 days; audio for 48 hours", &["31 days", "48 hours"]),
            ("six (6) years plus the current year", &["six (6) years"]),
            ("current year + 6 years", &["current year + 6 years"]),
            ("6-7 years, or 3 to 5 years", &["6-7 years", "3 to 5 years"]),
            (
                "one calendar month or 30 working days",
                &["one calendar month", "30 working days"],
            ),
            (
                "75 years from date of birth or 100 years.",
                &["75 years", "100 years"],
            ),
            (
                "twenty-five years (6 full financial years)",
                &["twenty-five years"],
            ),
            (
                "for 6 tax years or two hundred years",
                &["6 tax years", "two hundred years"],
            ),
            ("kept for ever", &["for ever"]),
            ("kept for over 6 years", &["6 years"]),
            ("over 18 years of age; under 13 years we ask", &[]),
            ("the building is 100 years old, built 20 years ago", &[]),
            ("24 hours a day, once a year, £50 a year", &[]),
            ("aged 65 years", &[]),
            ("children aged between 5 and 16 years", &[]),
            (
                "kept until age 25, or until they reach the age of 18.",
                &["age 25", "age of 18"],
            ),
            ("the age of 18 is the law", &[]),
        ] {
            assert_eq!(said(text), found, "{text}");
        }
    }

    #[test]
    fn the_time_for_an_answer_is_not_how_long_data_is_kept() {
        let of = |text: &str| {
            periods(text)
                .into_iter()
                .map(|it| it.of)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            of("we answer within one calendar month or 30 working days"),
            [Use::Answer, Use::Answer]
        );
        assert_eq!(
            of("CCTV is kept for 31 days; we reply in 5 days"),
            [Use::Keeping, Use::Answer]
        );
        assert_eq!(of("You may appeal within 28 days"), [Use::Answer]);
        assert_eq!(
            of("Complaints: 6 years after the case is closed"),
            [Use::Unclear]
        );
    }
}
