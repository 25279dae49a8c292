//! What one text says of how long: the thing, and its period.

use std::collections::BTreeSet;

use super::{
    alike::{alike, clauses, own_words, same_name, stem},
    period::{Period, is_endless, periods},
};

/// One statement of how long.
#[derive(Debug)]
pub(super) struct Statement<'a> {
    /// The entry or the sentence that it stands in.
    pub whole: &'a str,
    pub text: &'a str,
    /// The words that say of what it is, and until when.
    pub things: BTreeSet<String>,
    /// Those of them that stand before the figure.
    pub label: BTreeSet<String>,
    pub periods: Vec<Period>,
}

impl<'a> Statement<'a> {
    fn of(whole: &'a str, text: &'a str) -> Self {
        let before = text.split_once(':').map(|(before, _)| before);
        let before = before.filter(|before| periods(before).is_empty());
        let label = before.map_or_else(|| before_figure(text), str::to_owned);
        Self {
            whole,
            text,
            things: things(text),
            label: things(&label),
            periods: periods(text),
        }
    }

    /// Lists what a text says of how long: each sentence, and each part of one that has a period and a thing of its own.
    pub(super) fn all(text: &'a str) -> impl Iterator<Item = Self> {
        clauses(text)
            .flat_map(|clause| parts(clause).into_iter().map(|part| Self::of(clause, part)))
    }

    /// Says whether another statement says as much, apart from what it is of.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        if same_name(self.text, other.text) || same_name(self.whole, other.whole) {
            true
        } else if self.periods.is_empty() {
            other.periods.is_empty() && alike_end(self.text, other.text)
        } else {
            let mut own = self.periods.iter();
            own.all(|period| other.periods.contains(period))
        }
    }
}

/// Parts a sentence at commas and "and" where both parts have a period and name a thing: "paid 3 years, unpaid 6 years".
fn parts(clause: &str) -> Vec<&str> {
    let has_thing = |text: &str| !periods(text).is_empty() && !things(text).is_empty();
    let marks = [", ", " and "];
    let mut found = Vec::new();
    let mut start = 0;
    let mut cuts: Vec<(usize, usize)> = marks
        .iter()
        .flat_map(|mark| clause.match_indices(mark))
        .map(|(at, mark)| (at, at + mark.len()))
        .collect();
    cuts.sort_unstable();
    for (end, next) in &cuts {
        // Up to where it has a period. The marks of ", and" overlap.
        let ends = cuts.iter().map(|(end, _)| *end).chain([clause.len()]);
        let mut rests = ends.filter(|end| end > next).map(|end| &clause[*next..end]);
        let rest = rests.find(|rest| !periods(rest).is_empty());
        let rest_has = rest.is_some_and(has_thing);
        if *end > start && has_thing(&clause[start..*end]) && rest_has {
            found.push(&clause[start..*end]);
            start = *next;
        }
    }
    found.push(&clause[start..]);
    found
}

/// Returns what stands before the figure of a text.
fn before_figure(text: &str) -> String {
    let is_figure = |word: &&str| {
        let word = word.to_lowercase();
        let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        word.starts_with(|mark: char| mark.is_ascii_digit())
            || law::NUMBERS.contains(&word)
            || is_endless(word)
    };
    let words: Vec<&str> = text
        .split_whitespace()
        .take_while(|word| !is_figure(word))
        .collect();
    words.join(" ")
}

/// Lists the words of a text that tell one thing from another: that it is kept on paper, or until something ends, does not.
pub(super) fn things(text: &str) -> BTreeSet<String> {
    const ANY: [&str; 39] = [
        "academic",
        "begin",
        "calendar",
        "closed",
        "closure",
        "complete",
        "copies",
        "copy",
        "current",
        "date",
        "deleted",
        "destroyed",
        "document",
        "end",
        "entry",
        "everything",
        "expire",
        "file",
        "final",
        "financial",
        "finish",
        "form",
        "held",
        "hold",
        "least",
        "longer",
        "maximum",
        "minimum",
        "more",
        "note",
        "paper",
        "record",
        "rest",
        "retain",
        "retention",
        "start",
        "stored",
        "then",
        "up",
    ];
    let words = own_words(text).into_iter();
    words
        .filter(|word| !ANY.iter().any(|any| stem(any) == word))
        .collect()
}

/// Says whether two texts without a figure are of the same end: "until next list", "until the next yearly list arrives".
fn alike_end(one: &str, other: &str) -> bool {
    let (first, second) = (own_words(one), own_words(other));
    let common = first.intersection(&second).count();
    let shorter = first.len().min(second.len());
    alike(one, other) || (shorter > 0 && common * 2 >= shorter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_parted_where_each_part_has_a_period() {
        for (text, wanted) in [
            ("Paid charges 3 years, unpaid charges 6 years", 2),
            ("10 years after death and 8 years after last contact", 2),
            ("the current financial year and 6 years", 1),
            ("two and a half years after you leave", 1),
            ("Allegations: until retirement, or 10 years if longer", 1),
            ("paid 3 years, unpaid and disputed 6 years", 2),
            ("6 years and 3 months", 1),
            ("Maps 6 years, and then 1 year, and cards 2 years", 2),
        ] {
            assert_eq!(parts(text).len(), wanted, "{text}: {:?}", parts(text));
        }
    }
}
