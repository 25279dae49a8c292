//! What is wrong in `notices/`, at its line, with what to do about it.

use std::{ops::Range, sync::Arc};

use notice::File;

use super::is_tag;

/// One thing that an editor has to put right.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it, in one sentence.
    pub remedy: String,
    /// Offending text; nothing when the file itself is missing or cannot be read.
    pub place: Option<Range<usize>>,
    pub(super) file: Arc<File>,
}

impl Problem {
    /// Reports a file that is missing or cannot be read.
    #[must_use]
    pub fn unread(name: &str, message: String, remedy: &str) -> Self {
        Self {
            message,
            remedy: remedy.to_owned(),
            place: None,
            file: Arc::new(shown(name, "")),
        }
    }

    /// Returns the name of the file, as it was opened.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file.name
    }

    /// Returns the file's text, which the place is in; nothing of one that could not be read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.file.text
    }
}

/// Every problem of every file, by file and then by place; translations come after what they translate. Never empty.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{}", self.summary())]
pub struct Problems {
    problems: Vec<Problem>,
}

impl Problems {
    /// Bundles problems; nothing when there is nothing to report.
    pub(super) fn of(mut problems: Vec<Problem>) -> Option<Self> {
        // Stable: at one place the order of finding stays.
        problems.sort_by(|one, two| {
            let key = |problem: &Problem| problem.place.as_ref().map_or(0, |place| place.start);
            let file =
                |problem: &Problem| (is_translation(problem.file()), problem.file().to_owned());
            file(one).cmp(&file(two)).then(key(one).cmp(&key(two)))
        });
        (!problems.is_empty()).then_some(Self { problems })
    }

    /// Lists the problems, in the order in which they are shown.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Says how many there are: `3 errors in 2 files`.
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
}

/// Says whether a file, by the name that it was opened by, stands in the folder of a language.
fn is_translation(name: &str) -> bool {
    let mut folders = name.rsplit(['/', '\\']).skip(1);
    let of_lang = |folder: Option<&str>| folder.is_some_and(is_tag);
    match folders.next() {
        Some("shared") => of_lang(folders.next()),
        folder => of_lang(folder),
    }
}

/// Returns a file by the name that it is shown by.
pub(super) fn shown(name: &str, text: &str) -> File {
    File {
        path: name.to_owned(),
        name: name.to_owned(),
        text: text.to_owned(),
    }
}
