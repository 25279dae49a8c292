//! Whether a source text is plainly a whole notice. What a leaflet, a letter or a part of a page leaves out may stand elsewhere.
//!
//! What it is called tells nothing: a part of a page may be called a privacy notice, and a whole notice something else. A whole one
//! shows most of what every notice tells.

use notice::SectionId;

use super::{Prose, Said, sharing::is_about_sharing, traces::is_trace};
use crate::text::{fold, has, words};

/// A text of fewer words is hardly a whole notice.
const ENOUGH: usize = 180;

/// A notice of fewer words is a short one, and may leave the rest of a part to another.
const FULL: usize = 440;

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
    "short version of",
    "summary of our",
];

/// What every notice tells of.
const TOPICS: [fn(&Said<'_>) -> bool; 8] = [
    who_decides,
    what_is_held,
    why,
    basis,
    who_gets_it,
    how_long,
    rights,
    complaints,
];
/// So many of them make a whole: it may leave out two, or say them in words of its own.
const MOST: usize = 6;

impl Prose {
    /// Says whether it is a whole notice that goes into each of its parts, so that what is missing in one of them stands nowhere.
    pub(super) fn is_full(&self) -> bool {
        self.length() >= FULL && self.is_whole()
    }

    fn length(&self) -> usize {
        self.texts.iter().map(|text| words(text).len()).sum()
    }

    /// Says whether it is plainly a whole notice, so that what it does not say is not said.
    pub(super) fn is_whole(&self) -> bool {
        let long = self.length() >= ENOUGH;
        let said = self.said();
        let told = |topic: &&fn(&Said<'_>) -> bool| said.iter().any(topic);
        long && !said.iter().any(|it| is_elsewhere(it.text))
            && TOPICS.iter().filter(told).count() >= MOST
    }
}

/// Says whether a sentence has the rest of the notice stand elsewhere. That other services have notices of their own leaves this one
/// whole.
fn is_elsewhere(sentence: &str) -> bool {
    let others = [
        "other service",
        "another service",
        "other department",
        "other purpose",
        "different service",
    ];
    has(sentence, &ELSEWHERE) && !has(sentence, &others)
}

/// Says whether a sentence is about what is held of people.
pub(super) fn is_of_data(sentence: &str) -> bool {
    let data = [
        "data",
        "information",
        "detail",
        "record",
        "file",
        "footage",
        "image",
        "privacy",
        "about you",
        "who you are",
        "what you tell",
        "what we hold",
    ];
    has(sentence, &data)
}

fn who_decides(said: &Said<'_>) -> bool {
    let who = ["responsible for", "decides", "in charge of", "looks after"];
    has(said.text, &["controller", "who we are"]) || (has(said.text, &who) && is_of_data(said.text))
}

/// Says whether a sentence is a heading of a few words that begins so: "Who receives it".
fn is_headed(said: &Said<'_>, begins: &[&str]) -> bool {
    let text = fold(said.text);
    let text = text.trim_start_matches(|mark: char| !mark.is_alphabetic());
    words(text).len() < 8
        && !text.ends_with(['.', ';', ','])
        && begins.iter().any(|it| text.starts_with(it))
}

fn what_is_held(said: &Said<'_>) -> bool {
    let heads = [
        "what is held",
        "what we hold",
        "what we know",
        "what we collect",
        "the data",
    ];
    if is_headed(said, &heads) {
        return true;
    }
    let gets = [
        "we collect",
        "we write down",
        "we hold",
        "we ask ",
        "we record",
        "we need",
        "we process",
        "we receive",
        "we get",
    ];
    said.section == SectionId::Data || (has(said.text, &gets) && is_of_data(said.text))
}

fn why(said: &Said<'_>) -> bool {
    let uses = [
        "we use",
        "use it ",
        "use them ",
        "used to",
        "used for",
        "so that",
        "purpose",
    ];
    said.section == SectionId::Purposes
        || has(said.text, &["our purpose"])
        || is_headed(
            said,
            &[
                "what for",
                "why we",
                "purposes",
                "what it is used for",
                "what it is for",
            ],
        )
        || (has(said.text, &uses) && is_of_data(said.text))
}

fn basis(said: &Said<'_>) -> bool {
    let terms = [
        "lawful bas",
        "legal bas",
        "legal ground",
        "article 6",
        "art. 6",
        "public task",
        "legal obligation",
        "legitimate interest",
        "consent",
        "official authority",
    ];
    has(said.text, &terms)
}

fn who_gets_it(said: &Said<'_>) -> bool {
    said.section == SectionId::Recipients
        || is_headed(
            said,
            &[
                "who receives",
                "who gets",
                "who sees",
                "who is told",
                "recipients",
            ],
        )
        || (is_about_sharing(said) && is_of_data(said.text))
}

fn how_long(said: &Said<'_>) -> bool {
    said.section == SectionId::Retention
        || is_headed(said, &["how long", "retention"])
        || (is_trace(said.text) && is_of_data(said.text))
}

fn rights(said: &Said<'_>) -> bool {
    let asks = [
        "copy of",
        "to see",
        "correct",
        "erase",
        "erasure",
        "delet",
        "restrict",
        "object",
        "portab",
        "access to",
    ];
    let may = ["right", "you can", "you may", "ask us"];
    said.section == SectionId::Rights
        || is_headed(said, &["your rights", "rights"])
        || (has(said.text, &asks) && has(said.text, &may) && is_of_data(said.text))
}

fn complaints(said: &Said<'_>) -> bool {
    let unhappy = [
        "complain",
        "unhappy",
        "not happy",
        "dissatisfied",
        "concern",
    ];
    has(said.text, &["information commission", "ico.org.uk"])
        || (has(said.text, &unhappy)
            && (said.section == SectionId::Complaints || is_of_data(said.text)))
}

#[cfg(test)]
mod tests {
    use super::{Prose, is_elsewhere};
    use crate::prose::{Piece, SectionId};

    /// Makes a text of paragraphs, with words enough for a whole one.
    fn text(title: &str, paragraphs: &[&str]) -> Prose {
        let filling =
            "The hall stands by the river and opens on most days of the year. ".repeat(14);
        let all = paragraphs.iter().map(|it| (*it).to_owned());
        let texts: Vec<String> = all.chain([filling]).collect();
        let piece = |text: &String| Piece {
            section: SectionId::Collection,
            text: text.clone(),
            is_bullet: false,
        };
        Prose {
            title: title.to_owned(),
            pieces: texts.iter().map(piece).collect(),
            texts,
        }
    }

    const WHOLE: [&str; 8] = [
        "Northmere Town Council is the controller.",
        "We ask for your name and other details when you book.",
        "We use your details to send you a bill.",
        "Our lawful basis is our contract with you.",
        "We share your details with Tollbridge Payments Ltd.",
        "We keep your record for six years.",
        "You can ask us for a copy of your data, and have it corrected.",
        "If you are unhappy with what we do with your data, complain to the clerk or to the Information Commission.",
    ];

    #[test]
    fn a_whole_notice_shows_most_of_what_every_notice_tells() {
        for title in [
            "Hiring the hall",
            "Privacy: hiring the hall",
            "Hall privacy notice",
        ] {
            assert!(text(title, &WHOLE).is_whole(), "{title}");
            // Two may be missing, whichever they are; a third is too much.
            assert!(text(title, &WHOLE[2..]).is_whole(), "{title}");
            assert!(text(title, &WHOLE[..6]).is_whole(), "{title}");
            assert!(!text(title, &WHOLE[3..]).is_whole(), "{title}");
            assert!(!text(title, &WHOLE[..5]).is_whole(), "{title}");
            assert!(!text(title, &[]).is_whole(), "{title}");
        }
    }

    #[test]
    fn headings_show_what_a_text_tells() {
        let heads = [
            "Northmere Registrar is the controller.",
            "What is held --",
            "What for --",
            "The lawful basis is legal obligation.",
            "Who receives it --",
            "How long --",
            "Your rights --",
            "You may complain to the Information Commission.",
        ];
        assert!(text("The register", &heads).is_whole());
        let others = [
            "Northmere Registrar is the controller.",
            "What is held up in the hall",
            "What for the pony eats, it costs.",
            "Who receives the cup is told on the day.",
            "Long is the river",
            "Right of way",
        ];
        assert!(!text("The register", &others).is_whole());
    }

    #[test]
    fn what_is_not_about_data_shows_nothing_of_a_notice() {
        let rules = [
            "Turn the controller on the wall to warm the hall.",
            "We need a deposit when you book.",
            "We use the money to mend the roof.",
            "The contract of hire is overleaf.",
            "Share the kitchen with whoever is there.",
            "We keep the keys in the office, and delete nothing.",
            "You have a right to your deposit, and can ask us for a receipt.",
            "If you are unhappy with the hall, complain to the clerk.",
        ];
        assert!(!text("Privacy: hiring the hall", &rules).is_whole());
    }

    #[test]
    fn a_notice_elsewhere_is_told_from_those_of_other_services() {
        for sentence in [
            "Read our full privacy notice on the website.",
            "This is the short version of our notice.",
            "This page supplements the corporate privacy notice.",
            "This is a summary of our privacy notice.",
        ] {
            assert!(is_elsewhere(sentence), "{sentence}");
        }
        for sentence in [
            "For other services please read our corporate privacy notice.",
            "Our privacy notice at the desk is about other departments.",
            "The short version: we keep your details for a year.",
            "Your next school gets a summary of your progress.",
        ] {
            assert!(!is_elsewhere(sentence), "{sentence}");
        }
    }
}
