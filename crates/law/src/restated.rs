//! A fact that two files state: the one that a site may have of its own, and the program's.

use super::{DatedFact, Evidence};

impl DatedFact {
    /// Says whether `other` is about the same thing, however either writes its name.
    #[must_use]
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.rule == other.rule
            && self.kind.words(&self.value) == self.kind.words(&other.value)
    }

    /// Says whether it tells nothing that `other`, about the same, does not tell: the same days, no other heir, and no better
    /// evidence. Where that stands, and in which words, is no difference.
    #[must_use]
    pub fn adds_nothing_to(&self, other: &Self) -> bool {
        let heir = |fact: &Self| fact.now.as_deref().map(|now| self.kind.words(now));
        self.valid_from == other.valid_from
            && self.valid_to == other.valid_to
            && (self.now.is_none() || heir(self) == heir(other))
            && strength(self.evidence) <= strength(other.evidence)
    }
}

fn strength(evidence: Evidence) -> u8 {
    match evidence {
        Evidence::U => 0,
        Evidence::S => 1,
        Evidence::P => 2,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Date, DatedFact, Evidence, FactKind};

    fn body() -> DatedFact {
        DatedFact {
            kind: FactKind::Body,
            value: "Homes and Communities Agency".to_owned(),
            rule: None,
            now: Some("Regulator of Social Housing".to_owned()),
            valid_from: None,
            valid_to: day("2018-09-30"),
            source: "Its annual report".to_owned(),
            evidence: Evidence::S,
        }
    }

    fn day(text: &str) -> Option<Date> {
        Some(text.parse().expect("a day"))
    }

    #[test]
    fn another_wording_tells_nothing_more() {
        let same: [fn(&mut DatedFact); 5] = [
            |fact| fact.value = "HOMES & COMMUNITIES AGENCY".to_owned(),
            |fact| fact.now = Some("Regulator of social-housing".to_owned()),
            |fact| fact.now = None,
            |fact| fact.source = "Said by somebody".to_owned(),
            |fact| fact.evidence = Evidence::U,
        ];
        for change in same {
            let mut fact = body();
            change(&mut fact);
            assert!(fact.is_about_the_same(&body()), "{fact:?}");
            assert!(fact.adds_nothing_to(&body()), "{fact:?}");
        }
    }

    #[test]
    fn other_days_another_heir_and_better_evidence_tell_more() {
        let more: [fn(&mut DatedFact); 5] = [
            |fact| fact.valid_to = day("2018-10-01"),
            |fact| fact.valid_to = None,
            |fact| fact.valid_from = day("2008-12-01"),
            |fact| fact.now = Some("Homes England".to_owned()),
            |fact| fact.evidence = Evidence::P,
        ];
        for change in more {
            let mut fact = body();
            change(&mut fact);
            assert!(fact.is_about_the_same(&body()), "{fact:?}");
            assert!(!fact.adds_nothing_to(&body()), "{fact:?}");
        }
    }

    #[test]
    fn another_name_kind_or_rule_is_another_fact() {
        let others: [fn(&mut DatedFact); 3] = [
            |fact| fact.value = "Homes Agency".to_owned(),
            |fact| fact.kind = FactKind::Programme,
            |fact| fact.rule = Some("LAW-01".to_owned()),
        ];
        for change in others {
            let mut fact = body();
            change(&mut fact);
            assert!(!fact.is_about_the_same(&body()), "{fact:?}");
        }
    }
}
