//! Who works for the controller: the body that a text names as its processor.

use super::{
    bare, clauses,
    name::{is_body, is_kind, is_name, name_after, name_before},
};
use crate::draft::leads::denies;

/// Lists the bodies that a text calls a processor: “run by Care Systems Ltd, which is our processor”.
pub(crate) fn processors(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut sentences = clauses(text).peekable();
    while let Some(sentence) = sentences.next() {
        let next = sentences.peek().copied().unwrap_or_default();
        let back = points_back(next) && is_processing(next);
        found.extend(suppliers(sentence));
        if denies(sentence) || !(is_processing(sentence) || back) {
            continue;
        }
        let all: Vec<&str> = sentence.split_whitespace().collect();
        let is = |at: usize, list: &[&str]| {
            all.get(at)
                .is_some_and(|word| list.contains(&bare(word).to_lowercase().as_str()))
        };
        let runs = [
            "run",
            "provided",
            "delivered",
            "managed",
            "hosted",
            "supplied",
            "operated",
            "maintained",
        ];
        let by = (0..all.len()).find(|&at| is(at, &runs) && is(at + 1, &["by"]));
        let after = by.and_then(|at| name_after(&all[at + 2..]));
        let before = || {
            let at =
                (1..all.len()).find(|&at| is(at, &["is", "are", "acts", "act", "which", "who"]))?;
            name_before(&all[..at])
        };
        let name = after.or_else(before);
        found.extend(name.filter(|name| is_body(name) && !is_kind(name)));
    }
    found
}

/// Lists whom a sentence calls its supplier behind the name: “Civica (our supplier)”, “Jadu, our software provider, hosts it”.
fn suppliers(sentence: &str) -> Vec<String> {
    let kinds = ["supplier", "provider", "contractor", "processor"];
    let places = ["(our ", ", our "]
        .into_iter()
        .flat_map(|mark| sentence.match_indices(mark));
    let named = places.filter_map(|(at, mark)| {
        let behind = &sentence[at + mark.len()..];
        let end = behind
            .find([',', ')', '.', ';', '('])
            .unwrap_or(behind.len());
        let kind = behind[..end].split(' ').collect::<Vec<_>>();
        if kind.len() > 3 || !kinds.contains(kind.last()?) {
            return None;
        }
        let words = sentence[..at].split_whitespace();
        let name: Vec<&str> = words.rev().take_while(|word| is_name(word)).collect();
        let name: Vec<&str> = name.into_iter().rev().collect();
        let name = name.join(" ");
        let says = ["The", "Our", "We", "It"].contains(&name.as_str());
        (!name.is_empty() && !says).then_some(name)
    });
    named.collect()
}

/// Says whether a sentence says that somebody works for the controller.
pub(super) fn is_processing(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let says = ["processor", "on our behalf", "our instructions"];
    says.iter().any(|it| lower.contains(it))
}

/// Says whether a sentence speaks of whom the one before it named: “They are our processor.”
pub(super) fn points_back(sentence: &str) -> bool {
    let first = ["It ", "They ", "The company ", "The supplier ", "The firm "];
    first.iter().any(|it| sentence.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::{super::controllers, processors};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_processor_is_one_that_the_text_calls_so() {
        for (text, name) in [
            (
                "It is provided by Liquidlogic Ltd, which is our processor.",
                "Liquidlogic Ltd",
            ),
            (
                "Chipside Permits Ltd is our processor.",
                "Chipside Permits Ltd",
            ),
            (
                "The portal is hosted by Jadu Forms Ltd. They act only on our instructions.",
                "Jadu Forms Ltd",
            ),
            (
                "Tribal Pathways Ltd, who act on our behalf, host it.",
                "Tribal Pathways Ltd",
            ),
        ] {
            assert_eq!(processors(text), [name], "{text}");
        }
        for (text, name) in [
            ("Bookings are kept by Civica (our supplier).", "Civica"),
            (
                "They go to Jadu, our forms provider, who keep them.",
                "Jadu",
            ),
            (
                "We send it to Quay Payments Ltd (our payment provider).",
                "Quay Payments Ltd",
            ),
        ] {
            assert_eq!(processors(text), [name], "{text}");
        }
        for text in [
            "We may ask the school (our contractor builds it).",
            "We share it with your landlord, our contractors and others.",
            "Our suppliers are bound by contract, our provider too.",
            "Overton Borough Council is the data controller.",
            "Our processors are bound by contract.",
            "The service is provided by Overton Community NHS Trust for the council.",
            "No processor works for Overton Homes Ltd.",
            "A processor does what we say.",
        ] {
            assert_eq!(processors(text), [""; 0], "{text}");
        }
    }
    #[test]
    fn who_works_for_the_controller_is_not_it_and_nor_is_a_team() {
        for text in [
            "Our case management system is provided by Liquidlogic Ltd, which is our processor.",
            "The portal is run by Chipside Permits Ltd on our behalf.",
            "The forms are managed by Jadu Forms Ltd. They are our processor.",
            "Liquidlogic Ltd is our processor; we are the data controller.",
            "How the School Admissions Team uses your information",
            "We are the Housing Benefit Department.",
            "It is run by Care Systems Ltd, who act only on our instructions.",
        ] {
            assert_eq!(controllers(text), [], "{text}");
        }
    }
}
