//! What a sentence says of the basis of purposes: of one that it names, or of those told before it.

use super::{find, label::is_label, leads::denies};

/// A purpose has so many words at most.
const WORDS: usize = 30;

/// What a sentence gives a basis for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BasisOf {
    /// What was told before: “Our lawful basis for this is …”.
    These,
    /// A purpose that the sentence names.
    Named(String),
    /// What stands before a colon, which may be a purpose: “Emergency cards: a contract between you and us”.
    Labelled(String),
}

/// Says which bases a sentence gives, and for what. One that gives a basis for some data, or in some case, gives none for a purpose.
pub(super) fn basis_told(sentence: &str) -> Option<(BasisOf, Vec<&'static str>)> {
    let sentence = sentence.trim().trim_end_matches(['.', ';']);
    let bases = if names_a_basis(sentence) {
        find::bases_of_ground(sentence)
    } else {
        find::bases_given(sentence)
    };
    if bases.is_empty() || sentence.ends_with(['?', ':']) {
        return None;
    }
    if let Some(purpose) = for_which(sentence) {
        return Some((BasisOf::Named(purpose), bases));
    }
    let subject = basis_for(sentence);
    if let Some(subject) = subject.filter(|it| !is_these(it)) {
        return is_doing(subject).then(|| (BasisOf::Named(subject.to_owned()), bases));
    }
    if subject.is_some() || points_back(sentence) || names_a_basis(sentence) {
        return Some((BasisOf::These, bases));
    }
    let (label, _) = sentence.split_once(": ").filter(|_| is_label(sentence))?;
    find::bases(label)
        .is_empty()
        .then(|| (BasisOf::Labelled(label.to_owned()), bases))
}

/// Reads “For the detection of fraud we rely on our legitimate interests”: what a basis is told for is a purpose.
fn for_which(sentence: &str) -> Option<String> {
    let ours = [
        ", we rely on ",
        " we rely on ",
        ", our lawful basis",
        " our lawful basis",
        ", our legal basis",
        " our legal basis",
    ];
    let at = ours.iter().filter_map(|it| sentence.find(it)).min()?;
    let (said, basis) = sentence.split_at(at);
    let purpose = said
        .strip_prefix("For ")
        .or_else(|| said.starts_with("To ").then_some(said))?;
    // "For special category data we rely on …" names data.
    let data = [
        "data",
        "information",
        "this",
        "these",
        "most",
        "health",
        "which",
    ];
    let lower = purpose.to_lowercase();
    let names = lower
        .split(|mark: char| !mark.is_alphanumeric())
        .any(|word| data.contains(&word));
    let fit = !names
        && !denies(basis)
        && !find::bases(basis).is_empty()
        && purpose.split(' ').count() <= WORDS;
    fit.then(|| purpose.trim_end_matches(',').to_owned())
}

/// Returns what a sentence names between “basis for” and what the basis is.
fn basis_for(sentence: &str) -> Option<&str> {
    let heads = ["basis for ", "bases for ", "ground for ", "grounds for "];
    let at = heads
        .iter()
        .filter_map(|head| Some(sentence.find(head)? + head.len()))
        .min()?;
    let rest = &sentence[at..];
    let end = [" is ", " are ", ": "]
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()?;
    (sentence[..at].split(' ').count() <= 8 && end > 0).then_some(&rest[..end])
}

/// Says whether words speak of what was told before, and not of a purpose of their own: “doing this”, “processing your data”.
fn is_these(subject: &str) -> bool {
    const GENERAL: [&str; 30] = [
        "this",
        "these",
        "that",
        "all",
        "it",
        "them",
        "doing",
        "so",
        "using",
        "use",
        "processing",
        "collecting",
        "handling",
        "holding",
        "sharing",
        "keeping",
        "and",
        "of",
        "the",
        "our",
        "your",
        "their",
        "personal",
        "data",
        "information",
        "details",
        "we",
        "in",
        "way",
        "purposes",
    ];
    let lower = subject.to_lowercase();
    lower
        .split_whitespace()
        .all(|word| GENERAL.contains(&word.trim_matches(|mark: char| !mark.is_alphanumeric())))
}

/// Says whether words name something that is done: “billing you”.
fn is_doing(subject: &str) -> bool {
    let first = subject.split(' ').next().unwrap_or_default();
    subject.contains(' ') && first.ends_with("ing") && subject.split(' ').count() <= WORDS
}

/// Says whether a sentence begins as one that says on which basis something told before it is done.
fn points_back(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    // "Under the UK GDPR, the lawful basis is": where the basis stands in law says nothing of what it is for.
    let own = match lower.split_once(", ") {
        Some((first, rest)) if first.starts_with("under ") => rest,
        _ => lower.as_str(),
    };
    let begins = [
        "our lawful bas",
        "our legal bas",
        "the lawful bas",
        "the legal bas",
        "lawful bas",
        "legal bas",
        "our bas",
        "the bas",
        "our lawful ground",
        "our legal ground",
        "the lawful ground",
        "the legal ground",
        "our ground",
        "the ground",
        "this is ",
        "these are ",
        "we do this ",
        "we do so ",
        "we do these ",
        "we do all ",
        "we rely on ",
    ];
    begins.iter().any(|it| own.starts_with(it))
}

/// Says whether a text names a basis and says nothing else: “Public task, Article 6(1)(e)”.
fn names_a_basis(text: &str) -> bool {
    let lower = text.to_lowercase();
    // What is said of the basis names no other: “your consent, which you may take back”.
    let more = [", which ", ", for instance", ", for example", ", such as"];
    let end = more.iter().filter_map(|it| lower.find(it)).min();
    let lower = lower[..end.unwrap_or(lower.len())].to_owned();
    let own = ["our ", "your ", "a ", "the "]
        .iter()
        .find_map(|word| lower.strip_prefix(word))
        .unwrap_or(&lower);
    let names = [
        "consent",
        "contract",
        "performance of a contract",
        "legal obligation",
        "compliance with a legal obligation",
        "vital interest",
        "public task",
        "legitimate interest",
        "recognised legitimate interest",
        "article 6",
    ];
    let verb = [" is ", " are ", " we ", " you ", " may ", " will ", " can "];
    // An article may be told with what it says: “Article 6(1)(e), the exercise of official authority”.
    let most = if own.starts_with("article 6") { 20 } else { 12 };
    own.split_whitespace().count() <= most
        && names.iter().any(|name| own.starts_with(name))
        && !verb.iter().any(|verb| own.contains(verb))
}

#[cfg(test)]
mod tests {
    use super::{BasisOf, basis_told};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_sentence_gives_a_basis_for_what_it_names_or_for_what_was_told_before() {
        let told = |text: &str| {
            let (of, bases) = basis_told(text)?;
            let first = bases.first()?.split(',').next()?.to_owned();
            Some(match of {
                BasisOf::These => (first, None),
                BasisOf::Named(purpose) => (first, Some(purpose)),
                BasisOf::Labelled(label) => (first, Some(format!("{label}?"))),
            })
        };
        for (text, basis, purpose) in [
            (
                "Our lawful basis for this is public task.",
                "public task",
                None,
            ),
            ("Legal basis: legal obligation", "legal obligation", None),
            (
                "Article 6(1)(e), the exercise of official authority, and Article 9(2)(h), the provision of health care.",
                "public task",
                None,
            ),
            (
                "Article 6(1)(a), your consent, which we ask for in writing and you may take back.",
                "consent",
                None,
            ),
            (
                "The legal basis for processing your personal data is that it is necessary for a contract with you.",
                "contract",
                None,
            ),
            (
                "Under the UK GDPR, the lawful bases we rely on are a legal obligation and a public task.",
                "legal obligation",
                None,
            ),
            (
                "We do this because the law says so.",
                "legal obligation",
                None,
            ),
            ("Public task, Article 6(1)(e)", "public task", None),
            ("Consent", "consent", None),
            (
                "Our lawful basis for sending you news is consent.",
                "consent",
                Some("sending you news"),
            ),
            (
                "Emergency cards: a contract between you and us.",
                "contract",
                Some("Emergency cards?"),
            ),
            (
                "For the detection of fraud we rely on our legitimate interests.",
                "legitimate interests",
                Some("the detection of fraud"),
            ),
        ] {
            let wanted = Some((basis.to_owned(), purpose.map(str::to_owned)));
            assert_eq!(told(text), wanted, "{text}");
        }
        for text in [
            "For special category data we rely on substantial public interest.",
            "Our lawful basis for photographs: consent",
            "If you ask us to ring your landlord, we need your consent.",
            "Some data is processed for compliance with a legal obligation.",
            "You can withdraw your consent at any time.",
            "Consent is not our basis.",
            "What is our lawful basis? Ask us about public tasks?",
            "Our lawful bases are:",
            "This is a notice.",
            "Contract staff may read it.",
        ] {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
