//! The right that a text is about.

/// Stems of words that tell a right, the most telling first, with its id and its name in plain words.
const RIGHTS: [(&str, &str, &str); 14] = [
    ("automat", "automated-decisions", "Automated decisions"),
    ("profiling", "automated-decisions", "Automated decisions"),
    ("portab", "portability", "Moving your data"),
    ("restrict", "restriction", "Limiting use"),
    ("object", "objection", "Objecting"),
    ("eras", "erasure", "Deletion"),
    ("delet", "erasure", "Deletion"),
    ("forgotten", "erasure", "Deletion"),
    ("rectif", "rectification", "Correction"),
    ("correct", "rectification", "Correction"),
    ("inaccura", "rectification", "Correction"),
    ("copy", "access", "Access"),
    ("copies", "access", "Access"),
    ("access", "access", "Access"),
];

/// The right that a text is about, by its id and its name, and whether the text speaks of others as well.
pub(crate) fn right(text: &str) -> Option<(&'static str, &'static str, bool)> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|mark: char| !mark.is_alphanumeric()).collect();
    let said = |stem: &str| {
        words.iter().any(|word| {
            word.starts_with(stem)
                && !word.starts_with("accessib")
                && !word.starts_with("objective")
        })
    };
    let mut found = RIGHTS.iter().filter(|(stem, ..)| said(stem));
    let (_, id, name) = found.next()?;
    let others = found.any(|(_, other, _)| other != id);
    Some((id, name, others))
}
