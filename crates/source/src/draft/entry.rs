//! An entry of a list by its words: what is of its name, and whether it is one at all.

use super::purposed::is_verb;

/// An entry has so many words at most.
const WORDS: usize = 16;

/// Returns an entry without what joins it to the next.
pub(super) fn entry(text: &str) -> &str {
    let text = text.trim();
    let text = text
        .strip_prefix("and ")
        .or_else(|| text.strip_prefix("and, "))
        .unwrap_or(text);
    // "Your GP; and", "the courts, or".
    let joined = [" and", "; or", ", or"]
        .iter()
        .find_map(|end| text.strip_suffix(end));
    let text = joined.unwrap_or(text);
    text.trim_end_matches(['.', ',', ';', ' '])
}

/// Returns an entry without the word that leads to its name: “to your GP”, of what goes further.
pub(super) fn unled(text: &str) -> &str {
    let verb = |rest: &&str| is_verb(rest.split(' ').next().unwrap_or_default());
    let to = text.strip_prefix("to ").filter(|rest| !verb(rest));
    to.unwrap_or(text)
}

/// Says whether an entry is one: a few words, and not that there is none.
pub(super) fn is_entry(text: &str) -> bool {
    let lower = text.to_lowercase();
    let nobody = ["nobody ", "no one ", "no-one ", "none ", "not shared"]
        .iter()
        .any(|none| lower.starts_with(none));
    let none = nobody
        || matches!(
            lower.as_str(),
            "" | "none" | "nobody" | "n/a" | "no one" | "no-one" | "not applicable" | "-" | "–"
        );
    // A letter or a number counts, and names nothing.
    let counts = text.chars().filter(|mark| mark.is_alphanumeric()).count() < 2;
    !none && !counts && text.split_whitespace().count() <= WORDS && !text.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::unled;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_leads_to_a_name_is_none_of_it() {
        for (text, name) in [
            ("to your GP, if you are ill", "your GP, if you are ill"),
            ("to Overton Council", "Overton Council"),
            ("to pay you", "to pay you"),
            ("the police", "the police"),
        ] {
            assert_eq!(unled(text), name, "{text}");
        }
    }
}
