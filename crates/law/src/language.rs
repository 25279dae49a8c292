//! Notices in other languages than English: what the rules can say of them, and what they cannot.

use notice::Notice;

use super::{
    Date, DatedFacts, Found, OnSource, Outcome, Reads, Rule, Severity, found, rules,
    text::{prose, words},
    unanswered::is_open,
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "LNG-01",
    title: "Read by somebody who knows its language",
    law: "house rule",
    severity: Severity::Info,
    remedy: "Have somebody who knows the language hold the notice against these rules.",
    question: "Who can go through this notice in its own language with the data protection officer?",
    first_layer: None,
    reads: Reads::NoticeFacts,
    on_source: OnSource::No,
    mention: None,
    find: other,
}];

/// Words without which hardly an English sentence is written, and which other languages have not.
const COMMON: [&str; 14] = [
    "the", "of", "and", "to", "is", "you", "your", "we", "our", "for", "that", "or", "it", "with",
];

/// A text of fewer words says nothing of its language.
const ENOUGH: usize = 30;

/// Says whether a notice is to be judged as English: it says so, and its words bear it out.
pub(super) fn is_english(notice: &Notice) -> bool {
    says_english(notice) && reads_english(notice)
}

fn says_english(notice: &Notice) -> bool {
    notice.lang.split('-').next() == Some("en")
}

fn reads_english(notice: &Notice) -> bool {
    let texts = prose(notice);
    // What a card leaves open is the program's English.
    let texts = texts.iter().filter(|text| !is_open(text));
    let words: Vec<String> = texts.flat_map(|text| words(text)).collect();
    let common = words.iter().filter(|word| COMMON.contains(&word.as_str()));
    // Tables and lists have few small words, and other languages next to none of these.
    words.len() < ENOUGH || common.count() * 20 >= words.len()
}

/// Says whether a rule can be asked of a source text in its language: sentences are read as English.
pub(super) fn can_read(rule: &Rule, notice: &Notice) -> bool {
    !matches!(rule.on_source, OnSource::Sentences(_)) || is_english(notice)
}

/// Says what a rule can say of a notice in its language. Where it goes by English words and finds nothing but what words tell, it
/// says nothing: neither that something is missing nor that all is well.
pub(super) fn keep_facts(rule: &Rule, notice: &Notice, found: Vec<Found>) -> Outcome {
    let facts = match rule.reads {
        Reads::English(facts) if !is_english(notice) => facts,
        _ => return Some(found),
    };
    let of_facts = found.into_iter().filter(|it| facts.contains(&it.mark));
    let of_facts: Vec<Found> = of_facts.filter(|it| !it.advice).collect();
    (!of_facts.is_empty()).then_some(of_facts)
}

fn other(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    if is_english(notice) {
        return found([]);
    }
    let what = if says_english(notice) {
        "The notice is said to be in English, and reads as another language".to_owned()
    } else {
        format!(
            "The notice is in another language than English ({})",
            notice.lang
        )
    };
    let by_words = rules().filter(|rule| matches!(rule.reads, Reads::English(_)));
    let ids: Vec<&str> = by_words.map(|rule| rule.id).collect();
    found([Found::advice(format!(
        "{what}: {} rules go by English words, and say of it only what its facts tell: {}",
        ids.len(),
        ids.join(", ")
    ))])
}
