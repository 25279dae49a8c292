//! How long a text says that data is kept: figures in any unit, so that "72 months" and "six years" are one period.

/// One period, in the unit that its own kind has for certain: months are not a number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Hours(u32),
    Months(u32),
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
    let words: Vec<&str> = text
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some((figure, glued)) = figure(words[at]) else {
            continue;
        };
        let before = at.checked_sub(1).map(|before| words[before]);
        let tens = before.and_then(|word| figure_of_tens(word).filter(|_| figure < 10));
        let count = figure + tens.unwrap_or(0);
        let rest = words[at + 1..].iter().copied();
        let mut rest = rest.skip_while(|word| BETWEEN.contains(word));
        let next = if glued.is_empty() {
            rest.next().and_then(|word| unit(word, count))
        } else {
            unit(glued, count)
        };
        let counts_on = before == Some("plus") && words.iter().any(|word| word.starts_with("year"));
        let period = next.or_else(|| {
            // "The current year plus 6"
            counts_on.then_some(Period::Months(count.saturating_mul(12)))
        });
        found.extend(period.filter(|period| !found.contains(period)));
    }
    found
}

fn unit(word: &str, count: u32) -> Option<Period> {
    Some(match word {
        "hour" | "hours" | "hrs" => Period::Hours(count),
        "day" | "days" => Period::Hours(count.saturating_mul(24)),
        "week" | "weeks" | "wks" => Period::Hours(count.saturating_mul(24 * 7)),
        "fortnight" | "fortnights" => Period::Hours(count.saturating_mul(24 * 14)),
        "month" | "months" | "mths" => Period::Months(count),
        "year" | "years" | "yr" | "yrs" => Period::Months(count.saturating_mul(12)),
        "decade" | "decades" => Period::Months(count.saturating_mul(120)),
        _ => return None,
    })
}

/// Returns the figure that a word begins with or spells, and what is written on to it: `6yrs`.
fn figure(word: &str) -> Option<(u32, &str)> {
    let digits = word.find(|mark: char| !mark.is_ascii_digit());
    let (digits, glued) = word.split_at(digits.unwrap_or(word.len()));
    if let Ok(figure) = digits.parse() {
        return Some((figure, glued));
    }
    let at = law::NUMBERS.iter().position(|number| *number == word)?;
    let figure = match at {
        0..20 => at + 1,
        20..28 => (at - 17) * 10,
        _ => return None,
    };
    Some((u32::try_from(figure).ok()?, ""))
}

fn figure_of_tens(word: &str) -> Option<u32> {
    let (figure, _) = figure(word)?;
    let spelt = !word.starts_with(|mark: char| mark.is_ascii_digit());
    (spelt && figure >= 20).then_some(figure)
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
            ("6yrs", Months(72)),
            ("7 financial years", Months(84)),
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
