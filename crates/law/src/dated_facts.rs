//! All facts of law and of bodies together, as rules ask them, with the controllers of a site.

use std::collections::HashSet;

use notice::{Controller, Officer, Succession};

use super::{
    Date, DatedFact, Domains, Evidence, FactKind, Found, Mark, Rule, article,
    bodies::Body,
    text::{among, words},
};

/// Everything of `facts.toml`, and the controllers of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatedFacts {
    /// What `facts.toml` says, in its order, and then the controllers that end, as bodies.
    pub all: Vec<DatedFact>,
    ended: Vec<EndedBody>,
    /// The bodies of `controllers.toml`, whether a notice names them or not.
    pub(super) bodies: Vec<Body>,
}

/// A controller that ends on a day, with the domains that are its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EndedBody {
    pub(super) name: String,
    domains: Domains,
    /// Its last day.
    pub(super) until: Date,
}

impl From<Vec<DatedFact>> for DatedFacts {
    fn from(all: Vec<DatedFact>) -> Self {
        Self {
            all,
            ended: Vec::new(),
            bodies: Vec::new(),
        }
    }
}

/// Returns the succession of a controller, with the last day of the old one.
pub(super) fn planned(controller: &Controller) -> Option<(&Succession, Date)> {
    let succession = controller.succession.as_ref()?;
    // A day that cannot be read is the parser's to refuse.
    Some((succession, succession.until.parse().ok()?))
}

impl DatedFacts {
    /// Adds a controller, if it ends on a day, with the domains of its own: from the next day on it is a body that
    /// is no more, and nobody may read what is sent there. A day that cannot be read is the parser's to refuse.
    pub fn add_end(&mut self, controller: &Controller, domains: Domains) {
        let Some((succession, until)) = planned(controller) else {
            return;
        };
        let name = &controller.contact.name;
        let known = |fact: &DatedFact| fact.kind == FactKind::Body && fact.value == *name;
        if self.all.iter().any(known) {
            return;
        }
        self.all.push(DatedFact {
            kind: FactKind::Body,
            value: name.clone(),
            rule: None,
            now: Some(format!(
                "{}, as it is planned in controllers.toml",
                succession.name
            )),
            valid_from: None,
            valid_to: Some(until),
            source: "controllers.toml".to_owned(),
            evidence: Evidence::P,
        });
        self.ended.push(EndedBody {
            name: name.clone(),
            domains,
            until,
        });
    }

    /// Adds a body of `controllers.toml`, with its officer: what is another body's contact is known by it.
    pub fn add_body(&mut self, controller: &Controller, officer: Option<&Officer>) {
        let body = Body::of(controller, officer);
        if !self.bodies.contains(&body) {
            self.bodies.push(body);
        }
    }

    /// Finds the controller that has ended by that day, and has an e-mail address at a domain of its own, with that domain.
    pub(super) fn ended_domain(&self, email: &str, at: Date) -> Option<(&EndedBody, &str)> {
        let (_, host) = email.rsplit_once('@')?;
        let mut ended = self.ended.iter().filter(|ended| at > ended.until);
        ended.find_map(|ended| Some((ended, ended.domains.own_of(host)?)))
    }

    /// Lists the facts of a kind whose value `text` names.
    pub fn named<'a>(
        &'a self,
        kind: FactKind,
        text: &'a str,
    ) -> impl Iterator<Item = &'a DatedFact> {
        let text = words(text);
        self.all
            .iter()
            .filter(move |fact| fact.kind == kind && among(&words(&fact.value), &text))
    }

    /// Lists every fact of a kind that one of the texts names, with that text. Of names within each other ("Clinical
    /// Commissioning Group") the longest counts.
    pub(super) fn naming<'a>(
        &'a self,
        kind: FactKind,
        texts: &'a [String],
    ) -> Vec<(&'a DatedFact, &'a str)> {
        let facts = self.all.iter().filter(|fact| fact.kind == kind);
        let facts: Vec<(&DatedFact, Vec<String>)> =
            facts.map(|fact| (fact, kind.words(&fact.value))).collect();
        let mut all = Vec::new();
        for text in texts {
            let text_words = kind.words(text);
            let known: HashSet<&str> = text_words.iter().map(String::as_str).collect();
            // Most names have a first word that the text has not; laws are spelt in other ways, too.
            let spelt = matches!(kind, FactKind::Law | FactKind::Misnomer);
            let may = |name: &[String]| spelt || name.len() < 2 || known.contains(name[0].as_str());
            let cited = match kind {
                FactKind::Term => article::cited(text),
                _ => Vec::new(),
            };
            let named: Vec<_> = facts
                .iter()
                .filter(|(fact, name)| {
                    if fact.article().is_some() {
                        return fact.is_cited_among(&cited);
                    }
                    may(name)
                        && ((among(name, &text_words)
                            && !fact.is_within_its_heir(name, &text_words))
                            || fact.is_spelt_in(&text_words))
                })
                .collect();
            let within = |name: &Vec<String>| {
                named
                    .iter()
                    .any(|(_, other)| other.len() > name.len() && among(name, other))
            };
            let longest = named.iter().filter(|(_, name)| !within(name));
            all.extend(longest.map(|(fact, _)| (*fact, text.as_str())));
        }
        all
    }

    /// Lists the facts of a kind that do not hold on the day, each with every text that speaks of it as of today.
    pub(super) fn dead<'a>(
        &'a self,
        kind: FactKind,
        texts: &'a [String],
        at: Date,
    ) -> Vec<(&'a DatedFact, &'a str)> {
        self.dead_where(kind, texts, at, |_, _| true)
    }

    /// Says the same of those texts alone in which `counts` says that the fact means what it is about.
    pub(super) fn dead_where<'a>(
        &'a self,
        kind: FactKind,
        texts: &'a [String],
        at: Date,
        counts: impl Fn(&DatedFact, &str) -> bool,
    ) -> Vec<(&'a DatedFact, &'a str)> {
        let mut dead: Vec<(&DatedFact, &str)> = Vec::new();
        for (fact, text) in self.naming(kind, texts) {
            let known = dead
                .iter()
                .any(|(other, told)| other.value == fact.value && *told == text);
            if !known && !fact.holds(at) && fact.is_of_today(text) && counts(fact, text) {
                dead.push((fact, text));
            }
        }
        dead
    }

    /// Articles that a rule's duty stood in and no longer does, where texts still cite them.
    pub(super) fn old_citations(&self, rule: &str, texts: &[String], at: Date) -> Vec<Found> {
        let of_rule = |term: &DatedFact, _: &str| term.rule.as_deref() == Some(rule);
        let old = self
            .dead_where(FactKind::Term, texts, at, of_rule)
            .into_iter();
        let told = |(term, text): (&DatedFact, &str)| {
            let in_range = term.is_cited_by_a_range_alone(text);
            let how = match in_range {
                true => "lies within a range that is cited",
                false => "is cited",
            };
            let message = format!("{} {how}, and is not in force{}", term.value, term.remark());
            let found = term.finding(Mark::Outdated, message).at(text);
            if in_range { found.into_note() } else { found }
        };
        old.map(told).collect()
    }

    /// Returns the fact of a kind that `text` names, and that does not hold on the day; of several the one that names it most
    /// closely, as a site's own domain does beside the one that it is a part of. Of two by the same name the first: the site's own.
    #[must_use]
    pub fn outdated<'a>(
        &'a self,
        kind: FactKind,
        text: &'a str,
        at: Date,
    ) -> Option<&'a DatedFact> {
        let old = self.named(kind, text).filter(|fact| !fact.holds(at));
        old.reduce(|best, fact| {
            let is_closer = fact.value.len() > best.value.len();
            if is_closer { fact } else { best }
        })
    }

    /// Returns the fact that says below which age a parent gives a child's consent online, and the age, on a day. Before the
    /// law had one there is none.
    pub(super) fn age(&self, at: Date) -> Option<(&DatedFact, u8)> {
        let own = |fact: &&DatedFact| fact.kind == FactKind::Age && fact.holds(at);
        let fact = self.all.iter().find(own)?;
        Some((fact, fact.value.parse().ok()?))
    }

    /// Says where the duty that a rule looks for stands in the law of the day.
    #[must_use]
    pub fn law(&self, rule: &Rule, at: Date) -> String {
        let mut cited = self
            .all
            .iter()
            .filter(|fact| fact.kind == FactKind::Citation);
        let then = cited.find(|fact| fact.rule.as_deref() == Some(rule.id) && fact.holds(at));
        then.map_or_else(|| rule.law.to_owned(), |fact| fact.value.clone())
    }

    /// Says whether what a rule looks for is asked for on the day. A rule without a date always is.
    #[must_use]
    pub fn is_duty(&self, rule: &str, at: Date) -> bool {
        let mut dated = self
            .all
            .iter()
            .filter(|fact| fact.kind == FactKind::Duty && fact.value == rule);
        dated.all(|fact| fact.holds(at))
    }
}
