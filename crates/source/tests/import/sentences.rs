//! The sentences of a source, and which of them are nowhere in its draft and in the report of what was left out.

use std::collections::HashMap;

use notice::Notice;
use source::draft::Imported;

use super::reader::texts;

/// Letters and figures alone, in lower case: what may not be lost, whatever marks and line ends are.
pub(super) fn bare(text: &str) -> String {
    let marks = text.chars().filter(|mark| mark.is_alphanumeric());
    marks.flat_map(char::to_lowercase).collect()
}

/// The words of a text, with how often each comes.
fn counted(texts: &[String]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let words = texts
        .iter()
        .flat_map(|text| text.split(|mark: char| !mark.is_alphanumeric()));
    for word in words.filter(|word| word.chars().count() > 2) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// A text with a line for each item of a list that is run in: what marks an item, or counts it, says nothing.
fn parted(text: &str) -> String {
    let signs = ['•', '▪', '●', '◦', '‣', '∙', '■', '\u{f0b7}', '\u{f0a7}'];
    let lines = text.lines().map(|line| {
        let line = line.replace(signs, "\n");
        let dashes = if line.contains(": – ") {
            "– "
        } else {
            "\0"
        };
        let line = line.replace(dashes, "\n");
        let words: Vec<&str> = line.split(' ').collect();
        let parts = words.iter().enumerate().map(|(at, word)| {
            let count = word.strip_suffix(')').unwrap_or_default();
            let counts = (1..5).contains(&bare(count).len());
            let behind = at.checked_sub(1).is_some_and(|at| {
                words[at].ends_with([':', ';', ',']) || matches!(words[at], "and" | "or")
            });
            if counts && behind { "\n" } else { word }
        });
        parts.collect::<Vec<_>>().join(" ")
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The sentences of a source, a line's own at a time, without what marks a bullet or counts a heading.
pub(super) fn sentences(source: &str) -> Vec<String> {
    let source = source
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace("\u{ad}\n", "")
        .replace(
            [
                '\u{ad}', '\u{200b}', '\u{feff}', '\u{2060}', '\u{200e}', '\u{200f}',
            ],
            "",
        )
        .replace(['\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    let source = parted(&source);
    let mut all = Vec::new();
    for line in source.lines() {
        let mut line = line.trim();
        if let Some((first, rest)) = line.split_once([' ', '\t'])
            && bare(first).len() < 5
            && (first.ends_with([')', '.'])
                || first.chars().count() == 1
                || first
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte == b'.'))
        {
            line = rest;
        }
        // What marks a question or an answer says nothing.
        line = ["Q:", "A:"]
            .iter()
            .find_map(|mark| line.strip_prefix(mark))
            .unwrap_or(line)
            .trim();
        let ends = |pair: &(usize, char)| matches!(pair.1, '.' | '?' | '!' | ';' | '|' | '\t');
        let mut from = 0;
        for (at, mark) in line.char_indices().filter(ends) {
            let next = &line[at + mark.len_utf8()..];
            if mark == '|' || mark == '\t' || next.starts_with(' ') {
                all.push(line[from..at].to_owned());
                from = at + mark.len_utf8();
            }
        }
        all.extend(line[from..].split("   ").map(str::to_owned));
    }
    all.retain(|sentence| !bare(sentence).is_empty());
    all
}

/// Every text that stands in the draft or in the report.
fn kept(imported: &Imported, notice: &Notice) -> Vec<String> {
    let mut there = texts(notice);
    // What a title calls itself is told there.
    there.extend(notice.restates.clone());
    there.extend(imported.removed.iter().map(|it| it.text.clone()));
    there
}

/// The sentences of `source` that are nowhere.
pub(super) fn gone(source: &[String], imported: &Imported, notice: &Notice) -> Vec<String> {
    let there = kept(imported, notice);
    let whole: Vec<String> = there.iter().map(|text| bare(text)).collect();
    // One string with a mark between is found in one go.
    let whole = whole.join("\n");
    // What belonged to a page may stand within a sentence.
    let own = |sentence: &String| {
        let mut own = sentence.clone();
        for it in &imported.removed {
            own = own.replace(&it.text, "");
        }
        own
    };
    // "To your GP, if you are ill": whom it goes to is told where that is a recipient.
    let whom = |sentence: &String| {
        let rest = sentence.strip_prefix("to ")?;
        let mut names = notice.recipients.iter().flat_map(|it| &it.names);
        names
            .any(|name| rest.starts_with(name.as_str()))
            .then(|| rest.to_owned())
    };
    let gone = source.iter().filter(|sentence| {
        !whole.contains(&bare(sentence))
            && !whole.contains(&bare(&own(sentence)))
            && !whom(sentence).is_some_and(|it| whole.contains(&bare(&it)))
    });
    gone.cloned().collect()
}

/// The sentences of `source` that are nowhere, and the words that come less often than there.
pub(super) fn lost(source: &[String], imported: &Imported, notice: &Notice) -> Vec<String> {
    let mut lost = gone(source, imported, notice);
    let there = counted(&kept(imported, notice));
    for (word, count) in counted(source) {
        let found = there.get(&word).copied().unwrap_or_default();
        if found < count {
            lost.push(format!("{word}: {found} of {count}"));
        }
    }
    lost
}
