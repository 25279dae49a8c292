//! Whether a source text is plainly a whole notice. What a leaflet, a letter or a part of a page leaves out may stand elsewhere.

use super::Prose;
use crate::text::{has, words};

/// A text of fewer words is hardly a whole notice.
const ENOUGH: usize = 180;

/// What a notice calls itself, in its title or its first words.
const NAMES: [&str; 10] = [
    "privacy notice",
    "privacy policy",
    "privacy statement",
    "your privacy at",
    "fair processing notice",
    "how we use your",
    "how we handle",
    "how we look after your",
    "what we do with your",
    "your information and how",
];

/// How a text says that the rest stands elsewhere.
const ELSEWHERE: [&str; 20] = [
    "full privacy notice",
    "full notice",
    "full version",
    "main privacy notice",
    "general privacy notice",
    "corporate privacy notice",
    "overarching privacy",
    "more detailed privacy",
    "detailed notice",
    "other privacy notice",
    "our privacy notice at",
    "our privacy notice on",
    "read our privacy notice",
    "see our privacy notice",
    "supplements",
    "in addition to our",
    "read alongside",
    "read together with",
    "short version",
    "summary of our",
];

/// What a notice speaks of, a list of words for each thing.
const TOPICS: [&[&str]; 8] = [
    &["controller", "who we are", "we are "],
    &[
        "we collect",
        "we hold",
        "we ask for",
        "we use your",
        "we record",
        "we process",
    ],
    &[
        "basis",
        "article 6",
        "public task",
        "legal obligation",
        "legitimate interest",
        "consent",
        "contract",
    ],
    &["share", "disclose", "pass ", "passed", "send ", "recipient"],
    &["how long", "keep", "kept", "retain", "retention", "delete"],
    &["right", "you can ask", "you may ask"],
    &["data protection officer", "contact", "@", "write to"],
    &["complain", "unhappy", "not happy", "concern", "commission"],
];
/// So many of them make a whole: it may leave out two, or say them in words of its own.
const MOST: usize = 6;

impl Prose {
    /// Says whether it is plainly a whole notice, so that what it does not say is not said.
    pub(super) fn is_whole(&self) -> bool {
        let texts = &self.texts;
        let long = texts.iter().map(|text| words(text).len()).sum::<usize>() >= ENOUGH;
        let titled = has(&self.title, &NAMES) || has(&self.title, &["privacy: "]);
        let named = titled || texts.iter().take(3).any(|text| has(text, &NAMES));
        let about = |topic: &&&[&str]| texts.iter().any(|text| has(text, topic));
        long && named
            && !texts.iter().any(|text| has(text, &ELSEWHERE))
            && TOPICS.iter().filter(about).count() >= MOST
    }
}
