//! What is wrong in `notices/`, at its line, with what to do about it.

use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};

use super::shown::shown;

/// One thing that an editor has to put right.
#[derive(Clone, Debug, thiserror::Error, Diagnostic)]
#[error("{message}")]
pub struct Problem {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it, in one sentence.
    #[help]
    pub remedy: String,
    /// Offending text; nothing when the file itself is missing or cannot be read.
    #[label]
    pub place: Option<SourceSpan>,
    #[source_code]
    pub(super) file: Arc<NamedSource<String>>,
}

impl Problem {
    /// A file that is missing or cannot be read.
    pub(super) fn unread(name: &str, message: String, remedy: &str) -> Self {
        let file = Arc::new(NamedSource::new(name, String::new()));
        Self {
            message,
            remedy: remedy.to_owned(),
            place: None,
            file,
        }
    }

    /// Name of the file, as it was opened.
    #[must_use]
    pub fn file(&self) -> &str {
        self.file.name()
    }
}

/// Every problem of every file, by file and then by place. Never empty.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Report {
    problems: Vec<Problem>,
}

impl Report {
    /// Nothing when there is nothing to report.
    pub(super) fn of(mut problems: Vec<Problem>) -> Option<Self> {
        // Stable: at one place the order of finding stays.
        problems.sort_by(|one, two| {
            let key = |problem: &Problem| problem.place.map_or(0, |place| place.offset());
            one.file().cmp(two.file()).then(key(one).cmp(&key(two)))
        });
        (!problems.is_empty()).then_some(Self { problems })
    }

    /// The problems, in the order in which they are shown.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many there are: `3 errors in 2 files`.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut files: Vec<&str> = self.problems.iter().map(Problem::file).collect();
        files.dedup();
        let count =
            |count: usize, word| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
        format!(
            "{} in {}",
            count(self.problems.len(), "error"),
            count(files.len(), "file")
        )
    }

    /// Every problem with file, line, column, offending text and remedy, then the summary. `colour` is for
    /// terminals only.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        let plain = |it: &Problem| format!("{}: {} {}", it.file(), it.message, it.remedy);
        shown(&self.problems, 1, colour, plain) + &self.summary()
    }
}
