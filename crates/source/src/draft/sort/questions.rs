//! A heading that asks several things.

use super::asks;

/// Returns the first of several questions of a heading: “Why we use it, who sees it, and for how long”. It is what stands below, as a
/// rule in its own column.
pub(super) fn first_question(heading: &str) -> Option<&str> {
    let parts: Vec<&str> = heading.split(", ").collect();
    let asked = parts[1..].iter().filter(|part| {
        let own = part.trim_start_matches("and ").trim_start_matches("for ");
        asks(own)
    });
    (parts.len() > 2 && asks(parts[0]) && asked.count() > 0).then_some(parts[0])
}

#[cfg(test)]
mod tests {
    use notice::SectionId::*;

    use crate::draft::sort::section;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_first_of_several_questions_says_what_stands_below() {
        for (heading, id) in [
            (
                "Why we use it, our lawful basis, who sees it, and for how long",
                Purposes,
            ),
            ("What we hold, why, and for how long", Data),
            (
                "Who we share it with, why, and how long they keep it",
                Recipients,
            ),
        ] {
            assert_eq!(section(heading), Some(id), "{heading}");
        }
        // These are no questions of their own.
        assert_eq!(
            section("How we collect, use, and share your information"),
            Some(Recipients)
        );
    }
}
