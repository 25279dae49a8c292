//! A use with legitimate interests as its label: with that alone, or with which interest it is.

use crate::{
    interests::{Interests, is_of_basis},
    text::{denies, fold, has, words},
};

/// Says whether what stands beside a use as its basis is legitimate interests, and no other basis with them: "Legal obligation, or our
/// legitimate interests where no law asks for it" leaves open which part rests on what.
pub(super) fn rests_on_interests(detail: &str) -> bool {
    let others = [
        "public task",
        "public interest",
        "legal obligation",
        "consent",
        "contract",
        "6(1)(a)",
        "6(1)(b)",
        "6(1)(c)",
        "6(1)(e)",
    ];
    Interests::named_in(detail) == Some(Interests::Legitimate)
        && !denies(detail)
        && !has(detail, &others)
}

/// Says whether a sentence is a use with no more behind it than "legitimate interests". Where the use is an aim, that is the interest.
pub(super) fn is_bare_label(sentence: &str) -> bool {
    const AIMS: [&str; 18] = [
        "prevent", "protect", "improv", "secur", "safe", "crime", "fraud", "detect", "defend",
        "recover", "train", "check", "quality", "to", "ensur", "mak", "keep", "help",
    ];
    let text = fold(sentence);
    let Some((lead, basis)) = text.rsplit_once(':') else {
        return false;
    };
    let (lead, basis) = (words(lead), words(basis));
    let aim = |it: &String| {
        AIMS.iter()
            .any(|aim| it == aim || (*aim != "to" && it.starts_with(aim)))
    };
    (2..12).contains(&lead.len())
        && basis
            .windows(2)
            .any(|it| it[0] == "legitimate" && matches!(it[1].as_str(), "interest" | "interests"))
        && basis.iter().all(|it| is_of_basis(it))
        && !lead.iter().any(aim)
        && !has(sentence, &["basis", "bases", "ground", "right", "object"])
}

#[cfg(test)]
mod tests {
    use super::{is_bare_label, rests_on_interests};

    #[test]
    fn a_use_with_a_bare_basis_is_told_from_an_aim() {
        for sentence in [
            "Profiling households and analysing how they contact us: legitimate interests.",
            "Recording telephone calls: our legitimate interests.",
            "Matching your postcode with bought lists: legitimate interests (Article 6(1)(f)).",
            "Sorting visitors into groups: legitimate interest.",
            "Sending our magazine: legitimate interests, Article 6(1)(f) of the UK GDPR.",
        ] {
            assert!(is_bare_label(sentence), "{sentence}");
        }
        for sentence in [
            "Preventing fraud: legitimate interests.",
            "Keeping residents safe: our legitimate interests.",
            "Profiling households: our legitimate interest in planning repairs.",
            "Lawful basis of surveys: legitimate interests.",
            "Training our staff: legitimate interests.",
            "Surveys: our contract with you.",
        ] {
            assert!(!is_bare_label(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_use_whose_basis_is_interests_is_told_from_others() {
        for detail in [
            "For this we rely on our legitimate interests (Article 6(1)(f) UK GDPR) in bringing down the number of fires",
            "Legitimate interests",
            "Our lawful basis is Article 6(1)(f)",
            "Basis: legitimate interests, namely to fill the house",
            "legitimate interest in safe streets",
            "This is in our legitimate interests",
        ] {
            assert!(rests_on_interests(detail), "{detail}");
        }
        for detail in [
            "Public task, Article 6(1)(e)",
            "We do not rely on legitimate interests",
            "Recognised legitimate interest, Article 6(1)(ea)",
            "Contract; for reminders, our legitimate interests",
            "Public task, and for our café our legitimate interests",
            "Legal obligation",
        ] {
            assert!(!rests_on_interests(detail), "{detail}");
        }
    }
}
