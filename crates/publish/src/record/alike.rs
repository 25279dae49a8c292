//! Whether two texts speak of the same thing. Records and notices are written by different people, so words count and
//! sentences do not.

use std::collections::BTreeSet;

use super::period::is_endless;

/// Words that say nothing of what a text is about.
const EMPTY: [&str; 44] = [
    "a",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "by",
    "can",
    "data",
    "detail",
    "for",
    "from",
    "have",
    "if",
    "in",
    "information",
    "is",
    "it",
    "may",
    "of",
    "on",
    "or",
    "other",
    "our",
    "out",
    "personal",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "to",
    "use",
    "used",
    "we",
    "when",
    "who",
    "will",
    "with",
    "you",
    "your",
];

/// Parts a text into its sentences, and those at semicolons and lines. A stop ends one before a space only: "U.S.", `ico.org.uk`
/// and "2.5 years" stay whole.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split([';', '\n']).flat_map(|part| part.split(". "));
    parts
        .map(|part| part.trim().trim_end_matches('.'))
        .filter(|part| part.contains(char::is_alphanumeric))
}

/// Lists the words that a text is about, their endings cut.
pub(super) fn topic(text: &str) -> BTreeSet<String> {
    let is_empty = |word: &str| word.len() < 2 || EMPTY.contains(&word);
    let words = text
        .split(|mark: char| !mark.is_alphanumeric())
        .map(str::to_lowercase);
    words
        .filter(|word| !is_empty(word))
        .map(|word| stem(&word).to_owned())
        .filter(|word| !is_empty(word))
        .collect()
}

/// Cuts the endings that most often part a noun from its verb: "prevention" and "preventing", "payments" and "paying",
/// "planning" and "plan", "address" and "addresses".
pub(super) fn stem(word: &str) -> &str {
    let cut = |word, ends: &[&str], more: usize| -> Option<&str> {
        let mut ends = ends.iter();
        ends.find_map(|end| str::strip_suffix(word, end).filter(|rest: &&str| rest.len() > more))
    };
    // Of what a verb does: "station" and "element" are no such nouns.
    let noun = cut(word, &["ions", "ion"], 4)
        .filter(|rest| rest.ends_with(['s', 't']))
        .or_else(|| cut(word, &["ments", "ment"], 2))
        .or_else(|| cut(word, &["als", "al", "ances", "ance"], 3))
        .unwrap_or(word);
    let rest = cut(
        noun,
        &["ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e"],
        2,
    )
    .unwrap_or(noun);
    // "Referral" doubles what "refer" has once.
    let last = rest
        .chars()
        .next_back()
        .filter(|mark| !"aeiou".contains(*mark));
    let single = last.and_then(|last| rest.strip_suffix(last).filter(|rest| rest.ends_with(last)));
    single.filter(|rest| rest.len() > 2).unwrap_or(rest)
}

/// Says whether at least half of the words of the shorter text stand in the other.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (topic(one), topic(other));
    let common = one.intersection(&other).count();
    let shorter = one.len().min(other.len());
    shorter > 0 && common * 2 >= shorter
}

/// Says whether two names are the same but for capitals, marks and "and".
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = name.to_lowercase().replace('&', " and ");
        let words = name.split(|mark: char| !mark.is_alphanumeric());
        words
            .filter(|word| !word.is_empty() && *word != "the")
            .collect::<Vec<_>>()
            .join(" ")
    };
    bare(one) == bare(other)
}

/// Lists the words of a text that are not of its period.
pub(super) fn own_words(text: &str) -> BTreeSet<String> {
    const OF_TIME: [&str; 17] = [
        "year", "month", "week", "day", "hour", "after", "until", "till", "while", "during",
        "long", "there", "period", "keep", "kept", "plus", "last",
    ];
    let words = topic(text).into_iter();
    words
        .filter(|word| {
            !OF_TIME.contains(&word.as_str())
                && !is_endless(word)
                && !word.starts_with(|mark: char| mark.is_ascii_digit())
                && !law::NUMBERS.contains(&word.as_str())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_about_one_thing_are_alike_in_any_words() {
        assert!(alike(
            "Collecting garden waste",
            "Collect your garden waste"
        ));
        assert!(alike("Contact details", "Name and contact details"));
        assert!(alike("the police", "Police, to find crime"));
        for (one, other) in [
            (
                "Prevention and detection of fraud",
                "Preventing and detecting fraud",
            ),
            ("Payment of benefit", "Paying benefits"),
            ("Planning applications", "Plan an application"),
            ("Referral", "Referring you"),
            ("Collection of waste", "Collect waste"),
            ("Assessments", "Assessing you"),
            ("School attendance", "Attending school"),
            ("address", "Names, addresses and dates of birth"),
        ] {
            assert!(alike(one, other), "{one} | {other}");
        }
        for (one, other) in [
            ("Fire stations", "State pension"),
            ("Prevention of fraud", "Detecting crime"),
            ("Payment", "Planning"),
            ("address", "Date of birth"),
        ] {
            assert!(!alike(one, other), "{one} | {other}");
        }
        assert!(!alike("Take payments", "Answer complaints"));
        assert!(!alike("", "Answer complaints"));
        assert!(!alike("personal data", "your information"));
    }

    #[test]
    fn names_are_the_same_whatever_their_marks() {
        assert!(same_name("Bins & Recycling", "bins and recycling"));
        assert!(!same_name("Bins", "Bins and recycling"));
    }
}
