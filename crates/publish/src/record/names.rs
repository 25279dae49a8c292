//! Whether two names are of one body. The words that no other body has decide; what it is in law does not.

use std::collections::BTreeSet;

use super::{
    abbreviation::{Abbreviations, abbreviates, bare_name, words},
    alike::stem,
};

/// How surely two names are of one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// One name says all that the other says, and this many words more. It is for somebody to look at.
    Within(usize),
    /// One is short for the other, by its letters.
    Short,
    /// The same name.
    Same,
}

/// Words that tell no body from another, and what companies are in law or call themselves.
const EMPTY: [&str; 28] = [
    "a",
    "an",
    "and",
    "any",
    "at",
    "by",
    "co",
    "company",
    "for",
    "from",
    "group",
    "holding",
    "in",
    "inc",
    "incorporated",
    "limited",
    "llp",
    "ltd",
    "of",
    "on",
    "other",
    "plc",
    "service",
    "solution",
    "the",
    "to",
    "uk",
    "your",
];

/// Lists the words by which a body is known, their endings cut.
fn own_words(name: &str) -> BTreeSet<String> {
    let words = words(name).into_iter().map(|word| word.to_lowercase());
    let words = words.map(|word| stem(&word).to_owned());
    words
        .filter(|word| !EMPTY.iter().any(|empty| stem(empty) == word))
        .collect()
}

/// Leaves out what stands in brackets without a capital, which is a remark: "(processor)", "(bailiffs)".
fn without_remarks(name: &str) -> String {
    let mut rest = name;
    let mut left = String::new();
    while let Some((before, after)) = rest.split_once('(') {
        let (inside, after) = after.split_once(')').unwrap_or((after, ""));
        left.push_str(before);
        if inside.contains(|mark: char| mark.is_uppercase() || mark.is_ascii_digit()) {
            left.push_str(&format!("({inside})"));
        }
        rest = after;
    }
    (left + rest).trim().to_owned()
}

/// Parts "Department for Education (DfE)" into both of its names.
fn with_short(name: &str) -> Option<(&str, &str)> {
    let (long, rest) = name.split_once('(')?;
    let (short, _) = rest.split_once(')')?;
    let (long, short) = (long.trim(), short.trim());
    abbreviates(long, short).then_some((long, short))
}

/// Says how surely two names are of one body; nothing where each has a word of its own, or where neither has one.
pub(super) fn likeness(one: &str, other: &str, given: &Abbreviations) -> Option<Likeness> {
    let (one, other) = (&without_remarks(one), &without_remarks(other));
    let all = |name: &str| -> Vec<String> {
        match with_short(name) {
            Some((long, short)) => vec![long.to_owned(), short.to_owned()],
            None => vec![name.to_owned()],
        }
    };
    let (ones, others) = (all(one), all(other));
    let pairs = ones
        .iter()
        .flat_map(|one| others.iter().map(move |other| (one, other)));
    let of_pair = |(one, other): (&String, &String)| {
        if bare_name(one) == bare_name(other) || given.give(one, other) {
            Some(Likeness::Same)
        } else if abbreviates(one, other) {
            Some(Likeness::Short)
        } else {
            within(&own_words(one), &own_words(other))
        }
    };
    pairs.filter_map(of_pair).max()
}

fn within(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<Likeness> {
    let (shorter, longer) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let is_within = !shorter.is_empty() && shorter.is_subset(longer);
    is_within.then(|| Likeness::Within(usize::MAX - (longer.len() - shorter.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        likeness(one, other, &Abbreviations::default()).is_some()
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
            ("DfE", "the Department for Education (DfE)"),
        ] {
            assert!(alike(one, other), "{one} | {other}");
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
            assert!(!alike(one, other), "{one} | {other}");
        }
    }

    /// Whatever two names share, a word that each has alone makes them two: kinds of bodies, places, trades.
    #[test]
    fn bodies_of_one_kind_are_told_apart_by_their_own_words() {
        for (one, other) in [
            ("Larkfield Payroll Ltd", "Millrace Payroll Bureau Ltd"),
            (
                "North Coast Ambulance Service",
                "South Coast Ambulance Service",
            ),
            ("Ashshire Pension Fund", "Elmshire Pension Fund"),
            ("Wexcombe General Hospital", "Heron Bay General Hospital"),
            ("Fenland Hospice", "Fenbridge Hospice"),
            ("Wexcombe Student Homes Limited", "Wexcombe Students’ Union"),
            ("Wexcombe City Council", "Wexcombe County Council"),
            ("Charity Commission", "Information Commission"),
            ("Wexcombe Housing Association", "Elm Housing Association"),
            ("St Mary’s Primary School", "St Anne’s Primary School"),
            ("Services Ltd", "Solutions Ltd"),
        ] {
            assert!(!alike(one, other), "{one} | {other}");
        }
    }

    #[test]
    fn only_a_plain_agreement_is_silent() {
        let given = Abbreviations::default();
        for (one, other) in [
            ("Mendip Repairs Ltd", "the Mendip Repairs Limited"),
            ("Mendip Repairs Ltd (processor)", "Mendip Repairs Ltd"),
            ("HM Revenue & Customs", "HM Revenue and Customs"),
            ("Teachers' Pensions", "Teachers’ Pensions"),
            ("Police", "The police"),
            ("DWP", "Department for Work and Pensions (DWP)"),
        ] {
            let found = likeness(one, other, &given);
            assert_eq!(found, Some(Likeness::Same), "{one} | {other}");
        }
        for (one, other) in [
            ("Mendip Repairs Ltd", "Mendip Repairs Inc"),
            ("Mendip Repairs", "Mendip Repairs Ltd"),
            ("Students’ Union", "Wexcombe Students’ Union"),
            ("Pharmacy", "Community pharmacies"),
            ("DWP", "Department for Work and Pensions"),
        ] {
            let found = likeness(one, other, &given);
            assert!(
                found.is_some_and(|it| it < Likeness::Same),
                "{one} | {other}"
            );
        }
    }
}
