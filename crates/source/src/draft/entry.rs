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
    let text = text.strip_suffix(" and").unwrap_or(text);
    // "Where the law says so, the police": the condition is no part of the name.
    let text = match text.split_once(", ") {
        Some((condition, name)) if is_condition(condition) && !name.contains(',') => name,
        _ => text,
    };
    text.trim_end_matches(['.', ',', ';', ' '])
}

/// Says whether a text says when or where, and names nobody.
pub(super) fn is_condition(text: &str) -> bool {
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    matches!(first.as_str(), "where" | "if" | "when" | "unless" | "with")
}

/// Says whether an entry is one: a few words, and not that there is none.
pub(super) fn is_entry(text: &str) -> bool {
    let none = matches!(
        text.to_lowercase().as_str(),
        "" | "none" | "nobody" | "n/a" | "no one" | "not applicable" | "-" | "–"
    );
    !none && text.split_whitespace().count() <= WORDS && !text.contains(". ")
}
