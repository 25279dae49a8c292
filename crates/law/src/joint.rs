//! Joint controllers, and who of them answers for what (Art. 26(2)).

use notice::Notice;

use super::{
    Found,
    text::{all, denies, fold, has, mentions, sentences},
};

/// What to do about it.
const REMEDY: &str = "Say in the section “who” which of them answers requests, which tells people what, and that people can turn to any of them; or say where their arrangement can be read.";

/// What to do where the prose alone says that several decide.
const NAMED: &str = "Write joint = [\"…\"] below `controller`: the keys of the others in notices/controllers.toml. The notice then shows how to reach each of them.";

/// What to do about one that cannot be reached.
const REACHED: &str =
    "Give its table in notices/controllers.toml an address, a phone number or an e-mail.";

/// Lists what a notice lacks of those who decide together with its controller: how to reach each, who of them answers for what, and
/// their names where its prose alone says that there are such.
pub(super) fn unfinished(notice: &Notice) -> Vec<Found> {
    let texts = all(notice);
    let unreached = notice
        .joint
        .iter()
        .filter(|it| !it.contact.can_be_reached());
    let unreached = unreached.map(|it| {
        let name = &it.contact.name;
        let message =
            format!("{name} decides together with the controller, and how to reach it is not said");
        Found {
            remedy: Some(REACHED),
            ..Found::weak(message).at(name)
        }
    });
    let names: Vec<&str> = notice.joint.iter().map(|it| &*it.contact.name).collect();
    let unnamed = names.is_empty().then(|| said(&texts)).flatten();
    let unnamed = unnamed.map(|sentence| Found {
        remedy: Some(NAMED),
        ..Found::advice(
            "The text says that several decide together, and `joint` does not name them",
        )
        .at(sentence)
    });
    let untold = untold(&texts, &names);
    unreached.chain(untold).chain(unnamed).collect()
}

/// Returns the first sentence that says that several decide together.
fn said(texts: &[String]) -> Option<&str> {
    let mut all = texts.iter().flat_map(|text| sentences(text));
    all.find(|it| is_joint(it))
}

/// Finds that several decide together, by the names that a notice gives or by what a text says, and that people are not told who of them
/// answers for what. Who decides is told, so it is no error.
pub(super) fn untold(texts: &[String], names: &[&str]) -> Option<Found> {
    let joint = said(texts).or_else(|| names.first().copied())?;
    let told = texts.iter().enumerate().any(|(at, text)| {
        let before = at.checked_sub(1).and_then(|at| texts.get(at));
        let near = is_near(text) || before.is_some_and(|it| is_near(it));
        near && tells(text) || answers_by_name(text, names)
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
    has(
        text,
        &[
            "joint",
            "decide together",
            "arrangement between",
            "article 26",
        ],
    )
}

/// Says whether a sentence tells what one of several by its name does for people who ask. Such a name stands among those who
/// receive data, too, and under other agreements.
fn answers_by_name(text: &str, names: &[&str]) -> bool {
    let does = [
        "answer",
        "responsible for",
        "deals with",
        "deal with",
        "handle",
        "look after",
        "looks after",
        "send",
        "contact",
        "turn to",
        "reply",
        "replies",
    ];
    let asked = ["request", "right", "complain", "question", "ask "];
    let mut all = sentences(text);
    all.any(|it| {
        let named = names.iter().any(|name| mentions(it, name));
        named && has(it, &does) && has(it, &asked) && !denies(it)
    })
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
        let found = untold(&[text.to_owned()], &[]);
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

    #[test]
    fn what_each_of_those_named_does_is_told_or_not() {
        let finds = |text: &str| untold(&[text.to_owned()], &["Tarn NHS Trust"]).is_some();
        for text in [
            "The council is the controller.",
            "We share your record with Tarn NHS Trust under an information sharing agreement.",
            "Tarn NHS Trust is responsible for the hospital.",
            "You have the right to ask for a copy.",
            "Tarn NHS Trust does not answer requests.",
        ] {
            assert!(finds(text), "{text}");
        }
        for text in [
            "Tarn NHS Trust answers your requests.",
            "For a copy of your record, send your request to Tarn NHS Trust.",
            "Under the arrangement between us the council tells people, and you can use your rights against each of us.",
            "The council and the trust decide together. The trust deals with requests.",
        ] {
            assert!(!finds(text), "{text}");
        }
    }
}
