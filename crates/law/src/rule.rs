//! What a rule is: everything about it in one place, so that the compiler asks for all of it when a rule is added.

use notice::{Notice, Question, SectionId};

use super::{Date, DatedFacts, Mark, Outcome, Severity};

/// One thing that the law, or this house, asks of a notice.
#[derive(Debug)]
pub struct Rule {
    /// Its name in findings: `BAS-01`.
    pub id: &'static str,
    /// What it wants to find, in a few words.
    pub title: &'static str,
    /// Where the duty comes from today ([`DatedFacts::law`] knows of other days). Articles without a name are of the UK GDPR. What
    /// no law asks for begins with "house rule", or names the guidance; a figure of ours by which a duty is measured, with "house
    /// measure of" that duty.
    pub law: &'static str,
    /// How much a finding of it matters.
    pub severity: Severity,
    /// What to do about a finding, in a sentence.
    pub remedy: &'static str,
    /// What a finding asks of the people who run the service, in their words: they know the answer, and not the law.
    pub question: &'static str,
    /// The question of the first layer whose answer this duty wants; a card that leaves it open is a finding of this rule.
    pub first_layer: Option<Question>,
    /// What it goes by, and so what it can say of a notice in another language than English.
    pub reads: Reads,
    /// What of it can be asked of a source text of which no fact is entered yet.
    pub on_source: OnSource,
    /// How a source speaks of what the rule looks for. Where a draft still has such a paragraph to rewrite, what is missing
    /// is reported as not entered yet.
    pub mention: Option<Mention>,
    /// Looks for it in a notice, by the facts and the law of a day.
    pub find: Find,
}

/// Looks for one thing in a notice, by the facts and the law of a day.
pub type Find = fn(&Notice, &DatedFacts, Date) -> Outcome;

/// What of a rule can be asked of a source text of which no fact is entered yet.
#[derive(Clone, Copy, Debug)]
pub enum OnSource {
    /// All: it looks for words, wherever they stand.
    Whole,
    /// What its sentences show by themselves, and what a text that is plainly a whole notice leaves out.
    Sentences(Find),
    /// Nothing: it is about facts, which an unsorted text may say in too many ways.
    No,
}

impl Rule {
    /// Returns what it looks for in a source text, if it can be asked of one.
    #[must_use]
    pub const fn find_in_source(&self) -> Option<Find> {
        match self.on_source {
            OnSource::Whole => Some(self.find),
            OnSource::Sentences(find) => Some(find),
            OnSource::No => None,
        }
    }
}

/// What a rule goes by.
#[derive(Clone, Copy, Debug)]
pub enum Reads {
    /// The facts that the notice states: what it finds holds in every language.
    NoticeFacts,
    /// English words. Of a notice in another language only findings with these marks are kept, since facts alone give them.
    English(&'static [Mark]),
}

impl Reads {
    /// English words, beside names of laws and bodies. A name that is found is a fact in every language; that none is found
    /// says nothing, because other languages have names of their own.
    pub const NAMES: Self =
        Self::English(&[Mark::Weak, Mark::Missing, Mark::Outdated, Mark::Wrong]);
}

/// How a source text speaks of what a rule looks for: under headings of a section, or in certain words.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// The section whose headings announce it.
    pub section: Option<SectionId>,
    /// Words of which one stands in a sentence about it.
    pub words: &'static [&'static str],
    /// Words of which one must stand in the same sentence. None: nothing more is needed.
    pub beside: &'static [&'static str],
}
