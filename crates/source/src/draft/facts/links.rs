//! A text with its links.

use notice::Inline;

use crate::draft::piece::Piece;

/// Lists the text of a piece with its links. An address that a notice cannot link to stands behind the words.
pub(super) fn linked(piece: &Piece) -> Vec<Inline> {
    let mut rest = piece.text.as_str();
    let mut before = String::from(" ");
    let mut runs = Vec::new();
    for (words, url) in &piece.links {
        let Some(at) = rest.find(words.as_str()).filter(|_| !words.is_empty()) else {
            continue;
        };
        before.push_str(&rest[..at]);
        rest = &rest[at + words.len()..];
        if is_safe(url) {
            runs.push(Inline::Text(std::mem::take(&mut before)));
            runs.push(Inline::Link {
                text: words.clone(),
                url: url.clone(),
            });
        } else {
            before.push_str(words);
            let address = url.trim_start_matches("mailto:").trim_start_matches("tel:");
            // A number is the same with and without its spaces.
            let same = address == words
                || url.starts_with("tel:") && words.replace([' ', '-', '(', ')'], "") == address;
            if !same {
                before.push_str(&format!(" ({address})"));
            }
        }
    }
    before.push_str(rest);
    runs.push(Inline::Text(before));
    runs.retain(|run| !matches!(run, Inline::Text(text) if text.is_empty()));
    runs
}

/// Says whether a notice may link to an address: a whole one, and safe.
fn is_safe(url: &str) -> bool {
    url.strip_prefix("https://").is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        host.contains('.') && !rest.contains(char::is_whitespace)
    })
}
