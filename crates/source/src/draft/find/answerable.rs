//! Who answers for data in law, by other words than “controller”.

use super::{bare, name::name_after};

/// Says whether words say who is responsible for people's data.
pub(super) fn is_responsible(words: &[&str]) -> bool {
    let is = |at: usize, names: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| names.contains(&bare(word).to_lowercase().as_str()))
    };
    let data = ["data", "information", "details"];
    is(0, &["is", "are"])
        && ((is(1, &["responsible"]) && is(2, &["for"]) && (is(4, &data) || is(5, &data)))
            || (is(1, &["answerable"]) && is(2, &["for"])))
}

/// Returns whose data is in law: “The person responsible in law is X”, “In law it is in the care of X”.
pub(super) fn in_law(words: &[&str]) -> Option<String> {
    let is = |at: usize, want: &str| {
        words
            .get(at)
            .is_some_and(|word| bare(word).eq_ignore_ascii_case(want))
    };
    let law = (1..words.len()).find(|&at| is(at - 1, "in") && is(at, "law"))?;
    let at = (law..words.len()).find(|&at| {
        (is(at, "is") && (0..law).any(|at| is(at, "responsible")))
            || (is(at, "of") && is(at - 1, "care"))
    })?;
    name_after(&words[at + 1..])
}

#[cfg(test)]
mod tests {
    use crate::draft::find::controllers;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn whoever_answers_in_law_decides() {
        let names = |text: &str| -> Vec<String> {
            controllers(text).into_iter().map(|it| it.name).collect()
        };
        for (text, name) in [
            (
                "The person responsible in law for what follows is the Police and Crime Commissioner for Northmarch.",
                "Police and Crime Commissioner for Northmarch",
            ),
            (
                "In law the information belongs in the care of the Governing Board of Overton Primary School.",
                "Governing Board of Overton Primary School",
            ),
            (
                "It comes from Overton Fire and Rescue Authority, which is answerable for all that is done.",
                "Overton Fire and Rescue Authority",
            ),
        ] {
            assert_eq!(names(text), [name], "{text}");
        }
        for text in [
            "The Chief Constable is a separate controller and has a notice of his own.",
            "Overton Health Trust is an independent data controller.",
            "In law a tenant is in the wrong if Overton Council says so.",
            "The driver is responsible in law for the load.",
            "Overton Council takes children in the care of others.",
        ] {
            assert_eq!(names(text), [""; 0], "{text}");
        }
    }
}
