//! One finding with its line.

use std::{fmt, ops::Range, sync::Arc};

use notice::File;
use serde::Serialize;

use crate::{Mark, Severity};

/// Where the text that a finding concerns stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    pub file: String,
    /// Counted from one.
    pub line: usize,
    /// In characters, counted from one.
    pub column: usize,
    pub text: String,
}

/// A finding with everything there is to show of it.
#[derive(Clone, Debug, Serialize)]
pub struct Finding {
    pub rule: &'static str,
    pub severity: Severity,
    pub mark: Mark,
    /// Where the duty stood in the law of the day.
    pub law: String,
    /// Id of the notice, or name of the source text.
    pub notice: String,
    pub message: String,
    pub remedy: &'static str,
    pub place: Option<Place>,
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
