//! Whether a source text says what lets data be used.

use notice::{Notice, Purpose, SectionId};

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, sentences, words},
};

/// Words by which a use has a basis.
const NAMED: [&str; 10] = [
    "article 6",
    "art. 6",
    "6(1)",
    "public task",
    "legal obligation",
    "legitimate interest",
    "consent",
    "contract",
    "vital interest",
    "public interest",
];

/// Says whether a sentence may state a basis for all uses of a list. What lets sensitive data be used is no basis for any of them.
fn is_of_all(sentence: &str) -> bool {
    let condition = [
        "article 9",
        "art. 9",
        "9(2)",
        "article 10",
        "art. 10",
        "schedule 1",
        "special category",
        "criminal offence",
    ];
    let basis = [
        "article 6",
        "art. 6",
        "6(1)",
        "lawful basis",
        "legal basis",
        "public task",
        "legal obligation",
        "legitimate interest",
    ];
    // That nobody must answer by law is no basis.
    let by_law = has(sentence, &["by law"]) && !denies(sentence);
    let stated = has(sentence, &NAMED) || has(sentence, &["basis"]) || by_law;
    stated && (!has(sentence, &condition) || has(sentence, &basis))
}

/// Returns a use that names no basis in a list of which the others each name their own, where nothing is said of them together.
fn left_out<'a>(notice: &'a Notice, text: &Prose) -> Option<&'a str> {
    let stated = |it: &&Purpose| {
        has(&it.text, &NAMED) || it.basis_detail.as_ref().is_some_and(|it| has(it, &NAMED))
    };
    let all = &notice.purposes;
    let many = all.iter().filter(stated).count();
    let mut rest = text
        .pieces
        .iter()
        .filter(|it| it.section == SectionId::Purposes);
    let together = rest.any(|it| sentences(&it.text).any(is_of_all));
    let left = all.iter().find(|it| !stated(it))?;
    // A list may go on with what is used, which is no use: "health and convictions".
    // What it is about may stand before the use: "Vehicle numbers: to manage parking".
    let (label, behind) = left.text.split_once(':').unwrap_or(("", &left.text));
    let labelled = words(label).len() < 6 && is_a_use(behind);
    ((labelled || is_a_use(&left.text)) && !together && many > 2 && many + 1 == all.len())
        .then_some(left.text.as_str())
}

fn is_a_use(text: &str) -> bool {
    let first = words(text).into_iter().next().unwrap_or_default();
    matches!(first.as_str(), "to" | "we" | "so") || first.ends_with("ing")
}

/// Finds that a whole notice names no lawful basis, and that one use of a list names none where the others do.
pub(crate) fn bases(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let terms = [
        "lawful bas",
        "legal bas",
        "legal ground",
        "article 6",
        "art. 6",
        "public task",
        "legal obligation",
        "legal duty",
        "legitimate interest",
        "consent",
        "contract",
        "official authority",
        "public interest",
        "vital interest",
        "the law ",
        "by law",
        "statutory",
        "duty under",
        " act 1",
        " act 2",
        "duties under",
        "your permission",
        "you agree",
    ];
    let told = text.texts.iter().any(|text| has(text, &terms));
    let message = "The text names no lawful basis";
    let missing = (!told && text.is_whole()).then(|| Found::missing(message));
    let left = left_out(notice, &text).map(|it| {
        let message = "This use names no lawful basis, and the others of its list each name theirs";
        Found::weak(message).at(it)
    });
    found(missing.into_iter().chain(left))
}

#[cfg(test)]
mod tests {
    use super::{is_a_use, is_of_all};

    #[test]
    fn a_use_is_told_from_what_is_used() {
        for text in [
            "To manage parking.",
            " so that we know who is here",
            "Managing the road",
            "We print badges",
        ] {
            assert!(is_a_use(text), "{text}");
        }
        for text in ["Health and convictions", "number plates", "The road"] {
            assert!(!is_a_use(text), "{text}");
        }
    }

    #[test]
    fn a_basis_for_all_is_told_from_a_condition_for_some_data() {
        for sentence in [
            "All of this rests on a public task.",
            "We do the rest with your consent.",
            "The basis of each is Article 6(1)(e).",
            "Our bases are Article 6(1)(e) and, for health, Article 9(2)(g).",
            "We are bound by law to do the rest.",
            "Each is our legal obligation, and for health Schedule 1 applies.",
        ] {
            assert!(is_of_all(sentence), "{sentence}");
        }
        for sentence in [
            "Medical history is processed under Article 9(2)(g), substantial public interest.",
            "Data about convictions is used under Article 10, by consent or otherwise.",
            "Special category data needs your explicit consent.",
            "For health we meet a condition of Schedule 1: consent.",
            "Your religion: explicit consent, Art. 9.",
            "We use your details when you write to us.",
            "You are not obliged by law to sign in.",
            "Nobody is required by law to answer.",
        ] {
            assert!(!is_of_all(sentence), "{sentence}");
        }
    }
}
