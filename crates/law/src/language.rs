//! Notices in other languages than English: what the rules can say of them, and what they cannot.

use notice::Notice;

use super::{
    Date, Facts, Found, Mark, Outcome, Rule, Severity, found,
    text::{prose, words},
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "LNG-01",
    title: "Read by somebody who knows its language",
    law: "house rule",
    severity: Severity::Info,
    remedy: "Have somebody who knows the language hold the notice against these rules.",
    find: other,
}];

/// Words without which hardly an English sentence is written.
const COMMON: [&str; 16] = [
    "the", "of", "and", "to", "a", "in", "is", "you", "your", "we", "our", "for", "that", "or",
    "it", "with",
];

/// A text of fewer words says nothing of its language.
const ENOUGH: usize = 30;

/// Whether a notice is to be judged as English: it says so, and its words bear it out.
pub(super) fn is_english(notice: &Notice) -> bool {
    says_english(notice) && reads_english(notice)
}

fn says_english(notice: &Notice) -> bool {
    notice.lang.split('-').next() == Some("en")
}

fn reads_english(notice: &Notice) -> bool {
    let texts = prose(notice);
    let words: Vec<String> = texts.iter().flat_map(|text| words(text)).collect();
    let common = words.iter().filter(|word| COMMON.contains(&word.as_str()));
    words.len() < ENOUGH || common.count() * 10 >= words.len()
}

/// Rules that go by English words, each with the marks that it gives for facts, whatever the language. Names of laws and of
/// bodies are facts; that none is found says nothing, for other languages have names of their own for them.
const BY_WORDS: [(&str, &[Mark]); 26] = {
    use Mark::{Missing, Outdated, Weak, Wrong};
    const NAMED: &[Mark] = &[Weak, Missing, Outdated, Wrong];
    [
        ("BAS-03", &[]),
        ("BAS-04", &[]),
        ("CON-01", &[]),
        ("REC-02", NAMED),
        ("REC-03", NAMED),
        ("CTR-01", &[]),
        ("SRC-01", &[Missing]),
        ("STA-01", &[]),
        ("RET-01", &[Missing, Wrong]),
        ("TIM-01", NAMED),
        ("RGT-02", &[]),
        ("RGT-03", &[]),
        ("ADM-01", &[Missing, Wrong]),
        ("RGT-04", &[]),
        ("LAW-02", &[]),
        ("CMP-01", &[Missing]),
        ("CMP-02", &[]),
        ("CMP-03", NAMED),
        ("LAW-01", NAMED),
        ("LNK-01", NAMED),
        ("ENG-01", &[]),
        ("ENG-02", &[]),
        ("ENG-03", &[]),
        ("ENG-04", &[]),
        ("ENG-05", &[]),
        ("ENG-06", &[]),
    ]
};

/// What a rule can say of a notice in its language. Where it goes by English words and finds nothing but what words tell, it
/// says nothing: neither that something is missing nor that all is well.
pub(super) fn told(rule: &str, notice: &Notice, found: Vec<Found>) -> Outcome {
    let by_words = BY_WORDS.iter().find(|(id, _)| *id == rule);
    let Some((_, facts)) = by_words.filter(|_| !is_english(notice)) else {
        return Some(found);
    };
    let of_facts = found.into_iter().filter(|it| facts.contains(&it.mark));
    let of_facts: Vec<Found> = of_facts.filter(|it| !it.advice).collect();
    (!of_facts.is_empty()).then_some(of_facts)
}

fn other(notice: &Notice, _: &Facts, _: Date) -> Outcome {
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
    let ids: Vec<&str> = BY_WORDS.iter().map(|(id, _)| *id).collect();
    found([Found::advice(format!(
        "{what}: {} rules go by English words, and say of it only what its facts tell: {}",
        ids.len(),
        ids.join(", ")
    ))])
}
