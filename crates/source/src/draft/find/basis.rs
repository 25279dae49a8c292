//! Lawful bases, in the words of the law and in those of notices.

use super::sentences;

/// Words for each basis, as lower case.
const BASES: [(&str, &[&str]); 8] = [
    (
        "consent, Article 6(1)(a)",
        &[
            "6(1)(a)",
            "your consent",
            "with consent",
            "basis is consent",
            "on consent",
            "explicit consent",
            "basis: consent",
        ],
    ),
    (
        "contract, Article 6(1)(b)",
        &[
            "6(1)(b)",
            "performance of a contract",
            "basis: contract",
            "contractual obligation",
            "contractual commitment",
            "contract with you",
        ],
    ),
    (
        "legal obligation, Article 6(1)(c)",
        &[
            "6(1)(c)",
            "legal obligation",
            "legal duty",
            "statutory obligation",
            "statutory duty",
        ],
    ),
    (
        "vital interests, Article 6(1)(d)",
        &["6(1)(d)", "vital interest"],
    ),
    (
        "public task, Article 6(1)(e)",
        &[
            "6(1)(e)",
            "public task",
            "public interest",
            "official authority",
        ],
    ),
    (
        "recognised legitimate interest, Article 6(1)(ea)",
        &["6(1)(ea)", "recognised legitimate interest"],
    ),
    (
        "legitimate interests, Article 6(1)(f)",
        &["6(1)(f)", "legitimate interest"],
    ),
    (
        "a condition of Article 9",
        &["9(2)(", "substantial public interest"],
    ),
];

/// The bases that a text speaks of, each with whether the text says that it is one.
#[must_use]
pub fn bases(text: &str) -> Vec<(&'static str, bool)> {
    let text = text.to_lowercase();
    // `Article 6 (1) (e)` and `6.1.e` are written in as many ways as there are councils.
    let close: String = text.chars().filter(|mark| !mark.is_whitespace()).collect();
    let close = close
        .replace("6.1.", "6(1)")
        .replace("6(1)e", "6(1)(e)")
        .replace("6(1)c", "6(1)(c)");
    let told = [
        "basis",
        "bases",
        "article",
        "art.",
        "lawful",
        "legal reason",
        "rely on",
        "relies on",
        "permitted",
        "necessary",
    ]
    .iter()
    .any(|word| text.contains(word));
    let mut found: Vec<(&'static str, bool)> = Vec::new();
    for (name, words) in BASES {
        let said = words.iter().any(|word| {
            if word.contains('(') {
                close.contains(word)
            } else {
                text.contains(word)
            }
        });
        if said {
            found.push((name, told));
        }
    }
    // "The legal basis is contract": beside that word a basis needs no other.
    for (word, name) in [("consent", BASES[0].0), ("contract", BASES[1].0)] {
        let bare = sentences(&text).any(|sentence| {
            let mut words = sentence.split(|mark: char| !mark.is_alphanumeric());
            sentence.contains("basis") && words.any(|other| other == word)
        });
        if bare && !found.iter().any(|(other, _)| *other == name) {
            found.push((name, true));
        }
    }
    let recognised = found.iter().any(|(name, _)| name.starts_with("recognised"));
    let special = text.contains("substantial public interest");
    found.retain(|(name, _)| {
        !(recognised
            && name.starts_with("legitimate")
            && text.matches("legitimate interest").count() < 2)
            && !(special
                && name.starts_with("public task")
                && text.matches("public interest").count() < 2
                && !text.contains("public task"))
    });
    found
}

#[cfg(test)]
mod tests {
    use super::bases;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn bases_are_found_in_their_usual_spellings() {
        let names = |text: &str| {
            bases(text)
                .into_iter()
                .map(|(name, told)| (name.split(',').next().unwrap_or(name), told))
                .collect::<Vec<_>>()
        };
        assert_eq!(names("Legal basis: public task"), [("public task", true)]);
        assert_eq!(
            names("under Article 6 (1) (c) of the UK GDPR"),
            [("legal obligation", true)]
        );
        assert_eq!(
            names("We rely on our legitimate interests"),
            [("legitimate interests", true)]
        );
        assert_eq!(names("We ask for your consent first"), [("consent", false)]);
        assert_eq!(names("The legal basis is contract."), [("contract", true)]);
        assert_eq!(
            names("Our lawful basis for photographs: consent"),
            [("consent", true)]
        );
        assert_eq!(names("On what basis? We sign contracts."), []);
        assert_eq!(names("We collect rents"), []);
    }
}
