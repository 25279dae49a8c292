//! Words that say when something is so, and name nobody.

/// Says whether a text says when or where, and names nobody.
pub(super) fn is_condition(text: &str) -> bool {
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    matches!(
        first.as_str(),
        "where" | "if" | "when" | "unless" | "with" | "once" | "whenever"
    )
}

/// Says whether words name an occasion, and nobody: “on request”, “in an emergency”.
pub(super) fn is_occasion(text: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = [
        "on request",
        "at your request",
        "at their request",
        "in an emergency",
        "in emergencies",
        "in case of",
        "in cases of",
        "by law",
        "as required",
        "as the law",
    ];
    begins.iter().any(|it| lower.starts_with(it))
}
