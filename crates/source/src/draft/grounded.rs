//! A purpose apart from the basis that is told behind it.

use super::find;

/// Parts an item of a list of purposes from what it says of the basis in law: “Issuing permits – this is a legal obligation”.
pub(super) fn without_basis(item: &str) -> (&str, Option<&str>) {
    let marks = [
        ". ",
        " – ",
        " — ",
        " - ",
        ": ",
        " (",
        "; ",
        ", for which ",
        ", which is ",
        ", because ",
        ", on the basis ",
        ", under ",
    ];
    let places = marks.iter().flat_map(|mark| item.match_indices(mark));
    let mut places: Vec<(usize, &str)> = places.collect();
    places.sort_by_key(|(at, mark)| (*at, mark.len()));
    let found = places.into_iter().find(|(at, mark)| {
        let (own, said) = (&item[..*at], &item[at + mark.len()..]);
        let about_law =
            !find::bases(said).is_empty() || find::is_law_alone(said.trim_end_matches(')'));
        // A bracket holds what is said of the basis only where it ends with it.
        let open = *mark != " (" || said.find(')') == Some(said.len() - 1);
        open && own.contains(' ') && find::bases(own).is_empty() && about_law
    });
    match found {
        Some((at, mark)) => {
            let open = mark == " (" && item.ends_with(')');
            let kept = if mark.starts_with(',') {
                at + 2
            } else {
                at + mark.len()
            };
            let said = item[kept..].trim();
            let said = if open { &said[..said.len() - 1] } else { said };
            (&item[..at], Some(said))
        }
        None => (item, None),
    }
}

#[cfg(test)]
mod tests {
    use super::without_basis;

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
            "To protect the public interest, by inspecting food premises",
        ] {
            assert_eq!(without_basis(item), (item, None), "{item}");
        }
    }
}
