//! Lawful bases, in the words of the law and in those of notices.

use super::{clauses, right::without_portability};

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
            "obtained consent",
            "given consent",
            "are consenting",
            "you're consenting",
            "only if you consent",
            "are deemed to consent",
            "taken as consent",
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
            "under our contract",
            "under your contract",
            "entering into a contract",
            "enter into a contract",
            "contract of employment",
            "contract between you and us",
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

/// In every text that speaks of a basis stands one of these, or the figure of the Article: most texts need no closer look.
const STEMS: [&str; 8] = [
    "consent",
    "contract",
    "obligation",
    "duty",
    "vital",
    "task",
    "interest",
    "authority",
];

/// Says whether a text says of a basis at `at` that it is none: “we do not rely on consent”, “consent is not our basis”.
fn is_denied(text: &str, at: usize, words: &str) -> bool {
    let after = text[at + words.len()..].trim_start();
    let after = [
        "is not",
        "are not",
        "isn't",
        "aren't",
        "is never",
        "would not",
        "wouldn't",
        "cannot",
        "does not",
        "is of no",
        "plays no",
        "has no",
    ]
    .iter()
    .any(|not| after.starts_with(not));
    let before = text[..at].split(|mark: char| !mark.is_alphanumeric() && mark != '\'');
    let mut before = before.filter(|word| !word.is_empty()).rev();
    let not = before.find(|word| {
        !matches!(
            *word,
            "a" | "an"
                | "the"
                | "our"
                | "your"
                | "on"
                | "upon"
                | "rely"
                | "relying"
                | "need"
                | "require"
                | "ask"
                | "for"
                | "based"
        )
    });
    after || not.is_some_and(|word| matches!(word, "not" | "no" | "don't" | "never" | "cannot"))
}

/// Says whether a text has the words somewhere where it does not deny them.
fn states(text: &str, words: &str) -> bool {
    let mut all = text.match_indices(words);
    all.any(|(at, _)| !is_denied(text, at, words))
}

/// Says whether a text says a basis and nothing else, behind a colon, between brackets or by itself: “Newsletters: consent”.
fn names(text: &str, basis: &str) -> bool {
    let mut parts = text.split([':', '.', ';', '(', ')', '\t']);
    parts.any(|part| {
        let part = part
            .trim()
            .trim_end_matches(" only")
            .trim_end_matches(" alone");
        let is = |verb: &str| {
            part.strip_suffix(basis)
                .is_some_and(|it| it.ends_with(verb))
        };
        // "(consent, which you may withdraw)"
        let first = part.split(", which ").next().unwrap_or(part);
        let own = |text: &str| text.strip_prefix("your ").unwrap_or(text) == basis;
        own(part) || own(first) || is(" is ") || is("'s ")
    })
}

/// Lists the bases that a text speaks of, each with whether the text says that it is one.
#[must_use]
pub fn bases(text: &str) -> Vec<(&'static str, bool)> {
    let text = without_portability(&text.to_lowercase().replace('’', "'"));
    if !text.contains(['6', '9']) && !STEMS.iter().any(|stem| text.contains(stem)) {
        return Vec::new();
    }
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
        "rely upon",
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
                states(&text, word)
            }
        });
        if said {
            found.push((name, told));
        }
    }
    // "Because you and the parish have a contract"
    let both = ["you and ", "and you ", "you have a contract"];
    if text.contains("have a contract")
        && both.iter().any(|it| text.contains(it))
        && states(&text, "have a contract")
        && !found.iter().any(|(name, _)| *name == BASES[1].0)
    {
        found.push((BASES[1].0, told));
    }
    // "The legal basis is contract": beside that word a basis needs no other.
    for (word, name) in [("consent", BASES[0].0), ("contract", BASES[1].0)] {
        let bare = clauses(&text).any(|sentence| {
            let mut words = sentence.split(|mark: char| !mark.is_alphanumeric());
            let denied = !states(sentence, word);
            sentence.contains("basis") && words.any(|other| other == word) && !denied
        });
        let bare = bare || names(&text, word);
        if bare && !found.iter().any(|(other, _)| *other == name) {
            found.push((name, told || text.contains("basis")));
        }
    }
    // "Your health is special category data, and we process it with your explicit consent."
    let special = ["special categor", "sensitive", "article 9"];
    let explicit = states(&text, "explicit consent") && special.iter().any(|it| text.contains(it));
    let condition = BASES[BASES.len() - 1].0;
    if explicit && !found.iter().any(|(other, _)| *other == condition) {
        found.push((condition, told));
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
                && !["public task", "official authority", "6(1)(e)"]
                    .iter()
                    .any(|it| text.contains(it) || close.contains(it)))
    });
    found
}

/// How a text says in everyday words that a law obliges us.
const OBLIGES: [&str; 14] = [
    "law says so",
    "law says we must",
    "law says that we must",
    "law obliges us",
    "law requires us",
    "law requires it",
    "law requires this",
    "law makes us",
    "law tells us to",
    "required by law",
    "obliged by law",
    "must by law",
    "have to by law",
    "legal requirement",
];

/// Lists the bases that words give which stand where one is given: behind a purpose, or behind “because”. There a law that “says so” is
/// a legal obligation, which it is not in any other sentence.
pub(in crate::draft) fn bases_given(said: &str) -> Vec<&'static str> {
    let found: Vec<_> = bases(said).into_iter().map(|(name, _)| name).collect();
    let lower = said.to_lowercase();
    if found.is_empty() && OBLIGES.iter().any(|words| states(&lower, words)) {
        return vec![BASES[2].0];
    }
    found
}

/// Lists the bases that a cell below “Lawful basis” gives, or what else holds nothing but bases: there one word says which.
pub(in crate::draft) fn bases_of_ground(cell: &str) -> Vec<&'static str> {
    let found = bases_given(cell);
    if !found.is_empty() {
        return found;
    }
    let lower = cell.to_lowercase();
    let has = |wanted: &str| {
        let mut words = lower.split(|mark: char| !mark.is_alphanumeric());
        words.any(|word| word == wanted) && states(&lower, wanted)
    };
    let kinds = [("consent", BASES[0].0), ("contract", BASES[1].0)];
    let found = kinds.iter().filter(|(word, _)| has(word));
    found.map(|(_, name)| *name).collect()
}

#[cfg(test)]
mod tests {
    use super::{BASES, STEMS, bases, bases_given, bases_of_ground};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn no_basis_is_passed_over_at_the_first_look() {
        let mut all = BASES.iter().flat_map(|(_, words)| *words);
        let looked_at =
            |word: &str| word.contains(['6', '9']) || STEMS.iter().any(|stem| word.contains(stem));
        assert!(all.all(|word| looked_at(word)));
    }

    #[test]
    fn what_stands_where_a_basis_is_given_may_give_it_in_everyday_words() {
        let first = |found: Vec<&'static str>| found.first().and_then(|it| it.split(',').next());
        for (said, basis) in [
            ("the law says so", "legal obligation"),
            ("we have to by law", "legal obligation"),
            ("the law requires us to keep accounts", "legal obligation"),
            ("it is our public task", "public task"),
        ] {
            assert_eq!(first(bases_given(said)), Some(basis), "{said}");
        }
        for said in [
            "we like it",
            "the law says nothing of it",
            "it is not required by law",
            "our contract staff do it",
            "your consent would not be a fair thing to ask for",
            "Data portability only comes with consent or the performance of a contract.",
            "we have a contract with a printer",
        ] {
            assert_eq!(bases_given(said), [""; 0], "{said}");
        }
        for (cell, basis) in [
            ("it is needed for the contract we have", "contract"),
            ("Consent of the parents", "consent"),
            ("Required by law", "legal obligation"),
        ] {
            assert_eq!(first(bases_of_ground(cell)), Some(basis), "{cell}");
        }
        for cell in ["We do not need consent", "To be confirmed", "Contractors"] {
            assert_eq!(bases_of_ground(cell), [""; 0], "{cell}");
        }
    }

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
        for text in [
            "By completing this form you are consenting to your data being used for planning.",
            "By using the site you’re consenting to this.",
            "In signing, parents are consenting to photographs.",
            "If you accept, you are deemed to consent.",
            "Your signature is taken as consent.",
        ] {
            assert_eq!(names(text), [("consent", false)], "{text}");
        }
        for text in [
            "By signing you are not consenting to marketing.",
            "Nobody need be consenting.",
            "Silence is not taken as consent.",
            "A consenting adult may apply.",
            "Nobody is ever deemed to consent.",
        ] {
            assert_eq!(names(text), [], "{text}");
        }
        assert_eq!(names("If you join, it’s consent."), [("consent", false)]);
        assert_eq!(names("Newsletters: consent."), [("consent", false)]);
        assert_eq!(
            names("To invite you (consent, which you may withdraw)."),
            [("consent", false)]
        );
        assert_eq!(
            names("Lending: card number (contract)"),
            [("contract", false)]
        );
        assert_eq!(names("Explicit consent is not what we rely on."), []);
        assert_eq!(names("We do not rely on your consent."), []);
        assert_eq!(names("A permit is not a contract."), []);
        assert_eq!(
            names("It is lawful, as you ask before entering into a contract with us."),
            [("contract", true)]
        );
    }
}
