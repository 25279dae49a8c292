//! The day on which one controller takes over from another.

use notice::{Controller, Notice};

use super::{
    Date, DatedFacts, Found, OnSource, Outcome, Reads, Rule, Severity, Verdict,
    dated_facts::planned, found,
};

/// So many days before a controller ends its notices are to be made ready.
const AHEAD: u16 = 30;

pub(super) static RULES: [Rule; 2] = [
    Rule {
        id: "ID-02",
        title: "A controller that still decides",
        law: "Arts. 13(1)(a), 14(1)(a)",
        severity: Severity::Error,
        remedy: "Put the successor's notice, or cookie policy, in the place of this one: `council-notice succession` has a draft of it.",
        question: "Your organisation has been replaced. Who decides about this service now, and what else has changed with it?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::No,
        mention: None,
        find: ended,
    },
    Rule {
        id: "ID-03",
        title: "Ready for the day of the change",
        law: "house measure of Arts. 5(2), 13(1)(a), 14(1)(a)",
        severity: Severity::Warning,
        remedy: "Finish the successor's draft, and publish again on the day.",
        question: "Your organisation is to be replaced soon. What will change for this service: contacts, addresses, who sees the details?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::No,
        mention: None,
        find: near,
    },
];

/// Lists what the rules say of whoever decides what a site stores, on the day: a cookie policy names its controller in the record
/// and the receipt of each choice.
#[must_use]
pub fn check_cookies(controller: &Controller, facts: &DatedFacts, at: Date) -> Vec<Verdict> {
    let outcomes = [has_ended(controller, at), ends_soon(controller, at)];
    let verdicts = RULES.iter().zip(outcomes).map(|(rule, found)| Verdict {
        rule,
        law: facts.law(rule, at),
        // Where a policy names it, it is by its key.
        found: found.map(|all| all.into_iter().map(|it| it.at(&controller.id)).collect()),
    });
    verdicts.collect()
}

fn ended(notice: &Notice, _: &DatedFacts, at: Date) -> Outcome {
    each(notice, |it| has_ended(it, at))
}

fn near(notice: &Notice, _: &DatedFacts, at: Date) -> Outcome {
    each(notice, |it| ends_soon(it, at))
}

/// What to do about one that decides together with the controller.
const JOINT: &str =
    "Put the successor's key in its place in `joint`, from the day on which it takes over.";

/// Asks of everyone who decides about a notice.
fn each(notice: &Notice, asked: impl Fn(&Controller) -> Outcome) -> Outcome {
    let joint = notice.joint.iter().filter_map(&asked).flatten();
    let joint: Vec<Found> = joint
        .map(|it| Found {
            remedy: Some(JOINT),
            ..it
        })
        .collect();
    match asked(&notice.controller) {
        None if joint.is_empty() => None,
        own => found(own.into_iter().flatten().chain(joint)),
    }
}

fn has_ended(controller: &Controller, at: Date) -> Outcome {
    let (succession, until) = planned(controller)?;
    let name = &controller.contact.name;
    found((at > until).then(|| {
        let message = format!(
            "{name} decides until {until}, as it is planned, and is still named on {at}; {} is to take over",
            succession.name
        );
        Found::outdated(message).at(name)
    }))
}

fn ends_soon(controller: &Controller, at: Date) -> Outcome {
    let (succession, until) = planned(controller)?;
    let name = &controller.contact.name;
    found((at <= until && at.after(AHEAD) > until).then(|| {
        let message = format!(
            "{name} decides until {until}, as it is planned; from then on it is {}: the site is to be built again on the next day",
            succession.name
        );
        Found::weak(message).at(name)
    }))
}
