//! Statements of one notice that cannot both be so.

use notice::{Condition, Notice, Question, Recipient};

use super::{
    Date, DatedFacts, Found, OnSource, Outcome, Reads, Rule, Severity,
    anybody::{ANYONE, EXCEPT},
    denied::{denied, is_bounded},
    duration::months,
    prose,
    text::{all, denies, fold, has, mentions, sentences, words},
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "CTR-01",
    title: "No two statements against each other",
    law: "Art. 5(1)(a), fairness",
    severity: Severity::Warning,
    remedy: "Ask the service which of the two is so, and let the notice say that alone.",
    question: "The notice says two things that do not go together. Which of the two is so?",
    first_layer: None,
    reads: Reads::English(&[]),
    on_source: OnSource::Sentences(prose::promises),
    mention: None,
    find: contradiction,
}];

/// Says what one fact promises and another breaks; that facts agree in all else nobody can tell.
fn contradiction(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let texts = all(notice);
    let list: Vec<Found> = [
        marketing(notice, &texts),
        permission(notice),
        sharing(notice, &texts),
        machine(notice, &texts),
        abroad(notice, &texts),
        kept(notice),
        right(notice, &texts),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!list.is_empty()).then_some(list)
}

/// Finds that nothing is passed on for marketing, and somebody who does marketing receives it.
fn marketing(notice: &Notice, texts: &[String]) -> Option<Found> {
    let refuses = [
        "do not pass",
        "not pass",
        "never pass",
        "not share",
        "never share",
        "not give",
        "never give",
        "not sell",
    ];
    let no = |text: &String| {
        sentences(text)
            .any(|it| has(it, &refuses) && has(it, &["for marketing", "marketing purposes"]))
    };
    texts.iter().find(|text| no(text))?;
    let advertises = |text: &String| {
        (mentions(text, "marketing") || has(text, &["offers from", "advertis", "promotion"]))
            && !denies(text)
    };
    let agent = notice.recipients.iter().find_map(|it| {
        let mut texts = it.purpose.iter().chain(&it.names);
        texts.find(|text| advertises(text))
    })?;
    let message = "The notice promises to pass nothing on for marketing, and names someone who does marketing";
    Some(Found::wrong(message).at(agent))
}

/// Finds that data is shared with permission only, and some recipients have no such condition.
fn permission(notice: &Notice) -> Option<Found> {
    let mut all = notice.recipients.iter();
    all.find(|it| it.condition == Some(Condition::Permission))?;
    let mut all = notice.recipients.iter();
    let bare = all.find(|it| it.condition.is_none() && it.purpose.is_none())?;
    let message = "The notice shares only with permission, and lists recipients with neither a purpose nor that condition";
    let place = bare.group.as_ref().or(bare.names.first());
    Some(Found {
        place: place.cloned(),
        ..Found::wrong(message)
    })
}

/// Finds that nobody is told anything, and recipients are listed.
fn sharing(notice: &Notice, texts: &[String]) -> Option<Found> {
    let never = [
        "never share",
        "not share",
        "not shared",
        "not be shared",
        "not be passed",
        "not be disclosed",
        "not be given",
        "never be shared",
        "never be passed",
        "never shared",
        "don't share",
        "not pass",
        "never pass",
        "not disclose",
        "never disclose",
    ];
    let says = |sentence: &&str| {
        has(sentence, &never) && has(sentence, &ANYONE) && !has(sentence, &EXCEPT)
    };
    let said = texts.iter().flat_map(|text| sentences(text)).find(says)?;
    let own = |it: &&Recipient| {
        let own = ["team", "department", "staff", "officer", "councillor"];
        it.condition.is_none() && !it.names.iter().all(|name| has(name, &own))
    };
    notice.recipients.iter().find(own)?;
    let message = "The notice says that nobody is told anything, and lists who receives the data";
    Some(Found::wrong(message).at(said))
}

/// Finds that no machine decides, and one does; or the other way round.
fn machine(notice: &Notice, texts: &[String]) -> Option<Found> {
    let fact = notice.automated.as_ref()?;
    let decides = |sentence: &&str| {
        let machine = ["system", "software", "computer", "algorithm", "machine"];
        let alone = [
            "decides",
            "makes the decision",
            "makes a decision",
            "by itself",
            "on its own",
            "automatically refus",
            "automatically accept",
            "automatically decid",
        ];
        let perhaps = ["if ", "where ", "whether a", "challenge", "contest"];
        has(sentence, &machine)
            && has(sentence, &alone)
            && has(sentence, &["decid", "decision", "refus", "accept"])
            && !has(sentence, &perhaps)
            && !denies(sentence)
    };
    let none = |sentence: &&str| {
        denies(sentence)
            && has(
                sentence,
                &[
                    "automated decision",
                    "decision about you",
                    "decisions about you",
                ],
            )
            && has(sentence, &["automated", "machine", "computer"])
    };
    let rights = notice.rights.iter().map(|right| &right.text);
    let rights: Vec<&String> = rights.collect();
    let mut others = texts
        .iter()
        .filter(|text| **text != fact.text && !rights.contains(text))
        .flat_map(|text| sentences(text));
    let (other, message) = if fact.used {
        let message =
            "One statement says that a machine decides alone, and the other that none does";
        (others.find(none)?, message)
    } else {
        let message =
            "One statement says that no machine decides alone, and the other that one does";
        (others.find(|it| decides(it) || decides_alone(it))?, message)
    };
    Some(Found::wrong(message).at(other))
}

/// Says whether a sentence has a machine decide about somebody, and nobody beside it.
fn decides_alone(sentence: &str) -> bool {
    let machines = [
        "system",
        "software",
        "computer",
        "algorithm",
        "program",
        "tool",
    ];
    let alone = [
        "automatic",
        "nobody",
        "no person",
        "no human",
        "no one",
        "by itself",
        "alone",
        "without a person",
        "without anyone",
        "without human",
    ];
    let verdicts = [
        "reject", "refus", "declin", "decid", "approv", "cancel", "exclud", "suspend", "accept",
        "award",
    ];
    let all = words(sentence);
    let decides = (0..all.len()).any(|at| {
        let word = &all[at];
        verdicts.iter().any(|verdict| word.starts_with(verdict))
            && !denies(&all[at.saturating_sub(3)..at].join(" "))
    });
    let perhaps = ["whether a", "challenge", "contest"];
    // People do much on a website; here it acts itself: "cancelled instantly by the website".
    let itself = [
        "by the website",
        "by our website",
        "by the portal",
        "by the app",
        "by the system",
        "by our system",
        "by software",
        "by the software",
        "by the computer",
        "by a computer",
    ];
    let soon = ["straight away", "at once", "immediately", "instantly"];
    let by_itself = has(sentence, &itself) && (has(sentence, &soon) || has(sentence, &alone));
    let decides = decides || has(sentence, &["turned down", "turned away"]);
    (by_itself || (machines.iter().any(|it| mentions(sentence, it)) && has(sentence, &alone)))
        && decides
        && !has(sentence, &perhaps)
}

/// Finds that data stays in the country, and is kept elsewhere.
fn abroad(notice: &Notice, texts: &[String]) -> Option<Found> {
    let fact = notice.transfers.as_ref()?;
    let stays = |sentence: &str| {
        let home = ["united kingdom", "uk", "england", "britain", "this country"];
        denies(sentence)
            || (has(
                sentence,
                &[
                    "stay", "kept", "keep", "held", "store", "remain", " are in ",
                ],
            ) && home.iter().any(|home| mentions(sentence, home)))
    };
    if !sentences(fact).all(stays) {
        return None;
    }
    let elsewhere = |sentence: &&str| {
        let places = [
            "United States",
            "USA",
            "America",
            "Ireland",
            "India",
            "Germany",
            "Netherlands",
            "European Union",
            "European Economic Area",
            "abroad",
            "overseas",
            "outside the United Kingdom",
            "outside the UK",
        ];
        let kept = [
            "store",
            "keep",
            "kept",
            "copies",
            "held",
            "hold",
            "server",
            "hosted",
            "send your",
            "sent to",
            "transfer",
        ];
        let data = [
            "detail",
            "data",
            "information",
            "copies",
            "record",
            "answers",
            "file",
            "system",
            "server",
        ];
        let abroad = fold(sentence).replace("northern ireland", "");
        places.iter().any(|place| mentions(&abroad, place))
            && has(sentence, &kept)
            && has(sentence, &data)
            && !has(sentence, &["if you", "when you"])
            && !denies(sentence)
    };
    let others = texts.iter().filter(|text| *text != fact);
    let other = others.flat_map(|text| sentences(text)).find(elsewhere)?;
    let message = "One statement says that data stays in the country, and the other that it is kept or sent elsewhere";
    Some(Found::wrong(message).at(other))
}

/// Finds that the first layer and the section behind it give different periods.
fn kept(notice: &Notice) -> Option<Found> {
    let fact = notice.retention.as_ref()?;
    let mut whole = months(&fact.text);
    whole.extend(fact.months);
    let mut answers = notice
        .answers
        .iter()
        .filter(|it| it.question == Question::Keeps && it.scope.is_everyone());
    let other = answers.find(|it| {
        let short = months(&it.text);
        !short.is_empty() && !whole.is_empty() && !short.iter().any(|one| whole.contains(one))
    })?;
    let message =
        "The answer at first sight and the notice itself give different times for keeping data";
    Some(Found::wrong(message).at(&other.text))
}

/// Finds that a right is stated without bounds, and that elsewhere nobody has it.
fn right(notice: &Notice, texts: &[String]) -> Option<Found> {
    let denied = denied(texts);
    let stated = notice.rights.iter().filter(|it| !is_bounded(&it.text));
    let both = stated.filter_map(|right| {
        let (_, said) = denied.iter().find(|(id, _)| *id == right.id)?;
        (!right.text.contains(said)).then(|| (right.id.id(), *said))
    });
    let both: Vec<(&str, &str)> = both.collect();
    let (_, said) = both.first()?;
    let names: Vec<&str> = both.iter().map(|(name, _)| *name).collect();
    let message = format!(
        "The notice states a right to {}, and says elsewhere that there is none",
        names.join(" and to ")
    );
    Some(Found {
        remedy: Some(STATED),
        ..Found::wrong(message).at(said)
    })
}

/// What to do about a right that is stated and denied.
const STATED: &str = "Take the [[right]] out, or say in its `text` for what it does not hold, and why; a text that several notices share can be left out of `shared` where it does not fit.";
