//! Numbers that a text spells out or writes as figures: `twenty-five`, `a hundred and ten`, `two and a half`, `6½`.

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

/// Returns the number that words in lower case end with, in halves, so that `two and a half` is five of them.
///
/// ```
/// assert_eq!(law::halves(&["keep", "it", "twenty", "five"]), Some(50));
/// assert_eq!(law::halves(&["two", "and", "a", "half"]), Some(5));
/// assert_eq!(law::halves(&["a", "year"]), None);
/// ```
#[must_use]
pub fn halves(words: &[&str]) -> Option<u32> {
    let (words, half) = match words {
        [rest @ .., "and", "a", "half"] => (rest, 1),
        words => (words, 0),
    };
    let (last, before) = words.split_last()?;
    if let Some(figure) = figure(last) {
        return figure.checked_add(half);
    }
    spelt(last, before)?.checked_mul(2)?.checked_add(half)
}

/// Returns a number in figures, in halves: `6`, `6½`, `6.5`.
fn figure(word: &str) -> Option<u32> {
    let whole = |word: &str| word.parse::<u32>().ok()?.checked_mul(2);
    match word.strip_suffix('½').or_else(|| word.strip_suffix(".5")) {
        Some(word) => whole(word)?.checked_add(1),
        None => whole(word),
    }
}

/// Returns the number that ends with a word.
fn spelt(last: &str, before: &[&str]) -> Option<u32> {
    let (mut sum, mut rest) = (0, before);
    match value(last)? {
        100 => return Some(hundreds(before) * 100),
        ones @ 1..10 => {
            sum += ones;
            if let Some((tens, more)) = rest.split_last()
                && let Some(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) = value(tens)
            {
                (sum, rest) = (sum + tens, more);
            }
        }
        other => sum += other,
    }
    let of_hundreds = match rest {
        [more @ .., "hundred", "and"] | [more @ .., "hundred"] => hundreds(more) * 100,
        _ => 0,
    };
    Some(sum + of_hundreds)
}

/// Returns how many hundreds the words before that word make: `a`, `two`, or nothing, which is one.
fn hundreds(before: &[&str]) -> u32 {
    let ones = before.last().and_then(|word| value(word));
    ones.filter(|ones| *ones < 10).unwrap_or(1)
}

fn value(word: &str) -> Option<u32> {
    let at = NUMBERS.iter().position(|number| *number == word)?;
    let value = match at {
        0..20 => at + 1,
        // From twenty on they go by tens; the last is no number.
        20..28 => (at - 17) * 10,
        _ => return None,
    };
    u32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::halves;

    #[test]
    fn numbers_are_read_to_their_first_word() {
        for (words, wanted) in [
            ("five", Some(10)),
            ("twenty five", Some(50)),
            ("eighteen", Some(36)),
            ("a hundred", Some(200)),
            ("one hundred and ten", Some(220)),
            ("two hundred twenty one", Some(442)),
            ("two and a half", Some(5)),
            ("6½", Some(13)),
            ("6.5", Some(13)),
            ("six 6", Some(12)),
            ("ninety", Some(180)),
            ("after five", Some(10)),
            ("several", None),
            ("6.25", None),
            ("and a half", None),
        ] {
            let all: Vec<&str> = words.split(' ').collect();
            assert_eq!(halves(&all), wanted, "{words}");
        }
    }
}
