//! One finding with its line.

use std::{fmt, ops::Range, sync::Arc};

use notice::File;
use serde::Serialize;

use crate::{Mark, Severity};

/// Where the text that a finding concerns stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// Name of the file.
    pub file: String,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    /// The text itself.
    pub text: String,
    /// Where it stands in words, in a file whose lines its reader does not see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

impl Location {
    /// Says where in the file it is.
    #[must_use]
    pub fn in_words(&self) -> String {
        let line = || format!("line {}", self.line);
        self.words.clone().unwrap_or_else(line)
    }
}

/// A finding with everything there is to show of it.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    /// Id of the rule.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What the rule made of the notice.
    pub mark: Mark,
    /// Where the duty stood in the law of the day.
    pub law: String,
    /// Id of the notice, or name of the source text.
    pub notice: String,
    /// What is the matter, in a sentence.
    pub message: String,
    /// What to do about it, in a sentence.
    pub remedy: &'static str,
    /// Where it stands; nothing when it is not there at all.
    pub place: Option<Location>,
    /// An import has left it for whoever finishes the draft.
    #[serde(skip)]
    pub pending: bool,
    /// The file that the place is in, and where in its text.
    #[serde(skip)]
    pub shown: Option<(Arc<File>, Range<usize>)>,
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.notice, self.message)
    }
}

impl std::error::Error for Finding {}
