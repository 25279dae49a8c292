//! Joint controllers, and who of them answers for what (Art. 26(2)).

use super::{
    Found,
    text::{denies, fold, has, sentences},
};

/// What to do about it.
const REMEDY: &str = "Say in the section “who” which of them answers requests, which tells people what, and that people can turn to any of them; or say where their arrangement can be read.";

/// Finds that two decide together, and that people are not told who of them answers for what. Who decides is told, so it is no error.
pub(super) fn untold(texts: &[String]) -> Option<Found> {
    let joint = texts
        .iter()
        .flat_map(|text| sentences(text))
        .find(|it| is_joint(it))?;
    let told = texts.iter().enumerate().any(|(at, text)| {
        let before = at.checked_sub(1).and_then(|at| texts.get(at));
        let near = is_near(text) || before.is_some_and(|it| is_near(it));
        near && tells(text)
    });
    let message = "Joint controllers are named, and not who of them answers for what: people must be able to read the essence of the arrangement between them (Art. 26(2))";
    (!told).then(|| Found {
        remedy: Some(REMEDY),
        ..Found::weak(message).at(joint).into_warning()
    })
}

/// Says whether a sentence says that two decide together.
fn is_joint(sentence: &str) -> bool {
    let joint = [
        "joint controllers",
        "joint data controllers",
        "joint controller with",
        "joint data controller with",
        "joint controller of",
        "joint data controller of",
        "joint controller for",
        "joint data controller for",
        "controllers jointly",
        "joint controllership",
        "jointly control",
        "jointly decide",
        "jointly determine",
    ];
    has(sentence, &joint) && !denies(sentence)
}

fn is_near(text: &str) -> bool {
    has(text, &["joint"])
}

/// Says whether a text tells who of them does what, or where that is told.
fn tells(text: &str) -> bool {
    let text = fold(text).replace("jointly responsible for", "");
    let ways = [
        "arrangement",
        "agreement",
        "agreed",
        "answer",
        "responsible for",
        "responsibilit",
        "lead ",
        "leads ",
        "deal with",
        "deals with",
        "handle",
        "point of contact",
        "contact point",
        "first contact",
        "either of us",
        "either of them",
        "any of us",
        "any of them",
        "you can contact",
        "you may contact",
        "you can turn to",
        "looks after",
        "takes care",
        "each of us",
        "article 26",
        "art. 26",
        "send your request",
    ];
    ways.iter().any(|way| text.contains(way))
}

#[cfg(test)]
mod tests {
    use super::untold;
    use crate::Severity;

    fn finds(text: &str) -> bool {
        let found = untold(&[text.to_owned()]);
        found.is_some_and(|it| it.severity(Severity::Error) == Severity::Warning)
    }

    #[test]
    fn joint_controllers_are_told_with_and_without_who_answers() {
        for text in [
            "The council and the trust are joint controllers.",
            "We are joint data controllers with the hospital. Your data is safe.",
            "The school is a joint controller with the academy trust for admissions.",
            "We and the Police and Crime Commissioner jointly determine why data is used.",
            "The partners are jointly responsible for your data and are joint controllers.",
        ] {
            assert!(finds(text), "{text}");
        }
        for text in [
            "The council is the controller.",
            "The council and the trust are joint controllers: the council answers your requests.",
            "We are joint controllers. Our arrangement says that the trust tells people.",
            "We are joint controllers with the hospital; you can turn to either of us.",
            "We are not joint controllers with the contractor.",
            "You hold the account jointly with your partner.",
            "We are joint data controllers; the practice deals with requests.",
        ] {
            assert!(!finds(text), "{text}");
        }
    }
}
