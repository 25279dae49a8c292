//! Durations that a text gives: `six weeks`, `40 calendar days`, `a month`.

use super::text::{fold, has, words};

/// Numbers as notices spell them, in lower case.
pub const NUMBERS: [&str; 29] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "several",
];

/// A unit in which a time is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// Lists the times that a text gives, each with its unit: `40 calendar days`, `six weeks`.
pub(super) fn durations(text: &str) -> impl Iterator<Item = (usize, Unit)> + use<> {
    let words = words(text);
    let many = words.len();
    let number = |word: &str| {
        let spelt = NUMBERS.iter().position(|number| *number == word);
        let spelt = spelt.map(|at| match at {
            0..20 => at + 1,
            // From twenty on they go by tens.
            _ => (at - 17) * 10,
        });
        word.parse().ok().or(spelt)
    };
    let span = move |at: usize| {
        let mut rest = words.get(at + 1..)?.iter().map(String::as_str);
        let (mut next, mut works) = (rest.next()?, false);
        if matches!(
            next,
            "working" | "school" | "business" | "calendar" | "full" | "further"
        ) {
            works = !matches!(next, "calendar" | "full" | "further");
            next = rest.next()?;
        }
        let unit = match next.trim_end_matches('s') {
            "day" if works => Unit::WorkingDays,
            "day" => Unit::Days,
            "week" => Unit::Weeks,
            "month" => Unit::Months,
            "year" => Unit::Years,
            _ => return None,
        };
        Some((number(&words[at])?, unit))
    };
    (0..many).filter_map(span)
}

/// Says whether a text gives a figure: `6 years`, `six-year`, `a month`, `48 hours`.
pub(super) fn has_duration(text: &str) -> bool {
    let words = words(text);
    let number = |word: &String| {
        word.starts_with(|mark: char| mark.is_ascii_digit())
            || NUMBERS.contains(&word.as_str())
            || matches!(word.as_str(), "a" | "an" | "few")
    };
    let unit = |word: &str| {
        let word = word.trim_start_matches(|mark: char| mark.is_ascii_digit());
        matches!(
            word.trim_end_matches('s'),
            "hour" | "day" | "week" | "fortnight" | "month" | "year" | "yr" | "decade" | "term"
        )
    };
    // "The year in which it was closed and ten more"
    let more = |it: &[String]| it[0] == "and" && number(&it[1]) && it[2] == "more";
    (words.iter().any(|word| unit(word)) && words.windows(3).any(more))
        || words.windows(3).any(|it| number(&it[0]) && (unit(&it[1]) || (matches!(it[1].as_str(), "working" | "calendar" | "full" | "more" | "financial" | "school" | "academic" | "tax") && unit(&it[2]))))
        || words.windows(2).any(|it| number(&it[0]) && unit(&it[1]))
        || words.iter().any(|word| word.starts_with(|mark: char| mark.is_ascii_digit()) && unit(word))
        // "The current year plus 6"
        || (words.iter().any(|word| unit(word)) && has(text, &["plus", " + "]) && text.contains(|mark: char| mark.is_ascii_digit()))
}

/// Lists the periods that a text gives in months or years, in months.
#[must_use]
pub fn months(text: &str) -> Vec<u16> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let text = fold(text);
    let words: Vec<&str> = text
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| {
        let spelt = NUMBERS.iter().position(|number| *number == word);
        spelt
            .and_then(|at| u16::try_from(at + 1).ok())
            .or_else(|| word.parse().ok())
    };
    let period = |pair: &[&str]| {
        let unit = match pair[1].trim_end_matches('s') {
            "month" => 1,
            "year" => 12,
            _ => return None,
        };
        number(pair[0])?.checked_mul(unit)
    };
    words.windows(2).filter_map(period).collect()
}
