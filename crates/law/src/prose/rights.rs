//! Rights that a source text denies, and rights that it promises though the basis does not give them.

use notice::Notice;

use super::{
    Prose,
    portable::{MOVES, TASK, is_of_a_task, is_of_everything},
    told::lacking,
};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{all, denies, fold, has, sentences, words},
};

/// Finds that a text denies people a right that the law gives them, and that a whole notice leaves one out.
pub(crate) fn denied(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let texts = all(notice);
    let mut said = texts.iter().flat_map(|text| sentences(text));
    let message = "The law gives people more rights than the text lets them have";
    let denied = said.find(|it| denies_a_right(it));
    let denied = denied.map(|it| Found::wrong(message).at(it));
    found(denied.or_else(|| lacking(notice)))
}

/// Says whether a sentence frees whoever decides from a right, or says that there are no other rights than some. Documents may be
/// exempt, and the police have a law of their own.
fn denies_a_right(sentence: &str) -> bool {
    let text = fold(sentence);
    let exempt = [
        "we are exempt from the right",
        "council is exempt from the right",
        "authority is exempt from the right",
        "authorities are exempt from the right",
        "trust is exempt from the right",
        "school is exempt from the right",
        "university is exempt from the right",
        "association is exempt from the right",
        "surgery is exempt from the right",
        "practice is exempt from the right",
    ];
    let unheard = [
        "objections will not be considered",
        "objections are not considered",
        "objections will not be accepted",
        "objections are not accepted",
        "objections cannot be made",
        "we do not accept objections",
        "we do not consider objections",
    ];
    let only = [
        "there are no others.",
        "there are no others;",
        "there are no other rights",
        "you have no other rights",
        "no other rights apply",
        "these are the only rights",
        "these are your only rights",
        "your only right is",
        "your only rights are",
    ];
    let other = [
        "part 3",
        "law enforcement",
        "planning",
        "licen",
        "consultation",
        "freedom of information",
    ];
    let denied = exempt.iter().chain(&unheard).any(|it| text.contains(it))
        || (only.iter().any(|it| text.contains(it)) && has(&text, &["right"]));
    denied && !has(&text, &other)
}

/// Finds a promise of a right that the basis does not give: to move data that no consent or contract lets be used, and to have a
/// medical record deleted.
pub(crate) fn promised(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let texts = all(notice);
    let said: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let erased = said.iter().find(|it| erases_a_record(it));
    let erased = erased.map(|it| {
        let message = "Nobody has the right to have a medical record deleted that care rests on (Art. 17(3)), and the text promises it";
        Found::wrong(message).at(it)
    });
    let tasks = said.iter().any(|it| has(it, &TASK) && !denies(it));
    let only_tasks = texts.iter().any(|text| has(text, &TASK))
        && !said.iter().any(|it| has(it, &MOVES) && !denies(it));
    let moved = said.iter().find(|it| only_tasks && moves_data(it));
    let moved = moved.map(|it| {
        let message = "No use rests on consent or a contract, so nobody has the right to move their data, and the text promises it";
        Found::wrong(message).at(it)
    });
    let text = Prose::of(notice);
    let prose = text.said();
    let own = said
        .iter()
        .find(|it| moves_data(it) && is_of_a_task(it, notice, &prose));
    let own = own.filter(|_| moved.is_none()).map(|it| {
        let message = "The use of this data rests on no consent or contract, so nobody has the right to move it, and the text promises it";
        Found::wrong(message).at(it)
    });
    let everything = said
        .iter()
        .find(|it| tasks && moves_data(it) && is_of_everything(it));
    let everything = everything.filter(|_| moved.is_none() && own.is_none()).map(|it| {
        let message = "Only what rests on consent or a contract may be moved (Art. 20(1)), and the text promises it of everything";
        Found::wrong(message).at(it)
    });
    let own = own.or(everything);
    let moved = moved.or(own);
    found(erased.into_iter().chain(moved))
}

/// Says whether a sentence gives a right to have a medical record deleted, whatever it is needed for.
fn erases_a_record(sentence: &str) -> bool {
    let records = [
        "medical record",
        "health record",
        "patient record",
        "gp record",
        "hospital record",
    ];
    let gives = ["right to have", "entitled to have", "can have"];
    let deletes = ["deleted", "erased", "destroyed", "removed"];
    let bounds = [
        "some ",
        "certain",
        "limited",
        "circumstances",
        "no longer need",
        "not need",
        "unlawful",
        "unless",
        "wrong",
        "inaccura",
        "mistake",
        "may ",
        "usually",
        "entries",
        "part of",
    ];
    let denied = denies(&fold(sentence).replace("no longer", ""));
    has(sentence, &records)
        && has(sentence, &gives)
        && has(sentence, &deletes)
        && !denied
        && !has(sentence, &bounds)
}

/// Says whether words let people have something of ours whenever they like: "you can also have your file".
fn lets_have(all: &[String]) -> bool {
    const GETS: [&str; 8] = [
        "ask", "download", "get", "have", "obtain", "receive", "request", "take",
    ];
    const BETWEEN: [&str; 6] = ["also", "always", "further", "besides", "at", "any"];
    all.windows(2).enumerate().any(|(at, it)| {
        let mut rest = all[at + 2..].iter();
        let verb = rest.find(|word| !BETWEEN.contains(&word.as_str()));
        it[0] == "you" && it[1] == "can" && verb.is_some_and(|it| GETS.contains(&it.as_str()))
    })
}

/// Says whether a sentence promises a right to move data.
fn moves_data(sentence: &str) -> bool {
    let moves = [
        "portab",
        "machine-readable",
        "machine readable",
        "another provider",
        "any provider",
        "computer can read",
        "computers can read",
        "any organisation you choose",
        "another organisation of your choice",
    ];
    let all = words(sentence);
    let gives = all
        .iter()
        .any(|it| matches!(it.as_str(), "right" | "entitled"));
    // A list of rights has them begin so: "(d) To receive …".
    let labelled = sentence
        .split_once(':')
        .filter(|(label, _)| words(label).len() < 5);
    let behind = words(labelled.map_or(sentence, |(_, rest)| rest));
    let own = match behind.as_slice() {
        [mark, rest @ ..] if mark.len() == 1 => rest,
        rest => rest,
    };
    let listed = match own {
        [to, verb, ..] => {
            to == "to"
                && matches!(
                    verb.as_str(),
                    "receive" | "have" | "get" | "obtain" | "take"
                )
        }
        _ => false,
    };
    let gives = gives || listed || lets_have(&all);
    let bounds = [
        "some ", "certain", "where ", "may ", "only", "if ", "consent", "contract", "depend",
    ];
    has(sentence, &moves) && gives && !denies(sentence) && !has(sentence, &bounds)
}

#[cfg(test)]
mod tests {
    use super::{denies_a_right, erases_a_record, moves_data};

    #[test]
    fn rights_that_are_denied_are_told_from_those_that_do_not_apply() {
        for sentence in [
            "As a public authority acting under statutory powers, the Council is exempt from the right to object, and objections will not be considered.",
            "We are exempt from the right of access.",
            "Besides objecting, the law gives you two rights: to see your record and to have mistakes corrected; there are no others.",
            "You may see your file, and these are the only rights that you have.",
            "As we act by law, objections cannot be made.",
        ] {
            assert!(denies_a_right(sentence), "{sentence}");
        }
        for sentence in [
            "Confidential references are exempt from the right to a copy.",
            "You have no right to object or to data portability under Part 3.",
            "The right to object does not apply here, because we rely on your contract.",
            "The right to erasure does not apply to a council tax account.",
            "Objections to a planning application will not be considered after 21 days.",
            "There are no others who see your record, and you have a right to know.",
        ] {
            assert!(!denies_a_right(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_promise_is_told_from_a_right_that_may_apply() {
        for sentence in [
            "If you no longer want us to have your medical record, you have the right to have it deleted.",
            "You are entitled to have your patient record erased at any time.",
        ] {
            assert!(erases_a_record(sentence), "{sentence}");
        }
        for sentence in [
            "You have the right to have entries in your medical record deleted that are wrong.",
            "In some cases you have the right to have your medical record deleted.",
            "You do not have the right to have your medical record deleted.",
            "You have the right to have your details removed from the mailing list.",
        ] {
            assert!(!erases_a_record(sentence), "{sentence}");
        }
        for sentence in [
            "Portability: because your record is on computer, you have the right to receive it in a machine-readable format.",
            "You have the right to data portability.",
            "(d) To receive your custody file in a machine-readable format.",
            "To have your intelligence record sent to another force (data portability).",
            "To obtain your records in a machine readable form.",
            "Portability: to have all of your details transferred, in a format that a computer can read, to any organisation you choose.",
            "Data portability: to receive your file in a machine-readable form.",
            "Moving your data: to get it all in a form that computers can read.",
            "Transfer: to have your record sent to any organisation you choose.",
            "You are entitled to have it sent to another organisation of your choice.",
            "(e) Portability: to take your data with you in a machine-readable file.",
            "You can also have your child's entire pupil file from us in a machine-readable form, or have us send it to any organisation you choose, whenever you ask.",
            "You can always get your whole record in a form that a computer can read.",
            "As well as that you can ask us to send your file to any organisation you choose.",
            "You can take your complete case file to another provider.",
            "Besides, you can download everything in a machine-readable format.",
            "At any time you can have it all sent to another organisation of your choice.",
        ] {
            assert!(moves_data(sentence), "{sentence}");
        }
        for sentence in [
            "You do not have a right to portability.",
            "You have the right to portability for what rests on consent.",
            "As a courtesy we send your chart in a machine-readable file.",
            "In some cases you have the right to data portability.",
            "To receive, for what rests on consent, a machine-readable copy.",
            "To send you the machine-readable file we need your e-mail address.",
            "(d) To receive a machine-readable copy, where the law gives that right.",
            "Portability: to have what you gave us by consent in a form a computer can read.",
            "Portability: this does not apply.",
            "Portability: only for texts, to have them in a machine-readable form.",
            "Our forms: we scan them so that a computer can read them.",
            "Surveys: to have them sent in a form that a computer can read we pay a firm, if you choose.",
            "Meters: a device that computers can read.",
            "We can send your chart in a machine-readable file.",
            "You cannot have your file in a machine-readable form.",
            "You can read the register in a machine-readable form at the desk.",
            "You can have what you gave us by consent in a form that a computer can read.",
            "If you like, you can have it in a machine-readable form.",
            "You can have a paper copy of your whole file.",
        ] {
            assert!(!moves_data(sentence), "{sentence}");
        }
    }
}
