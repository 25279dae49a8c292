//! The right that a text is about.

use notice::RightId;

use super::{clauses, right_words::RIGHTS};

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
    let speaks = [
        "right",
        "entitled",
        "you can",
        "you may",
        "you could",
        "can i ",
        "may i ",
    ];
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
    let mut sentences = clauses(text).peekable();
    // Whether the part before, which a semicolon ends, grants something.
    let mut goes_on = false;
    while let Some(sentence) = sentences.next() {
        let lower = sentence.to_lowercase().replace('’', "'");
        // "Can I see it? Yes.", "Can I have it deleted? No."
        let asked = ["can i ", "may i ", "could i ", "do i have the right"];
        let answer = asked.iter().any(|it| lower.starts_with(it)) && lower.ends_with('?');
        let answer = answer.then(|| sentences.peek().copied().unwrap_or_default().to_lowercase());
        let said_no = |it: &String| it.starts_with("no") || it.contains(" not ");
        if answer.as_ref().is_some_and(said_no) {
            continue;
        }
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
                // "Data portability applies to what we hold for a contract."
                let applies = lower.contains("portability") && lower.contains("appl");
                has(&grants) || has(&asks) || has(&["ask", "request"]) || names || applies
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
        let listed = goes_on && sentence.starts_with(char::is_lowercase);
        let answered = answer.is_some_and(|it| !it.is_empty());
        let granted = granted || listed || answered;
        goes_on = granted && sentence.ends_with(';');
        if !granted {
            continue;
        }
        for clause in opposed(&lower) {
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
fn opposed(sentence: &str) -> impl Iterator<Item = &str> {
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
                [
                    "not",
                    "apply" | "have" | "available" | "reach" | "extend" | "cover" | "arise"
                ] | [
                    "no",
                    "right" | "rights" | "automatic" | "use" | "application" | "place"
                ] | ["can", "not" | "t"]
                    | ["t", "apply" | "have" | "reach" | "extend" | "cover"]
            )
        })
}

/// Returns a text without what it says of portability: that this right comes with consent or a contract alone is said of the right.
pub(super) fn without_portability(text: &str) -> String {
    if !text.contains("portab") {
        return text.to_owned();
    }
    let rest = text
        .split_inclusive([';', '\n'])
        .flat_map(|part| part.split_inclusive(". "));
    rest.filter(|it| !it.contains("portab")).collect()
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
            ("Data portability is of no use here.", Within, &[]),
            (
                "Portability has no place here; you can object.",
                Within,
                &["Objecting"],
            ),
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
            (
                "You can ask for a copy, ask us to freeze it while an argument is sorted out, or take your details elsewhere.",
                Elsewhere,
                &["Moving your data", "Limiting use", "Access"],
            ),
            (
                "You are entitled to a copy of your data; to deletion of what we need no more; and to a halt to its use.",
                Elsewhere,
                &["Access", "Deletion", "Limiting use"],
            ),
            ("Can I see it? Yes.", Elsewhere, &["Access"]),
            (
                "Can I tell you to stop and wait? Yes, while we sort out a disagreement.",
                Elsewhere,
                &["Limiting use"],
            ),
            (
                "You may ask for mistakes to be set straight, or have it rubbed out.",
                Within,
                &["Deletion", "Correction"],
            ),
            (
                "You can ask us to delete it if we don't need it any more.",
                Elsewhere,
                &["Deletion"],
            ),
            (
                "Can I have it deleted? No, the law forbids it.",
                Elsewhere,
                &[],
            ),
            (
                "The right to have it erased does not reach a medical record.",
                Within,
                &[],
            ),
            (
                "There is no automatic right of access to the educational record.",
                Within,
                &[],
            ),
            (
                "The right to erasure doesn't apply to the register.",
                Within,
                &[],
            ),
            (
                "We set aside a room for visits; see your letter.",
                Elsewhere,
                &[],
            ),
            ("Can I park here? Yes, see your permit.", Elsewhere, &[]),
            ("We give access to the building.", Elsewhere, &[]),
            ("The object of the fund is to help.", Elsewhere, &[]),
        ] {
            assert_eq!(rights_told(text, at), rights, "{text}");
        }
    }
}
