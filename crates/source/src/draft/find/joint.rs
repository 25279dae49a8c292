//! Who decides together: “Overton Council and Overton Trust are joint controllers”, by their names or by those that the text gives them.

use super::name::bodies;

/// Says whether a sentence leads up to a list of those who decide together, and names none of them itself: “The service is run by
/// two bodies, which are joint controllers:”.
pub(crate) fn joint_behind(text: &str) -> bool {
    text.ends_with(':') && text.to_lowercase().contains("joint controllers")
}

/// Lists the bodies that a sentence says decide together, with whether it calls them controllers; none where it names only one.
pub(crate) fn joint_controllers(sentence: &str) -> Option<(Vec<String>, bool)> {
    let sentence = sentence.trim_end_matches(['.', ';', '!']);
    let lower = sentence.to_lowercase();
    // "X and Y share one database and decide together how it is used."
    let together = ["decide together", "determine together"];
    let together = together.iter().find_map(|it| lower.find(it));
    let joint = together.or_else(|| lower.find("joint"))?;
    let called = together.is_none() && lower.contains("controller");
    let ways = ["decide", "determine", "control ", "responsible"];
    let decide = together.is_some()
        || (lower[joint..].starts_with("jointly")
            && ways.iter().any(|it| lower[joint..].contains(it)));
    if !called && !decide {
        return None;
    }
    // The text has as many bytes as its small letters, but for rare marks.
    let (before, behind) = (sentence.get(..joint)?, sentence.get(joint..)?);
    let said = if before.trim().eq_ignore_ascii_case("the") || before.trim().is_empty() {
        let links = [" are ", ": ", " is "];
        let link = links
            .iter()
            .filter_map(|link| Some(behind.find(link)? + link.len()));
        behind[link.min()?..].to_owned()
    } else {
        let acts = [" are ", " act ", " acts ", " is ", " as "];
        let end = acts.iter().filter_map(|act| before.find(act)).min();
        let with = behind.split_once(" with ").map(|(_, other)| other);
        let own = &before[..end.unwrap_or(before.len())];
        with.map_or(own.to_owned(), |other| format!("{own} and {other}"))
    };
    let own = said
        .trim()
        .trim_start_matches("We, ")
        .trim_start_matches("Both ");
    let words: Vec<&str> = own.split_whitespace().collect();
    let names = bodies(&words);
    (names.len() > 1).then_some((names, called))
}

#[cfg(test)]
mod tests {
    use super::{joint_behind, joint_controllers};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn those_who_decide_together_may_stand_behind_a_colon() {
        assert!(joint_behind(
            "The Overton Care Service is run by two bodies, which are joint controllers:"
        ));
        assert!(!joint_behind(
            "Overton Council and Tarn NHS Trust are joint controllers."
        ));
        assert!(!joint_behind("Overton Council runs two services:"));
    }

    #[test]
    fn bodies_that_decide_together_are_each_one() {
        let names = ["Overton Borough Council", "Tarn NHS Trust"];
        for text in [
            "Overton Borough Council (“the Council”) and Tarn NHS Trust (“the Trust”) are joint controllers.",
            "Overton Borough Council and Tarn NHS Trust act as joint data controllers.",
            "The joint controllers are Overton Borough Council (the Council) and Tarn NHS Trust (the Trust).",
            "Joint controllers: Overton Borough Council and Tarn NHS Trust",
            "We, Overton Borough Council, and Tarn NHS Trust are joint controllers.",
            "Overton Borough Council is a joint controller with Tarn NHS Trust.",
        ] {
            let (found, called) = joint_controllers(text).expect(text);
            assert_eq!(found, names, "{text}");
            assert!(called, "{text}");
        }
        let together = "Overton Borough Council (“the Council”) and Tarn NHS Trust, which runs the wards, share one list and decide together \
                        how it is used.";
        let (found, called) = joint_controllers(together).expect(together);
        assert_eq!((&found[..], called), (&names.map(str::to_owned)[..], false));
        let (found, called) = joint_controllers(
            "Brighton and Hove City Council, Tarn NHS Trust and Tarn Police jointly decide how your data is used.",
        )
        .expect("three");
        assert_eq!(
            found,
            [
                "Brighton and Hove City Council",
                "Tarn NHS Trust",
                "Tarn Police"
            ]
        );
        assert!(!called);
        let (found, _) = joint_controllers(
            "The Registrar General for England and Wales is a joint controller with the Superintendent Registrar of the registers.",
        )
        .expect("places");
        assert_eq!(
            found,
            [
                "Registrar General for England and Wales",
                "Superintendent Registrar"
            ]
        );
        for text in [
            "Overton Borough Council is the controller.",
            "We are joint controllers with others.",
            "Overton Council and Tarn Trust have a joint committee.",
            "The Council and the Trust jointly pay for the hall.",
        ] {
            assert_eq!(joint_controllers(text), None, "{text}");
        }
    }
}
