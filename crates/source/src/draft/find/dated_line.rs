//! A line that may have dates in it, taken apart.

use super::day::{Order, date, month};

/// Returns a line whose months end without a full stop: `12 Feb. 2025` is one date.
pub(super) fn undotted(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let own = words.iter().enumerate().map(|(at, word)| {
        let bare = word.strip_suffix('.').unwrap_or(word);
        let year = words
            .get(at + 1)
            .is_some_and(|next| next.starts_with(|mark: char| mark.is_ascii_digit()));
        if year && month(&bare.to_lowercase()).is_some() {
            bare
        } else {
            word
        }
    });
    own.collect::<Vec<_>>().join(" ")
}

/// Lists the parts of a line that may each have a date of its own: the last review and the next one. A date alone is of what
/// stands before it.
pub(super) fn parts(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in line.split([';', '|']).flat_map(|part| part.split(". ")) {
        let lower = part.to_lowercase();
        let words = words(&lower);
        let alone = date(&words).is_some_and(|(.., used)| used == words.len());
        match found.last_mut() {
            Some(last) if alone => {
                last.push(' ');
                last.push_str(part);
            }
            _ => found.push(part.to_owned()),
        }
    }
    found
}

/// Lists the words of a line in small letters, without the marks around them.
pub(super) fn words(lower: &str) -> Vec<&str> {
    lower
        .split(|mark: char| !mark.is_alphanumeric() && mark != '.' && mark != '/' && mark != '-')
        .map(|word| word.trim_matches(['.', '-', '/']))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Says whether a line begins with a date.
pub(super) fn stands_first(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = words(&lower);
    (0..words.len().min(3)).any(|at| date(&words[at..]).is_some())
}

/// Says whether a word counts a paragraph: `11.1`.
pub(super) fn is_count(word: &str) -> bool {
    word.len() <= 5
        && word
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns the date that a line ends with.
pub(super) fn ending(words: &[&str]) -> Option<(String, Order)> {
    (0..words.len()).rev().take(4).find_map(|at| {
        let (text, order, used) = date(&words[at..])?;
        // "1 May 2026" ends with "May 2026", too.
        let whole = at == 0 || date(&words[at - 1..]).is_none_or(|it| it.2 <= used);
        (used == words.len() - at && whole).then_some((text, order))
    })
}
