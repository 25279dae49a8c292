//! The short names that a text gives to bodies: “Overton Borough Council (“the Council”)”, ““Overton” means Overton Homes Ltd”.

use super::name::{bodies, is_body, is_name, name_after};

/// A body, and what the text calls it from there on: “Overton Borough Council (“the Council”)”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShortName {
    short: String,
    name: String,
}

/// Lists the short names that texts give to bodies.
pub(crate) fn short_names<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<ShortName> {
    let mut found: Vec<ShortName> = Vec::new();
    for text in texts {
        for (at, _) in text.match_indices('(') {
            let Some((inside, _)) = text[at + 1..].split_once(')') else {
                continue;
            };
            let short = inside.trim_matches(|mark: char| !mark.is_alphanumeric());
            let own = short.strip_prefix("the ").unwrap_or(short);
            // Behind the bracket of the one before, or in the sentence.
            let from = text[..at].rfind([')', '.']).map_or(0, |it| it + 1);
            let words: Vec<&str> = text[from..at].split_whitespace().collect();
            let fit = own.starts_with(char::is_uppercase) && short.split(' ').count() <= 3;
            let name = bodies(&words).pop().filter(|_| fit);
            let ends = |name: &String| words.last().is_some_and(|last| name.ends_with(last));
            let quoted = inside.starts_with(['“', '"', '‘']) && fit;
            let begun = || quoted.then(|| begun_with(&words, short)).flatten();
            found.extend(name.filter(ends).or_else(begun).map(|name| ShortName {
                short: short.to_owned(),
                name,
            }));
        }
        found.extend(defined(text));
    }
    found
}

/// Returns a name that is no more than proper, and begins with what it is called for short: “Turnstone Recovery (“Turnstone”)”.
fn begun_with(words: &[&str], short: &str) -> Option<String> {
    let names = words.iter().rev().take_while(|word| is_name(word)).count();
    let name = words[words.len() - names..].join(" ");
    let behind = name.strip_prefix(short)?;
    (behind.starts_with(' ') && !name.contains([',', ';'])).then_some(name)
}

/// Parts a name that ends with one that the text gives a short name to: “Tarn NHS Trust and Turnstone Recovery” are two.
pub(crate) fn each_known(name: String, names: &[ShortName]) -> Vec<String> {
    let known = names.iter().find_map(|it| {
        let first = name.strip_suffix(it.name.as_str())?.strip_suffix(" and ")?;
        Some(vec![first.to_owned(), it.name.clone()])
    });
    known.unwrap_or_else(|| vec![name])
}

/// Lists the bodies that a text gives a short name to and then says of as many that they decide together: “The two of us are joint
/// controllers.”
pub(crate) fn of_us(text: &str, names: &[ShortName]) -> Vec<String> {
    let counts = [
        ("two of us", 2),
        ("both of us", 2),
        ("three of us", 3),
        ("four of us", 4),
    ];
    let lower = text.to_lowercase();
    let said = counts.iter().find_map(|(words, count)| {
        let (before, behind) = lower.split_once(&format!("{words} are "))?;
        let joint = [
            "joint controllers",
            "joint data controllers",
            "controllers",
            "each a controller",
        ];
        let fit = joint.iter().any(|it| behind.starts_with(it));
        fit.then_some((before.len(), *count))
    });
    let Some((end, count)) = said else {
        return Vec::new();
    };
    let before = text.get(..end).unwrap_or_default();
    let named = names.iter().map(|it| &it.name);
    let found: Vec<String> = named
        .filter(|it| before.contains(it.as_str()))
        .cloned()
        .collect();
    if found.len() == count {
        found
    } else {
        Vec::new()
    }
}

/// Reads ““The University” means the University of Overton, High Street”.
fn defined(text: &str) -> Option<ShortName> {
    let marks = [" means ", " mean ", " refers to ", " stands for "];
    let place = marks
        .iter()
        .filter_map(|mark| Some((text.find(mark)?, *mark)));
    let (at, mark) = place.min()?;
    let word = text[..at].trim_end();
    let quoted = word.strip_suffix(['”', '"', '’', '\''])?;
    let open = quoted.rfind(['“', '"', '‘', '\''])?;
    let short = quoted[open..].trim_start_matches(['“', '"', '‘', '\'']);
    let short = short.replacen("The ", "the ", 1);
    let own = short.strip_prefix("the ").unwrap_or(&short);
    let fit = own.starts_with(char::is_uppercase) && short.split(' ').count() <= 3;
    let words: Vec<&str> = text[at + mark.len()..].split_whitespace().collect();
    let name = name_after(&words).filter(|name| fit && is_body(name))?;
    Some(ShortName { short, name })
}

/// Returns a text with each body by its name, and without the brackets that give it a short one.
pub(crate) fn by_name(text: &str, names: &[ShortName]) -> String {
    let mut own = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(" (") {
        let Some((inside, next)) = behind.split_once(')') else {
            break;
        };
        own.push_str(before);
        let short = inside.trim_matches(|mark: char| !mark.is_alphanumeric());
        if !names.iter().any(|it| it.short == short) {
            own.push_str(&format!(" ({inside})"));
        }
        rest = next;
    }
    own.push_str(rest);
    // One pass a name: what was put in is not looked at again.
    let mut found = String::new();
    let mut rest = own.as_str();
    while let Some((at, it)) = first(rest, names) {
        found.push_str(&rest[..at]);
        found.push_str(&it.name);
        rest = &rest[at + it.short.len()..];
    }
    found + rest
}

/// Says where the first short name stands by itself.
fn first<'a>(text: &str, names: &'a [ShortName]) -> Option<(usize, &'a ShortName)> {
    let starts = names.iter().filter_map(|it| {
        let capital = it.short.replacen("the ", "The ", 1);
        let places = [it.short.as_str(), &capital].map(|short| {
            let mut all = text.match_indices(short).map(|(at, _)| at);
            // "The University of Overton (“the University”)" begins with it.
            let begins = |at: usize| {
                let own = short.trim_start_matches("the ").trim_start_matches("The ");
                let behind = text.get(at + short.len()..).unwrap_or_default();
                let tail = it.name.trim_start_matches("The ").strip_prefix(own);
                tail.is_some_and(|tail| !tail.is_empty() && behind.starts_with(tail))
            };
            all.find(|at| is_whole(text, *at, short.len()) && !begins(*at))
        });
        Some((places.into_iter().flatten().min()?, it))
    });
    starts.min_by_key(|(at, _)| *at)
}

/// Says whether a name ends there, and does not go on: “the Council Offices”.
fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = &text[at + length..];
    let goes_on = behind
        .strip_prefix(' ')
        .is_some_and(|next| next.starts_with(char::is_uppercase));
    before.is_none_or(|it| !it.is_alphanumeric())
        && !behind.starts_with(char::is_alphanumeric)
        && !behind.starts_with(['’', '\''])
        && !goes_on
}

#[cfg(test)]
mod tests {
    use super::{by_name, each_known, of_us, short_names};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_short_name_stands_for_the_body_that_it_was_given_to() {
        let said = "Overton Borough Council (“the Council”) and Tarn NHS Trust (\"TNT\") run it (in part). The garden (Moor) is ours.";
        let names = short_names([said].into_iter());
        assert_eq!(names.len(), 2);
        for (text, whole) in [
            (
                "The Council and TNT are joint controllers.",
                "Overton Borough Council and Tarn NHS Trust are joint controllers.",
            ),
            (
                "The Council Offices and the Council’s staff",
                "The Council Offices and the Council’s staff",
            ),
            (
                "Tarn NHS Trust (\"TNT\") treats you (if ill).",
                "Tarn NHS Trust treats you (if ill).",
            ),
        ] {
            assert_eq!(by_name(text, &names), whole, "{text}");
        }
        let own = "The University of Overton (“the University”) decides.";
        let names = short_names([own].into_iter());
        let again = "The University of Overton decides, with others.";
        assert_eq!(by_name(again, &names), again);
    }

    #[test]
    fn whoever_has_a_short_name_is_known_by_it() {
        let said = "Overton City Council (“the Council”) pays. Tarn NHS Trust (“the Trust”) treats you. Turnstone Recovery \
                    (“Turnstone”), a charity, runs groups (Monday).";
        let names = short_names([said].into_iter());
        let whole = by_name("The Trust and Turnstone are joint controllers.", &names);
        assert_eq!(
            whole,
            "Tarn NHS Trust and Turnstone Recovery are joint controllers."
        );
        assert_eq!(
            each_known("Tarn NHS Trust and Turnstone Recovery".to_owned(), &names),
            ["Tarn NHS Trust", "Turnstone Recovery"]
        );
        assert_eq!(
            each_known("Health and Care Trust".to_owned(), &names),
            ["Health and Care Trust"]
        );
        let us = |end: &str| of_us(&format!("{said} {end}"), &names).len();
        assert_eq!(us("The three of us are joint controllers of it."), 3);
        assert_eq!(us("The two of us are joint controllers of it."), 0);
        assert_eq!(us("The three of us are proud of it."), 0);
    }

    #[test]
    fn a_definition_gives_a_short_name() {
        let said = [
            "“The University” means the University of Overton, High Street.",
            "In this notice \"Tarn\" means Tarn Living LLP, which owns the halls.",
            "“You” means a student.",
            "“Guarantor” means the person who pays.",
        ];
        let names = short_names(said.into_iter());
        assert_eq!(
            by_name("The University and Tarn are joint controllers.", &names),
            "University of Overton and Tarn Living LLP are joint controllers."
        );
        assert_eq!(names.len(), 2);
    }
}
