//! What a text says of decisions that a machine makes.

use super::clauses;

/// Lists the sentences that say whether a machine decides. That there is a right not to be decided on is none of them.
pub(crate) fn automated(text: &str) -> Vec<String> {
    let stems = ["utomat", "omputer", "machine", "lgorithm", "rofiling"];
    if !stems.iter().any(|stem| text.contains(stem)) {
        return Vec::new();
    }
    let said = clauses(text).filter(|it| says(it));
    said.map(|it| it.trim_end_matches(['.', ';']).to_owned())
        .collect()
}

fn says(sentence: &str) -> bool {
    let lower = sentence.to_lowercase().replace('’', "'");
    let has = |list: &[&str]| list.iter().any(|it| lower.contains(it));
    let decides = has(&[
        "decision", "decide", "refuse", "reject", "approve", "award", "grant", "score", "profil",
        "calculat",
    ]);
    let machine = has(&[
        "automated decision",
        "automated means",
        "automatically",
        "solely automated",
        "automated processing",
        "by computer",
        "by a computer",
        "computer alone",
        "computer program",
        "by a machine",
        "machine alone",
        "machine only",
        "algorithm",
        "profiling",
        "computer decid",
        "automated system",
    ]);
    let right = has(&[
        "right",
        "you can ask",
        "you may ask",
        "entitled",
        "object to",
        "renew automatically",
    ]);
    let told = decides || lower.contains("automated decision") || lower.contains("profiling");
    told && machine && !right && !lower.ends_with('?')
}

#[cfg(test)]
mod tests {
    use super::automated;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_sentence_on_what_a_machine_decides_is_one() {
        for text in [
            "Applications are checked by computer and are refused automatically if the address does not match",
            "No decision is made about you by automated means alone",
            "We do not use automated decision-making or profiling",
            "Your banding is calculated by a computer program",
            "A computer decides who is invited, and the score is set by an algorithm",
        ] {
            assert_eq!(automated(&format!("It is so. {text}.")), [text], "{text}");
        }
        for text in [
            "You have the right not to be subject to automated decisions.",
            "Direct Debits are taken automatically.",
            "You can ask for a decision that was made by a computer to be looked at again.",
            "Do you use automated decision-making?",
            "A person decides on each application.",
            "Your profile is yours.",
        ] {
            assert_eq!(automated(text), [""; 0], "{text}");
        }
    }
}
