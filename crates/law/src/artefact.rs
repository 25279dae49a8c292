//! What a page of print leaves in a text that is taken from it.

use std::collections::{HashMap, HashSet};

use super::{
    interrupt,
    text::{fold, mentions},
};

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
const CUT: &str = "A word that the end of a line has cut";
const BROKEN: &str = "A reference that a word processor could not find";

impl Artefact {
    /// Says whether it belongs to a page, and to no sentence.
    #[must_use]
    pub fn is_furniture(&self) -> bool {
        ![SPLIT, CUT, BROKEN].contains(&self.message)
    }

    /// Says whether it is one even within a finished notice, where a short line may be a heading.
    pub(super) fn is_page(&self) -> bool {
        [PAGE, BROKEN].contains(&self.message)
    }
}

/// Lists what a page of print has left in a text that is being brought in: footers, letterheads, page numbers, and
/// sentences cut by them. A form feed ends a page.
///
/// A line that comes again is a footer only where pages end, and a bare number is a page number only there: facts come
/// again too (“Legal obligation”), and tables have numbers.
#[must_use]
pub fn artefacts(text: &str) -> Vec<Artefact> {
    let lines = PageLines::of(text);
    let furniture = furniture(&lines);
    let footers: HashSet<&str> = (0..lines.text.len())
        .filter(|&at| furniture[at] == Some(FOOTER))
        .map(|at| lines.text[at])
        .collect();
    let around = Neighbours::of(&lines, &furniture);
    let mut found = Vec::new();
    let cuts = (0..lines.text.len())
        .filter(|&at| is_cut_word(&lines, at))
        .count();
    for (at, line) in lines.text.iter().enumerate() {
        let (text, message) = if let Some(message) = furniture[at] {
            (*line, message)
        } else if around.is_letterhead(&lines, &furniture, at) {
            (*line, FOOTER)
        } else if around.is_cut(&lines, at) {
            (*line, SPLIT)
        } else if let Some(inside) = footer_inside(line, &footers) {
            (inside, FOOTER)
        } else if let Some(error) = interrupt::field_error(line) {
            (error, BROKEN)
        } else if cuts > 1 && is_cut_word(&lines, at) {
            (*line, CUT)
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

/// The lines of a text, and where its pages end.
struct PageLines<'a> {
    text: Vec<&'a str>,
    /// Whether a page begins with the line.
    begins: Vec<bool>,
}

impl<'a> PageLines<'a> {
    fn of(text: &'a str) -> Self {
        let mut after = false;
        let begins = text.lines().map(|line| {
            let bare = line.trim_start();
            let before = line[..line.len() - bare.len()].contains('\u{c}');
            let begins = before || after;
            after = bare.contains('\u{c}') || (bare.is_empty() && begins);
            begins
        });
        Self {
            begins: begins.collect(),
            text: text.lines().map(str::trim).collect(),
        }
    }
}

/// Lists what each line is when it belongs to a page by its own looks, or because it comes again where pages end.
fn furniture(lines: &PageLines<'_>) -> Vec<Option<&'static str>> {
    let mut seen: HashMap<String, Vec<usize>> = HashMap::new();
    let mut kinds: Vec<Option<&'static str>> = Vec::with_capacity(lines.text.len());
    for (at, line) in lines.text.iter().enumerate() {
        let bare = is_bare(line);
        kinds.push(if is_page_number(line) {
            Some(PAGE)
        } else if bare && (has_page_of(line) || mentions(line, "privacy notice version")) {
            Some(FOOTER)
        } else {
            None
        });
        if is_bare_up_to(line, FOOTER_WORDS) && !is_page_number(line) && count(line).is_none() {
            seen.entry(numberless(line)).or_default().push(at);
        }
    }
    // A heading may come twice; what has a version or a date, or stands beside a page number, does not by chance.
    let mut might = vec![false; lines.text.len()];
    for places in seen.values().filter(|places| places.len() > 1) {
        places.iter().for_each(|&at| might[at] = true);
    }
    let ends = page_ends(lines, &kinds, &might);
    for places in seen.values().filter(|places| places.len() > 1) {
        let first = lines.text[places[0]];
        let names_itself = places.len() > 2 && mentions(first, "privacy notice");
        let at_ends = places.iter().filter(|&&at| ends[at]).count();
        if names_itself || at_ends * 2 >= places.len().max(2) {
            for &at in places {
                kinds[at].get_or_insert(FOOTER);
            }
        }
    }
    let mut last = None;
    for at in 0..lines.text.len() {
        if let Some(number) = count(lines.text[at])
            && ends[at]
            && last.is_none_or(|last| number > last)
        {
            kinds[at] = Some(PAGE);
            last = Some(number);
        }
    }
    kinds
}

/// Says whether each line that may be furniture stands where a page ends: beside a form feed, a page's count, or within a
/// sentence that goes on after it.
fn page_ends(lines: &PageLines<'_>, kinds: &[Option<&str>], might: &[bool]) -> Vec<bool> {
    let all = lines.text.len();
    let mut ends = vec![false; all];
    let may = |at: usize| kinds[at].is_some() || might[at] || count(lines.text[at]).is_some();
    let mut at = 0;
    while at < all {
        if lines.text[at].is_empty() || !may(at) {
            at += 1;
            continue;
        }
        // A run of such lines, blank ones among them.
        let from = at;
        while at < all && (lines.text[at].is_empty() || may(at)) {
            at += 1;
        }
        let before = lines.text[..from]
            .iter()
            .rev()
            .find(|line| !line.is_empty());
        let after = lines.text.get(at);
        let cut = before.zip(after).is_some_and(|(before, after)| {
            // Lines as full as the one before are of its paragraph: two lists may be broken into lines alike.
            let is_full = |line: &&str| line.len() * 5 >= before.len() * 4;
            is_open(before)
                && after.starts_with(char::is_lowercase)
                && !lines.text[from..at].iter().all(is_full)
        });
        let breaks = lines.begins[from..all.min(at + 1)]
            .iter()
            .any(|&begins| begins);
        let counted = kinds[from..at].iter().any(Option::is_some);
        if cut || breaks || counted {
            ends[from..at].fill(true);
        }
    }
    ends
}

/// Says whether a sentence goes on after the line.
fn is_open(line: &str) -> bool {
    line.split_whitespace().count() > 3
        && line.ends_with(|mark: char| mark.is_alphabetic() || mark == ',' || mark == '-')
}

/// Returns a line as it is on every page: its numbers made alike.
fn numberless(line: &str) -> String {
    let words = line.split_whitespace();
    let alike = words.map(|word| {
        let digit = |mark: char| mark.is_ascii_digit();
        if word.contains(digit) { "#" } else { word }
    });
    alike.collect::<Vec<_>>().join(" ")
}

/// The most words of a footer: a body, a title, a version and a page's number may stand in one.
const FOOTER_WORDS: usize = 16;

/// Says whether a short line that is neither a bullet nor a sentence.
fn is_bare(line: &str) -> bool {
    is_bare_up_to(line, 10)
}

fn is_bare_up_to(line: &str, words: usize) -> bool {
    !line.is_empty()
        && line.split_whitespace().count() <= words
        && !line.starts_with(['-', '•', '*', '#'])
        && !line.ends_with(['.', ':', ';', ',', '?', '!'])
}

fn is_number(word: &str) -> bool {
    (1..4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Says whether a line says that it is a page's number: `Page 3`, `page 1 of 2`.
fn is_page_number(line: &str) -> bool {
    let line = fold(line);
    let number = line.strip_prefix("page ");
    number.is_some_and(|number| number.split(" of ").all(is_number))
}

/// Returns the number of a line that may be a page's: `3`, `- 3 -`, `3 of 7`.
fn count(line: &str) -> Option<u16> {
    let bare = line.trim_matches(['-', '–', '|', ' ']);
    let mut parts = bare.split(" of ");
    let number = parts.next()?;
    (is_number(number) && parts.all(is_number)).then(|| number.parse().ok())?
}

/// Says whether a line says `page 1 of 2`, among other words.
fn has_page_of(line: &str) -> bool {
    let line = fold(line);
    let words: Vec<&str> = line.split_whitespace().collect();
    let mut windows = words.windows(4);
    windows.any(|it| matches!(it, ["page", at, "of", all] if is_number(at) && is_number(all)))
        || mentions(&line, "page of")
}

/// For each line the nearest lines of the notice itself: not blank, and no furniture.
struct Neighbours {
    /// The nearest line before that is not blank.
    before: Vec<Option<usize>>,
    /// The nearest line before that is the notice's own.
    own: Vec<Option<usize>>,
    /// The next line of the notice, and whether furniture lies between.
    next: Vec<Option<(usize, bool)>>,
}

impl Neighbours {
    fn of(lines: &PageLines<'_>, furniture: &[Option<&str>]) -> Self {
        let all = lines.text.len();
        let (mut before, mut next) = (vec![None; all], vec![None; all]);
        let mut own = vec![None; all];
        let (mut last, mut last_own) = (None, None);
        for at in 0..all {
            (before[at], own[at]) = (last, last_own);
            if !lines.text[at].is_empty() {
                last = Some(at);
                if furniture[at].is_none() {
                    last_own = Some(at);
                }
            }
        }
        let mut coming: Option<(usize, bool)> = None;
        for at in (0..all).rev() {
            next[at] = coming;
            if furniture[at].is_some() {
                coming = coming.map(|(line, _)| (line, true));
            } else if !lines.text[at].is_empty() {
                coming = Some((at, false));
            }
        }
        Self { before, own, next }
    }

    /// Says whether a bare line right after a footer, or one with the looks of a letterhead, before a line that goes on in the
    /// middle of a sentence.
    fn is_letterhead(&self, lines: &PageLines<'_>, furniture: &[Option<&str>], at: usize) -> bool {
        let goes_on =
            self.next[at].is_some_and(|(at, _)| lines.text[at].starts_with(char::is_lowercase));
        let after_footer = self.before[at].is_some_and(|at| furniture[at] == Some(FOOTER));
        let cut = self.own[at].is_none_or(|at| is_open(lines.text[at]));
        let begins = !lines.text[at].starts_with(char::is_lowercase);
        let line = lines.text[at];
        let own = self.own[at].is_some_and(|at| is_open(lines.text[at]));
        goes_on
            && ((is_bare(line) && begins && cut && after_footer)
                || (own && interrupt::is_page_line(line)))
    }

    /// Says whether a line without an end whose sentence goes on behind a footer.
    fn is_cut(&self, lines: &PageLines<'_>, at: usize) -> bool {
        let line = lines.text[at];
        let open = line.split_whitespace().count() > 10
            && line.ends_with(|mark: char| mark.is_alphabetic() || mark == ',');
        open && self.next[at].is_some_and(|(_, crossed)| crossed)
    }
}

fn is_cut_word(lines: &PageLines<'_>, at: usize) -> bool {
    let next = lines.text.get(at + 1).copied().unwrap_or_default();
    interrupt::cuts_a_word(lines.text[at], next)
}

/// Returns a footer that the text has swallowed into a longer line.
fn footer_inside<'a>(line: &'a str, footers: &HashSet<&str>) -> Option<&'a str> {
    if footers.is_empty() {
        return None;
    }
    let starts = line
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - line.as_ptr() as usize);
    let starts: Vec<usize> = starts.collect();
    let ends: Vec<usize> = line
        .split_whitespace()
        .zip(&starts)
        .map(|(word, start)| start + word.len())
        .collect();
    starts.iter().enumerate().find_map(|(at, &start)| {
        // Fewer than four words may be said by chance.
        let mut ends = ends.iter().skip(at + 3).take(FOOTER_WORDS - 3);
        ends.find_map(|&end| {
            footers
                .contains(&line[start..end])
                .then_some(&line[start..end])
        })
    })
}
