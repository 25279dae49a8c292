//! What every kind of source is taken apart into.

use super::{
    LeftOut, Places,
    marks::{Lead, lead, number},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Its level, 1 and more, or 0 where the source does not tell.
    Heading(u8),
    Paragraph,
    Bullet,
    /// A row of a table, its cells behind the heads of their columns.
    Row,
}

/// A heading, a paragraph, a bullet or a row, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Line of the source where it begins, counted from one.
    pub line: usize,
    pub shape: Shape,
    pub text: String,
    /// Words of the text that lead somewhere, in their order, with the address.
    pub links: Vec<(String, String)>,
    /// The cells of a row, each behind the head of its column.
    pub cells: Vec<(String, String)>,
}

impl Piece {
    pub(super) fn new(line: usize, shape: Shape, text: impl Into<String>) -> Self {
        Self {
            line,
            shape,
            text: text.into(),
            links: Vec::new(),
            cells: Vec::new(),
        }
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.shape, Shape::Heading(_))
    }
}

/// A source that is taken apart: what is the notice's own, and what is not.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    pub list: Vec<Piece>,
    pub left: Vec<LeftOut>,
    /// What a person should know of the source as a whole.
    pub warnings: Vec<String>,
    /// The name that the source gives itself outside its text.
    pub title: Option<String>,
    /// The text of the source where its lines are those that the pieces name; none where these are not lines of a text.
    pub text: Option<String>,
    /// What these lines are called.
    pub places: Places,
}

/// Returns what the pieces say, each at its line, so that a place in it is the place that a report names.
pub(super) fn by_lines(pieces: &[Piece]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        let at = piece.line.saturating_sub(1);
        if lines.len() <= at {
            lines.resize(at + 1, String::new());
        }
        if !lines[at].is_empty() {
            lines[at].push(' ');
        }
        lines[at].push_str(&piece.text);
    }
    lines.join("\n")
}

/// Takes for items the paragraphs that are counted one after the other, in a source that marks no list.
pub(super) fn count_items(pieces: &mut [Piece]) {
    let count = |piece: &Piece| (piece.shape == Shape::Paragraph).then(|| number(&piece.text))?;
    let counts: Vec<_> = pieces.iter().map(count).collect();
    let follows = |one: usize, two: usize| match (counts.get(one), counts.get(two)) {
        (Some(Some((above, one))), Some(Some((same, two)))) => above == same && *two == one + 1,
        _ => false,
    };
    for (at, piece) in pieces.iter_mut().enumerate() {
        if follows(at, at + 1) || at.checked_sub(1).is_some_and(|before| follows(before, at)) {
            let (kind, bare) = lead(&piece.text);
            if kind == Lead::Number {
                piece.text = bare.to_owned();
                piece.shape = Shape::Bullet;
            }
        }
    }
}
