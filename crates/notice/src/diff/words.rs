//! Two texts: is what they say another thing, or the same in other words?
//!
//! Nothing here understands English. Where the text *is* the fact (a name, a purpose) every word of weight counts
//! ([`same_fact`]). Where it explains one, only what could turn its sense does ([`same_sense`]): figures, addresses, names,
//! and the words on which a promise hinges.

use std::cmp::Ordering;

/// Words that carry no fact.
const LITTLE: [&str; 36] = [
    "a", "an", "the", "of", "and", "or", "to", "in", "on", "at", "for", "with", "by", "from", "as",
    "is", "are", "was", "be", "been", "it", "its", "this", "that", "these", "those", "we", "you",
    "our", "your", "us", "they", "their", "them", "will", "would",
];

/// Words that turn what a sentence promises.
const HINGES: [&str; 24] = [
    "not", "never", "no", "none", "nobody", "only", "unless", "except", "without", "must", "need",
    "cannot", "always", "every", "yes", "stop", "if", "until", "before", "after", "within",
    "least", "most", "free",
];

/// Numbers that are written as words; “one” is more often somebody.
const NUMBERS: [&str; 12] = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty",
    "thirty",
];

/// Returns a text with what varies in spelling and means the same made one.
pub(super) fn fold(text: &str) -> String {
    let text = text.replace(['’', '‘'], "'").replace(['‑', '–'], "-");
    text.to_lowercase()
}

/// Lists the words, without the marks around them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mark = |mark: char| !mark.is_alphanumeric() && mark != '£' && mark != '%';
    text.split([' ', '\n', '\t', '—', '…', '“', '”', '"', '(', ')', '/'])
        .map(move |word| word.trim_matches(mark))
        .filter(|word| !word.is_empty())
}

/// Lists the words of weight, in order of the alphabet.
fn content(text: &str) -> Vec<String> {
    let text = fold(text);
    let mut all: Vec<String> = words(&text)
        .filter(|word| !LITTLE.contains(word))
        .map(str::to_owned)
        .collect();
    all.sort_unstable();
    all
}

/// Says whether two texts have the same words of weight.
pub(super) fn same_fact(one: &str, two: &str) -> bool {
    content(one) == content(two)
}

/// Says whether nothing that could turn the sense differs.
pub(super) fn same_sense(one: &str, two: &str) -> bool {
    marks(one) == marks(two) && names(one) == names(two)
}

/// Lists figures, addresses and hinges, in order of the alphabet.
fn marks(text: &str) -> Vec<String> {
    let text = fold(text).replace("can't", "cannot").replace("n't", " not");
    let is_mark = |word: &&str| {
        word.contains(|mark: char| mark.is_ascii_digit())
            || word.contains('@')
            || word.contains("://")
            || HINGES.contains(word)
            || NUMBERS.contains(word)
    };
    // An address keeps its strokes.
    let addresses = text.split_whitespace().filter(|word| word.contains("://"));
    let mut all: Vec<String> = words(&text)
        .filter(is_mark)
        .chain(addresses)
        .map(str::to_owned)
        .collect();
    all.sort_unstable();
    all
}

/// Lists the names: words with a capital that do not begin a sentence, once each.
fn names(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut begins = true;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        if !begins && bare.starts_with(char::is_uppercase) {
            all.push(fold(bare.trim_end_matches("’s").trim_end_matches("'s")));
        }
        begins = word.ends_with(['.', '!', '?', ':']);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Measures how much two texts have in common, from 0 to 1: the Dice coefficient of their words of weight.
#[expect(
    clippy::cast_precision_loss,
    reason = "texts have far fewer words than 2^52"
)]
pub(super) fn likeness(one: &str, two: &str) -> f64 {
    let (one, two) = (content(one), content(two));
    let mut rest = two.clone();
    let shared = one.iter().filter(|word| {
        let at = rest.iter().position(|other| other == *word);
        at.map(|at| rest.swap_remove(at)).is_some()
    });
    let shared = shared.count();
    match one.len() + two.len() {
        0 => 1.0,
        all => 2.0 * shared as f64 / all as f64,
    }
}

/// Finds the one period that a text states, in days of which a month has 30. `None` without one, or with several.
pub(super) fn period(text: &str) -> Option<u32> {
    let text = fold(text);
    let all: Vec<&str> = words(&text).collect();
    let mut periods = all.windows(2).filter_map(|pair| {
        let count = match pair[0] {
            "a" | "an" | "one" => 1,
            number => NUMBERS
                .iter()
                .position(|word| *word == number)
                .map(|at| [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 30][at])
                .or_else(|| number.parse().ok())?,
        };
        let unit = match pair[1].trim_end_matches('s') {
            "day" => 1,
            "week" => 7,
            "month" => 30,
            "year" => 365,
            _ => return None,
        };
        u32::checked_mul(count, unit)
    });
    let only = periods.next()?;
    periods.next().is_none().then_some(only)
}

/// Compares two versions: runs of digits count as numbers.
pub(super) fn natural(one: &str, two: &str) -> Ordering {
    let runs = |text: &str| -> Vec<(bool, u128, String)> {
        let mut runs: Vec<String> = Vec::new();
        let mut last = None;
        for mark in text.chars() {
            let digit = mark.is_ascii_digit();
            match runs.last_mut() {
                Some(run) if last == Some(digit) => run.push(mark),
                _ => runs.push(mark.to_string()),
            }
            last = Some(digit);
        }
        let known = |run: String| {
            let number = run.parse().ok();
            (number.is_none(), number.unwrap_or_default(), run)
        };
        runs.into_iter().map(known).collect()
    };
    runs(one).cmp(&runs(two))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_fact_is_another_with_any_word_of_weight() {
        assert!(same_fact(
            "To prevent and detect crime",
            "to detect, and prevent crime."
        ));
        assert!(same_fact("The council’s teams", "Council's teams"));
        assert!(!same_fact("Lend books", "Sell books"));
        assert!(!same_fact(
            "only with written permission",
            "only with permission"
        ));
    }

    #[test]
    fn wording_may_change_but_not_what_turns_the_sense() {
        let was = "We keep your details safe. We do not sell them to Ofsted.";
        for (now, same) in [
            (
                "Your details are kept safe. We do not sell them to Ofsted.",
                true,
            ),
            (
                "We keep your details safe. We don’t sell them to Ofsted.",
                true,
            ),
            ("We keep your details safe. We sell them to Ofsted.", false),
            (
                "We keep your details safe. We do not sell them to Capita.",
                false,
            ),
            (
                "We keep your details safe for 2 years. We do not sell them to Ofsted.",
                false,
            ),
        ] {
            assert_eq!(same_sense(was, now), same, "{now}");
        }
        assert!(!same_sense(
            "See https://a.uk/one for more",
            "See https://a.uk/two for more"
        ));
    }

    #[test]
    fn a_period_is_read_only_when_there_is_one() {
        for (text, days) in [
            ("up to 6 years", Some(2190)),
            ("within a month", Some(30)),
            ("for two weeks after that", Some(14)),
            ("6 years, or 12 months if you ask", None),
            ("as the schedule says", None),
            ("99999999999 years", None),
            ("4000000000 years", None),
        ] {
            assert_eq!(period(text), days, "{text}");
        }
    }

    #[test]
    fn versions_are_in_their_natural_order() {
        for (less, more) in [
            ("9", "10"),
            ("2026-02-09", "2026-11-22"),
            ("1.9", "1.10"),
            ("2026-11-22", "2026-11-22b"),
            ("v1", "v2"),
        ] {
            assert_eq!(natural(less, more), Ordering::Less, "{less} {more}");
        }
        assert_eq!(natural("a", "a"), Ordering::Equal);
    }
}
