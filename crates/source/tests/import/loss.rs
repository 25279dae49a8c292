//! Nothing is lost: each sentence of a source stands in its draft, or in the report of what was left out.

use std::collections::HashMap;

use notice::Notice;
use proptest::prelude::*;
use source::draft::Imported;

use crate::reader::{bring, texts};

/// The texts of `tests/check` stand for five kinds of extract.
const TEXTS: [&str; 6] = [
    include_str!("../../../publish/tests/check/texts/tenants.txt"),
    include_str!("../../../publish/tests/check/texts/contact.txt"),
    include_str!("../../../publish/tests/check/texts/housing.txt"),
    include_str!("../../../publish/tests/check/texts/homes.txt"),
    include_str!("../../../publish/tests/check/texts/neighbours.txt"),
    include_str!("../check/source.txt"),
];

/// Letters and figures alone, in lower case: what may not be lost, whatever marks and line ends are.
fn bare(text: &str) -> String {
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

/// The sentences of a source, a line's own at a time, without what marks a bullet or counts a heading.
pub fn sentences(source: &str) -> Vec<String> {
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

/// The sentences of `source` that are nowhere, and the words that come less often than there.
pub fn lost(source: &[String], imported: &Imported, notice: &Notice) -> Vec<String> {
    let mut there = texts(notice);
    there.extend(imported.removed.iter().map(|it| it.text.clone()));
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
    let gone = source.iter().filter(|sentence| {
        !whole.contains(&bare(sentence)) && !whole.contains(&bare(&own(sentence)))
    });
    let mut lost: Vec<String> = gone.cloned().collect();
    let there = counted(&there);
    for (word, count) in counted(source) {
        let found = there.get(&word).copied().unwrap_or_default();
        if found < count {
            lost.push(format!("{word}: {found} of {count}"));
        }
    }
    lost
}

fn check(source: &str) -> Result<(), String> {
    let (imported, notice) = bring(source);
    let lost = lost(&sentences(source), &imported, &notice);
    if lost.is_empty() {
        return Ok(());
    }
    Err(format!(
        "lost: {lost:?}\n--- of\n{source}\n--- in\n{imported}\n{}",
        imported.source
    ))
}

#[test]
fn nothing_of_the_five_kinds_of_extract_is_lost() {
    for text in TEXTS {
        check(text).unwrap_or_else(|lost| panic!("{lost}"));
    }
}

#[test]
fn nothing_of_the_cases_is_lost() {
    for (name, text) in crate::cases::ALL {
        check(text).unwrap_or_else(|lost| panic!("{name}: {lost}"));
    }
}

#[test]
fn what_is_gone_is_noticed() {
    let source = "Bins privacy notice\n\nWho we are\n\nWe are a council. We look after bins.\n";
    let (imported, mut notice) = bring(source);
    assert_eq!(lost(&sentences(source), &imported, &notice), [""; 0]);
    notice.sections.clear();
    assert!(!lost(&sentences(source), &imported, &notice).is_empty());
}

/// Lines as notices have them: headings known and unknown, paragraphs, bullets of every mark, labels, rows, furniture.
fn line() -> impl Strategy<Value = String> {
    let words = "[a-z]{2,8}( [a-z]{2,8}){0,20}";
    let heading = prop_oneof![
        Just("Who we are"),
        Just("How long we keep it"),
        Just("Purpose"),
        Just("Your rights"),
        Just("Who we share with"),
        Just("WHAT WE COLLECT"),
        Just("1. Cookies"),
        Just("Managed services"),
        Just("Legal obligation"),
        Just("Internal:"),
        Just("2.1 Security of your data:"),
        Just("Privacy notice"),
        Just("Complaints"),
    ];
    let mark = prop_oneof![
        Just("-"),
        Just("•"),
        Just("o"),
        Just("–"),
        Just("a)"),
        Just("(iv)"),
        Just("1)"),
        Just("3."),
        Just("§"),
        Just("✓"),
        Just("\u{f0b7}"),
        Just("*"),
        Just("➢"),
    ];
    prop_oneof![
        4 => Just(String::new()),
        3 => heading.prop_map(str::to_owned),
        3 => words.prop_map(|text| format!("We {text}.")),
        2 => words,
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,6}",
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){2,12}[:;,]",
        4 => (mark, "[a-zA-Z]{2,9}( [a-z]{2,8}){0,9}[.;,]?").prop_map(|(mark, text)| format!("{mark} {text}")),
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,2}: [a-z]{2,8} [0-9]{1,2} years",
        2 => "[A-Z][a-z]{2,8}\t[A-Z][a-z]{2,8}(\t[a-z0-9]{1,8}){0,2}",
        1 => "\\| [A-Z][a-z]{2,8} \\| [a-z]{2,8} \\|( [0-9]{2} \\|)?",
        1 => "[A-Z][a-z]{2,8}    [A-Z][a-z]{2,8}    [0-9]{1,2}",
        1 => Just("Page 1 of 3".to_owned()),
        1 => "[0-9]{1,2}",
        1 => Just("\u{c}".to_owned()),
        1 => Just("Overton privacy notice version 1".to_owned()),
        1 => Just("Overton Council".to_owned()),
        1 => Just("-----".to_owned()),
        1 => Just("Data kept for 6 years".to_owned()),
        1 => "[a-z]{2,6}\u{ad}[a-z]{2,6} [a-z]{3,8}\u{ad}",
        1 => Just("Write to dpo@overton.gov.uk or call 01632 960010, Town Hall, OV1 2AB.".to_owned()),
        1 => Just("Last updated: 21 May 2018".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    /// Any document that is made of such lines comes in whole.
    #[test]
    fn nothing_of_a_generated_document_is_lost(lines in prop::collection::vec(line(), 0..40), end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        if let Err(lost) = check(&lines.join(end)) {
            return Err(TestCaseError::fail(lost));
        }
    }
}
