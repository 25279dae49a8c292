//! An entry of a list by its words: what is of its name, and whether it is one at all.

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
