//! A purpose that a paragraph names, and whose basis it gives in the same breath: “3.1 To plan your discharge. The Trust does this as a
//! public task”, “I keep the waiting list, and the parish does that as a public task”.

use super::{
    find::{bases_given, bases_of_ground},
    grounded::without_basis,
    label::about_law,
    leads::denies,
    marks::lead,
};

/// A purpose has so many words at most.
const WORDS: usize = 20;

/// Returns the purpose of a paragraph under a heading on purposes, with its bases.
pub(super) fn purpose_with_basis(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let text = without_number(text);
    let (purpose, bases) = aim(text)
        .or_else(|| deed(text))
        .or_else(|| labelled(text))?;
    let fit = (2..=WORDS).contains(&purpose.split(' ').count())
        && !bases.is_empty()
        && !denies(purpose)
        && !purpose.contains(". ");
    fit.then_some((purpose, bases))
}

/// Returns a paragraph without the number or the letter that counts it.
fn without_number(text: &str) -> &str {
    let (_, rest) = lead(text);
    let bare = rest.trim_start_matches(|mark: char| mark.is_ascii_digit() || mark == '.');
    bare.trim_start()
}

/// Reads “To plan your discharge. The Trust does this as a public task.”
fn aim(text: &str) -> Option<(&str, Vec<&'static str>)> {
    if !text.starts_with("To ") && !text.starts_with("to ") {
        return None;
    }
    let (purpose, ground) = without_basis(text);
    // What goes on without a mark, "to care for you under our contract", may go on further.
    let behind = &text[purpose.len()..];
    let marked = [". ", ": ", " (", " – ", " — "]
        .iter()
        .any(|it| behind.starts_with(it));
    let ground = ground.filter(|_| marked)?;
    Some((purpose, bases_given(ground)))
}

/// Reads “I take the rent, and that is because we have a contract”.
fn deed(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let said = text
        .strip_prefix("I ")
        .or_else(|| text.strip_prefix("We "))?;
    let first = said.split(' ').next().unwrap_or_default();
    // "We rely on consent, and that is …" is of bases, and "we use it to" names its purpose behind.
    let other = [
        "rely", "use", "need", "process", "hold", "collect", "may", "will", "can", "must", "are",
        "have", "do", "share", "think",
    ];
    if other.contains(&first) {
        return None;
    }
    let (at, and) = said
        .match_indices(", and ")
        .find(|(at, and)| points_back(&said[at + and.len()..]))?;
    let ground = super::sentence(&said[at + and.len()..]);
    Some((&said[..at], bases_given(ground)))
}

/// Says whether words go on with what was just told: “that is”, “the parish does that as”, “I do it with”.
fn points_back(said: &str) -> bool {
    let mut words = said.split_whitespace().take(6);
    words.any(|word| matches!(word, "that" | "this" | "it" | "so"))
}

/// Reads “Taking your fee: public task”.
fn labelled(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let (label, said) = text.split_once(": ")?;
    let first = label.split(' ').next().unwrap_or_default();
    let doing = first.len() > 4 && first.ends_with("ing") && first.starts_with(char::is_uppercase);
    // The basis stands first: "Public task, laid on us by the Act".
    let basis = said.split([',', ';', '.', '(']).next().unwrap_or(said);
    let short = basis.split(' ').count() <= 8;
    // Several such in one paragraph may be of data: "Sending news: consent. Photographs: consent."
    let alone = !said.contains(". ");
    let fit = doing && alone && short && !about_law(label) && bases_given(label).is_empty();
    fit.then(|| (label, bases_of_ground(basis)))
}

#[cfg(test)]
mod tests {
    use super::purpose_with_basis;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_purpose_is_told_with_its_basis() {
        for (text, purpose, basis) in [
            (
                "3.1 To plan your discharge from hospital. The Trust does this as a public task (Article 6(1)(e)).",
                "To plan your discharge from hospital",
                "public task",
            ),
            (
                "I keep the waiting list in order, and the parish does that as a public task.",
                "keep the waiting list in order",
                "public task",
            ),
            (
                "We draw up your agreement, and that is because you and the parish have a contract.",
                "draw up your agreement",
                "contract",
            ),
            (
                "I add you to the group, and I do it with your consent and not without. Leave when you like.",
                "add you to the group",
                "consent",
            ),
            (
                "Deciding whether you can be trusted: Public task, laid on us by the Act",
                "Deciding whether you can be trusted",
                "public task",
            ),
            ("Sending news: consent", "Sending news", "consent"),
        ] {
            let (found, bases) = purpose_with_basis(text).expect(text);
            assert_eq!(found, purpose, "{text}");
            assert!(bases[0].starts_with(basis), "{text}: {bases:?}");
        }
        for text in [
            "We rely on your consent, and that is for you to give.",
            "Photographs: consent",
            "To plan your discharge from hospital. It takes a week.",
            "We keep the list, and nobody else has our consent.",
            "Our lawful basis: public task",
            "Sending news: consent. Photographs: consent.",
            "To care for you under our contract, and because the Act says so.",
            "Processing special data: it is only done where it is a substantial help to many of the people in it, with consent",
        ] {
            assert_eq!(purpose_with_basis(text), None, "{text}");
        }
    }
}
