//! What became of a source, for the person who brings it in.

use std::fmt;

use super::Places;

/// A fact that was found, for a person to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Line of the source, counted from one.
    pub line: usize,
    /// What kind of fact it is, in a word or two.
    pub what: &'static str,
    /// The words in which the source states it.
    pub text: String,
    /// Which lawful basis the source gives with a purpose, and where. It is never filled in: the service says whether it is one.
    pub basis: Option<String>,
    /// Why it may be something else.
    pub unsure: Option<&'static str>,
}

/// Text of the source that is not in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Line of the source, counted from one.
    pub line: usize,
    /// Its own words.
    pub text: String,
    /// Why it was taken to be no part of the notice.
    pub reason: &'static str,
}

impl LeftOut {
    pub(super) fn new(line: usize, text: impl Into<String>, reason: &'static str) -> Self {
        Self {
            line,
            text: text.into(),
            reason,
        }
    }
}

/// What became of a source.
///
/// Every sentence of the source is in `source`, as a fact or as a marked paragraph, or in `removed`.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The draft, which reads as a notice does.
    pub source: String,
    /// The text of the source, at the lines that the report names: none of a file's markup or bytes.
    pub text: String,
    /// What belonged to the pages of the source, and is not in the draft.
    pub removed: Vec<LeftOut>,
    /// Facts that the draft has from the source.
    pub found: Vec<Proposal>,
    /// Paragraphs that are the source's own words still, each marked.
    pub marked: usize,
    /// What a person should know of the source as a whole.
    pub warnings: Vec<String>,
    /// What the lines of the source are called.
    pub places: Places,
}

impl Proposal {
    /// Says what it is and where it stands: “line 12: period: six years”.
    pub(super) fn told(&self, places: &Places) -> String {
        let mut told = format!("{}: {}: {}", places.name(self.line), self.what, self.text);
        if let Some(basis) = &self.basis {
            told.push_str("; ");
            told.push_str(basis);
        }
        if let Some(why) = self.unsure {
            told.push_str(&format!(" (unsure: {why})"));
        }
        told
    }
}

impl fmt::Display for Imported {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for warning in &self.warnings {
            writeln!(formatter, "Note: {warning}")?;
        }
        if self.removed.is_empty() {
            writeln!(
                formatter,
                "Nothing was taken for a footer, a letterhead or a page number: look for them."
            )?;
        } else {
            writeln!(formatter, "Left out:")?;
            for it in &self.removed {
                let place = self.places.name(it.line);
                writeln!(formatter, "  {place}: {} ({})", it.text, it.reason)?;
            }
        }
        if !self.found.is_empty() {
            writeln!(formatter, "Found, for you to confirm:")?;
            for it in &self.found {
                writeln!(formatter, "  {}", it.told(&self.places))?;
            }
        }
        write!(
            formatter,
            "{} paragraphs are the source's words still: each begins with “To be rewritten”, which the check finds. No \
             lawful basis is filled in: ask the service for each.",
            self.marked
        )
    }
}
