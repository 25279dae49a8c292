//! A text that was taken from pages into headings, paragraphs and bullets, each whole again.

use law::{Artefact, artefacts};

use super::sort::section;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Heading,
    Paragraph,
    Bullet,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Line of the source where it begins, counted from one.
    pub line: usize,
    pub shape: Shape,
    pub text: String,
}

/// Marks that begin a bullet.
const BULLETS: [char; 7] = ['-', '•', '*', '·', '‣', '▪', '●'];

/// The pieces of a text without what belonged to its pages, and what that was.
pub(super) fn clean(text: &str) -> (Vec<Piece>, Vec<Artefact>) {
    let text = text.replace(['\u{a0}', '\u{c}', '\t'], " ");
    let found = artefacts(&text);
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(at, line)| without(line, found.iter().filter(|it| it.line == at + 1)))
        .collect();
    // Lines that an artefact left empty are no ends of paragraphs: the sentence may go on behind them.
    let mut pieces: Vec<Piece> = Vec::new();
    let mut blank = true;
    for (at, line) in lines.iter().enumerate() {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let bullet = line
            .strip_prefix(BULLETS)
            .filter(|rest| rest.starts_with(' '));
        let next = lines.get(at + 1).map_or("", String::as_str);
        let shape = if bullet.is_some() {
            Shape::Bullet
        } else if blank && is_heading(line) && stands_over(line, next) {
            Shape::Heading
        } else {
            Shape::Paragraph
        };
        let text = bullet.unwrap_or(line).trim();
        match pieces.last_mut() {
            Some(last) if shape == Shape::Paragraph && goes_on(last, text, blank) => {
                // A word cut at the end of a line keeps its hyphen: it may be its own.
                let space = if is_cut_word(&last.text) { "" } else { " " };
                last.text = format!("{}{space}{text}", last.text);
            }
            _ => pieces.push(Piece {
                line: at + 1,
                shape,
                text: text.to_owned(),
            }),
        }
        blank = false;
    }
    let page = found.into_iter().filter(|it| it.is_furniture()).collect();
    (pieces, page)
}

/// A line without what belonged to the page.
fn without<'a>(line: &str, found: impl Iterator<Item = &'a Artefact>) -> String {
    let mut line = line.trim().to_owned();
    for artefact in found.filter(|it| it.is_furniture()) {
        line = line.replace(&artefact.text, " ");
    }
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A few words that begin with a capital and are no sentence.
fn is_heading(line: &str) -> bool {
    line.split_whitespace().count() <= 12
        && line.starts_with(char::is_uppercase)
        && !line.ends_with(['.', ';', ',', ':'])
}

/// Whether a heading ends before `next`: above a gap or a list, or, when it begins a section, above a longer line.
fn stands_over(line: &str, next: &str) -> bool {
    let over_text = section(line).is_some()
        && next.starts_with(char::is_uppercase)
        && line.split_whitespace().count() <= 8
        && line.len() * 2 < next.len();
    next.is_empty() || next.starts_with(BULLETS) || over_text
}

fn is_cut_word(text: &str) -> bool {
    let rest = text.strip_suffix('-').unwrap_or_default();
    rest.ends_with(char::is_alphabetic)
}

/// Whether a text goes on with what the last piece began.
fn goes_on(last: &Piece, text: &str, blank: bool) -> bool {
    let open = !last.text.ends_with(['.', '!', '?', ':', ';']);
    let middle = text.starts_with(char::is_lowercase);
    match last.shape {
        Shape::Heading => false,
        Shape::Paragraph => !blank || (open && middle),
        Shape::Bullet => open && (middle || !blank),
    }
}
