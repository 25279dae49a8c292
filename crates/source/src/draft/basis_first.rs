//! Purposes of a paragraph that begins with the name of their basis: “Contract. We need your data to let you a room.”, “Public task. We
//! plan schools, and monitor attendance.”

use super::{
    find,
    leads::denies,
    purposed::{is_verb, purposes_told},
    sentence, sentences,
    verbs::each,
};

/// The name of a basis has so many words at most, and a purpose so many.
const LABEL: usize = 4;
const WORDS: usize = 20;

/// Words between “we” and what we do.
const BETWEEN: [&str; 10] = [
    "must",
    "may",
    "will",
    "also",
    "can",
    "have",
    "need",
    "to",
    "sometimes",
    "then",
];

/// What says that data is used, or what it is used by, and is no purpose itself.
const USES: [&str; 8] = [
    "rely", "use", "process", "hold", "need", "are", "do", "think",
];

/// What is said of a purpose behind its name.
const MORE: [&str; 12] = [
    " under the ",
    " under our ",
    " because ",
    ", because",
    " only if ",
    " only with ",
    " so that ",
    ", so ",
    ", as ",
    ", which ",
    ", where ",
    " (",
];

/// Lists the purposes of such a paragraph, with the bases that it begins with.
pub(super) fn purposes_behind(text: &str) -> Option<(Vec<String>, Vec<&'static str>)> {
    let label = sentence(text);
    let name = label.strip_suffix('.')?;
    let bases = find::bases_of_ground(name);
    if name.split(' ').count() > LABEL || name.contains([':', ',']) || bases.is_empty() {
        return None;
    }
    let rest = text.trim()[label.len()..].trim();
    let found: Vec<String> = sentences(rest).flat_map(deeds).collect();
    (!found.is_empty()).then_some((found, bases))
}

/// Lists what a sentence says that we do, or use data for.
fn deeds(sentence: &str) -> Vec<String> {
    let told = purposes_told(sentence);
    if !told.is_empty() {
        return told.into_iter().map(|it| it.text).collect();
    }
    let said = sentence.trim_end_matches(['.', ';', ' ']);
    let Some(mut said) = said.strip_prefix("We ").or_else(|| said.strip_prefix("I ")) else {
        return Vec::new();
    };
    while let Some((word, rest)) = said.split_once(' ')
        && BETWEEN.contains(&word)
        // "We have weighed it" tells what was done.
        && (word != "have" || rest.starts_with("to "))
    {
        said = rest;
    }
    let first = said.split(' ').next().unwrap_or_default();
    if first == "have"
        || first.ends_with("ed")
        || USES.contains(&first)
        || !is_verb(first)
        || denies(said)
        || sentence.ends_with(['?', ':'])
    {
        return Vec::new();
    }
    let parts = each(said).into_iter().map(|part| {
        let end = MORE.iter().filter_map(|more| part.find(more)).min();
        part[..end.unwrap_or(part.len())].trim_end_matches([',', ' '])
    });
    let fit =
        |it: &&str| (2..=WORDS).contains(&it.split(' ').count()) && find::bases(it).is_empty();
    parts.filter(fit).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::purposes_behind;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_paragraph_may_begin_with_the_basis_of_its_purposes() {
        for (text, purposes, basis) in [
            (
                "Contract. We need your data in order to let you a room; to teach you; and to collect your fees.",
                &["to let you a room", "to teach you", "to collect your fees"][..],
                "contract",
            ),
            (
                "Legal obligation. We must report to the Office for Students under the Higher Education Act 2017, and monitor attendance.",
                &["report to the Office for Students", "monitor attendance"],
                "legal obligation",
            ),
            (
                "Legitimate interests. We keep in touch with you after you leave, because you may miss us. You may say no.",
                &["keep in touch with you after you leave"],
                "legitimate interests",
            ),
            (
                "Consent. We publish your name in the programme only if you have agreed.",
                &["publish your name in the programme"],
                "consent",
            ),
            (
                "Vital interests. We call your emergency contact if you are in danger.",
                &["call your emergency contact if you are in danger"],
                "vital interests",
            ),
        ] {
            let (found, bases) = purposes_behind(text).expect(text);
            assert_eq!(found, purposes, "{text}");
            assert!(bases[0].starts_with(basis), "{text}: {bases:?}");
        }
        for text in [
            "Consent. You can take it back at any time.",
            "Consent. We do not share it.",
            "Legitimate interests. We have weighed ours against yours.",
            "Legitimate interests. We weighed ours against yours; ask us for the sums.",
            "Public task. Article 6(1)(e).",
            "We must report to the Office. Contract.",
            "Our contract with you ends in May. We collect the keys.",
            "Contract. We rely on this when you sign.",
        ] {
            assert_eq!(purposes_behind(text), None, "{text}");
        }
    }
}
