//! Where the pages of a text begin and end, and what stands there on many of them.

use std::collections::{HashMap, HashSet};

use law::Artefact;

/// Of so many pages one at least has what is a page's own: left and right pages may have heads of their own.
const PAGES: usize = 2;

/// Keeps of what was taken for a page's own what stands at the edge of its page, and on other pages too: a heading that comes
/// again is the notice's own, even where a page happens to end beside it. A text whose pages are not marked is left as it is.
pub(super) fn at_edges(text: &str, mut found: Vec<Artefact>) -> Vec<Artefact> {
    let lines: Vec<&str> = text.lines().collect();
    let pages = pages(&lines);
    let count = pages.last().map_or(0, |last| last + 1);
    if count < 2 {
        return found;
    }
    let taken: HashSet<usize> = found.iter().map(|it| it.line - 1).collect();
    let edges = edges(&lines, &pages, &taken);
    let mut on: HashMap<String, HashSet<usize>> = HashMap::new();
    for &at in &edges {
        on.entry(alike(lines[at])).or_default().insert(pages[at]);
    }
    let least = (count / PAGES).max(2);
    let within = |it: &Artefact| lines[it.line - 1].trim_matches(blank).len() > it.text.len();
    let numbered: Vec<(usize, usize)> = edges
        .iter()
        .filter_map(|&at| Some((pages[at], number_alone(lines[at])?)))
        .collect();
    // The number of a page is its own, or goes up with those of others: what stands alone there is a figure.
    let counts = |number: usize, page: usize| {
        let rises = |(other, its): &(usize, usize)| {
            *other != page
                && page.abs_diff(*other) == number.abs_diff(*its)
                && (page > *other) == (number > *its)
        };
        number == page + 1 || number == page || numbered.iter().any(rises)
    };
    let own = |it: &Artefact| {
        let line = alike(lines[it.line - 1]);
        // A number that says whose it is needs no other: `www.overton.example  Page 1 of 2`.
        let number = match number_alone(&it.text) {
            Some(number) => counts(number, pages[it.line - 1]),
            None => {
                !it.text.contains(char::is_alphabetic) || line.to_lowercase().contains("page #")
            }
        };
        let again = on.get(&line).is_some_and(|pages| pages.len() >= least);
        edges.contains(&(it.line - 1)) && (number || again)
    };
    let kept = found.iter().filter(|it| !within(it) && own(it));
    let texts: HashSet<String> = kept.map(|it| it.text.clone()).collect();
    // A footer that a line has swallowed is one where it stands alone.
    found.retain(|it| {
        if within(it) {
            texts.contains(&it.text)
        } else {
            own(it)
        }
    });
    found
}

/// Returns the number that a line has and nothing else: `84`, `- 84 -`.
fn number_alone(text: &str) -> Option<usize> {
    let own = text.trim_matches(|mark: char| !mark.is_alphanumeric());
    own.parse().ok()
}

/// Returns the lines that were taken and between which and the edge of the page stands nothing else.
fn edges(lines: &[&str], pages: &[usize], taken: &HashSet<usize>) -> HashSet<usize> {
    let mut edges = HashSet::new();
    let mut walk = |order: &mut dyn Iterator<Item = usize>| {
        let (mut page, mut open) = (None, false);
        for at in order {
            if page != Some(pages[at]) {
                (page, open) = (Some(pages[at]), true);
            }
            if lines[at].trim_matches(blank).is_empty() {
                continue;
            }
            open &= taken.contains(&at);
            if open {
                edges.insert(at);
            }
        }
    };
    walk(&mut (0..lines.len()));
    walk(&mut (0..lines.len()).rev());
    edges
}

/// Lists the page of each line, counted from nought. A form feed ends a page.
fn pages(lines: &[&str]) -> Vec<usize> {
    let mut page = 0;
    let own = lines.iter().map(|line| match line.find('\u{c}') {
        Some(at) if line[..at].trim().is_empty() => {
            page += 1;
            page
        }
        Some(_) => {
            page += 1;
            page - 1
        }
        None => page,
    });
    own.collect()
}

fn blank(mark: char) -> bool {
    mark.is_whitespace() || mark == '\u{c}'
}

/// Returns a line as it is on every page: its numbers made alike.
fn alike(line: &str) -> String {
    let words = line.split(blank).filter(|word| !word.is_empty());
    let alike = words.map(|word| {
        let digit = |mark: char| mark.is_ascii_digit();
        if word.contains(digit) { "#" } else { word }
    });
    alike.collect::<Vec<_>>().join(" ")
}
