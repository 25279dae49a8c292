//! Plain English: how long the sentences are, how easily they read, and words that need a word beside them.

use notice::Notice;

use super::{
    Date, DatedFacts, Found, OnSource, Outcome, Reads, Rule, Severity, found,
    language::is_english,
    syllable::syllables,
    text::{all, fold, mentions, prose, sentences},
};

pub(super) static RULES: [Rule; 6] = [
    Rule {
        id: "ENG-01",
        title: "No sentence over 25 words",
        law: "house measure of Art. 12(1), plain language",
        severity: Severity::Warning,
        remedy: "Make two sentences of it, or a list.",
        question: "Could you say this in two sentences?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::No,
        mention: None,
        find: |notice, _, _| long(notice, 26..=40),
    },
    Rule {
        id: "ENG-02",
        title: "No sentence over 40 words",
        law: "house measure of Art. 12(1), plain language",
        severity: Severity::Error,
        remedy: "Make several sentences of it, or a list.",
        question: "Could you say this in several short sentences, or as a list?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::No,
        mention: None,
        find: |notice, _, _| long(notice, 41..=usize::MAX),
    },
    Rule {
        id: "ENG-03",
        title: "Reading ease of 50 or more",
        law: "house measure of Art. 12(1), plain language",
        severity: Severity::Warning,
        remedy: "Use shorter sentences and everyday words.",
        question: "The notice is hard to read. Which everyday words do you use for these things when you speak to people?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::No,
        mention: None,
        find: |notice, _, _| hard(notice, 30.0, 50.0),
    },
    Rule {
        id: "ENG-04",
        title: "Reading ease of 30 or more",
        law: "house measure of Art. 12(1), plain language",
        severity: Severity::Error,
        remedy: "Write the notice again, in shorter sentences and everyday words.",
        question: "The notice is very hard to read. Could we go through it together?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::No,
        mention: None,
        find: |notice, _, _| hard(notice, f64::NEG_INFINITY, 30.0),
    },
    Rule {
        id: "ENG-05",
        title: "Terms of the law explained",
        law: "house measure of Art. 12(1), plain language",
        severity: Severity::Info,
        remedy: "Use the plain words, or say once what the term means, in brackets after it.",
        question: "How would you say this to somebody at your desk?",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::No,
        mention: None,
        find: terms,
    },
    Rule {
        id: "ENG-06",
        title: "Sentences that say who acts",
        law: "house measure of Art. 12(1), plain language",
        severity: Severity::Info,
        remedy: "Say who does it: “we share your details”, not “your details are shared”.",
        question: "Who does this? Please name them.",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::No,
        mention: None,
        find: passive,
    },
];

fn long(notice: &Notice, words: std::ops::RangeInclusive<usize>) -> Outcome {
    if !is_english(notice) {
        return None;
    }
    let texts = prose(notice);
    let count = |sentence: &str| {
        sentence
            .split_whitespace()
            .filter(|word| is_word(word))
            .count()
    };
    let long = texts.iter().flat_map(|text| sentences(text));
    let long = long.filter(|sentence| words.contains(&count(sentence)));
    found(long.map(|sentence| {
        Found::weak(format!("A sentence of {} words", count(sentence))).at(sentence)
    }))
}

fn hard(notice: &Notice, above: f64, below: f64) -> Outcome {
    let ease = reading_ease(notice)?;
    let message = format!("Reading ease {ease:.0}: difficult");
    found((ease >= above && ease < below).then(|| Found::weak(message)))
}

fn is_word(word: &str) -> bool {
    word.contains(char::is_alphanumeric)
}

/// Measures the Flesch reading ease of a notice's prose: higher is easier, 60 to 70 is plain English. Bullets and names do not
/// count. `None` without prose, and for a notice that is not in English.
#[must_use]
pub fn reading_ease(notice: &Notice) -> Option<f64> {
    if !is_english(notice) {
        return None;
    }
    let texts = prose(notice);
    text_ease(texts.iter().map(String::as_str))
}

/// Measures the Flesch reading ease of paragraphs, by the method of counting of [`syllables`]. `None` without a word.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "a notice has far fewer words than 2^52"
)]
pub fn text_ease<'a>(texts: impl Iterator<Item = &'a str>) -> Option<f64> {
    let (mut count, mut words, mut heard) = (0, 0, 0);
    for text in texts {
        count += sentences(text).count();
        let all = text
            .split([' ', '\n', '-', '–', '/'])
            .filter(|word| is_word(word));
        for word in all {
            words += 1;
            heard += syllables(word);
        }
    }
    let per = |sum: usize, count: usize| sum as f64 / count as f64;
    (words > 0).then(|| 206.835 - 1.015 * per(words, count) - 84.6 * per(heard, words))
}

/// Terms of the law, with the plain words for each.
const TERMS: [(&str, &str); 11] = [
    ("controller", "who decides"),
    ("data subject", "person"),
    ("lawful basis", "the reason the law gives"),
    ("legitimate interests", "a good reason of ours"),
    ("profiling", "judging people by their data"),
    ("data processing", "using data"),
    ("pseudonymised", "with a code in place of your name"),
    ("statutory", "set by law"),
    ("subject access request", "asking for your data"),
    (
        "supervisory authority",
        "the body that watches over how data is used",
    ),
    ("vital interests", "life"),
];

/// Terms that no text of the notice explains.
fn terms(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    if !is_english(notice) {
        return None;
    }
    let texts = all(notice);
    found(TERMS.into_iter().filter_map(|(term, plain)| {
        let used = || texts.iter().filter(|text| mentions(text, term));
        let first = used().next()?;
        let explained = used().any(|text| explains(text, term));
        let message = format!("“{term}” is not explained; in plain words: {plain}");
        (!explained).then(|| Found::weak(message).at(first))
    }))
}

/// Says whether a text says what a term is: what follows is in brackets, after a colon, or begins “which” or “means”; or the
/// term itself stands in brackets after the plain words.
fn explains(text: &str, term: &str) -> bool {
    let text = fold(text);
    let Some((before, after)) = text.split_once(term) else {
        return false;
    };
    let sentence = sentences(after).next().unwrap_or_default();
    let marks = [
        ":",
        "(",
        "in plain words",
        "means",
        "data has",
        "data, which",
        "that is",
    ];
    let bracketed = before.rfind('(') > before.rfind(')');
    bracketed || marks.iter().any(|mark| sentence.contains(mark))
}

/// Of so many sentences one may be passive.
const PASSIVE: usize = 4;

/// Participles that do not end in `-ed`, of verbs that notices use.
const PARTICIPLES: [&str; 16] = [
    "bought", "built", "done", "found", "given", "held", "kept", "known", "made", "put", "sent",
    "set", "shown", "sold", "taken", "told",
];

fn passive(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    if !is_english(notice) {
        return None;
    }
    let texts = prose(notice);
    let all: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let passive: Vec<&str> = all.iter().copied().filter(|it| is_passive(it)).collect();
    let first = passive
        .first()
        .filter(|_| passive.len() * PASSIVE > all.len());
    let message = format!("{} of {} sentences are passive", passive.len(), all.len());
    found(first.map(|first| Found::weak(message).at(first)))
}

/// Says whether a form of “be” stands before a participle, with at most one word between them.
fn is_passive(sentence: &str) -> bool {
    let text = fold(sentence);
    let words = text.split_whitespace();
    let words: Vec<&str> = words
        .map(|word| word.trim_matches(|mark: char| !mark.is_alphabetic()))
        .collect();
    let is_be = |word: &str| {
        matches!(
            word,
            "is" | "are" | "was" | "were" | "be" | "been" | "being"
        )
    };
    let is_done =
        |word: &&str| (word.len() > 4 && word.ends_with("ed")) || PARTICIPLES.contains(word);
    let be = words.iter().enumerate().filter(|(_, word)| is_be(word));
    be.into_iter()
        .any(|(at, _)| words[at + 1..].iter().take(2).any(is_done))
}
