//! Whether a source text has the right to object stand by itself.

use notice::{Notice, Right, SectionId};

use super::{
    Prose, Said,
    told::{is_of_another_law, is_of_rights},
};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, words},
};

/// Finds that a whole notice has the right to object, and tells of it among other rights alone (Art. 21(4)).
pub(crate) fn apart(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let grounds = [
        "public task",
        "legitimate interest",
        "public interest",
        "6(1)(e)",
        "6(1)(f)",
        "official authority",
        "marketing",
    ];
    let open = text.texts.iter().any(|it| has(it, &grounds));
    let said = text.said();
    // An import enters a list of rights apart from the sections.
    let entered = notice.rights.iter().filter(|it| !is_labelled(&it.text));
    let entered: Vec<Said<'_>> = entered.map(as_listed).collect();
    let mut rights = said.iter().chain(&entered);
    let among = rights.find(|it| is_objecting(it.text) && is_of_rights(it))?;
    if !open || denies_objecting(among) || is_of_another_law(&text) || !text.is_full() {
        return None;
    }
    let alone = |text: &str| is_objecting(text) && !names_another(text);
    let headed = notice.sections.iter().any(|it| alone(&it.heading));
    let apart = text
        .pieces
        .iter()
        .any(|it| !it.is_bullet && alone(&it.text));
    let message = "The right to object is not set apart from the rest";
    found((!headed && !apart).then(|| Found::missing(message).at(among.text)))
}

/// Says whether a right stands in its list with a label of its own: "THE RIGHT TO OBJECT: you may …".
fn is_labelled(text: &str) -> bool {
    let label = text.split_once(':').map(|(label, _)| label);
    label.is_some_and(|it| words(it).len() < 6 && is_objecting(it))
}

/// Returns the text of an entered right as one of a list.
fn as_listed(right: &Right) -> Said<'_> {
    Said {
        section: SectionId::Rights,
        text: &right.text,
        next: "",
        is_listed: true,
        denies: denies(&right.text),
    }
}

/// Says whether a sentence says that nobody may object. What another of its rights is bound by denies nothing of that: "to have it erased
/// where we no longer need it, and to object".
fn denies_objecting(said: &Said<'_>) -> bool {
    let within = said.text.split([',', ';', ':']);
    let mut within = within.filter(|it| is_objecting(it));
    let first = said.text.split([',', ';', ':']).next().unwrap_or_default();
    let refused = ["cannot", "may not", "no right", "not have", "not apply"];
    said.denies && (!denies(said.text) || has(first, &refused) || within.any(denies))
}

/// Says whether a text speaks of objecting, and not of an object or of an objective.
fn is_objecting(text: &str) -> bool {
    words(text).iter().any(|it| {
        matches!(
            it.as_str(),
            "object" | "objecting" | "objection" | "objections"
        )
    })
}

/// Says whether a text names a right beside objecting.
fn names_another(text: &str) -> bool {
    let others = [
        "a copy",
        "copies",
        "access to",
        "correct",
        "rectif",
        "eras",
        "delet",
        "restrict",
        "portab",
        "withdraw",
    ];
    has(text, &others)
}

#[cfg(test)]
mod tests {
    use super::{denies_objecting, is_labelled, is_objecting, names_another};
    use crate::prose::Said;

    #[test]
    fn a_no_to_objecting_is_told_from_the_bounds_of_another_right() {
        let denied = |text: &str| {
            denies_objecting(&Said {
                denies: crate::text::denies(text),
                ..Said::item(text)
            })
        };
        for text in [
            "You can ask for a copy, for data to be erased where we have no further reason to keep it, and object to its use.",
            "You may have it deleted if it is not needed, have it restricted, and object.",
            "You may have it corrected; erased, once nobody needs it; and you may object to its use.",
        ] {
            assert!(!denied(text), "{text}");
        }
        for text in [
            "You cannot have it erased, or object.",
            "There is no right to object to this.",
            "You may have it corrected, but not object to its use.",
        ] {
            assert!(denied(text), "{text}");
        }
    }

    #[test]
    fn objecting_by_itself_is_told_from_objecting_among_others() {
        for text in [
            "YOUR RIGHT TO OBJECT",
            "You may object at any time to our using your information.",
            "Objecting: tell the clerk.",
            "The right to object. We stop unless our grounds are compelling.",
            "You can object to marketing.",
            "If you have an objection, ring us.",
        ] {
            assert!(is_objecting(text) && !names_another(text), "{text}");
        }
        for text in [
            "You may have it corrected or erased, and object to its use.",
            "Access, a copy, restriction, objection.",
            "Rights to rectification and to object",
            "The objects of the charity are many.",
            "Our objective is a quick answer.",
            "Object to its use, delete it, or restrict it.",
        ] {
            assert!(!is_objecting(text) || names_another(text), "{text}");
        }
    }

    #[test]
    fn a_right_with_a_label_is_told_from_one_among_others() {
        for text in [
            "THE RIGHT TO OBJECT: you may object to what we do as a public task",
            "Objection: you have the right to object to marketing",
            "Right to object: tell the clerk",
            "Objecting: at any time, for your own reasons",
            "Your right to object: write to us",
            "To object: ring us",
        ] {
            assert!(is_labelled(text), "{text}");
        }
        for text in [
            "object to our use of it on grounds relating to your situation",
            "to object to our use of it",
            "have it restricted, or object",
            "Other rights: to object, and to complain",
            "you may object at any time, as the law of 2018 has it: Art. 21",
            "correct, erase and object",
        ] {
            assert!(!is_labelled(text), "{text}");
        }
    }
}
