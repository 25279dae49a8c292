//! Durations that a text gives: `six weeks`, `40 calendar days`, `a month`.

use super::{
    number::{NUMBERS, halves},
    text::{fold, has, words},
};

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
        let number: Vec<&str> = words[..=at].iter().map(String::as_str).collect();
        let whole = usize::try_from(halves(&number)? / 2).ok()?;
        Some((whole, unit))
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

/// Lists the periods that a text gives in months or years, in months: `two years and six months` is each of them, and both.
#[must_use]
pub fn months(text: &str) -> Vec<u16> {
    let text = fold(text).replace(" 1/2", "½").replace(" ½", "½");
    // The point of `6.5` is a part of it.
    let words: Vec<&str> = text
        .split(|mark: char| !mark.is_alphanumeric() && mark != '.')
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let period = |at: usize| {
        let (number, unit) = words[..=at]
            .split_last()
            .map(|(unit, rest)| (rest, *unit))?;
        let unit = match unit.trim_end_matches('s') {
            "month" => 1,
            "year" => 12,
            _ => return None,
        };
        // "A year and a half", "half a year"
        let rest = words.get(at + 1..).unwrap_or_default();
        let more = u32::from(rest.starts_with(&["and", "a", "half"]));
        let halves = match number {
            [.., "half", "a"] => 1,
            [.., "a"] if more == 1 => 2,
            number => halves(number)?,
        };
        // "In 2019. Years later" gives none.
        let is_few = halves < 2000;
        u16::try_from((halves + more) * unit / 2)
            .ok()
            .filter(|_| is_few)
    };
    let mut all: Vec<u16> = Vec::new();
    let mut last: Option<(usize, u16)> = None;
    for at in 0..words.len() {
        let Some(months) = period(at) else { continue };
        if let Some((before, years)) = last
            && words[before].starts_with("year")
            && words[at].starts_with("month")
            && words.get(before + 1) == Some(&"and")
            && at - before < 5
        {
            all.push(years.saturating_add(months));
        }
        all.push(months);
        last = Some((at, months));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{Unit, durations, months};

    #[test]
    fn periods_are_read_whole() {
        for (text, wanted) in [
            ("for twenty-five years", vec![300]),
            ("for twenty five years after that", vec![300]),
            ("a hundred years", vec![1200]),
            ("eighteen months", vec![18]),
            ("two and a half years", vec![30]),
            ("6½ years", vec![78]),
            ("6 1/2 years", vec![78]),
            ("6.5 years.", vec![78]),
            ("one-hundred-and-ten years", vec![1320]),
            ("six (6) years", vec![72]),
            ("a year and a half", vec![18]),
            ("half a year", vec![6]),
            ("two years and six months", vec![24, 30, 6]),
            ("six years after 2 months", vec![72, 2]),
            ("thirty-six-month", vec![36]),
            ("Since 2019. Years later", vec![]),
            ("until the end of the year", vec![]),
        ] {
            assert_eq!(months(text), wanted, "{text}");
        }
    }

    #[test]
    fn days_are_read_whole() {
        let days: Vec<_> = durations("within twenty-eight days, or forty days").collect();
        assert_eq!(days, [(28, Unit::Days), (40, Unit::Days)]);
    }
}
