//! How long a text says that data is kept: figures in any unit, so that "72 months" and "six years" are one period.

/// One period, in the unit that its own kind has for certain: months are not a number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Hours(u32),
    Months(u32),
    /// With no end: "permanent", "for ever".
    Forever,
}

/// Begins of words that say that there is no end.
const ENDLESS: [&str; 4] = ["permanent", "indefinite", "forever", "perpetu"];

/// Says whether a word, in small letters, says that there is no end.
pub(super) fn is_endless(word: &str) -> bool {
    ENDLESS.iter().any(|begin| word.starts_with(begin))
}

/// Words that may stand between a figure and its unit.
const BETWEEN: [&str; 10] = [
    "academic",
    "business",
    "calendar",
    "complete",
    "financial",
    "full",
    "further",
    "more",
    "school",
    "working",
];

/// Lists the periods that a text gives: `30 days`, `six weeks`, `twenty-five years`, `6yrs`, `current year plus 6`.
pub(super) fn periods(text: &str) -> Vec<Period> {
    let text = text.to_lowercase().replace('+', " plus ");
    let text = text.replace(".5 ", "½ ");
    let words: Vec<&str> = text
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    if words.iter().any(|word| is_endless(word))
        || words.windows(2).any(|two| two == ["for", "ever"])
    {
        found.push(Period::Forever);
    }
    for at in 0..words.len() {
        let Some((halves, glued)) = number(&words[..=at]) else {
            continue;
        };
        let before = at.checked_sub(1).map(|before| words[before]);
        let rest = words[at + 1..].iter().copied();
        let mut rest = rest.skip_while(|word| BETWEEN.contains(word));
        let next = if glued.is_empty() {
            rest.next().and_then(|word| unit(word, halves))
        } else {
            unit(glued, halves)
        };
        let counts_on = before == Some("plus") && words.iter().any(|word| word.starts_with("year"));
        let period = next.or_else(|| {
            // "The current year plus 6"
            counts_on.then_some(Period::Months(halves.saturating_mul(6)))
        });
        found.extend(period.filter(|period| !found.contains(period)));
    }
    found
}

/// Returns so many half units as a period; none of half a month, which is no number of days.
fn unit(word: &str, halves: u32) -> Option<Period> {
    let half_days = |days: u32| Period::Hours(halves.saturating_mul(12 * days));
    Some(match word {
        "hour" | "hours" | "hrs" => Period::Hours(halves / 2),
        "day" | "days" => half_days(1),
        "week" | "weeks" | "wks" => half_days(7),
        "fortnight" | "fortnights" => half_days(14),
        "month" | "months" | "mths" if halves.is_multiple_of(2) => Period::Months(halves / 2),
        "year" | "years" | "yr" | "yrs" => Period::Months(halves.saturating_mul(6)),
        "decade" | "decades" => Period::Months(halves.saturating_mul(60)),
        _ => return None,
    })
}

/// Returns the number that words end with, in halves, and what is written on to it: `6yrs`.
fn number<'a>(words: &[&'a str]) -> Option<(u32, &'a str)> {
    if let Some(halves) = law::halves(words) {
        return Some((halves, ""));
    }
    let last = words.last()?;
    let (digits, glued) = last.split_at(last.find(|mark: char| !mark.is_ascii_digit())?);
    Some((law::halves(&[digits])?, glued))
}

#[cfg(test)]
mod tests {
    use super::{Period::*, periods};

    #[test]
    fn a_period_is_known_in_any_unit_and_spelling() {
        for (text, wanted) in [
            ("30 days for proof of residency", Hours(720)),
            ("Proof of residency: thirty days", Hours(720)),
            ("for two weeks", Hours(336)),
            ("one fortnight", Hours(336)),
            ("20 working days", Hours(480)),
            ("48 hours", Hours(48)),
            ("72 months", Months(72)),
            ("Six years after your claim ends.", Months(72)),
            ("twenty-five years", Months(300)),
            ("a hundred and ten years", Months(1320)),
            ("six and a half years", Months(78)),
            ("2½ years", Months(30)),
            ("2.5 years", Months(30)),
            ("6yrs", Months(72)),
            ("7 financial years", Months(84)),
            ("Permanent", Forever),
            ("Degree results: permanently", Forever),
            ("kept for ever", Forever),
            ("Indefinitely", Forever),
            ("Current year + 6", Months(72)),
            ("current year plus 6 years", Months(72)),
        ] {
            assert_eq!(periods(text), [wanted], "{text}");
        }
        for text in [
            "See the schedule.",
            "Until the child is 25",
            "section 17 of the Act",
            "as long as you have a permit",
            "last year",
        ] {
            assert!(periods(text).is_empty(), "{text}");
        }
    }
}
