//! The right that a text is about.

use notice::RightId;

use super::sentences;

/// Beginnings of words, or words that follow one another, that tell a right, the most telling first, with its id and its
/// name in plain words.
const RIGHTS: [(&str, RightId, &str); 67] = [
    (
        "automat*",
        RightId::AutomatedDecisions,
        "Automated decisions",
    ),
    (
        "profiling",
        RightId::AutomatedDecisions,
        "Automated decisions",
    ),
    ("portab*", RightId::Portability, "Moving your data"),
    ("take it to", RightId::Portability, "Moving your data"),
    ("move it", RightId::Portability, "Moving your data"),
    ("moved to another", RightId::Portability, "Moving your data"),
    (
        "passed to another",
        RightId::Portability,
        "Moving your data",
    ),
    (
        "transferred to another",
        RightId::Portability,
        "Moving your data",
    ),
    ("it to another", RightId::Portability, "Moving your data"),
    ("limit how", RightId::Restriction, "Limiting use"),
    ("limit what", RightId::Restriction, "Limiting use"),
    ("restrict*", RightId::Restriction, "Limiting use"),
    ("limit the", RightId::Restriction, "Limiting use"),
    ("limit its", RightId::Restriction, "Limiting use"),
    ("limit our", RightId::Restriction, "Limiting use"),
    ("limit use", RightId::Restriction, "Limiting use"),
    ("use limited", RightId::Restriction, "Limiting use"),
    ("data limited", RightId::Restriction, "Limiting use"),
    ("it limited", RightId::Restriction, "Limiting use"),
    ("hold off", RightId::Restriction, "Limiting use"),
    ("object", RightId::Objection, "Objecting"),
    ("objecting", RightId::Objection, "Objecting"),
    ("objection*", RightId::Objection, "Objecting"),
    ("eras*", RightId::Erasure, "Deletion"),
    ("delet*", RightId::Erasure, "Deletion"),
    ("forgotten", RightId::Erasure, "Deletion"),
    ("it removed", RightId::Erasure, "Deletion"),
    ("data removed", RightId::Erasure, "Deletion"),
    ("details removed", RightId::Erasure, "Deletion"),
    ("remove it", RightId::Erasure, "Deletion"),
    ("fix or", RightId::Rectification, "Correction"),
    ("fix it", RightId::Rectification, "Correction"),
    ("fix mistakes", RightId::Rectification, "Correction"),
    ("change it", RightId::Rectification, "Correction"),
    ("rectif*", RightId::Rectification, "Correction"),
    ("correct*", RightId::Rectification, "Correction"),
    ("inaccura*", RightId::Rectification, "Correction"),
    ("incorrect*", RightId::Rectification, "Correction"),
    ("put right", RightId::Rectification, "Correction"),
    ("put it right", RightId::Rectification, "Correction"),
    ("wipe*", RightId::Erasure, "Deletion"),
    ("destroy*", RightId::Erasure, "Deletion"),
    ("get rid of", RightId::Erasure, "Deletion"),
    ("change what", RightId::Rectification, "Correction"),
    ("change anything", RightId::Rectification, "Correction"),
    ("amend*", RightId::Rectification, "Correction"),
    ("what is wrong", RightId::Rectification, "Correction"),
    ("show you", RightId::Access, "Access"),
    ("stop using", RightId::Objection, "Objecting"),
    ("while we look", RightId::Restriction, "Limiting use"),
    ("while we check", RightId::Restriction, "Limiting use"),
    ("pause*", RightId::Restriction, "Limiting use"),
    ("copy", RightId::Access, "Access"),
    ("copies", RightId::Access, "Access"),
    ("access", RightId::Access, "Access"),
    ("accessing", RightId::Access, "Access"),
    ("to see", RightId::Access, "Access"),
    ("see what", RightId::Access, "Access"),
    ("see the record", RightId::Access, "Access"),
    ("see the records", RightId::Access, "Access"),
    ("see the file", RightId::Access, "Access"),
    ("see the data", RightId::Access, "Access"),
    ("see your", RightId::Access, "Access"),
    ("see it", RightId::Access, "Access"),
    ("sar", RightId::Access, "Access"),
    ("sars", RightId::Access, "Access"),
    ("dsar", RightId::Access, "Access"),
];

fn tells(words: &[&str], want: &str) -> bool {
    if let Some(stem) = want.strip_suffix('*') {
        return words.iter().any(|word| word.starts_with(stem));
    }
    let count = want.split(' ').count();
    let mut windows = words.windows(count);
    windows.any(|window| window.iter().copied().eq(want.split(' ')))
}

/// Returns the right that a text is about, with its name, and whether the text speaks of others as well.
pub(crate) fn right(text: &str) -> Option<(RightId, &'static str, bool)> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|mark: char| !mark.is_alphanumeric()).collect();
    let mut found = RIGHTS.iter().filter(|(want, ..)| tells(&words, want));
    let &(_, id, name) = found.next()?;
    let others = found.any(|(_, other, _)| *other != id);
    Some((id, name, others))
}

/// Where a text stands that may tell of rights.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum RightsContext {
    /// As an item or a row of the section on rights.
    Listed,
    /// In that section.
    Within,
    Elsewhere,
}

/// Lists the rights that sentences grant, by their names: those that speak of a right or of what “you can ask”, and, within the
/// section on rights, what “you can” do and names of rights. What a sentence denies (“cannot be erased”) is none.
pub(crate) fn rights_told(text: &str, at: RightsContext) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    let lower = text.to_lowercase();
    let speaks = ["right", "entitled", "you can", "you may", "you could"];
    if at == RightsContext::Elsewhere && !speaks.iter().any(|it| lower.contains(it)) {
        return found;
    }
    let several = || {
        let words = words_of(&lower);
        let mut told = RIGHTS.iter().filter(|(want, ..)| tells(&words, want));
        let first = told.next();
        first.is_some_and(|(_, one, _)| told.any(|(_, other, _)| other != one))
    };
    let names = at == RightsContext::Within && several();
    for sentence in sentences(text) {
        let lower = sentence.to_lowercase().replace('’', "'");
        // What anybody may ask of a public body is no right over one's own data.
        if lower.contains("freedom of information") || lower.contains("environmental information") {
            continue;
        }
        let grants = ["right to", "right of", "rights", "entitled to"];
        let asks = ["you can", "you may", "you could"];
        let acts = ["ask", "object", "request", "raise"];
        let has = |list: &[&str]| list.iter().any(|it| lower.contains(it));
        let granted = match at {
            RightsContext::Listed => true,
            RightsContext::Within => {
                has(&grants) || has(&asks) || has(&["ask", "request"]) || names
            }
            RightsContext::Elsewhere => {
                let held = [
                    "we hold",
                    "we have",
                    "your data",
                    "your information",
                    "your details",
                    "your record",
                    "about you",
                ];
                has(&grants) || (has(&asks) && (has(&acts) || (has(&held) && several())))
            }
        };
        if !granted {
            continue;
        }
        for clause in clauses(&lower) {
            let words = words_of(clause);
            if denies(&words) {
                continue;
            }
            for (want, _, name) in RIGHTS {
                if tells(&words, want) && !found.contains(&name) {
                    found.push(name);
                }
            }
        }
    }
    found
}

fn words_of(text: &str) -> Vec<&str> {
    let words = text.split(|mark: char| !mark.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// Lists the clauses of a sentence that stand against each other.
fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    sentence
        .split(", but ")
        .flat_map(|part| part.split(", although "))
}

/// Says whether a clause says that there is no such right.
fn denies(words: &[&str]) -> bool {
    words.contains(&"cannot")
        || words.windows(2).any(|pair| {
            matches!(
                pair,
                ["not", "apply" | "have" | "available"] | ["no", "right"] | ["can", "not" | "t"]
            )
        })
}

#[cfg(test)]
mod tests {
    use super::{RightsContext::*, rights_told};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn rights_are_found_in_running_text() {
        for (text, at, rights) in [
            (
                "You have the right to ask for a copy, to object, and to have it erased.",
                Elsewhere,
                &["Objecting", "Deletion", "Access"][..],
            ),
            ("You can ask to see your record.", Elsewhere, &["Access"]),
            (
                "You’re entitled to see it and to have mistakes put right",
                Elsewhere,
                &["Correction", "Access"],
            ),
            (
                "You can have mistakes put right by asking, but the register cannot be erased.",
                Within,
                &["Correction"],
            ),
            (
                "Access; erasure; portability does not apply.",
                Within,
                &["Access", "Deletion"],
            ),
            (
                "You may ask for it to be moved to another organisation.",
                Within,
                &["Moving your data"],
            ),
            (
                "You can ask us to pass it to another college.",
                Elsewhere,
                &["Moving your data"],
            ),
            ("The right to data portability does not apply.", Within, &[]),
            (
                "to have it corrected or deleted",
                Listed,
                &["Deletion", "Correction"],
            ),
            (
                "Access, erasure and objection.",
                Within,
                &["Objecting", "Deletion", "Access"],
            ),
            (
                "You can see what we hold, change it, or have it removed.",
                Within,
                &["Deletion", "Correction", "Access"],
            ),
            (
                "to have use of your data limited",
                Listed,
                &["Limiting use"],
            ),
            (
                "You can ask Overton Homes Limited for a copy.",
                Elsewhere,
                &["Access"],
            ),
            (
                "You can see what we hold, or have it deleted: ring us.",
                Elsewhere,
                &["Deletion", "Access"],
            ),
            ("to change what is wrong", Listed, &["Correction"]),
            ("to wipe it", Listed, &["Deletion"]),
            (
                "The Freedom of Information Act 2000 gives you a right to see how we work.",
                Elsewhere,
                &[],
            ),
            ("We give access to the building.", Elsewhere, &[]),
            ("The object of the fund is to help.", Elsewhere, &[]),
        ] {
            assert_eq!(rights_told(text, at), rights, "{text}");
        }
    }
}
