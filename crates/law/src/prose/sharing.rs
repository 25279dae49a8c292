//! Whom a source text says that data goes to: somebody, or anybody.

use notice::{Notice, SectionId};

use super::{Prose, Said, somebody::could_be_anybody};
use crate::{
    Date, DatedFacts, Found, Outcome,
    anybody::is_anybody,
    found,
    text::{denies, has, words},
};

/// Finds that everybody whom the text has data go to could be anybody, or that a whole notice has it go to nobody.
pub(crate) fn recipients(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let anybody = said.iter().find(|it| goes_to_anybody(it));
    let named = said.iter().any(tells_who);
    let message = "The recipients that are named could be anybody";
    let vague = anybody
        .filter(|_| !named)
        .map(|it| Found::weak(message).at(it.text));
    let trace = |it: &Said<'_>| is_about_sharing(it) || has(it.text, &TRACES);
    let silent = !said.iter().any(trace) && text.is_whole();
    let missing = silent.then(|| Found::missing("The text does not say who receives data"));
    found(vague.into_iter().chain(missing))
}

/// Finds lists of recipients that leave open who is on them.
pub(crate) fn open(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let named = said.iter().any(tells_who);
    let open = said
        .iter()
        .filter(|it| (named && goes_to_anybody(it)) || leaves_open(it));
    let mut seen: Vec<&str> = Vec::new();
    let open = open.filter(|it| {
        let new = !seen.contains(&it.text);
        seen.push(it.text);
        new
    });
    found(open.map(|it| Found::wrong(format!("A list is not complete: “{}”", it.text)).at(it.text)))
}

/// Words of a sentence that may say, in whatever way, who gets data.
const TRACES: [&str; 25] = [
    "share",
    "sharing",
    "disclos",
    "recipient",
    "third part",
    "pass on",
    "passed on",
    "passes",
    "sees ",
    "see your",
    "goes to",
    "go to",
    "gets ",
    "get your",
    "gives us",
    "on our behalf",
    "tell the",
    "we tell:",
    "we also tell",
    "may tell",
    "is told",
    "are told",
    "work with",
    "handed to",
    "report to",
];

const SHARES: [&str; 19] = [
    "share",
    "shared",
    "shares",
    "sharing",
    "disclose",
    "disclosed",
    "discloses",
    "pass",
    "passed",
    "passes",
    "give",
    "given",
    "send",
    "sent",
    "provide",
    "provided",
    "transfer",
    "sell",
    "release",
];

/// Says whether a sentence has data go to others.
pub(super) fn is_about_sharing(said: &Said<'_>) -> bool {
    said.section == SectionId::Recipients || shares(said.text)
}

/// Says whether a sentence has something go to others.
fn shares(sentence: &str) -> bool {
    !goes_to(sentence).is_empty()
}

/// Says whether a sentence has data go to somebody of whom more is known than that it is somebody.
pub(super) fn tells_who(said: &Said<'_>) -> bool {
    let listed = said.is_listed && said.section == SectionId::Recipients && !is_anybody(said.text);
    let told = is_about_sharing(said) && shares(said.text) && !said.denies;
    let known = said.section == SectionId::Recipients
        && is_somebody(said.text)
        && !said.denies
        && !goes_to_anybody(said);
    listed
        || known
        || (told && !goes_to_anybody(said) && !words(said.text).contains(&"you".to_owned()))
}

/// Says whether a sentence names somebody, or a kind of somebody.
pub(super) fn is_somebody(sentence: &str) -> bool {
    let kinds = [
        "council",
        "hospital",
        "police",
        "school",
        "landlord",
        "doctor",
        "court",
        "contractor",
        "nurse",
        "pharmac",
        "ombudsman",
        "charit",
        "bank",
        "insurer",
        "social worker",
        "employer",
        "auditor",
        "supplier",
        "printer",
        "department",
        "government",
    ];
    let mut marks = sentence.split_whitespace().skip(1);
    let named = marks.any(|word| {
        word.len() > 2
            && word.starts_with(char::is_uppercase)
            && !matches!(
                word,
                "We" | "UK" | "GDPR" | "Article" | "Our" | "You" | "Your"
            )
    });
    named || has(sentence, &kinds)
}

/// Says whether a sentence has data go to "third parties", or to others of whom nothing more is said.
fn goes_to_anybody(said: &Said<'_>) -> bool {
    !said.denies
        && is_about_data(said.text)
        && goes_to(said.text)
            .iter()
            .any(|who| could_be_anybody(said, who))
}

/// Lists to whom a sentence has something go, a string for each verb that sends it.
fn goes_to(sentence: &str) -> Vec<String> {
    let all = words(sentence);
    let sent = all
        .iter()
        .enumerate()
        .filter(|(_, word)| SHARES.contains(&word.as_str()));
    let to = sent.filter_map(|(at, _)| {
        let rest = &all[at + 1..];
        let mut near = rest.iter().take(8);
        let to = near.position(|it| matches!(it.as_str(), "with" | "to"))?;
        Some(rest[to + 1..].join(" "))
    });
    to.collect()
}

fn is_about_data(sentence: &str) -> bool {
    let data = [
        "data",
        "information",
        "detail",
        "record",
        "what you tell",
        "what you have told",
        "what we know",
        "what we hold",
        " it ",
        " this ",
        " them ",
    ];
    has(sentence, &data)
}

/// Says whether a sentence adds to those whom data goes to whoever else it may be.
fn leaves_open(said: &Said<'_>) -> bool {
    let open = [
        "anyone else",
        "anybody else",
        "whoever else",
        "any other organisation",
        "any other agenc",
        "any other bod",
        "any other part",
        "any other compan",
        "any third part",
        "see fit",
        "sees fit",
        "think fit",
        "among others",
        "and so on",
        "not limited to",
        "not exhaustive",
        "considers appropriate",
        "consider appropriate",
        "considers necessary",
        "consider necessary",
        "deems appropriate",
        "deem appropriate",
        "deems necessary",
        "deem necessary",
        "anyone who we think",
        "anyone we think",
        "anyone that we think",
        "whoever we think",
        "anybody we think",
        " etc",
    ];
    // What the law, a court or people themselves ask for is no open list.
    let bound = [
        "law",
        "court",
        "legal",
        "statut",
        "your consent",
        "you agree",
        "your permission",
        "you ask",
        "on our behalf",
    ];
    let about = if said.section == SectionId::Recipients {
        true
    } else {
        shares(said.text) && is_about_data(said.text)
    };
    about && has(said.text, &open) && !is_denied(said) && !has(said.text, &bound)
}

/// Says whether a sentence, or its list, says that something is not so; what is "not limited to" some is so.
fn is_denied(said: &Said<'_>) -> bool {
    let text = said.text.to_lowercase();
    let rest = text
        .replace("not limited to", "")
        .replace("not exhaustive", "");
    denies(&rest) || (said.denies && !denies(said.text))
}
