//! A purpose apart from the basis that is told with it.

use super::{find, label::about_law};

/// What parts a purpose from what is said of it.
const MARKS: [&str; 14] = [
    ". ",
    " – ",
    " — ",
    " - ",
    ": ",
    " (",
    "; ",
    ", for which ",
    ", which is ",
    ", and our ",
    ", and this is ",
    ", because ",
    ", on the basis ",
    ", under ",
];

/// Words that lead up to a basis without a comma, and are of what is said of it.
const WORDS: [&str; 6] = [
    " because ",
    " with your ",
    " if you ",
    " under our ",
    " as part of our ",
    " on the basis ",
];

/// Parts an item of a list of purposes from what it says of the basis in law: “Issuing permits – this is a legal obligation”, “Consent:
/// to send you news”.
pub(super) fn without_basis(item: &str) -> (&str, Option<&str>) {
    if let Some((purpose, basis)) = behind_basis(item) {
        return (purpose, Some(basis));
    }
    let places = |marks: &[&'static str]| -> Vec<(usize, &'static str)> {
        let all = marks.iter().flat_map(|mark| {
            let found = item.match_indices(*mark);
            found.map(|(at, _)| (at, *mark))
        });
        all.collect()
    };
    let mut all = places(&MARKS);
    all.extend(places(&WORDS));
    all.sort_by_key(|(at, mark)| (*at, mark.len()));
    let found = all.into_iter().find(|(at, mark)| {
        let own = &item[..*at];
        let said = &item[kept(*at, mark)..];
        let about_law = if WORDS.contains(mark) && *mark != " because " {
            // "To send a list with your name, under our public task": the basis stands right behind its words.
            let near = said.split(',').next().unwrap_or(said);
            let near = near.split(' ').take(7).collect::<Vec<_>>().join(" ");
            !find::bases(&near).is_empty()
        } else {
            !find::bases_given(said).is_empty()
                || find::is_law_alone(said.trim_end_matches(')'))
                || is_contract(said)
        };
        // A bracket holds what is said of the basis only where it ends with it.
        let open = *mark != " (" || closes_at_end(said);
        open && own.contains(' ') && find::bases(own).is_empty() && about_law
    });
    match found {
        Some((at, mark)) => {
            let open = mark == " (" && item.ends_with(')');
            let said = item[kept(at, mark)..].trim();
            let said = if open { &said[..said.len() - 1] } else { said };
            (&item[..at], Some(said))
        }
        None => (item, None),
    }
}

/// Says whether the bracket that a text stands in closes at its end, whatever brackets it has within: “consent, Article 6(1)(a))”.
fn closes_at_end(said: &str) -> bool {
    let mut deep = 1_usize;
    let close = said.char_indices().find(|(_, mark)| {
        deep += usize::from(*mark == '(');
        deep -= usize::from(*mark == ')');
        deep == 0
    });
    close.is_some_and(|(at, _)| at + 1 == said.len())
}

/// Reads “Contract with the person we appoint”, which says whose.
fn is_contract(said: &str) -> bool {
    said.starts_with("Contract with ") || said.starts_with("contract with ")
}

/// Says where what is said of a purpose begins: behind a mark, or with the words that lead up to it.
fn kept(at: usize, mark: &str) -> usize {
    if mark.starts_with(", ") {
        at + 2
    } else if WORDS.contains(&mark) {
        at + 1
    } else {
        at + mark.len()
    }
}

/// Parts a basis from the purpose that stands behind it: “Legal obligation: to bill you”, “Consent – for sending you news”.
fn behind_basis(item: &str) -> Option<(&str, &str)> {
    let marks = [": ", " – ", " — ", " - "];
    let places = marks
        .iter()
        .filter_map(|mark| Some((item.find(mark)?, mark.len())));
    let (at, length) = places.min()?;
    let (basis, purpose) = (&item[..at], item[at + length..].trim());
    let names = basis.split(' ').count() <= 6 && !find::bases_of_ground(basis).is_empty();
    let aim = ["to ", "To ", "for ", "For "]
        .iter()
        .any(|it| purpose.starts_with(it));
    (names && aim && find::bases(purpose).is_empty()).then_some((purpose, basis))
}

/// Says whether an item of a list of purposes tells a basis, and no purpose: “Lawful basis: contract”.
pub(super) fn is_ground(item: &str) -> bool {
    item.split_once(':').is_some_and(|(name, said)| {
        name.split_whitespace().count() <= 6
            && about_law(name)
            && find::bases(name).is_empty()
            && !find::bases_of_ground(said).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::{behind_basis, is_ground, without_basis};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_said_of_the_basis_is_no_part_of_a_purpose() {
        for (item, purpose, basis) in [
            (
                "To issue permits – this is necessary for the performance of a contract with you",
                "To issue permits",
                "this is necessary for the performance of a contract with you",
            ),
            (
                "To pursue charges, and register debts. We do this under the Act as a task in the public interest",
                "To pursue charges, and register debts",
                "We do this under the Act as a task in the public interest",
            ),
            (
                "Running ANPR cameras, for which we rely upon our legitimate interests",
                "Running ANPR cameras",
                "for which we rely upon our legitimate interests",
            ),
            (
                "Letting you a home (contract with you)",
                "Letting you a home",
                "contract with you",
            ),
            (
                "Replying to requests, which is a legal obligation upon us",
                "Replying to requests",
                "which is a legal obligation upon us",
            ),
            (
                "To bill you because the law says so",
                "To bill you",
                "because the law says so",
            ),
            (
                "to bill you, and our lawful basis for this is a legal obligation",
                "to bill you",
                "and our lawful basis for this is a legal obligation",
            ),
            (
                "Sending you news with your explicit consent",
                "Sending you news",
                "with your explicit consent",
            ),
            (
                "to run schools as part of our public task",
                "to run schools",
                "as part of our public task",
            ),
            (
                "to treat you (vital interests, Article 6(1)(d))",
                "to treat you",
                "vital interests, Article 6(1)(d)",
            ),
            (
                "to plan care (public task, Article 6(1)(e); names are removed (all of them) first)",
                "to plan care",
                "public task, Article 6(1)(e); names are removed (all of them) first",
            ),
            (
                "Collecting bins: public task",
                "Collecting bins",
                "public task",
            ),
        ] {
            assert_eq!(without_basis(item), (purpose, Some(basis)), "{item}");
        }
        for item in [
            "To send you news – by email and text",
            "To meet our legal obligations",
            "Public task: Education Act 1996",
            "Checking claims (all of them)",
            "Sending news (with your consent (given on the form)) by post",
            "To write to you because you asked",
            "To match your name with your address, and to ask for consent",
            "To help you if you are ill",
            "To protect the public interest, by inspecting food premises",
        ] {
            assert_eq!(without_basis(item), (item, None), "{item}");
        }
    }

    #[test]
    fn a_basis_may_stand_before_its_purpose_or_alone() {
        for (item, purpose, basis) in [
            (
                "Legal obligation: to bill you",
                "to bill you",
                "Legal obligation",
            ),
            (
                "Consent – for sending you news",
                "for sending you news",
                "Consent",
            ),
            (
                "Our public task: To run schools",
                "To run schools",
                "Our public task",
            ),
        ] {
            assert_eq!(behind_basis(item), Some((purpose, basis)), "{item}");
        }
        for item in [
            "Public task: Education Act 1996",
            "Billing: to bill you",
            "Contract: 5 years",
            "To bill you",
        ] {
            assert_eq!(behind_basis(item), None, "{item}");
        }
        for item in ["Lawful basis: contract", "Legal ground: our public task"] {
            assert!(is_ground(item), "{item}");
        }
        for item in [
            "Purpose: billing you",
            "Legal advice: solving disputes",
            "Public task: schools",
        ] {
            assert!(!is_ground(item), "{item}");
        }
    }
}
