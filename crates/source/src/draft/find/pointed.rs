//! Whom a sentence points back to as those who decide: “They are joint controllers”, “Each is a separate controller”.

use super::{bare, name::bodies};

/// Words that stand for those who were named before.
const THEY: [&str; 8] = [
    "they", "both", "each", "all", "these", "those", "either", "the",
];

/// Words between such a word and its verb: “all three of them are”, “these two bodies are”.
const BETWEEN: [&str; 18] = [
    "of",
    "them",
    "these",
    "those",
    "the",
    "two",
    "three",
    "four",
    "five",
    "bodies",
    "organisations",
    "councils",
    "authorities",
    "partners",
    "parties",
    "officers",
    "both",
    "all",
];

/// Words of a sentence that names whom data is given to, and not who decides together.
const GIVES: [&str; 8] = [
    "share", "pass ", "send ", "disclos", "tell ", "give ", "supply", "sell ",
];

/// Lists the bodies that the sentence `before` names, where this one calls them controllers. Whoever is given data and decides about
/// it for himself, “Each is a separate controller”, is none of this notice's.
pub(super) fn pointed_back(before: &str, sentence: &str) -> Option<Vec<String>> {
    let words: Vec<String> = sentence
        .split_whitespace()
        .map(|word| bare(word).to_lowercase())
        .collect();
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|it| list.contains(&&**it));
    let control = (0..words.len()).find(|at| is(*at, &["controller", "controllers"]))?;
    let verb = (1..control).find(|&at| {
        if !is(at, &["are", "is"]) {
            return false;
        }
        let mut subject = at - 1;
        while subject > 0 && is(subject, &BETWEEN) && !is(subject - 1, &["and"]) {
            subject -= 1;
        }
        // "The two are" points back, "the council is" does not.
        is(subject, &THEY) && (subject < at - 1 || !is(subject, &["the"]))
    })?;
    // "The Overton Shared Care Record" is a name, and gives nothing to anybody.
    let mut said = before
        .split_whitespace()
        .filter(|word| !word.starts_with(char::is_uppercase));
    let gives = |word: &str| GIVES.iter().any(|it| format!("{word} ").contains(it));
    if words[verb..control].iter().any(|word| word == "not") || said.any(gives) {
        return None;
    }
    let before = before.trim_end_matches(['.', ';']);
    let named = before.rsplit(": ").next().unwrap_or(before);
    let found = bodies(&named.split_whitespace().collect::<Vec<_>>());
    (found.len() > 1).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::pointed_back;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn those_who_were_named_before_decide() {
        let both = ["Overton Council", "Tarn NHS Trust"];
        for (before, sentence) in [
            (
                "Care is planned by two bodies: Overton Council and Tarn NHS Trust.",
                "For the shared record they are joint controllers.",
            ),
            (
                "It is the name under which Overton Council and the Tarn NHS Trust work together.",
                "Both are joint data controllers until you leave.",
            ),
            (
                "The list is kept by Overton Council, which collects the fees, and Tarn NHS Trust, which treats you.",
                "Each is a separate data controller.",
            ),
            (
                "The service is run by Overton Council and Tarn NHS Trust.",
                "The two bodies are controllers of it.",
            ),
            (
                "The Overton Shared Care Record is run jointly by Overton Council (“the Council”) and Tarn NHS Trust (“the Trust”).",
                "The two are joint controllers.",
            ),
        ] {
            assert_eq!(
                pointed_back(before, sentence).as_deref(),
                Some(&both.map(str::to_owned)[..]),
                "{sentence}"
            );
        }
        for (before, sentence) in [
            (
                "We share it with Overton Council and Tarn NHS Trust.",
                "Each is a separate controller.",
            ),
            (
                "It is paid for by Overton Council and Tarn NHS Trust.",
                "They are not controllers.",
            ),
            (
                "It is run by Overton Council and Tarn NHS Trust.",
                "The council is the controller.",
            ),
            (
                "It is run by Overton Council.",
                "They are joint controllers.",
            ),
        ] {
            assert_eq!(pointed_back(before, sentence), None, "{sentence}");
        }
    }
}
