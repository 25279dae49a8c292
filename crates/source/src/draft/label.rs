//! Lines that name a thing and say something of it, with a colon between: `Retention: 6 years`.

use notice::SectionId;

use super::sort::section;

/// Says whether a line says something of what it names: `Retention of permits: 3 years`.
pub(super) fn is_label(text: &str) -> bool {
    let Some((name, said)) = text.split_once(':') else {
        return false;
    };
    let words = name.split_whitespace().count();
    (1..=8).contains(&words)
        && name.starts_with(|mark: char| mark.is_uppercase() || mark.is_ascii_digit())
        && !name.contains(['.', '?', '!', ',', ';'])
        && said.starts_with(char::is_whitespace)
        && said.contains(char::is_alphanumeric)
}

/// Returns the section of a line that says what it is about before a colon: `Retention: 6 years`.
pub(super) fn labelled(text: &str) -> Option<SectionId> {
    let name = is_label(text).then(|| text.split(':').next())??;
    let short = name.split_whitespace().count() <= 6;
    short.then(|| section(name)).flatten()
}

/// Says whether words speak of a basis in law, which is no purpose.
pub(super) fn about_law(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "basis",
        "bases",
        "law",
        "legal",
        "condition",
        "article",
        "ground",
    ]
    .iter()
    .any(|it| text.contains(it))
}
