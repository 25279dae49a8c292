//! Until when something lasts, as a sentence says it of a programme, a fund or an offer.

use super::{
    history::is_history,
    text::{has, is_year, words},
};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What has an end of its own. Data that is kept until a day is another rule's.
const LASTING: [&str; 11] = [
    "project",
    "programme",
    "program ",
    "scheme",
    "pilot",
    "fund",
    "grant",
    "offer",
    "trial",
    "initiative",
    "campaign",
];

const UNTIL: [&str; 9] = [
    "until",
    "ends ",
    "end on",
    "end in",
    "ending",
    "closes ",
    "runs to",
    "up to the end of",
    "expires",
];

/// Returns the last day of what a sentence speaks of as something that still goes on, as in `2024-03-31`, or the last that it may
/// be where only a month or a year is given. Later days compare greater.
pub(super) fn end(sentence: &str) -> Option<String> {
    if has(sentence, &["keep ", "kept ", "retain", "delete"]) {
        return None;
    }
    if !has(sentence, &LASTING) || !has(sentence, &UNTIL) || is_history(sentence) {
        return None;
    }
    let words = words(sentence);
    let from = words.iter().position(|word| {
        UNTIL
            .iter()
            .any(|until| until.split(' ').next() == Some(word))
    })?;
    let year = |word: &str| {
        word.parse::<u16>()
            .ok()
            .filter(|year| is_year(word) && (1990..2200).contains(year))
    };
    let at = (from..words.len()).find(|&at| year(&words[at]).is_some())?;
    let year = year(&words[at])?;
    let before = |steps: usize| at.checked_sub(steps).map(|at| words[at].as_str());
    let month = |word: Option<&str>| MONTHS.iter().position(|month| Some(*month) == word);
    let number = |word: Option<&str>| {
        let digits = word?.trim_end_matches(|mark: char| mark.is_alphabetic());
        digits.parse::<u8>().ok()
    };
    let (month, day) = match (month(before(1)), number(before(1)), number(before(2))) {
        (Some(month), _, day) => (month + 1, day.filter(|day| (1..=31).contains(day))),
        // 31/03/2024
        (None, Some(month), day) if (1..=12).contains(&month) => (usize::from(month), day),
        _ => (12, None),
    };
    Some(format!("{year:04}-{month:02}-{:02}", day.unwrap_or(31)))
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn an_end_is_read_in_its_usual_spellings() {
        for (sentence, wanted) in [
            ("The project runs until 31 March 2024.", Some("2024-03-31")),
            ("A scheme that ends in March 2022", Some("2022-03-31")),
            ("Our pilot is open until 1st July 2025.", Some("2025-07-01")),
            ("The fund closes on 30/09/2025.", Some("2025-09-30")),
            ("The offer lasts until the end of 2023.", Some("2023-12-31")),
            ("We keep records of grants until they end.", None),
            (
                "The project ended in 2021 and was replaced, until 2022.",
                None,
            ),
            ("We keep your details until 31 March 2024.", None),
        ] {
            assert_eq!(end(sentence).as_deref(), wanted, "{sentence}");
        }
    }
}
