//! What stands in the middle of a sentence and is no part of it: a letterhead, the version of a document, a word that a
//! line's end has cut, an error that a word processor has written in the place of a reference.

use super::text::{fold, has};

/// Says whether a line that stands within a sentence, after an open line and before one that goes on, is a letterhead or the
/// document's own version. Prose may be broken anywhere, so one telephone number or one date is not enough.
pub(super) fn is_page_line(line: &str) -> bool {
    let begins = line.starts_with(|mark: char| mark.is_uppercase() || mark.is_ascii_digit());
    begins && (is_letterhead(line) || has_version(line))
}

/// Says whether a line gives two ways to reach somebody, as letterheads do.
fn is_letterhead(line: &str) -> bool {
    let ways = [
        &["tel:", "tel ", "telephone:", "phone:"][..],
        &["www.", "http"],
        &["@"],
        &["fax"],
        &[
            "registered office",
            "registered charity",
            "registered in england",
        ],
    ];
    ways.iter().filter(|words| has(line, words)).count() >= 2
}

/// Recognises `v1.3`, `version 2`, `FINAL`, with a date or a number at the end.
fn has_version(line: &str) -> bool {
    let text = fold(line);
    let words: Vec<&str> = text.split_whitespace().collect();
    let version = |word: &&str| {
        let number = word.strip_prefix('v').unwrap_or_default();
        number.starts_with(|mark: char| mark.is_ascii_digit())
            || matches!(*word, "version" | "ver" | "final" | "draft" | "rev")
    };
    let ends = words
        .last()
        .is_some_and(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    words.len() <= 12 && ends && words.iter().any(version)
}

/// Says what a word processor writes where it cannot find what a reference points at.
pub(super) fn field_error(line: &str) -> Option<&str> {
    const ERRORS: [&str; 4] = [
        "Error! Reference source not found.",
        "Error! Bookmark not defined.",
        "Error! Hyperlink reference not valid.",
        "Error! No text of specified style in document.",
    ];
    ERRORS.iter().find_map(|error| {
        let at = line.find(error)?;
        Some(&line[at..at + error.len()])
    })
}

/// Says whether a line ends within a word that the next line goes on with. A text in which that happens once may just have a
/// compound there.
pub(super) fn cuts_a_word(line: &str, next: &str) -> bool {
    let Some(start) = line.strip_suffix('-') else {
        return false;
    };
    start.ends_with(|mark: char| mark.is_lowercase())
        && next.starts_with(|mark: char| mark.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letterhead_gives_two_ways_and_prose_may_give_one() {
        assert!(is_page_line(
            "Town Hall, Tel: 01632 960001, www.overton.example"
        ));
        assert!(!is_page_line("Monday to Friday, 01632 960001, or write"));
        assert!(is_page_line("Bins Notice v1.3 FINAL 12/06/2019     3"));
        assert!(!is_page_line("Version 2 of the form says that"));
        assert!(!is_page_line("on 12 June 2019"));
    }
}
