//! Whether two texts speak of the same thing. Records and notices are written by different people, so words count and
//! sentences do not.

use std::collections::BTreeSet;

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

/// Lists the words that a text is about, their endings cut.
pub(super) fn topic(text: &str) -> BTreeSet<String> {
    let words = text
        .split(|mark: char| !mark.is_alphanumeric())
        .map(str::to_lowercase);
    words
        .map(|word| stem(&word).to_owned())
        .filter(|word| word.len() > 1 && !EMPTY.contains(&word.as_str()))
        .collect()
}

/// Cuts the endings that most often part a noun from its verb.
fn stem(word: &str) -> &str {
    ["ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e"]
        .iter()
        .find_map(|end| word.strip_suffix(end).filter(|rest| rest.len() > 2))
        .unwrap_or(word)
}

/// Says whether at least half of the words of the shorter text stand in the other.
pub(super) fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (topic(one), topic(other));
    let common = one.intersection(&other).count();
    let shorter = one.len().min(other.len());
    shorter > 0 && common * 2 >= shorter
}

/// Words that many bodies have in their names, their endings cut as in [`topic`]: by them none is known from another.
const GENERIC: [&str; 64] = [
    "agenc",
    "agent",
    "association",
    "authorit",
    "board",
    "bod",
    "borough",
    "car",
    "center",
    "centr",
    "central",
    "cit",
    "commission",
    "committe",
    "compan",
    "contractor",
    "council",
    "count",
    "court",
    "department",
    "dept",
    "district",
    "enforcement",
    "england",
    "foundation",
    "government",
    "group",
    "health",
    "hm",
    "institut",
    "international",
    "limit",
    "llp",
    "local",
    "ltd",
    "management",
    "ministr",
    "national",
    "offic",
    "officer",
    "organisation",
    "organization",
    "parish",
    "partner",
    "partnership",
    "plc",
    "provider",
    "public",
    "regional",
    "royal",
    "servic",
    "social",
    "societ",
    "solution",
    "staff",
    "supplier",
    "support",
    "system",
    "team",
    "town",
    "tribunal",
    "trust",
    "uk",
    "wal",
];

/// Says whether two names are of one body. What many bodies are called does not tell: where a name has nothing else, the
/// other has to have all of it.
pub(super) fn alike_names(one: &str, other: &str) -> bool {
    let (one, other) = (topic(one), topic(other));
    let own = |words: &BTreeSet<String>| -> BTreeSet<String> {
        let own = words
            .iter()
            .filter(|word| !GENERIC.contains(&word.as_str()));
        own.cloned().collect()
    };
    let half = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
        one.intersection(other).count() * 2 >= one.len().min(other.len())
    };
    let (first, second) = (own(&one), own(&other));
    if one.is_empty() || other.is_empty() {
        false
    } else if first.is_empty() || second.is_empty() {
        one.is_subset(&other) || other.is_subset(&one)
    } else {
        half(&one, &other) && half(&first, &second)
    }
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
        assert!(!alike("Take payments", "Answer complaints"));
        assert!(!alike("", "Answer complaints"));
        assert!(!alike("personal data", "your information"));
    }

    #[test]
    fn a_body_is_not_known_by_what_many_are_called() {
        for (one, other) in [
            ("Tribal", "Tribal Pathways Ltd"),
            ("the police", "Derbyshire Police"),
            ("Enforcement agents", "Enforcement agents (bailiffs)"),
            ("Marston Enforcement", "Marston Holdings Limited"),
            ("Care providers", "Providers of care"),
            ("GP practice", "Your GP"),
            (
                "Department for Education",
                "the Department for Education (DfE)",
            ),
        ] {
            assert!(alike_names(one, other), "{one} | {other}");
        }
        for (one, other) in [
            ("Marston Enforcement", "Traffic Enforcement Centre"),
            ("Traffic Penalty Tribunal", "Traffic Enforcement Centre"),
            ("Derby City Council", "Nottingham City Council"),
            ("Department for Education", "Department for Transport"),
            ("Capita Services Ltd", "Legal Services"),
            ("Housing team", "Fraud team"),
            ("Care Quality Commission", "Care providers"),
            ("Enforcement agents", "Environment Agency"),
        ] {
            assert!(!alike_names(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn names_are_the_same_whatever_their_marks() {
        assert!(same_name("Bins & Recycling", "bins and recycling"));
        assert!(!same_name("Bins", "Bins and recycling"));
    }
}
