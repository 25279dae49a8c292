//! Notification, by which the Act of 1998 had controllers entered in a public register. A fee has taken its place.

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found,
    history::is_of_the_past,
    text::{denies, has, mentions, sentences, words},
};

const REMEDY: &str =
    "Leave it out, or say that the data protection fee is paid: a notice has to say neither.";

/// Advises where a controller tells of itself that it has notified the Commissioner, or is registered as a controller. Whoever
/// pays the fee is on a register, too, and may say so.
pub(super) fn notified(texts: &[String], facts: &DatedFacts, at: Date) -> Vec<Found> {
    let own = |fact: &&DatedFact| {
        fact.kind == FactKind::Term && fact.rule.as_deref() == Some("LAW-01") && !fact.holds(at)
    };
    let Some(fact) = facts.all.iter().find(own) else {
        return Vec::new();
    };
    let message = format!(
        "Controllers notify the regulator no longer, and there is no register of controllers{}",
        fact.remark()
    );
    let mut told: Vec<&String> = Vec::new();
    for text in texts {
        if !told.contains(&text) && is_notified(text, facts) {
            told.push(text);
        }
    }
    let advise = |text: &String| Found {
        remedy: Some(REMEDY),
        ..Found::advice(&message).at(text)
    };
    told.into_iter().map(advise).collect()
}

fn is_notified(text: &str, facts: &DatedFacts) -> bool {
    let mut before = false;
    sentences(text).any(|sentence| {
        let named = facts.named(FactKind::Regulator, sentence).next().is_some()
            || mentions(sentence, "the commissioner")
            || mentions(sentence, "the regulator");
        let meant = named || before && has(sentence, &["with it", "to it", "with them", "to them"]);
        before = named;
        meant && (is_registered(sentence) || is_told(sentence)) && !is_of_another_kind(sentence)
    })
}

/// Says whether a sentence tells of the fee, of something else that a regulator is told, or of no duty at all.
fn is_of_another_kind(sentence: &str) -> bool {
    let others = [
        "fee",
        "charges and information",
        "2018/480",
        "breach",
        "incident",
        "complain",
        "72 hours",
    ];
    has(sentence, &others) || denies(sentence) || is_of_the_past(sentence, |_| true)
}

/// Says whether a sentence has somebody registered as a controller.
fn is_registered(sentence: &str) -> bool {
    let lists = ["register of data controllers", "register of controllers"];
    if lists.iter().any(|list| mentions(sentence, list)) {
        return true;
    }
    let all = words(sentence);
    let is_controller = |at: usize| all.get(at).is_some_and(|it| it.starts_with("controller"));
    all.iter().enumerate().any(|(at, word)| {
        // "is registered with the Office as a data controller": what is between may be a name and a number.
        let behind = || (at + 1..all.len()).take(16).filter(|&it| all[it] == "as");
        let as_one = || behind().any(|it| (it + 1..it + 4).any(is_controller));
        // "a data controller registered with the Office"
        let of_one =
            || at > 0 && is_controller(at - 1) && all.get(at + 1).is_some_and(|it| it == "with");
        matches!(word.as_str(), "registered" | "registration") && (as_one() || of_one())
    })
}

/// Says whether a sentence has the regulator told that personal data is used.
fn is_told(sentence: &str) -> bool {
    let all = words(sentence);
    let told = ["notified", "told", "informed"];
    let tells = all.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "has" | "have" | "is" | "are" | "been")
            && told.contains(&&*pair[1])
    });
    let names =
        mentions(sentence, "notification") && has(sentence, &["our ", "its ", "’s ", "'s "]);
    let data = [
        "personal data",
        "personal information",
        "processing",
        "purposes",
    ];
    let used = [" use", "process", " hold", "handl"];
    (tells || names) && has(sentence, &data) && has(sentence, &used)
}

#[cfg(test)]
mod tests {
    use super::{is_of_another_kind, is_registered, is_told};

    #[test]
    fn being_registered_as_a_controller_is_told_from_other_registers() {
        for sentence in [
            "We are registered with the ICO as a data controller.",
            "The Council is registered as a data controller with the Information Commissioner (Z1234567).",
            "Overton Homes is a data controller registered with the Information Commissioner’s Office.",
            "Our entry is in the ICO’s register of data controllers.",
            "Registration with the ICO, under number Z1234567, is as the controller of this data.",
        ] {
            assert!(
                is_registered(sentence) && !is_of_another_kind(sentence),
                "{sentence}"
            );
        }
        for sentence in [
            "We are registered with the ICO as a fee payer.",
            "Our ICO registration number is Z1234567.",
            "The home is registered with the Care Quality Commission, and the council is the data controller.",
            "We are a company registered in England, and the controller; you can complain to the ICO.",
            "The ICO has a register of fee payers.",
        ] {
            assert!(!is_registered(sentence), "{sentence}");
        }
        let paid = "As a data controller registered with the ICO we pay the data protection fee.";
        assert!(is_of_another_kind(paid));
    }

    #[test]
    fn telling_the_regulator_of_the_processing_is_told_from_telling_it_of_anything_else() {
        for sentence in [
            "The council has notified its processing to the Information Commissioner.",
            "We have told the Office of the Information Commissioner that we use personal data.",
            "The ICO has been informed of the purposes for which we process it.",
            "Our notification to the Commissioner lists the processing.",
        ] {
            assert!(
                is_told(sentence) && !is_of_another_kind(sentence),
                "{sentence}"
            );
        }
        for sentence in [
            "We have told the Commissioner of the breach of personal data that we hold.",
            "If we process your personal data unlawfully, the ICO must be told.",
            "You can ask the ICO how we use personal data.",
            "We no longer have notified processing with the Commissioner.",
        ] {
            assert!(
                !is_told(sentence) || is_of_another_kind(sentence),
                "{sentence}"
            );
        }
    }
}
