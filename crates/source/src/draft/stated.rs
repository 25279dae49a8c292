//! A purpose that a paragraph names, and whose basis it gives in the same breath: “3.1 To plan your discharge. The Trust does this as a
//! public task”, “I keep the waiting list, and the parish does that as a public task”.

use super::{
    find::{bases_given, bases_of_ground},
    grounded::without_basis,
    label::about_law,
    leads::denies,
    marks::{lead, without_count},
};

/// “We rely on consent, and that is …” is of bases, and “we use it to” names its purpose behind.
const OTHER: [&str; 16] = [
    "rely", "use", "need", "process", "hold", "collect", "may", "will", "can", "must", "are",
    "have", "do", "share", "think", "asked",
];

/// A purpose has so many words at most.
const WORDS: usize = 20;

/// Returns the purpose of a paragraph under a heading on purposes, with its bases.
pub(super) fn purpose_with_basis(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let text = without_number(text);
    let (purpose, bases) = aim(text)
        .or_else(|| deed(text))
        .or_else(|| labelled(text))
        .or_else(|| termed(text))
        .or_else(|| told(text))?;
    let fit = (2..=WORDS).contains(&purpose.split(' ').count())
        && !bases.is_empty()
        // "Make sure that nobody is paid twice" is done.
        && !denies(purpose.split(" that ").next().unwrap_or(purpose))
        && !purpose.contains(". ");
    fit.then_some((purpose, bases))
}

/// Returns a paragraph without the number or the letter that counts it.
fn without_number(text: &str) -> &str {
    let (_, rest) = lead(without_count(text));
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
    if OTHER.contains(&first) {
        return None;
    }
    let (at, and) = said
        .match_indices(", and ")
        .find(|(at, and)| points_back(&said[at + and.len()..]))?;
    let ground = super::sentence(&said[at + and.len()..]);
    Some((&said[..at], bases_given(ground)))
}

/// Reads “We note health matters only with your explicit consent”, “We ring 999 if somebody may be hurt, to protect vital interests”, “We
/// keep accounts. That is a legal obligation.”
fn told(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let said = text
        .strip_prefix("I ")
        .or_else(|| text.strip_prefix("We "))?;
    if OTHER.contains(&said.split(' ').next().unwrap_or_default()) {
        return None;
    }
    let first = super::sentence(said);
    let marks = [
        ", because ",
        " because ",
        " only with ",
        ", with your ",
        " with your ",
        ", to protect ",
        ", under ",
        ", as ",
    ];
    let places = marks
        .iter()
        .filter_map(|mark| Some((first.find(mark)?, mark.len())));
    let within = places
        .min()
        .filter(|(at, _)| !bases_given(&first[*at..]).is_empty());
    if let Some((at, _)) = within {
        let own = &first[..at];
        return bases_given(own)
            .is_empty()
            .then(|| (own, bases_given(&first[at..])));
    }
    // What comes next gives the basis for what was just told, and speaks of nothing else.
    let next = super::sentence(said[first.len()..].trim_start());
    let lower = next.to_lowercase();
    let names = [
        "our basis",
        "our lawful",
        "our legal",
        "the basis",
        "that is",
        "this is",
        "it is",
    ]
    .iter()
    .any(|it| lower.starts_with(it));
    let bare = BARE.iter().any(|it| lower.starts_with(it));
    let own = first.trim_end_matches('.');
    let fit = (names || bare) && bases_given(own).is_empty();
    fit.then(|| (own, bases_of_ground(next)))
}

/// Reads a term and what is said of it: “We decide whether you have a grant.: This is a public task.”
fn termed(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let (term, said) = text.split_once(": ")?;
    let own = term.strip_prefix("I ").or_else(|| term.strip_prefix("We "));
    let term = own.or_else(|| is_deed(term).then_some(term))?;
    let term = term.trim_end_matches('.');
    let first = term.split(' ').next().unwrap_or_default();
    let bases = bases_of_ground(super::sentence(said));
    let fit = !OTHER.contains(&first) && bases_given(term).is_empty() && !bases.is_empty();
    fit.then_some((term, bases))
}

/// Says whether a term tells what is done, and names no thing: “Get help when you don't answer”, and not “Information about you”.
fn is_deed(term: &str) -> bool {
    let mut words = term.split(' ').skip(1);
    // What is done is done to something: "the rent", "you", "a list", "if you fall".
    let to = [
        "you", "your", "the", "a", "an", "our", "if", "when", "it", "what", "up", "them", "with",
    ];
    term.split(' ').count() > 2
        && begins_with_deed(term)
        && words.any(|word| to.contains(&word))
        && !term.contains(['.', '?', '@'])
}

/// Says whether words may begin with what is done, and with no thing.
fn begins_with_deed(text: &str) -> bool {
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default().to_lowercase();
    let second = words.next().unwrap_or_default();
    let things = [
        "data",
        "information",
        "evidence",
        "anything",
        "something",
        "everything",
        "whatever",
        "your",
        "the",
        "our",
        "any",
        "we",
        "i",
        "you",
        "it",
        "they",
        "this",
        "that",
        "a",
        "an",
        "to",
    ];
    let of = [
        "of", "and", "or", "about", "on", "from", "for", "to", "is", "are", "–", "(if",
    ];
    text.starts_with(char::is_uppercase)
        && first.chars().all(char::is_alphabetic)
        && (!first.ends_with('s') || first.ends_with("ss"))
        && !first.ends_with("ing")
        && !things.contains(&&*first)
        && !of.contains(&second)
}

/// Names of bases with which a sentence may begin that says no more.
const BARE: [&str; 6] = [
    "consent",
    "contract",
    "legal obligation",
    "legitimate interest",
    "public task",
    "vital interest",
];

/// Says whether words go on with what was just told: “that is”, “the parish does that as”, “I do it with”.
fn points_back(said: &str) -> bool {
    let mut words = said.split_whitespace().take(6);
    words.any(|word| matches!(word, "that" | "this" | "it" | "so"))
}

/// Reads “Taking your fee: public task”.
fn labelled(text: &str) -> Option<(&str, Vec<&'static str>)> {
    let marks = [": ", " – ", " — ", " - ", ". "];
    let places = marks
        .iter()
        .filter_map(|mark| Some((text.find(mark)?, *mark)));
    let (at, mark) = places.min()?;
    let (label, said) = (&text[..at], &text[at + mark.len()..]);
    let first = label.split(' ').next().unwrap_or_default();
    let doing = first.len() > 4 && first.ends_with("ing") && first.starts_with(char::is_uppercase);
    // The basis stands first: "Public task, laid on us by the Act".
    let basis = said.split([',', ';', '.', '(']).next().unwrap_or(said);
    let short = basis.split(' ').count() <= 8;
    // Several such in one paragraph may be of data: "Sending news: consent. Photographs: consent."
    let alone = !said.contains(": ");
    let fit = doing && alone && short && !about_law(label) && bases_given(label).is_empty();
    fit.then(|| (label, bases_of_ground(basis)))
}

#[cfg(test)]
mod terms {
    use super::purpose_with_basis;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_term_is_a_purpose_where_a_basis_is_said_of_it() {
        for (text, purpose) in [
            (
                "We decide who gets a plot.: This is a public task of the council's.",
                "decide who gets a plot",
            ),
            (
                "We see that nobody is paid twice: We do this in the legitimate interests of all.",
                "see that nobody is paid twice",
            ),
            (
                "We introduce you to an adviser.: Only with your consent.",
                "introduce you to an adviser",
            ),
            (
                "We account for the money.: The council has a legal obligation to.",
                "account for the money",
            ),
            (
                "Match you with a befriender: We have a legitimate interest in people not being lonely. You can see our sums.",
                "Match you with a befriender",
            ),
            (
                "Put your picture in the letter: Only with your consent. Say no and nothing changes.",
                "Put your picture in the letter",
            ),
            (
                "Claim tax back on what you give: We have to: a legal obligation.",
                "Claim tax back on what you give",
            ),
        ] {
            assert_eq!(
                purpose_with_basis(text).map(|it| it.0),
                Some(purpose),
                "{text}"
            );
        }
        for text in [
            "We decide who gets a plot.: The list is on the board.",
            "We rely on these: consent",
            "We never sell it.: That would need your consent.",
            "Information about you: we hold it with your consent",
            "Photographs of your garden: with your consent",
            "Health and the care you get: with your consent",
            "Ring us about the bins: the number is on the wall",
        ] {
            assert_eq!(purpose_with_basis(text), None, "{text}");
        }
    }
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
