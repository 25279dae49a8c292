//! Whether a source text that has people answer says what makes them, and what follows if they do not.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, words},
};

/// Finds that people are told to answer, and nowhere in a whole notice which answers a law or a contract asks for, or what follows.
pub(crate) fn must(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let obliged = said.iter().find(|it| has_to_answer(it.text))?;
    let told = (0..said.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", |at| said[at].text);
        said[at].text != obliged.text
            && tells_more(said[at].text)
            && !is_of_an_extra(before, said[at].text)
    });
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
        "say so",
        "say which",
        "tell you which",
        "voluntary",
        "optional",
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
    // "Without your name" says of statistics what they are, "without your name we cannot" what follows.
    let lacks = ["without ", "unless "];
    let follows = [
        "cannot",
        "can't",
        "can not",
        "unable",
        "not able",
        "will not",
        "won't",
        "may not",
        "might not",
        "have to",
        "longer",
        "refuse",
        "delay",
        "not get",
        "never",
    ];
    // A penalty for parking is none for leaving a question out.
    let punished = ["offence", "penalty", "fine "];
    let answers = [
        "answer",
        "tell",
        "give",
        "provide",
        "respond",
        "reply",
        "fill in",
        "complete",
        "hold back",
        "return the",
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
    (has(sentence, &more)
        || (has(sentence, &lacks) && has(sentence, &follows))
        || (has(sentence, &punished) && has(sentence, &answers)))
        && !has(sentence, &rights)
}

/// Says whether a sentence lets people say no to what the one before it asks beside the service: "We also ask whether you would like
/// news. That is optional." What the service itself needs is not told by it.
fn is_of_an_extra(before: &str, sentence: &str) -> bool {
    let all = words(sentence);
    let points = all
        .iter()
        .take(3)
        .any(|it| matches!(it.as_str(), "that" | "this" | "it" | "they" | "these"));
    let beside = [
        "would like",
        "want to hear",
        "also ask",
        "also offer",
        "also invite",
        "would you",
    ];
    let more = [
        "newsletter",
        "news ",
        "survey",
        "offers",
        "marketing",
        "mailing list",
        "updates",
    ];
    has(sentence, &more) || (points && (has(before, &beside) || has(before, &more)))
}

#[cfg(test)]
mod tests {
    use super::{has_to_answer, is_of_an_extra, tells_more};

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
            "Some of it is compulsory, and we tell you which when we ask.",
            "Most of it is mandatory, and some of it voluntary, as we say so beside each question.",
            "Please fill in the form.",
            "Some of the details are used for statistics.",
        ] {
            assert!(!has_to_answer(sentence), "{sentence}");
        }
    }

    #[test]
    fn what_follows_without_an_answer_is_told_from_what_is_without_something() {
        for sentence in [
            "Without it we cannot house you.",
            "Without your date of birth your application will take longer.",
            "We are unable to help unless you give us an address.",
            "You may leave out what is marked optional.",
            "If you leave a question out, we will ring you.",
            "It is an offence to hold back what you know.",
            "There is a penalty if nobody answers our letter.",
        ] {
            assert!(tells_more(sentence), "{sentence}");
        }
        for sentence in [
            "You do not have to put your request in writing.",
            "The ministry gets statistics, without your name.",
            "We share nothing without telling you.",
            "Figures without these details are published.",
            "Penalty charge records are kept for six years.",
            "We share your name with the Traffic Penalty Tribunal.",
            "A keeper pays a fine at court.",
        ] {
            assert!(!tells_more(sentence), "{sentence}");
        }
    }

    #[test]
    fn an_extra_that_one_may_leave_says_nothing_of_the_rest() {
        for (before, sentence) in [
            (
                "We also ask whether you would like news of changes.",
                "That is optional.",
            ),
            ("Would you take part in our survey?", "It is up to you."),
            ("", "Signing up to the newsletter is voluntary."),
        ] {
            assert!(
                tells_more(sentence) && is_of_an_extra(before, sentence),
                "{sentence}"
            );
        }
        for (before, sentence) in [
            ("We ask for your ethnic group.", "That is optional."),
            ("Some details are needed.", "The rest is optional."),
            (
                "We also ask for your telephone number.",
                "Questions marked with a star are optional.",
            ),
        ] {
            assert!(!is_of_an_extra(before, sentence), "{sentence}");
        }
    }
}
