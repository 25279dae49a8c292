//! The lines of a text around a place in it. What is shown of a text takes its time from these, and not from the whole: a file
//! may have very many places to show, or be one line.

use std::{collections::HashMap, iter::once, ops::Range};

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::visible::visible;

/// Bytes of a line that are shown on either side of the place.
const WIDE: usize = 300;

/// Some lines of a text, under the text's name.
#[derive(Debug)]
pub(crate) struct Excerpt {
    name: String,
    text: String,
    /// Number of the first line, and how many bytes of it are not shown.
    line: usize,
    cut: usize,
}

/// Remembers where the lines of texts begin, so that each text is searched once. The key is a text's address and length.
#[derive(Default)]
pub(crate) struct LineIndex(HashMap<(usize, usize), Vec<usize>>);

impl LineIndex {
    /// Returns the lines of a place with `around` lines before and after, and the place within them.
    pub(crate) fn excerpt(
        &mut self,
        name: &str,
        text: &str,
        place: &Range<usize>,
        around: usize,
    ) -> (Excerpt, Range<usize>) {
        let starts = self
            .0
            .entry((text.as_ptr() as usize, text.len()))
            .or_insert_with(|| {
                let after = text.match_indices('\n').map(|(at, _)| at + 1);
                once(0).chain(after).collect()
            });
        let line_of = |at: usize| starts.partition_point(|start| *start <= at).max(1) - 1;
        let line = line_of(place.start).saturating_sub(around);
        let last = line_of(place.end.max(place.start)) + around + 1;
        let (from, to) = (
            starts[line],
            starts.get(last).copied().unwrap_or(text.len()),
        );
        // Of lines without end only what is near.
        let near = |at: usize| text.floor_char_boundary(at.min(text.len()));
        let (first, end) = match to - from > 4 * WIDE {
            true => (
                near(from.max(place.start.saturating_sub(WIDE))),
                near(to.min(place.start + 2 * WIDE)),
            ),
            false => (from, to),
        };
        let line = line_of(first);
        let excerpt = Excerpt {
            name: visible(name),
            text: visible(&text[first..end]),
            cut: first - starts[line],
            line,
        };
        let within = |at: usize| at.clamp(first, end) - first;
        (excerpt, within(place.start)..within(place.end))
    }
}

impl Excerpt {
    /// Says what the text is called.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let inner = self.text.read_span(span, before, after)?;
        let cut = if inner.line() == 0 { self.cut } else { 0 };
        Ok(Box::new(MietteSpanContents::new_named(
            self.name.clone(),
            inner.data(),
            *inner.span(),
            inner.line() + self.line,
            inner.column() + cut,
            inner.line_count(),
        )))
    }
}
