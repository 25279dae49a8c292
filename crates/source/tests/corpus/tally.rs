//! How often a rule is right.

use std::fmt;

use law::rules;

use crate::read::Case;

/// What a rule said of the whole corpus.
#[derive(Debug)]
pub(crate) struct Tally {
    rule: &'static str,
    /// Rightly said.
    hits: usize,
    /// Said, and not so.
    false_alarms: usize,
    /// So, and not said.
    misses: usize,
    /// Rightly silent.
    silent: usize,
}

impl Tally {
    /// One for every rule that reads.
    pub(crate) fn of(cases: &[Case]) -> Vec<Self> {
        // That a day has passed, or a mark stands in a text, is as exact as the length of a sentence: these have tests of
        // their own.
        let law = rules().filter(|rule| {
            !rule.id.starts_with("ENG-")
                && !matches!(rule.id, "ID-02" | "ID-03" | "LNK-02" | "LNG-01")
        });
        let tally = |rule: &'static str| {
            let mut tally = Self {
                rule,
                hits: 0,
                false_alarms: 0,
                misses: 0,
                silent: 0,
            };
            for (wanted, said) in cases.iter().filter_map(|case| case.verdict(rule)) {
                *match (wanted, said) {
                    (true, true) => &mut tally.hits,
                    (false, true) => &mut tally.false_alarms,
                    (true, false) => &mut tally.misses,
                    (false, false) => &mut tally.silent,
                } += 1;
            }
            tally
        };
        law.map(|rule| tally(rule.id)).collect()
    }

    pub(crate) fn positives(&self) -> usize {
        self.hits + self.misses
    }

    pub(crate) fn negatives(&self) -> usize {
        self.silent + self.false_alarms
    }

    /// The share of what it says that is right.
    pub(crate) fn precision(&self) -> f64 {
        share(self.hits, self.hits + self.false_alarms)
    }

    /// The share of what it should say that it says.
    pub(crate) fn recall(&self) -> f64 {
        share(self.hits, self.positives())
    }
}

/// What the manual's table begins with.
pub(crate) const HEAD: &str =
    "| rule | should speak | does, of 100 | right, of 100 it says | should be silent |\n";

/// A row a rule, for the manual.
pub(crate) fn table(tallies: &[Tally]) -> String {
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    let row = |it: &Tally| {
        format!(
            "| {} | {} | {} | {} | {} |\n",
            it.rule,
            it.positives(),
            percent(it.recall()),
            percent(it.precision()),
            it.negatives()
        )
    };
    let rows: String = tallies.iter().map(row).collect();
    format!("{HEAD}|---|---:|---:|---:|---:|\n{rows}")
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |it: usize| f64::from(u32::try_from(it).unwrap_or(u32::MAX));
    if whole == 0 {
        1.0
    } else {
        count(part) / count(whole)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall) = (self.precision(), self.recall());
        let (yes, no) = (self.positives(), self.negatives());
        write!(
            formatter,
            "{} precision {precision:.2} recall {recall:.2} ({yes} yes, {no} no)",
            self.rule
        )
    }
}
