//! What stands on a page and is no text of it: scripts, and pictures with words in them.

use scraper::ElementRef;

use super::{line_of, words};

/// What holds no text of the page, or text that is drawn and not set.
pub(super) const SILENT: [&str; 9] = [
    "canvas", "iframe", "math", "noscript", "object", "script", "style", "svg", "template",
];
/// Of those, what a reader may see all the same.
const DRAWN: [&str; 5] = ["canvas", "math", "noscript", "object", "svg"];
/// Of text that is told and left out.
pub(super) const PICTURE: &str = "drawn on the page, or shown where no script runs";

/// Returns the text of what is drawn, if there is any.
pub(super) fn drawn(element: ElementRef<'_>) -> Option<String> {
    if !DRAWN.contains(&element.value().name()) {
        return None;
    }
    let text: String = element.text().flat_map(|text| [text, " "]).collect();
    // The parser leaves what stands in `noscript` as it is written.
    let text = words(&line_of(&untagged(&text)));
    text.contains(char::is_alphanumeric).then_some(text)
}

/// Returns a text without the tags in it.
fn untagged(text: &str) -> String {
    let mut parts = text.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.map(|part| part.split_once('>').map_or("", |(_, rest)| rest));
    rest.fold(first, |all, part| all + " " + part)
}
