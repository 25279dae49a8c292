//! Whether a source text says what data is used for, or no more than that it is used.

use notice::{Notice, SectionId};

use super::{Prose, Said, whole::is_of_data};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{fold, has, words},
};

/// Finds that a whole notice says of a use no more than that it is one: "for the reason it was collected".
pub(crate) fn uses(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let empty = said.iter().find(|it| is_empty(it.text))?;
    let told = !notice.purposes.is_empty() || said.iter().any(tells_a_use);
    let message = "The text says that data is used, and not what for";
    found((!told && text.is_whole()).then(|| Found::missing(message).at(empty.text)))
}

/// Verbs of what is done with data.
const USED: [&str; 7] = [
    "use",
    "uses",
    "used",
    "using",
    "process",
    "processed",
    "processing",
];

fn is_used(sentence: &str) -> bool {
    let about = is_of_data(sentence) || has(sentence, &[" it ", " them "]);
    about && words(sentence).iter().any(|it| USED.contains(&it.as_str()))
}

/// Says whether a sentence has data used for what could be anything.
fn is_empty(sentence: &str) -> bool {
    let circles = [
        "it was collected",
        "it is collected",
        "it has been collected",
        "we collected it",
        "we collect it",
        "you gave it",
        "it was given",
        "it was provided",
        "they were collected",
        "you provided it",
        "for our purposes",
        "for our own purposes",
        "for whatever purpose",
        "to do our work",
        "to carry out our work",
        "to do our job",
        "as we need to",
        "as and when needed",
        "for any lawful purpose",
        "for various purposes",
        "for a number of purposes",
        "for a variety of purposes",
        "for a range of purposes",
    ];
    let circle = has(sentence, &circles) && has(sentence, &[" for ", " to ", " as "]);
    is_used(sentence)
        && (circle || is_for_ones_own_purposes(sentence))
        && !has(sentence, &["only", "not ", ":"])
}

/// Says whether a sentence names as a purpose whose it is, or that it is one: "for hospice purposes", "for business purposes".
fn is_for_ones_own_purposes(sentence: &str) -> bool {
    const WHOSE: [&str; 26] = [
        "administrative",
        "association",
        "business",
        "charity",
        "club",
        "college",
        "company",
        "council",
        "general",
        "hospice",
        "hospital",
        "internal",
        "lawful",
        "legitimate",
        "municipal",
        "official",
        "operational",
        "organisational",
        "our",
        "practice",
        "proper",
        "school",
        "service",
        "surgery",
        "trust",
        "university",
    ];
    let all = words(sentence);
    all.windows(3).any(|it| {
        it[0] == "for"
            && WHOSE.contains(&it[1].as_str())
            && matches!(it[2].as_str(), "purposes" | "reasons")
    })
}

/// Words of a sentence that speaks of a use for another reason: what it rests on, or what people may do about it.
const OTHERS: [&str; 6] = [
    "article 6",
    "object",
    "right",
    "complain",
    "restrict",
    "withdraw",
];

/// Says whether a sentence, or a bullet under a heading on uses, says what data is used for.
fn tells_a_use(said: &Said<'_>) -> bool {
    let text = fold(said.text);
    let aims = [
        " to ", " for ", "so that", "in order", "helps us", "lets us",
    ];
    let uses = [
        "we use",
        "we need",
        "we also use",
        "is used",
        "are used",
        "be used",
        "we process",
        "using ",
    ];
    // What something rests on is no aim.
    let aimed = has(&text, &uses) && has(&text, &aims) && is_of_data(&text) && !has(&text, &OTHERS);
    let listed = said.is_listed && said.section == SectionId::Purposes && words(&text).len() > 2;
    let begins = words(&text).first().is_some_and(|it| it == "to");
    !is_empty(said.text) && (aimed || listed || (begins && said.section == SectionId::Purposes))
}

#[cfg(test)]
mod tests {
    use super::{Said, SectionId, is_empty, tells_a_use};

    #[test]
    fn a_use_that_could_be_anything_is_told_from_one() {
        for text in [
            "We use the information for the reason it was collected, and for other reasons that fit with it.",
            "We use your information for hospice purposes.",
            "Your data is processed for the purposes for which you gave it.",
            "We use your details for our own purposes.",
            "Information is used for business purposes and nothing else.",
            "We use it to carry out our work with people.",
            "Personal data is used for a variety of purposes.",
        ] {
            assert!(is_empty(text), "{text}");
        }
        for text in [
            "We use your details to send you a bill.",
            "We use it only for the purpose for which it was collected.",
            "Your details are used for tax purposes.",
            "We use your data for research purposes.",
            "We use your data for these purposes: lettings and repairs.",
            "We do not use it for our own purposes.",
            "We use the hall for school purposes.",
        ] {
            assert!(!is_empty(text), "{text}");
        }
    }

    #[test]
    fn what_tells_a_use_is_known() {
        let said = |text| Said {
            section: SectionId::Purposes,
            text,
            next: "",
            is_listed: false,
            denies: false,
        };
        for text in [
            "We use your details to send you a bill.",
            "To let you a plot.",
            "Your data is used for tax.",
            "We need your record so that we can treat you.",
            "We process your information in order to teach you.",
            "To take payment.",
        ] {
            assert!(tells_a_use(&said(text)), "{text}");
        }
        for text in [
            "We use the information for the reason it was collected.",
            "We process all of it under Article 6(1)(e), public task.",
            "We use your information for hospice purposes.",
            "The hall is used for dances.",
            "Use of data",
            "Our basis is our contract with you.",
            "You may object to our using your information, for reasons that have to do with you.",
            "You can complain about how your data is used to the clerk.",
        ] {
            assert!(!tells_a_use(&said(text)), "{text}");
        }
    }
}
