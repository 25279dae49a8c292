//! Facts of law and of bodies that were not always so, or are so no longer.

use serde::Deserialize;

use super::{Date, Rule, text::mentions};

/// How well a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Evidence {
    /// A primary source was read.
    P,
    /// A secondary source says so.
    S,
    /// Nobody has verified it.
    U,
}

/// What a fact is about; `value` is its name in notices, or what the variant says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A basis of Art. 6(1), by its name in `basis = "…"`.
    Basis,
    /// A body, by its name.
    Body,
    /// The address of a page that is not there (any more).
    DeadPage,
    /// Where the duty that `rule` looks for stood in the law, when that was elsewhere than today.
    Citation,
    /// The end of an e-mail address.
    Domain,
    /// A duty: `value` is the id of the rule that looks for it.
    Duty,
    /// An Act or regulations, by name.
    Law,
    /// A wrong name of a law; `now` is the right one.
    Misnomer,
    /// A programme or project.
    Programme,
    /// A public authority in the sense of DPA 2018 s. 7.
    PublicAuthority,
    /// The supervisory authority.
    Regulator,
    /// A place or term of data protection law.
    Term,
}

/// Something that holds from one day to another; without a day, always.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub kind: Kind,
    /// Its name in notices, or what its kind says.
    pub value: String,
    /// Id of the rule that it is about.
    pub rule: Option<String>,
    /// What holds instead.
    pub now: Option<String>,
    /// The first day on which it held.
    pub valid_from: Option<Date>,
    /// The last day on which it held.
    pub valid_to: Option<Date>,
    /// Where it is stated.
    pub source: String,
    /// How well it is known.
    pub evidence: Evidence,
}

impl Fact {
    /// Whether it holds on the day.
    #[must_use]
    pub fn holds(&self, at: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= at) && self.valid_to.is_none_or(|to| at <= to)
    }

    /// When it held, what holds instead, and how sure that is, to end a message with.
    #[must_use]
    pub fn told(&self) -> String {
        let span = match (self.valid_from, self.valid_to) {
            (_, Some(to)) => format!(" (until {to})"),
            (Some(from), None) => format!(" (from {from})"),
            (None, None) => String::new(),
        };
        let now = self.now.as_ref().map(|now| format!("; now: {now}"));
        let sure = match self.evidence {
            Evidence::P => "",
            Evidence::S => " [by a secondary source]",
            Evidence::U => " [not verified: make sure]",
        };
        format!("{span}{}{sure}", now.unwrap_or_default())
    }
}

/// Everything of `notices/facts.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(pub Vec<Fact>);

impl Facts {
    /// The facts of a kind whose value `text` names.
    pub fn named<'a>(&'a self, kind: Kind, text: &'a str) -> impl Iterator<Item = &'a Fact> {
        self.0
            .iter()
            .filter(move |fact| fact.kind == kind && mentions(text, &fact.value))
    }

    /// A fact of a kind that `text` names, and that does not hold on the day.
    #[must_use]
    pub fn outdated<'a>(&'a self, kind: Kind, text: &'a str, at: Date) -> Option<&'a Fact> {
        self.named(kind, text).find(|fact| !fact.holds(at))
    }

    /// Where the duty that a rule looks for stands in the law of the day.
    #[must_use]
    pub fn law(&self, rule: &Rule, at: Date) -> String {
        let mut cited = self.0.iter().filter(|fact| fact.kind == Kind::Citation);
        let then = cited.find(|fact| fact.rule.as_deref() == Some(rule.id) && fact.holds(at));
        then.map_or_else(|| rule.law.to_owned(), |fact| fact.value.clone())
    }

    /// Whether what a rule looks for is asked for on the day. A rule without a date always is.
    #[must_use]
    pub fn is_duty(&self, rule: &str, at: Date) -> bool {
        let mut dated = self
            .0
            .iter()
            .filter(|fact| fact.kind == Kind::Duty && fact.value == rule);
        dated.all(|fact| fact.holds(at))
    }
}
