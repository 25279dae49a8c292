//! A line that may have dates in it, taken apart.

use super::{
    dating::said,
    day::{Order, date, month},
};

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

/// The label of a date has so many words at most.
const LABEL: usize = 6;

/// Lists the parts of a line that may each have a date of its own: the last review and the next one. A date alone is of what
/// stands before it.
pub(super) fn parts(line: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let split = line.split([';', '|']).flat_map(|part| part.split(". "));
    for part in split.flat_map(labelled) {
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

/// Parts a line where the label of a date begins without a mark before it: “A leaflet for tenants Issued: 3 May 2025 Next review: May
/// 2027”.
fn labelled(part: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (colon, _) in part.match_indices(": ") {
        let behind = part[colon..].to_lowercase();
        if date(&words(&behind)).is_none() {
            continue;
        }
        let starts = part[from..colon]
            .match_indices(' ')
            .map(|(at, _)| from + at);
        let near: Vec<usize> = starts.collect();
        let begins = near.iter().rev().take(LABEL).rev().find(|&&at| {
            let last = part[from..at].rsplit(' ').next().unwrap_or_default();
            let open = last.starts_with(|mark: char| mark.is_lowercase() || mark.is_ascii_digit())
                && last.ends_with(char::is_alphanumeric);
            let label = &part[at + 1..colon];
            // "Agreed by the Board: 8 July" has no label but the whole.
            let of_a_date = || said(&words(&label.to_lowercase())).is_some();
            open && label.starts_with(char::is_uppercase)
                && !label.contains(|mark: char| mark.is_ascii_digit())
                && of_a_date()
        });
        if let Some(&at) = begins {
            found.push(&part[from..at]);
            from = at + 1;
        }
    }
    found.push(&part[from..]);
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
