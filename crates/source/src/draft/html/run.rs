//! Text that is being read, until a block ends it.

use super::{
    super::{
        label::is_label,
        marks::{Lead, lead},
        shape::{is_open, looks_like_one},
        sort::section,
    },
    words,
};

/// Text that is being read, with its links.
#[derive(Default)]
pub(super) struct TextRun {
    lines: Vec<RunLine>,
    pub links: Vec<(String, String)>,
    /// Where it begins in the source.
    pub at: Option<usize>,
}

/// A line of it: `<br>` ends one.
#[derive(Default)]
struct RunLine {
    text: String,
    /// Whether some of it is not bold.
    light: bool,
}

/// A text of a run, and whether it stands over what follows.
pub(super) struct RunText {
    pub text: String,
    pub stands_over: bool,
}

impl TextRun {
    pub(super) fn push(&mut self, text: &str, light: bool) {
        if self.lines.is_empty() {
            self.lines.push(RunLine::default());
        }
        if let Some(line) = self.lines.last_mut() {
            line.text.push_str(text);
            line.light |= light;
        }
    }

    pub(super) fn end_line(&mut self) {
        self.lines.push(RunLine::default());
    }

    /// Says where the text ends for now.
    pub(super) fn mark(&self) -> (usize, usize) {
        let last = self.lines.last().map_or(0, |line| line.text.len());
        (self.lines.len().saturating_sub(1), last)
    }

    /// Says what was read since a mark.
    pub(super) fn since(&self, (line, at): (usize, usize)) -> String {
        let lines = self.lines.get(line..).unwrap_or_default();
        let texts = lines.iter().enumerate().map(|(index, line)| match index {
            0 => line.text.get(at..).unwrap_or_default(),
            _ => &line.text,
        });
        words(&texts.collect::<Vec<_>>().join(" "))
    }

    /// Returns all of it on one line.
    pub(super) fn whole(&self) -> String {
        self.since((0, 0))
    }

    /// Its texts: lines that go on with one another are one.
    pub(super) fn texts(self) -> Vec<RunText> {
        let bold = self.lines.iter().all(|line| !line.light);
        let mut texts: Vec<RunText> = Vec::new();
        for line in self.lines {
            let text = words(&line.text);
            if text.is_empty() {
                continue;
            }
            // A bold line among others begins a section, if its words do.
            let stands_over = !line.light && stands(&text) && (bold || section(&text).is_some());
            match texts.last_mut() {
                // The lines of an address, or of a sentence.
                Some(last)
                    if is_open(&last.text)
                        && (bold || !(last.stands_over || stands_over))
                        && !is_label(&text)
                        && lead(&text).0 == Lead::None =>
                {
                    last.text.push(' ');
                    last.text.push_str(&text);
                    last.stands_over = bold && stands(&last.text);
                }
                _ => texts.push(RunText { text, stands_over }),
            }
        }
        texts
    }
}

/// Says whether a text could stand over others, its number aside: `3) Why we use it`.
fn stands(text: &str) -> bool {
    let (kind, behind) = lead(text);
    let numbered = matches!(kind, Lead::Item | Lead::Number) && section(text).is_some();
    looks_like_one(if numbered { behind } else { text })
}
