//! Storage that goes without asking, and what a data protection officer must have answered for it.

use super::{
    Date, DatedFacts, Found, OnSource, Reads, Rule, Severity, Verdict, found,
    text::{denies, has, mentions, sentences},
    unanswered::is_open,
};

/// Asked of a cookie policy, and so of no notice.
static RULE: Rule = Rule {
    id: "CKI-02",
    title: "Storage without asking is answered for",
    law: "PECR reg. 6, Sch. A1 paras 5, 6",
    severity: Severity::Warning,
    remedy: "Have your data protection officer answer the questions under [category.exemption] in notices/cookies.toml, or ask first: footing = \"consent\".",
    question: "What has your data protection officer answered to each question under [category.exemption]?",
    first_layer: None,
    reads: Reads::NoticeFacts,
    on_source: OnSource::No,
    mention: None,
    find: |_, _, _| None,
};

/// Lists the rules that concern a cookie policy alone: no notice is held against them.
pub fn policy_rules() -> impl Iterator<Item = &'static Rule> {
    std::iter::once(&RULE)
}

/// What paragraphs 5 and 6 of Schedule A1 to the Privacy and Electronic Communications Regulations 2003 ask before
/// statistics or appearance may go without consent: a key of `[category.exemption]`, and its question.
pub const EXEMPTION: [(&str, &str); 5] = [
    (
        "service",
        "Is the site an information society service, as these paragraphs want?",
    ),
    (
        "told",
        "Where are visitors told clearly and fully what it is for?",
    ),
    (
        OBJECTION,
        "By which simple and free means beside it, other than the browser’s settings, can they object?",
    ),
    (
        SHARING,
        "Who else gets what is stored, and do they do no more than help to improve the service?",
    ),
    ("answered", "Who answered this, and when?"),
];

const OBJECTION: &str = "objection";
const SHARING: &str = "sharing";

/// Says what the rule says of a category that goes without asking, as the law stood `at` that day. `answers` are the questions of
/// [`EXEMPTION`], each with its answer, if it has one.
#[must_use]
pub fn check_exemption(
    category: &str,
    answers: &[(&str, Option<&str>)],
    facts: &DatedFacts,
    at: Date,
) -> Verdict {
    let open = answers.iter().filter(|(_, answer)| answer.is_none());
    let open: Vec<&str> = open.map(|(question, _)| *question).collect();
    let said = (!open.is_empty()).then(|| {
        let message = format!(
            "`{category}` goes without asking, and {} of {} questions that this hangs on are open: {}",
            open.len(),
            answers.len(),
            open.join(" ")
        );
        if open.len() == answers.len() {
            Found::missing(message)
        } else {
            Found::weak(message)
        }
    });
    let unfit = answers.iter().filter_map(|(question, answer)| {
        let answer = (*answer)?;
        let key = EXEMPTION.iter().find(|(_, it)| it == question)?.0;
        let why = unfit_answer(question, answer)?;
        Some(Found::weak(format!(
            "`{category}` goes without asking, and the answer under `{key}` {why}: “{answer}”"
        )))
    });
    let unfit: Vec<Found> = unfit.collect();
    Verdict {
        rule: &RULE,
        law: facts.law(&RULE, at),
        found: facts
            .is_duty(RULE.id, at)
            .then(|| found(said.into_iter().chain(unfit)))
            .flatten(),
    }
}

/// Says why an answer to a question of [`EXEMPTION`] is none, or one that the law does not take.
#[must_use]
pub fn unfit_answer(question: &str, answer: &str) -> Option<&'static str> {
    let (key, _) = EXEMPTION.iter().find(|(_, it)| *it == question)?;
    unfit(key, answer)
}

fn unfit(key: &str, answer: &str) -> Option<&'static str> {
    let later = [
        "will check",
        "will ask",
        "will find out",
        "will answer",
        "will decide",
        "to be checked",
        "not yet",
        "wait for",
        "waiting for",
        "awaiting",
        "not sure",
        "unsure",
        "do not know",
        "don't know",
        "being looked at",
        "to do",
    ];
    if is_open(answer) || has(answer, &later) {
        return Some("puts it off");
    }
    let beside = [
        "switch",
        "button",
        "link",
        "bar",
        "banner",
        "page",
        "box",
        "form",
        "toggle",
        "preference",
    ];
    if key == OBJECTION
        && mentions(answer, "browser")
        && !beside.iter().any(|it| mentions(answer, it))
    {
        return Some("names nothing but the browser");
    }
    let costs = ["fee", "£", "charge", "cost", "pay "];
    let paid =
        |sentence: &str| has(sentence, &costs) && !denies(sentence) && !has(sentence, &["free"]);
    if key == OBJECTION && sentences(answer).any(paid) {
        return Some("is not free");
    }
    let elsewhere = [
        "ad blocker",
        "adblock",
        "extension",
        "add-on",
        "plug-in",
        "private window",
        "incognito",
        "do not track",
    ];
    if key == OBJECTION && has(answer, &elsewhere) && !beside.iter().any(|it| mentions(answer, it))
    {
        return Some("names nothing of the site’s own");
    }
    let more = [
        "advert",
        "marketing",
        "profil",
        "their own purposes",
        "its own purposes",
        "sell",
        "other sites",
    ];
    let uses = |sentence: &str| has(sentence, &more) && !denies(sentence);
    (key == SHARING && sentences(answer).any(uses))
        .then_some("tells of more than helping to improve the service")
}
