//! How long something lasts, and whether that is how long data is kept.

use super::{
    keeping::{Use, is_about_requests, plain, used},
    other::{is_age, is_due, is_each, is_often, is_paid, is_rate, is_so_far},
    unit::{is_joined, is_joined_unit, is_number, is_unit},
    until::until,
    whole::whole,
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// As the source writes it.
    pub text: String,
    pub of: Use,
    /// Whether the clause may speak of a request about data, and does not speak of an appeal or a payment alone.
    pub is_about_requests: bool,
}

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

/// Lists the periods of a text.
pub(crate) fn periods(text: &str) -> Vec<Period> {
    let mut found = Vec::new();
    for clause in super::clauses(text) {
        let words: Vec<&str> = clause.split_whitespace().collect();
        let (mut at, mut end) = (0, None);
        while at < words.len() {
            match period(&words, at) {
                // "six years (72 months)" says one twice.
                Some(count) if end == Some(at) && words[at].starts_with('(') => at += count,
                Some(count) => {
                    let (from, to) = whole(&words, at, at + count);
                    let said = words[from..to].join(" ");
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
                        is_about_requests: is_about_requests(&words),
                    };
                    found.push(period);
                    at = to;
                    end = Some(at);
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Says how many words make the period that begins at `at`.
pub(super) fn period(words: &[&str], at: usize) -> Option<usize> {
    let word = plain(words[at]);
    let next = |by: usize| {
        words
            .get(at + by)
            .map(|word| plain(word))
            .unwrap_or_default()
    };
    let ends_clause = |at: usize| words[at].ends_with([',', '.', ':']);
    if let Some(count) = until(words, at, period) {
        return Some(count);
    }
    match &*word {
        "indefinitely" | "permanently" | "forever" => return Some(1),
        "for" if next(1) == "ever" || next(1) == "life" => return Some(2),
        "in" if next(1) == "perpetuity" => return Some(2),
        "current" | "present" => {
            // `current financial year plus six`.
            let kind = usize::from(KINDS.contains(&next(1).as_str()));
            let plus = matches!(words.get(at + kind + 2), Some(&"+" | &"plus" | &"and"));
            if next(1 + kind) == "year" && plus && is_number(&next(kind + 3)) {
                let unit = usize::from(KINDS.contains(&next(kind + 4).as_str()));
                let unit = if is_unit(&next(kind + 4 + unit)) {
                    unit + 1
                } else {
                    0
                };
                return Some(kind + 4 + unit);
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
    if next(1) == "birthday"
        && !words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| matches!(*word, "after" | "from"))
        && word.starts_with(|mark: char| mark.is_ascii_digit())
    {
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
    if !is_number(&word) || ends_clause(at) || is_each(words, at) {
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
    // `six complete financial years`.
    for _ in 0..2 {
        count += usize::from(KINDS.contains(&next(count).as_str()));
    }
    // `960 642 (term time only)`.
    if words
        .get(at + count)
        .is_some_and(|word| word.starts_with('('))
    {
        return None;
    }
    if !is_unit(&next(count)) && !is_joined_unit(&next(count)) {
        return None;
    }
    count += 1;
    (!is_age(words, at, count)
        && !is_so_far(words, at)
        && !is_often(words, at + count)
        && !is_paid(words, at)
        && !is_due(words, at, count))
    .then_some(count)
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
            ("where you have lived in the last five years", &[]),
            ("jobs of the past 10 years", &[]),
            ("24 hours a day, once a year, £50 a year", &[]),
            ("The scheme has run for 40 years", &[]),
            ("We have been open for three years", &[]),
            ("The clubs have met here for 20 years", &[]),
            (
                "take off those who have not opened it for six months",
                &["six months"],
            ),
            ("We have to keep it for six years", &["six years"]),
            ("Data that we have held for six years goes", &["six years"]),
            ("Once the case has closed, for six years", &["six years"]),
            ("aged 65 years", &[]),
            ("children aged between 5 and 16 years", &[]),
            (
                "kept until age 25, or until they reach the age of 18.",
                &["age 25", "age of 18"],
            ),
            ("the age of 18 is the law", &[]),
            (
                "six complete financial years",
                &["six complete financial years"],
            ),
            ("ring 960 642 (term time only)", &[]),
            (
                "kept until three years after their 18th birthday",
                &["three years"],
            ),
            (
                "kept until the child is 25, or 26 if older",
                &["until the child is 25"],
            ),
            (
                "until the child is 21 years and 6 months old",
                &["until the child is 21 years and 6 months old"],
            ),
            (
                "Photographs: until the tenancy ends.",
                &["until the tenancy ends"],
            ),
            (
                "kept until the end of the academic year",
                &["until the end of the academic year"],
            ),
            (
                "Until the debt is paid plus 1 year",
                &["Until the debt is paid plus 1 year"],
            ),
            (
                "we keep them as long as the badge is valid",
                &["as long as the badge is valid"],
            ),
            (
                "Rooms: end of the academic year.",
                &["end of the academic year"],
            ),
            (
                "Accident book: 3 years, or until 21 for the young",
                &["3 years", "until 21"],
            ),
            ("The desk is open until 10 today", &[]),
            ("kept as long as we need it, until needed", &[]),
            (
                "kept until no longer needed, or until it is no longer required",
                &[],
            ),
            ("Wait until the bell rings", &[]),
            (
                "We hold your place on the list until you are offered a home",
                &[],
            ),
            (
                "the current financial year plus six",
                &["current financial year plus six"],
            ),
            ("15 or 30 hours of child care a week", &[]),
            ("We go through this notice every two years", &[]),
            ("The list is compared once in three years", &[]),
            (
                "kept for two years, and every two years looked at",
                &["two years"],
            ),
            ("a permit costs £120 for 12 months", &[]),
            ("a charge remains unpaid for 28 days", &[]),
            ("you have 14 days to pay at the discounted rate", &[]),
            ("a rent that is six weeks overdue", &[]),
            ("you have two months to appeal", &[]),
            ("bills outstanding for 3 months go to court", &[]),
            ("kept for 28 days after payment", &["28 days"]),
            ("we have one month to respond", &["one month"]),
            ("unpaid charges are kept for 6 years", &["6 years"]),
        ] {
            assert_eq!(said(text), found, "{text}");
        }
    }

    #[test]
    fn the_time_for_an_appeal_or_a_payment_is_none_for_a_request() {
        let asked = |text: &str| {
            let found = periods(text);
            assert_eq!(found.len(), 1, "{text}");
            found[0].is_about_requests
        };
        for text in [
            "We answer within one month",
            "We reply to your request within 40 days, and a charge of £10 is payable",
            "We acknowledge your complaint within 30 days",
            "You will get a copy within 15 school days of the offer",
            "We aim to respond within one calendar month",
        ] {
            assert!(asked(text), "{text}");
        }
        for text in [
            "You may appeal within 28 days",
            "Appeals must be lodged within 20 school days of the offer",
            "Pay within 14 days for the discounted rate",
            "We respond to challenges within 56 days",
            "Accept the offer within 10 working days",
        ] {
            assert!(!asked(text), "{text}");
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
            of("If we hold it, we will give you a copy within 15 school days"),
            [Use::Answer]
        );
        assert_eq!(of("Deleted within 28 days of the request"), [Use::Keeping]);
        assert_eq!(
            of("Complaints: 6 years after the case is closed"),
            [Use::Unclear]
        );
    }
}
