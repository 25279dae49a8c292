//! What a source text says lets data be used.

use notice::{Notice, SectionId};

use super::{Prose, Said};
use crate::{
    Date, DatedFact, DatedFacts, Found, Mark, Outcome, authority, found,
    sensitive::{CONDITIONS, offences, speaks_of_special},
    text::{denies, has, words},
};

/// Finds that a whole notice names no lawful basis.
pub(crate) fn bases(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let words = [
        "lawful bas",
        "legal bas",
        "legal ground",
        "article 6",
        "art. 6",
        "public task",
        "legal obligation",
        "legal duty",
        "legitimate interest",
        "consent",
        "contract",
        "official authority",
        "public interest",
        "vital interest",
        "the law ",
        "by law",
        "statutory",
        "duty under",
        " act 1",
        " act 2",
        "duties under",
        "your permission",
        "you agree",
    ];
    let told = text.texts.iter().any(|text| has(text, &words));
    let message = "The text names no lawful basis";
    found((!told && text.is_whole()).then(|| Found::missing(message)))
}

/// Finds that a public authority rests a use on legitimate interests, and that an interest is not named.
pub(crate) fn interests(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let uses: Vec<&Said<'_>> = said
        .iter()
        .filter(|it| rests_on_interests(it.text))
        .collect();
    let first = uses.first()?;
    let decides = who_decides(&said, &text.texts, facts, at);
    let forbidden = decides.map(|(name, ground)| {
        let message = format!(
            "{name} is a public authority (by “{}”, DPA 2018 s. 7), and may not rest its tasks on legitimate interests (f); what is no task of its own is arguable",
            ground.value
        );
        ground.finding(Mark::Wrong, message).at(first.text)
    });
    // What is said of it anywhere may name it.
    let others = said.iter().filter(|it| {
        has(it.text, &["interest"])
            && !has(
                it.text,
                &["public interest", "vital interest", "best interest"],
            )
    });
    let bare = !first.is_listed && uses.len() == 1 && others.count() == 1 && is_bare(first.text);
    let message =
        "A use rests on legitimate interests, and the text does not say which interest that is";
    let unnamed = bare.then(|| Found::weak(message).at(first.text));
    found(forbidden.into_iter().chain(unnamed))
}

/// Says whether a sentence rests a use on legitimate interests.
fn rests_on_interests(sentence: &str) -> bool {
    let rests = [
        "basis",
        "bases",
        "rely",
        "relies",
        "ground",
        "article 6",
        "art. 6",
        "6(1)(f)",
        "because it is in",
        "necessary for",
        "is in our",
        "under our",
    ];
    let other = [
        "right",
        "object",
        "third part",
        "other people",
        "public authorit",
    ];
    has(sentence, &["legitimate interest"])
        && has(sentence, &rests)
        && !denies(sentence)
        && !has(sentence, &other)
}

/// Says whether a sentence names the basis and nothing else. A label may stand beside the purpose that is the interest.
fn is_bare(sentence: &str) -> bool {
    if !has(sentence, &[" is ", " are ", "rely"]) {
        return false;
    }
    const ALONE: [&str; 30] = [
        "a",
        "and",
        "art",
        "article",
        "as",
        "bases",
        "basis",
        "data",
        "for",
        "f",
        "6",
        "1",
        "information",
        "interests",
        "interest",
        "is",
        "lawful",
        "legal",
        "legitimate",
        "of",
        "on",
        "our",
        "personal",
        "processing",
        "rely",
        "the",
        "this",
        "use",
        "using",
        "we",
    ];
    let more = [
        "your", "uk", "gdpr", "relies", "under", "which", "details", "that",
    ];
    words(sentence).iter().all(|word| {
        ALONE.contains(&word.as_str()) || more.contains(&word.as_str()) || word == "61f"
    })
}

/// Returns who the text says decides, where that is a public authority, with the fact by which it is one.
fn who_decides<'a>(
    said: &[Said<'a>],
    texts: &[String],
    facts: &'a DatedFacts,
    at: Date,
) -> Option<(&'a str, &'a DatedFact)> {
    let names = said
        .iter()
        .filter(|it| !denies(it.text))
        .filter_map(|it| name(it.text));
    let mut known =
        names.filter_map(|name| Some((name, authority::ground_in(name, texts, facts, at)?)));
    known.next()
}

/// Returns the name of which a sentence says that it is the controller, or that it is "us".
fn name(sentence: &str) -> Option<&str> {
    let is = [
        " is the controller",
        " is the data controller",
        " is a data controller",
        " is the ‘data controller",
        " is the “data controller",
    ];
    let before = is
        .iter()
        .find_map(|is| sentence.split_once(is))
        .map(|(name, _)| name);
    let name = before.or_else(|| {
        let rest = sentence.strip_prefix("We are ")?;
        Some(rest.split([',', '.', '(', ';']).next().unwrap_or(rest))
    })?;
    let name = name
        .trim()
        .trim_start_matches("the ")
        .trim_start_matches("The ");
    let capital = name.starts_with(char::is_uppercase);
    (capital && name.len() < 80).then_some(name)
}

/// Finds that a whole notice uses sensitive data, and states no condition for it.
pub(crate) fn special(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let kinds = [
        "health",
        "medical",
        "disabilit",
        "ethnic",
        "religio",
        "biometric",
        "genetic",
        "sexual orientation",
        "political opinion",
        "trade union member",
        "criminal conviction",
        "criminal offence",
        "criminal record",
    ];
    let collects = [
        "collect",
        "hold",
        "ask for",
        "ask about",
        "record ",
        "we use ",
        "process",
    ];
    let bodies = [
        "health and safety",
        "health board",
        "health service",
        "health visitor",
        "environmental health",
        "public health",
        "health centre",
    ];
    let sensitive = said.iter().find(|it| {
        let spoken = speaks_of_special(it.text);
        let asked = (it.section == SectionId::Data || has(it.text, &collects))
            && has(it.text, &kinds)
            && !has(it.text, &bodies);
        (spoken || asked) && !denies(it.text)
    });
    let stated = text
        .texts
        .iter()
        .any(|text| has(text, &CONDITIONS) || has(text, &OTHERS));
    let found_one = sensitive.filter(|_| !stated && text.is_whole());
    let message = "Sensitive data is used, and no condition for it is stated";
    let offences = offences(&[], &text.texts).filter(|_| stated && text.is_whole());
    if sensitive.is_none() && offences.is_none() {
        return None;
    }
    let missing = found_one.map(|it| Found::missing(message).at(it.text));
    found(missing.into_iter().chain(offences))
}

/// Conditions in words of their own.
const OTHERS: [&str; 14] = [
    "9(2)",
    "art 9",
    "vital interest",
    "health or social care",
    "health and social care",
    "medical diagnosis",
    "provision of care",
    "direct care",
    "employment law",
    "employment, social",
    "social protection",
    "safeguarding of children",
    "official authority",
    "equality of opportunity",
];
