//! Who uses people's data, where a text calls nobody the controller.

use super::{
    bare,
    body::is_controller,
    clauses,
    name::{is_body, is_kind, name_before},
};

/// Returns the body that a text begins with and says to use people's data: “Overton School collects your child's name”.
pub(crate) fn body_that_uses(text: &str) -> Option<String> {
    let first = clauses(text).next()?;
    let words: Vec<&str> = first.split_whitespace().collect();
    let uses = ["collects", "uses", "processes", "holds", "keeps", "gathers"];
    // Who runs a service says so first.
    let runs = ["runs", "provides", "manages", "delivers", "operates"];
    let whose = ["your", "personal", "information", "data", "details"];
    let at = words
        .iter()
        .position(|word| uses.contains(&bare(word)) || runs.contains(&bare(word)))?;
    let next = bare(words.get(at + 1)?).to_lowercase();
    let does = runs.contains(&bare(words[at])) || whose.contains(&next.as_str());
    let name = name_before(&words[..at])?;
    let begins = first.trim_start_matches("The ").starts_with(name.as_str());
    (begins && does && is_body(&name) && is_controller(&name) && !is_kind(&name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::body_that_uses;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn who_collects_or_runs_something_says_so_first() {
        assert_eq!(
            body_that_uses("Overton Primary School collects your child's name.").as_deref(),
            Some("Overton Primary School")
        );
        assert_eq!(
            body_that_uses("Overton Council runs eleven libraries.").as_deref(),
            Some("Overton Council")
        );
        assert_eq!(body_that_uses("We use what Overton School holds."), None);
    }
}
