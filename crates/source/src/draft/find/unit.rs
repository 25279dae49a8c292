//! Numbers and the units of time that they count.

use law::NUMBERS;

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

/// Says whether a word is a unit of time.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.contains(&word)
}

/// Reads a number in figures or in words, or two: `6`, `6-7`, `twenty-five`, `2.5`, `6+`.
pub(super) fn is_number(word: &str) -> bool {
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

/// Says whether a number and its unit in one word: `2yrs`, `24-month`, `six-year`.
pub(super) fn is_joined(word: &str) -> bool {
    if let Some((number, unit)) = word.rsplit_once('-') {
        return is_number(number) && is_unit(unit);
    }
    let unit = word.trim_start_matches(|mark: char| mark.is_ascii_digit());
    let number = &word[..word.len() - unit.len()];
    !number.is_empty() && is_number(number) && (is_unit(unit))
}

/// Says whether a word begins with a unit of time: `year-old`.
pub(super) fn is_joined_unit(word: &str) -> bool {
    word.split_once('-').is_some_and(|(unit, _)| is_unit(unit))
}
