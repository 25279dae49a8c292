//! What a page of print leaves in a text that is taken from it.

use std::collections::HashMap;

use super::text::{fold, mentions};

/// Something in a source text that is not the notice's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Counted from one.
    pub line: usize,
    pub text: String,
    pub message: &'static str,
}

const FOOTER: &str = "A footer or a letterhead of the page, not a part of the notice";
const PAGE: &str = "A page number, not a part of the notice";
const SPLIT: &str = "A sentence that the end of a page has cut";

impl Artefact {
    /// Whether it belongs to a page, and to no sentence.
    #[must_use]
    pub fn is_furniture(&self) -> bool {
        self.message != SPLIT
    }

    /// Whether it is one even within a finished notice, where a short line may be a heading.
    pub(super) fn is_page(&self) -> bool {
        self.message == PAGE
    }
}

/// What a page of print has left in a text that is being brought in: footers, letterheads, page numbers, and
/// sentences cut by them.
#[must_use]
pub fn artefacts(text: &str) -> Vec<Artefact> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for line in lines.iter().filter(|line| is_bare(line)) {
        *seen.entry(line).or_default() += 1;
    }
    let footer = |line: &str| {
        let version = mentions(line, "privacy notice version") || mentions(line, "page of");
        (is_bare(line) && version) || seen.get(line).is_some_and(|&count| count > 2)
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let message = if is_page_number(line) {
            PAGE
        } else if footer(line) || is_letterhead(&lines, at, &footer) {
            FOOTER
        } else if is_cut(&lines, at, &footer) {
            SPLIT
        } else if let Some(inside) = footer_inside(line, &seen) {
            found.push(Artefact {
                line: at + 1,
                text: inside.to_owned(),
                message: FOOTER,
            });
            continue;
        } else {
            continue;
        };
        found.push(Artefact {
            line: at + 1,
            text: (*line).to_owned(),
            message,
        });
    }
    found
}

/// A short line that is neither a bullet nor a sentence.
fn is_bare(line: &str) -> bool {
    !line.is_empty()
        && line.split_whitespace().count() <= 10
        && !line.starts_with(['-', '•', '*', '#'])
        && !line.ends_with(['.', ':', ';', ',', '?', '!'])
}

fn is_page_number(line: &str) -> bool {
    let rest = fold(line);
    let rest = rest.strip_prefix("page ").unwrap_or_default();
    let mut words = rest.split(" of ");
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    !rest.is_empty() && words.all(number)
}

/// The next line of the notice after `at`, past blank lines and footers.
fn next<'a>(
    lines: &[&'a str],
    at: usize,
    footer: &impl Fn(&str) -> bool,
) -> Option<(&'a str, bool)> {
    let mut crossed = false;
    for line in &lines[at + 1..] {
        if footer(line) || is_page_number(line) {
            crossed = true;
        } else if !line.is_empty() {
            return Some((line, crossed));
        }
    }
    None
}

/// A bare line right after a footer, before a line that goes on in the middle of a sentence.
fn is_letterhead(lines: &[&str], at: usize, footer: &impl Fn(&str) -> bool) -> bool {
    let before = lines[..at].iter().rev().find(|line| !line.is_empty());
    let goes_on =
        next(lines, at, footer).is_some_and(|(line, _)| line.starts_with(char::is_lowercase));
    is_bare(lines[at]) && before.is_some_and(|line| footer(line)) && goes_on
}

/// A line without an end whose sentence goes on behind a footer.
fn is_cut(lines: &[&str], at: usize, footer: &impl Fn(&str) -> bool) -> bool {
    let line = lines[at];
    let open = line.split_whitespace().count() > 10
        && line.ends_with(|mark: char| mark.is_alphabetic() || mark == ',');
    open && next(lines, at, footer).is_some_and(|(_, crossed)| crossed)
}

/// A footer that the text has swallowed into a longer line.
fn footer_inside<'a>(line: &str, seen: &HashMap<&'a str, usize>) -> Option<&'a str> {
    let mut footers = seen
        .iter()
        .filter(|(text, count)| **count > 1 && text.split_whitespace().count() > 3);
    footers
        .find(|(text, _)| line.len() > text.len() && line.contains(**text))
        .map(|(text, _)| *text)
}
