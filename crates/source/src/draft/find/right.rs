//! The right that a text is about.

use notice::RightId;

/// Stems of words that tell a right, the most telling first, with its id and its name in plain words.
const RIGHTS: [(&str, RightId, &str); 14] = [
    (
        "automat",
        RightId::AutomatedDecisions,
        "Automated decisions",
    ),
    (
        "profiling",
        RightId::AutomatedDecisions,
        "Automated decisions",
    ),
    ("portab", RightId::Portability, "Moving your data"),
    ("restrict", RightId::Restriction, "Limiting use"),
    ("object", RightId::Objection, "Objecting"),
    ("eras", RightId::Erasure, "Deletion"),
    ("delet", RightId::Erasure, "Deletion"),
    ("forgotten", RightId::Erasure, "Deletion"),
    ("rectif", RightId::Rectification, "Correction"),
    ("correct", RightId::Rectification, "Correction"),
    ("inaccura", RightId::Rectification, "Correction"),
    ("copy", RightId::Access, "Access"),
    ("copies", RightId::Access, "Access"),
    ("access", RightId::Access, "Access"),
];

/// The right that a text is about, with its name, and whether the text speaks of others as well.
pub(crate) fn right(text: &str) -> Option<(RightId, &'static str, bool)> {
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
    let &(_, id, name) = found.next()?;
    let others = found.any(|(_, other, _)| *other != id);
    Some((id, name, others))
}
