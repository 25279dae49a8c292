//! Who sees the data, here and abroad.

use notice::{Condition, Notice};

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity, found,
    text::{all, has, mentions},
};

pub(super) static RULES: [Rule; 5] = [
    Rule {
        id: "REC-01",
        title: "Who receives the data",
        law: "Arts. 13(1)(e), 14(1)(e)",
        severity: Severity::Error,
        remedy: "Name the recipients, or the categories of recipients.",
        find: recipients,
    },
    Rule {
        id: "REC-02",
        title: "Complete lists of recipients and sources",
        law: "Art. 12(1)",
        severity: Severity::Info,
        remedy: "Complete the list, or say by which mark a reader can tell who else belongs to it.",
        find: open,
    },
    Rule {
        id: "REC-03",
        title: "Recipients that still exist",
        law: "Art. 5(1)(d), accuracy",
        severity: Severity::Warning,
        remedy: "Name the body that does its work today.",
        find: gone,
    },
    Rule {
        id: "TRF-01",
        title: "Transfers abroad",
        law: "Arts. 13(1)(f), 14(1)(f)",
        severity: Severity::Warning,
        remedy: "Say whether data leaves the United Kingdom, and under which safeguards; if it does not, say so.",
        find: transfers,
    },
    Rule {
        id: "CTR-01",
        title: "No two statements against each other",
        law: "Art. 5(1)(a), fairness",
        severity: Severity::Warning,
        remedy: "Ask the service which of the two is so, and let the notice say that alone.",
        find: contradiction,
    },
];

fn recipients(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let none = notice.recipients.is_empty();
    found(none.then(|| Found::missing("The notice names nobody who receives data")))
}

fn open(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let sources = notice
        .sources
        .iter()
        .filter_map(|source| source.open.as_deref());
    let recipients = notice.recipients.iter().filter_map(|it| it.open.as_deref());
    let mut open: Vec<&str> = recipients.chain(sources).collect();
    open.sort_unstable();
    open.dedup();
    found(
        open.into_iter()
            .map(|open| Found::wrong(format!("A list is not complete: “{open}”")).at(open)),
    )
}

fn gone(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let recipients = notice.recipients.iter().flat_map(|it| &it.names);
    let mut names: Vec<&String> = recipients
        .chain(notice.sources.iter().flat_map(|it| &it.names))
        .filter(|name| facts.named(Kind::Body, name).next().is_some())
        .collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return None;
    }
    found(names.into_iter().filter_map(|name| {
        let body = facts.outdated(Kind::Body, name, at)?;
        let message = format!(
            "{} no longer exists in this form{}",
            body.value,
            body.told()
        );
        Some(Found::wrong(message).at(name))
    }))
}

fn transfers(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let Some(text) = &notice.transfers else {
        let message = "The notice does not say whether data leaves the United Kingdom";
        return found([Found::missing(message)]);
    };
    found(facts.outdated(Kind::Term, text, at).map(|term| {
        let message = format!("“{}” is no longer the measure{}", term.value, term.told());
        Found::wrong(message).at(text)
    }))
}

/// Two promises that others of the facts break; that facts agree in all else nobody can tell.
fn contradiction(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let texts = all(notice);
    let no_marketing = texts.iter().find(|text| {
        let refuses = has(
            text,
            &["do not pass", "never pass", "will not share", "never give"],
        );
        refuses && mentions(text, "for marketing")
    });
    let agent = notice.recipients.iter().find_map(|it| {
        let purpose = it.purpose.as_deref()?;
        mentions(purpose, "marketing").then_some(purpose)
    });
    let mut list = Vec::new();
    if let (Some(_), Some(purpose)) = (no_marketing, agent) {
        let message = "The notice promises to pass nothing on for marketing, and names someone who does marketing";
        list.push(Found::wrong(message).at(purpose));
    }
    let asked = |condition| {
        notice
            .recipients
            .iter()
            .any(|it| it.condition == Some(condition))
    };
    let bare = notice
        .recipients
        .iter()
        .find(|it| it.condition.is_none() && it.purpose.is_none());
    if let (true, Some(bare)) = (asked(Condition::Permission), bare) {
        let message = "The notice shares only with permission, and lists recipients with neither a purpose nor that condition";
        let place = bare.group.as_ref().or(bare.names.first());
        list.push(Found {
            place: place.cloned(),
            ..Found::wrong(message)
        });
    }
    (!list.is_empty()).then_some(list)
}
