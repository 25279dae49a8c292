//! Whether a source text that has people answer says what makes them, and what follows if they do not.

use notice::Notice;

use super::{
    Prose,
    leaving::{is_left, is_of_an_extra, is_of_answering},
};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, fold, has},
};

/// Finds that people are told to answer, and nowhere in a whole notice which answers a law or a contract asks for, or what follows;
/// and that a whole notice has no word of it.
pub(crate) fn must(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let Some(obliged) = said.iter().find(|it| has_to_answer(it.text)) else {
        let speaks = |at: usize| {
            let before = at.checked_sub(1).map_or("", |at| said[at].text);
            speaks_of_answering(said[at].text) && is_of_answering(before, said[at].text)
        };
        let silent = !(0..said.len()).any(speaks) && text.is_full();
        let message =
            "The text does not say whether people must answer, and what follows if they do not";
        return silent.then(|| vec![Found::missing(message)]);
    };
    let told = (0..said.len()).any(|at| {
        let before = at.checked_sub(1).map_or("", |at| said[at].text);
        said[at].text != obliged.text
            && tells_more(said[at].text)
            && is_of_answering(before, said[at].text)
            && !is_of_an_extra(before, said[at].text)
    });
    let message = "People have to answer, and the text does not say which answers the law or a contract asks for and what follows without them";
    found((!told && text.is_whole()).then(|| Found::weak(message).at(obliged.text)))
}

/// Says whether a sentence speaks in any way of answers that people must give, or may leave.
fn speaks_of_answering(sentence: &str) -> bool {
    let must = [
        "must you",
        "must i",
        "do you have to",
        "do i have to",
        "have to give",
        "has to give",
        "have to tell",
        "have to answer",
        "have to provide",
        "must give",
        "must tell",
        "must answer",
        "must provide",
        "must supply",
        "must fill",
        "must complete",
        "need to give",
        "need to tell",
        "need to provide",
        "needs your",
        "need your",
        "we need a ",
        "we need to know",
        "is needed for",
        "are needed for",
        "do without",
        "bound to",
        "bound by law",
        "no law",
        "nor a contract",
        "or contract",
        "contractual",
        "obliged",
        "obligation to",
        "required",
        "requirement",
        "requires",
        "compulsory",
        "mandatory",
    ];
    let may = [
        "without it",
        "without them",
        "without this",
        "without these",
        "without your",
        "without that",
        "if you do not",
        "if you don't",
        "if we do not have",
        "if we don't have",
        "if you leave",
        "if you would rather",
        "if you refuse",
        "leave out",
        "leaving out",
        "left out",
        "leave blank",
        "leave it blank",
        "left blank",
        "left empty",
        "optional",
        "voluntary",
        "your choice",
        "up to you",
        "prefer not",
        "rather not",
        "need not",
        "needn't",
        "not have to",
        "don't have to",
        "decline to",
        "fail to",
        "failure to",
        "unable to",
    ];
    // Who must be asked, or what a request requires, is another matter.
    let other = [
        "right",
        "request",
        "complain",
        "object",
        "consent",
        "law requires",
        "required by law",
    ];
    has(sentence, &must) && !has(sentence, &other)
        || has(sentence, &may)
        || is_left(sentence)
        || tells_more(sentence)
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
    // An answer "without undue delay" is the controller's own.
    let own = fold(sentence).replace("without undue delay", "");
    let own = own.replace("without delay", "");
    let own = own.replace("whichever you choose", "");
    let sentence = own.as_str();
    (has(sentence, &more)
        || is_left(sentence)
        || (has(sentence, &lacks) && has(sentence, &follows))
        || (has(sentence, &punished) && has(sentence, &answers)))
        && !has(sentence, &rights)
}

#[cfg(test)]
mod tests {
    use super::{has_to_answer, speaks_of_answering, tells_more};

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
    fn silence_on_answers_is_told_from_any_word_of_them() {
        for sentence in [
            "We need a name and one way to reach you.",
            "The contract needs your address; without it we can't connect you.",
            "Boxes with a star have to be filled, and others may be left empty.",
            "You choose what to tell us.",
            "Employers are bound by law to supply it.",
            "No law makes you.",
        ] {
            assert!(speaks_of_answering(sentence), "{sentence}");
        }
        for sentence in [
            "The police see it where the law requires it.",
            "If you are approved, we keep it for ten years.",
            "What we need it for",
            "You may have it restricted.",
            "Each request must come with proof.",
            "We are sent your name by your doctor.",
        ] {
            assert!(!speaks_of_answering(sentence), "{sentence}");
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
            "That is optional.",
            "It is up to you.",
            "Signing up to the newsletter is voluntary.",
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
            "We acknowledge it within 30 days and tell you the outcome without undue delay.",
            "We answer without delay.",
            "Write or ring; whichever you choose, we reply.",
        ] {
            assert!(!tells_more(sentence), "{sentence}");
        }
    }
}
