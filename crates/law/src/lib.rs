//! A notice against the law it serves, as the law stood on a day.
//!
//! A [`Rule`] looks for one thing in the facts of a [`Notice`], and in its text only where the fact is text. What
//! changes with time (bodies, laws, when a duty began) is data: [`DatedFacts`]. Nothing here reads a file or the clock.
//!
//! | module | rules about |
//! |---|---|
//! | `identity` | who decides, whom to write to |
//! | `succession` | the day on which another takes over |
//! | `basis` | purposes, lawful bases; `consent`; `sensitive` knows the data that Art. 9 protects |
//! | `recipients` | who sees it; `transfers`, abroad |
//! | `contradiction` | two statements against each other |
//! | `origin` | what is asked for, where it comes from, whether one must |
//! | `time` | how long, how old; `duration` reads how long |
//! | `rights` | rights |
//! | `automated` | decisions made by a machine |
//! | `requests` | what a request may be made to depend on; `asking` knows one, `hurdle` what it may not depend on |
//! | `complaints` | the two ways to complain |
//! | `children` | a line for children |
//! | `cookies` | a page about cookies that works |
//! | `exempt` | cookie policies: what goes without asking |
//! | `accuracy` | laws, references, leftovers of another file |
//! | `english` | plain English |
//! | `language` | notices in other languages |
//!
//! `rule` says what a rule is. `pending` tells what a draft has not entered yet from what its source does not say; `unanswered`
//! knows what a card leaves open; `history` and `ended` know what a sentence tells of the past.

mod accuracy;
mod artefact;
mod asking;
mod authority;
mod automated;
mod basis;
mod children;
mod complaints;
mod consent;
mod contradiction;
mod cookies;
mod date;
mod duration;
mod ended;
mod english;
mod exempt;
mod facts;
mod history;
mod hurdle;
mod identity;
mod interrupt;
mod language;
mod money;
mod origin;
mod pending;
mod recipients;
mod report;
mod requests;
mod rights;
mod rule;
mod sensitive;
mod succession;
mod syllable;
mod text;
mod time;
mod transfers;
mod unanswered;

pub use artefact::{Artefact, artefacts};
pub use date::{Date, NotADate};
pub use duration::{NUMBERS, months};
pub use english::{reading_ease, text_ease};
pub use exempt::{EXEMPTION, check_exemption, policy_rules, unfit_answer};
pub use facts::{DatedFact, DatedFacts, Evidence, FactKind};
pub use pending::left_to_rewrite;
pub use report::{Finding, Location, Report};
pub use rule::{Mention, Reads, Rule};
pub use succession::check_cookies;
pub use syllable::syllables;

pub use unanswered::unanswered;

use notice::Notice;
use serde::Serialize;

/// The language of the rules and of everything that they say.
pub const LANGUAGE: &str = "en";

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be put right.
    Warning,
    /// The notice does not do what the law asks, or misleads.
    Error,
}

/// What a rule makes of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The rule does not concern this notice on this day.
    NotApplicable,
    /// All is as the rule wants it.
    Present,
    /// There, but not enough.
    Weak,
    /// Not there.
    Missing,
    /// Right once, and not so today.
    Outdated,
    /// Never right, or against something else that the notice says.
    Wrong,
}

/// What a rule found: one thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How grave it is.
    pub mark: Mark,
    /// What is the matter, in a sentence.
    pub message: String,
    /// The text of the notice that it concerns, letter for letter.
    pub place: Option<String>,
    /// Good advice, which no law asks for: never graver than a note.
    pub advice: bool,
    /// An import has left it for whoever finishes the draft: nobody else can settle it.
    pub pending: bool,
    /// What to do about it, in a sentence, where that is not what the rule says.
    pub remedy: Option<&'static str>,
}

impl Found {
    fn new(mark: Mark, message: impl Into<String>) -> Self {
        Self {
            mark,
            message: message.into(),
            place: None,
            advice: false,
            pending: false,
            remedy: None,
        }
    }

    /// How much it matters, found by a rule of that severity. A mark of [`Mark::Present`] is a note beside what is there.
    #[must_use]
    pub fn severity(&self, rule: Severity) -> Severity {
        if self.advice || self.mark <= Mark::Present {
            Severity::Info
        } else {
            rule
        }
    }

    /// What would be better, and is no duty.
    fn advice(message: impl Into<String>) -> Self {
        Self {
            advice: true,
            ..Self::weak(message)
        }
    }

    fn weak(message: impl Into<String>) -> Self {
        Self::new(Mark::Weak, message)
    }

    fn missing(message: impl Into<String>) -> Self {
        Self::new(Mark::Missing, message)
    }

    fn outdated(message: impl Into<String>) -> Self {
        Self::new(Mark::Outdated, message)
    }

    fn wrong(message: impl Into<String>) -> Self {
        Self::new(Mark::Wrong, message)
    }

    fn at(mut self, place: &str) -> Self {
        self.place = Some(place.to_owned());
        self
    }
}

/// `None`: the rule does not concern the notice. An empty list: all is well.
pub type Outcome = Option<Vec<Found>>;

/// What one rule says of one notice.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The rule that was asked.
    pub rule: &'static Rule,
    /// Where the duty stood in the law of the day.
    pub law: String,
    /// What it found.
    pub found: Outcome,
}

impl Verdict {
    /// The gravest mark of what was found.
    #[must_use]
    pub fn mark(&self) -> Mark {
        self.found.as_ref().map_or(Mark::NotApplicable, |found| {
            let marks = found.iter().map(|found| found.mark);
            marks.max().unwrap_or(Mark::Present)
        })
    }
}

/// Gives every rule that concerns notices, in the order in which findings are shown. A new one is an entry in the `RULES` of its
/// module; the compiler asks for all that it needs.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    identity::RULES
        .iter()
        .chain(&succession::RULES)
        .chain(&basis::RULES)
        .chain(&recipients::RULES)
        .chain(&contradiction::RULES)
        .chain(&origin::RULES)
        .chain(&time::RULES)
        .chain(&rights::RULES)
        .chain(&automated::RULES)
        .chain(&requests::RULES)
        .chain(&complaints::RULES)
        .chain(&children::RULES)
        .chain(&cookies::RULES)
        .chain(&accuracy::RULES)
        .chain(&english::RULES)
        .chain(&language::RULES)
}

/// What every rule says of `notice` as the law stood `at` that day. A rule whose duty had not begun, or had ended,
/// does not concern the notice.
#[must_use]
pub fn check(notice: &Notice, facts: &DatedFacts, at: Date) -> Vec<Verdict> {
    rules()
        .map(|rule| Verdict {
            rule,
            law: facts.law(rule, at),
            found: facts
                .is_duty(rule.id, at)
                .then(|| (rule.find)(notice, facts, at))
                .and_then(|outcome| {
                    let found = outcome.map(|found| pending::mark_pending(rule, notice, found));
                    let found = found.and_then(|found| language::keep_facts(rule, notice, found));
                    unanswered::add_open_answer(rule, notice, found)
                }),
        })
        .collect()
}

/// An outcome of a rule that concerns the notice, with what was found, if anything.
fn found(found: impl IntoIterator<Item = Found>) -> Outcome {
    Some(found.into_iter().collect())
}
