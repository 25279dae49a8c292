//! Who decides together: “Overton Council and Overton Trust are joint controllers”, by their names or by those that the text gives them.

use super::name::bodies;

/// A body, and what the text calls it from there on: “Overton Borough Council (“the Council”)”.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ShortName {
    short: String,
    name: String,
}

/// Says whether a sentence leads up to a list of those who decide together, and names none of them itself: “The service is run by
/// two bodies, which are joint controllers:”.
pub(crate) fn joint_behind(text: &str) -> bool {
    text.ends_with(':') && text.to_lowercase().contains("joint controllers")
}

/// Lists the short names that texts give to bodies.
pub(crate) fn short_names<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<ShortName> {
    let mut found: Vec<ShortName> = Vec::new();
    for text in texts {
        for (at, _) in text.match_indices('(') {
            let Some((inside, _)) = text[at + 1..].split_once(')') else {
                continue;
            };
            let short = inside.trim_matches(|mark: char| !mark.is_alphanumeric());
            let own = short.strip_prefix("the ").unwrap_or(short);
            // Behind the bracket of the one before, or in the sentence.
            let from = text[..at].rfind([')', '.']).map_or(0, |it| it + 1);
            let words: Vec<&str> = text[from..at].split_whitespace().collect();
            let fit = own.starts_with(char::is_uppercase) && short.split(' ').count() <= 3;
            let name = bodies(&words).pop().filter(|_| fit);
            let ends = |name: &String| words.last().is_some_and(|last| name.ends_with(last));
            found.extend(name.filter(ends).map(|name| ShortName {
                short: short.to_owned(),
                name,
            }));
        }
    }
    found
}

/// Returns a text with each body by its name, and without the brackets that give it a short one.
pub(crate) fn by_name(text: &str, names: &[ShortName]) -> String {
    let mut own = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(" (") {
        let Some((inside, next)) = behind.split_once(')') else {
            break;
        };
        own.push_str(before);
        let short = inside.trim_matches(|mark: char| !mark.is_alphanumeric());
        if !names.iter().any(|it| it.short == short) {
            own.push_str(&format!(" ({inside})"));
        }
        rest = next;
    }
    own.push_str(rest);
    // One pass a name: what was put in is not looked at again.
    let mut found = String::new();
    let mut rest = own.as_str();
    while let Some((at, it)) = first(rest, names) {
        found.push_str(&rest[..at]);
        found.push_str(&it.name);
        rest = &rest[at + it.short.len()..];
    }
    found + rest
}

/// Says where the first short name stands by itself.
fn first<'a>(text: &str, names: &'a [ShortName]) -> Option<(usize, &'a ShortName)> {
    let starts = names.iter().filter_map(|it| {
        let capital = it.short.replacen("the ", "The ", 1);
        let places = [it.short.as_str(), &capital].map(|short| {
            let mut all = text.match_indices(short).map(|(at, _)| at);
            // "The University of Overton (“the University”)" begins with it.
            let begins = |at: usize| {
                let own = short.trim_start_matches("the ").trim_start_matches("The ");
                let behind = text.get(at + short.len()..).unwrap_or_default();
                let tail = it.name.trim_start_matches("The ").strip_prefix(own);
                tail.is_some_and(|tail| !tail.is_empty() && behind.starts_with(tail))
            };
            all.find(|at| is_whole(text, *at, short.len()) && !begins(*at))
        });
        Some((places.into_iter().flatten().min()?, it))
    });
    starts.min_by_key(|(at, _)| *at)
}

/// Says whether a name ends there, and does not go on: “the Council Offices”.
fn is_whole(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let behind = &text[at + length..];
    let goes_on = behind
        .strip_prefix(' ')
        .is_some_and(|next| next.starts_with(char::is_uppercase));
    before.is_none_or(|it| !it.is_alphanumeric())
        && !behind.starts_with(char::is_alphanumeric)
        && !behind.starts_with(['’', '\''])
        && !goes_on
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
    use super::{by_name, joint_behind, joint_controllers, short_names};

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
        for text in [
            "Overton Borough Council is the controller.",
            "We are joint controllers with others.",
            "Overton Council and Tarn Trust have a joint committee.",
            "The Council and the Trust jointly pay for the hall.",
        ] {
            assert_eq!(joint_controllers(text), None, "{text}");
        }
    }

    #[test]
    fn a_short_name_stands_for_the_body_that_it_was_given_to() {
        let said = "Overton Borough Council (“the Council”) and Tarn NHS Trust (\"TNT\") run it (in part). The garden (Moor) is ours.";
        let names = short_names([said].into_iter());
        assert_eq!(names.len(), 2);
        for (text, whole) in [
            (
                "The Council and TNT are joint controllers.",
                "Overton Borough Council and Tarn NHS Trust are joint controllers.",
            ),
            (
                "The Council Offices and the Council’s staff",
                "The Council Offices and the Council’s staff",
            ),
            (
                "Tarn NHS Trust (\"TNT\") treats you (if ill).",
                "Tarn NHS Trust treats you (if ill).",
            ),
        ] {
            assert_eq!(by_name(text, &names), whole, "{text}");
        }
        let own = "The University of Overton (“the University”) decides.";
        let names = short_names([own].into_iter());
        let again = "The University of Overton decides, with others.";
        assert_eq!(by_name(again, &names), again);
    }
}
