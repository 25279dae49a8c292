//! A file while it is read.

use std::{cell::RefCell, ops::Range, sync::Arc};

use notice::File;

use super::problem::{Problem, shown};

/// A file's text, and the problems found in it so far.
pub(super) struct Sheet {
    file: Arc<File>,
    /// Lines that break the syntax, or were lost by such a break.
    broken: RefCell<Vec<Range<usize>>>,
    problems: RefCell<Vec<Problem>>,
}

impl Sheet {
    pub(super) fn new(name: &str, text: &str) -> Self {
        let file = Arc::new(shown(name, text));
        let sheet = Self {
            file,
            broken: RefCell::default(),
            problems: RefCell::default(),
        };
        sheet.control();
        sheet
    }

    /// Notes the first control character: it shows nothing to whoever reads the text, and a terminal may obey it.
    fn control(&self) {
        let is_control = |mark: char| mark.is_control() && !matches!(mark, '\n' | '\r' | '\t');
        if let Some((at, mark)) = self
            .text()
            .char_indices()
            .find(|(_, mark)| is_control(*mark))
        {
            self.problem(
                at..at + mark.len_utf8(),
                format!(
                    "a control character, U+{:04X}, stands here",
                    u32::from(mark)
                ),
                "Delete it, and type the line anew if you cannot see it.",
            );
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    pub(super) fn file(&self) -> Arc<File> {
        self.file.clone()
    }

    /// Says whether this stands in for a file that is not there.
    pub(super) fn is_nothing(&self) -> bool {
        self.file.name.is_empty()
    }

    /// Says whether a line breaks the syntax, so that what seems to be missing may be there.
    pub(super) fn is_broken(&self) -> bool {
        !self.broken.borrow().is_empty()
    }

    /// Says whether a line above that of `offset` breaks the syntax.
    pub(super) fn is_broken_above(&self, offset: usize) -> bool {
        let line = self.line(offset).start;
        self.broken
            .borrow()
            .iter()
            .any(|broken| broken.start < line)
    }

    /// Notes a break of the syntax. Nothing else is said of its line: what was made of it is a guess.
    pub(super) fn broken(
        &self,
        place: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let line = self.line(place.start);
        self.problem(place, message, remedy);
        self.lost(line);
    }

    /// Says nothing more of these lines.
    pub(super) fn lost(&self, lines: Range<usize>) {
        self.broken.borrow_mut().push(lines);
    }

    /// Returns the line that holds `offset`, with its end.
    pub(super) fn line(&self, offset: usize) -> Range<usize> {
        let text = self.text();
        let offset = text.floor_char_boundary(offset.min(text.len()));
        let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
        let end = text[offset..]
            .find('\n')
            .map_or(text.len(), |end| offset + end + 1);
        start..end
    }

    /// Notes a problem and goes on. A `place` beyond the text is drawn back to its end.
    pub(super) fn problem(
        &self,
        place: Range<usize>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        let line = self.line(place.start);
        let lost = |broken: &Range<usize>| broken.contains(&line.start) || *broken == line;
        if self.broken.borrow().iter().any(lost) {
            return;
        }
        let text = self.text();
        let start = text.floor_char_boundary(place.start.min(text.len()));
        let end = text.floor_char_boundary(place.end.clamp(start, text.len()));
        // A place of several lines is marked on its first: the rest would only fill the screen.
        let end = text[start..end]
            .find(['\r', '\n'])
            .map_or(end, |line| start + line);
        self.problems.borrow_mut().push(Problem {
            message: message.into(),
            remedy: remedy.into(),
            place: Some(start..end),
            file: self.file.clone(),
        });
    }

    /// Says whether nothing is wrong with the file so far.
    pub(super) fn is_well(&self) -> bool {
        self.problems.borrow().is_empty()
    }

    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}
