//! The line of a source that a piece came from, where its reader does not say.

/// How far a text may stand behind the one before it: attributes and scripts lie between.
const AHEAD: usize = 60_000;

/// Finds texts of a source in the order in which they stand there.
pub(super) struct LineFinder<'a> {
    source: &'a str,
    at: usize,
    line: usize,
}

impl<'a> LineFinder<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            line: 1,
        }
    }

    /// Returns the line of a run of text that follows those that were found already; the line of the last one if it is written
    /// otherwise in the source.
    pub(super) fn find(&mut self, text: &str) -> usize {
        // References and line ends are written in many ways: what stands before them is looked for.
        let first = text
            .trim()
            .split(['&', '<', '>', '"', '\'', '\n', '\r', '\u{a0}'])
            .next();
        let first = first.unwrap_or_default().trim_end();
        let short = first
            .char_indices()
            .nth(40)
            .map_or(first, |(at, _)| &first[..at]);
        if short.is_empty() {
            return self.line;
        }
        let mut end = (self.at + AHEAD).min(self.source.len());
        while !self.source.is_char_boundary(end) {
            end -= 1;
        }
        if let Some(found) = self.source[self.at..end].find(short) {
            let until = self.at + found;
            self.line += self.source[self.at..until].matches('\n').count();
            self.at = until;
        }
        self.line
    }
}
