//! Whether a source text that has people answer says what makes them, and what follows if they do not.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has},
};

/// Finds that people are told to answer, and nowhere in a whole notice which answers a law or a contract asks for, or what follows.
pub(crate) fn must(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let obliged = said.iter().find(|it| has_to_answer(it.text))?;
    let told = said
        .iter()
        .any(|it| it.text != obliged.text && tells_more(it.text));
    let message = "People have to answer, and the text does not say which answers the law or a contract asks for and what follows without them";
    found((!told && text.is_whole()).then(|| Found::weak(message).at(obliged.text)))
}

/// Says whether a sentence has people answer everything, or says of some answers that the law wants them, and not of which.
fn has_to_answer(sentence: &str) -> bool {
    let all = [
        "fill in every",
        "answer every",
        "answer all",
        "complete every",
        "complete all",
        "fill in all",
        "all questions must",
        "every question must",
    ];
    let some = [
        "some of the details",
        "some of the information",
        "some of the questions",
        "some details",
        "some information",
        "some of it",
        "some of this",
        "part of the information",
    ];
    let wants = [
        "statutory requirement",
        "legal requirement",
        "required by law",
        "requirement of the law",
        "required by statute",
        "compulsory",
        "mandatory",
    ];
    let some = has(sentence, &some) && has(sentence, &wants);
    // "(name, address)" or "such as" says which.
    let which = [
        ":",
        "(",
        "such as",
        "for example",
        "marked",
        "if you do not",
        "without",
    ];
    (has(sentence, &all) || (some && !has(sentence, &which))) && !denies(sentence)
}

/// Says whether a sentence tells which answers people may leave, or what follows.
fn tells_more(sentence: &str) -> bool {
    let more = [
        "if you do not",
        "if you don't",
        "if you leave",
        "if you choose not",
        "if you would rather not",
        "if you prefer not",
        "if you refuse",
        "without it",
        "without them",
        "without this",
        "without your",
        "without these",
        "unless you give",
        "unless you tell",
        "unless we have",
        "fail to",
        "failure to",
        "not obliged",
        "no obligation",
        "do not have to",
        "don't have to",
        "need not",
        "not have to",
        "voluntary",
        "optional",
        "up to you",
        "offence",
        "penalty",
        "must tell us",
        "must give us",
        "have to tell",
        "have to give",
        "required to give",
        "required to provide",
        "obliged to",
        "marked",
        "asterisk",
        "you choose",
        "say no",
    ];
    let rights = [
        "request",
        "reason",
        "right to",
        "complain",
        "in writing",
        "consent",
        "wait",
    ];
    has(sentence, &more) && !has(sentence, &rights)
}

#[cfg(test)]
mod tests {
    use super::{has_to_answer, tells_more};

    #[test]
    fn an_answer_that_is_wanted_is_told_from_one_that_is_explained() {
        for sentence in [
            "Please fill in every page of the form and bring it to your appointment.",
            "Some of the details we ask for are a statutory requirement.",
            "You must answer all the questions on the form.",
            "Some information is mandatory.",
            "Complete all sections of the form.",
        ] {
            assert!(has_to_answer(sentence), "{sentence}");
        }
        for sentence in [
            "Some details (name, address) are a legal requirement.",
            "Some of the information is required by law, and is marked so.",
            "You do not have to answer all the questions.",
            "Please fill in the form.",
            "Some of the details are used for statistics.",
        ] {
            assert!(!has_to_answer(sentence), "{sentence}");
        }
        assert!(tells_more("Without it we cannot house you."));
        assert!(!tells_more(
            "You do not have to put your request in writing."
        ));
    }
}
