//! What a page of print leaves in a text that is taken from it.

use std::collections::HashMap;

use super::text::{fold, mentions};

/// Something in a source text that is not the notice's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artefact {
    /// Counted from one.
    pub line: usize,
    /// The words, letter for letter.
    pub text: String,
    /// What they are, in a few words.
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
    let mut seen: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().filter(|line| is_bare(line)) {
        *seen.entry(numberless(line)).or_default() += 1;
    }
    let furniture = furniture(&lines, &seen);
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let (text, message) = if let Some(message) = furniture[at] {
            (*line, message)
        } else if is_letterhead(&lines, at, &furniture) {
            (*line, FOOTER)
        } else if is_cut(&lines, at, &furniture) {
            (*line, SPLIT)
        } else if let Some(inside) = footer_inside(&lines, at, &seen) {
            (inside, FOOTER)
        } else {
            continue;
        };
        found.push(Artefact {
            line: at + 1,
            text: text.to_owned(),
            message,
        });
    }
    found
}

/// What each line is when it belongs to a page by its own looks, or because it comes again.
fn furniture(lines: &[&str], seen: &HashMap<String, usize>) -> Vec<Option<&'static str>> {
    let counts_pages = |line: &str| is_page_number(line) || (is_bare(line) && has_page_of(line));
    let beside_a_number = |at: usize| {
        let before = lines[..at].iter().rev().find(|line| !line.is_empty());
        let after = lines[at + 1..].iter().find(|line| !line.is_empty());
        [before, after]
            .into_iter()
            .flatten()
            .any(|line| counts_pages(line))
    };
    let kind = |(at, line): (usize, &&str)| {
        if is_page_number(line) {
            return Some(PAGE);
        }
        if !is_bare(line) {
            return None;
        }
        let times = seen.get(&numberless(line)).copied().unwrap_or_default();
        // A heading may come twice; what stands beside a page number, or has a version or a date, does not by chance.
        let again = times > 2
            || (times > 1
                && (line.contains(|mark: char| mark.is_ascii_digit()) || beside_a_number(at)));
        let footer = mentions(line, "privacy notice version") || has_page_of(line) || again;
        footer.then_some(FOOTER)
    };
    lines.iter().enumerate().map(kind).collect()
}

/// A line as it is on every page: its numbers made alike.
fn numberless(line: &str) -> String {
    let words = line.split_whitespace();
    let alike = words.map(|word| {
        let digit = |mark: char| mark.is_ascii_digit();
        if word.contains(digit) { "#" } else { word }
    });
    alike.collect::<Vec<_>>().join(" ")
}

/// A short line that is neither a bullet nor a sentence.
fn is_bare(line: &str) -> bool {
    !line.is_empty()
        && line.split_whitespace().count() <= 10
        && !line.starts_with(['-', '•', '*', '#'])
        && !line.ends_with(['.', ':', ';', ',', '?', '!'])
}

fn is_number(word: &str) -> bool {
    (1..4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_page_number(line: &str) -> bool {
    let line = fold(line);
    line.strip_prefix("page ")
        .unwrap_or(&line)
        .split(" of ")
        .all(is_number)
}

/// Whether a line says `page 1 of 2`, among other words.
fn has_page_of(line: &str) -> bool {
    let line = fold(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut windows = words.windows(4);
    windows.any(|it| matches!(it, ["page", at, "of", all] if is_number(at) && is_number(all)))
        || mentions(&line, "page of")
}

/// The next line of the notice after `at`, past blank lines and what belongs to a page.
fn next<'a>(lines: &[&'a str], at: usize, furniture: &[Option<&str>]) -> Option<(&'a str, bool)> {
    let rest = lines.iter().zip(furniture).skip(at + 1);
    let mut crossed = false;
    for (line, furniture) in rest {
        if furniture.is_some() {
            crossed = true;
        } else if !line.is_empty() {
            return Some((line, crossed));
        }
    }
    None
}

/// A bare line right after a footer, before a line that goes on in the middle of a sentence.
fn is_letterhead(lines: &[&str], at: usize, furniture: &[Option<&str>]) -> bool {
    let before = (0..at).rev().find(|&at| !lines[at].is_empty());
    let goes_on =
        next(lines, at, furniture).is_some_and(|(line, _)| line.starts_with(char::is_lowercase));
    is_bare(lines[at]) && before.is_some_and(|at| furniture[at] == Some(FOOTER)) && goes_on
}

/// A line without an end whose sentence goes on behind a footer.
fn is_cut(lines: &[&str], at: usize, furniture: &[Option<&str>]) -> bool {
    let line = lines[at];
    let open = line.split_whitespace().count() > 10
        && line.ends_with(|mark: char| mark.is_alphabetic() || mark == ',');
    open && next(lines, at, furniture).is_some_and(|(_, crossed)| crossed)
}

/// A footer that the text has swallowed into a longer line.
fn footer_inside<'a>(
    lines: &[&'a str],
    at: usize,
    seen: &HashMap<String, usize>,
) -> Option<&'a str> {
    lines.iter().copied().find(|footer| {
        is_bare(footer)
            && footer.split_whitespace().count() > 3
            && seen
                .get(&numberless(footer))
                .is_some_and(|&count| count > 1)
            && lines[at].len() > footer.len()
            && lines[at].contains(footer)
    })
}
