//! Sensitive data that a text has collected: in a sentence, or in the list that a sentence leads to.

use notice::{Block, Inline, Notice};

use super::{
    health::tells_of_health,
    text::{denies, plain, sentences, unmarked, words},
};

/// What somebody does who has data: as "we" do it, and as it is done.
const ACTS: [(&str, &str); 10] = [
    ("collect", "collected"),
    ("gather", "gathered"),
    ("hold", "held"),
    ("keep", "kept"),
    ("note", "noted"),
    ("process", "processed"),
    ("record", "recorded"),
    ("store", "stored"),
    ("use", "used"),
    ("ask", "asked"),
];

/// Who does it.
const WHO: [&str; 16] = [
    "we",
    "council",
    "trust",
    "school",
    "college",
    "university",
    "authority",
    "service",
    "team",
    "officers",
    "staff",
    "nurses",
    "teachers",
    "surgery",
    "practice",
    "association",
];

/// What may stand between who acts and what is done.
const BETWEEN: [&str; 17] = [
    "also",
    "always",
    "can",
    "could",
    "have",
    "may",
    "might",
    "must",
    "need",
    "normally",
    "only",
    "sometimes",
    "then",
    "therefore",
    "to",
    "usually",
    "will",
];

/// What ends what is collected, and tells when, why or from whom.
const ENDS: [&str; 17] = [
    "if", "when", "where", "so", "to", "because", "for", "from", "with", "unless", "until",
    "while", "who", "whether", "in", "by", "before",
];

/// What names such data, and what must stand behind it for that: an ending means any word that begins so, and none that it may stand
/// alone as well. A medical centre is no data, and neither are health visitors.
const KINDS: [(&str, &[&str]); 14] = [
    ("health", DATA),
    ("medical", DATA),
    ("disability", DATA),
    ("disabilities", DATA),
    ("ethnicity", DATA),
    ("ethnic", &["background", "group", "origin", "origins"]),
    ("religion", DATA),
    ("religious", &["affiliation", "belief", "beliefs", "views"]),
    ("sexuality", DATA),
    ("sexual", &["orientation"]),
    ("biometric", DATA),
    ("genetic", DATA),
    ("political", &["opinion", "opinions", "views"]),
    ("union", &["member", "members", "membership"]),
];

/// What stands behind a name of such data, unless nothing does.
const DATA: &[&str] = &[
    "and",
    "condition",
    "conditions",
    "data",
    "details",
    "evidence",
    "history",
    "identifiers",
    "information",
    "issues",
    "need",
    "needs",
    "notes",
    "or",
    "problem",
    "problems",
    "reason",
    "reasons",
    "record",
    "records",
    "status",
];

/// Returns the first sentence of a notice's text that has sensitive data collected, or leads to a list of it.
pub(super) fn collected(notice: &Notice) -> Option<String> {
    notice.sections.iter().find_map(|section| {
        let mut lead: Option<String> = None;
        for block in &section.body {
            match block {
                Block::Paragraph(runs) => {
                    let text = plain(unmarked(runs)).trim().to_owned();
                    if let Some(said) = sentences(&text).find(|it| collects_it(it)) {
                        return Some(said.to_owned());
                    }
                    let last = sentences(&text).last().map(str::to_owned);
                    lead = last.filter(|it| it.ends_with(':') && leads(it));
                }
                Block::List(items) => {
                    let is = |item: &Vec<Inline>| {
                        let text = plain(item);
                        !denies(&text) && is_kind(&object(&words(&text)))
                    };
                    if let Some(lead) = lead.take().filter(|_| items.iter().any(is)) {
                        return Some(lead);
                    }
                }
            }
        }
        None
    })
}

/// Says whether a sentence has sensitive data collected.
fn collects_it(sentence: &str) -> bool {
    let all = words(sentence);
    !denies(sentence)
        && acts(&all).is_some_and(|acts| match acts {
            Acts::Ours(behind) => is_kind(&object(&all[behind..])),
            Acts::Done(before) => is_kind(subject(&all[..before])),
        })
}

/// Says whether a sentence has what is listed behind it collected.
fn leads(sentence: &str) -> bool {
    !denies(sentence) && acts(&words(sentence)).is_some()
}

/// Where something is collected in a sentence: what we do, with the place behind the word for it, or what is done, with that before it.
enum Acts {
    Ours(usize),
    Done(usize),
}

fn acts(all: &[String]) -> Option<Acts> {
    (0..all.len()).find_map(|at| {
        let word = all[at].as_str();
        let before: Vec<&str> = all[..at].iter().map(String::as_str).collect();
        let ours = before.iter().rev().find(|it| !BETWEEN.contains(it));
        let ours = ours.is_some_and(|it| WHO.contains(it));
        let own = |(act, _): &(&str, &str)| word == *act || word.strip_suffix('s') == Some(act);
        if ours && ACTS.iter().any(own) {
            // "Ask you for", "ask about": of whom and how is no part of it.
            let rest = all[at + 1..].iter();
            let asked = ["you", "people", "everybody", "for", "about", "of"];
            let skipped = rest.take_while(|it| asked.contains(&it.as_str())).count();
            return Some(Acts::Ours(
                at + 1 + if word.starts_with("ask") { skipped } else { 0 },
            ));
        }
        let is = before
            .iter()
            .rposition(|it| matches!(*it, "is" | "are" | "be"));
        let is = is.filter(|it| at - it <= 2);
        let done = ACTS.iter().any(|(_, done)| word == *done);
        is.filter(|_| done && word != "asked").map(Acts::Done)
    })
}

/// Returns what is collected: what stands before the words of when, why and from whom.
fn object(all: &[String]) -> Vec<String> {
    let own = all.iter().take_while(|it| !ENDS.contains(&it.as_str()));
    own.cloned().collect()
}

/// Returns of what stands before a verb the part that is its subject: behind any condition.
fn subject(all: &[String]) -> &[String] {
    let start = all.iter().rposition(|it| ENDS.contains(&it.as_str()));
    start.map_or(all, |_| &[])
}

/// Says whether words name sensitive data, alone or among others.
fn is_kind(all: &[String]) -> bool {
    let named = |at: usize| {
        let behind = all.get(at + 1).map(String::as_str);
        KINDS.iter().any(|(kind, after)| {
            let alone = std::ptr::eq(*after, DATA) && behind.is_none();
            let joined = behind.is_some_and(|it| after.contains(&it));
            // "Health and safety"
            let safety = all[at] == "health" && all.get(at + 2).is_some_and(|it| it == "safety");
            all[at] == *kind && (alone || joined) && !safety
        })
    };
    (0..all.len()).any(named) || tells_of_health(all)
}

#[cfg(test)]
mod tests {
    use super::{collects_it, is_kind, leads};
    use crate::text::words;

    #[test]
    fn sensitive_data_that_is_collected_is_told_from_what_only_sounds_so() {
        for sentence in [
            "If you ask for help, we record your disability and medical conditions.",
            "We may ask you about your religion.",
            "The school also keeps medical records.",
            "Your ethnic origin is recorded.",
            "We hold details of your trade union membership.",
            "Biometric data may be stored.",
            "Officers note your health problems.",
            "We use information about your sexual orientation.",
        ] {
            assert!(collects_it(sentence), "{sentence}");
        }
        for sentence in [
            "We do not record your disability.",
            "We use health and safety rules.",
            "We hold medical equipment in store.",
            "We record your address if you have a disability.",
            "We use your details to plan health services.",
            "The health centre is used by many.",
            "We keep a list of religious buildings.",
            "You can ask us about your health.",
            "We ask health visitors to ring you.",
            "We use a medical centre.",
            "If your disability changes, the form is used again.",
        ] {
            assert!(!collects_it(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_list_is_of_what_its_lead_says() {
        for lead in [
            "The following special categories may be collected:",
            "We hold:",
            "We ask about:",
            "The school records these details:",
        ] {
            assert!(leads(lead), "{lead}");
        }
        for lead in [
            "We do not collect:",
            "You can ask us to:",
            "We share it with:",
            "These teams help you:",
        ] {
            assert!(!leads(lead), "{lead}");
        }
        for item in [
            "health",
            "your ethnic background",
            "trade union membership",
            "sexual orientation",
        ] {
            assert!(is_kind(&words(item)), "{item}");
        }
        for item in [
            "batteries",
            "health visitors",
            "health and safety",
            "your name",
            "the medical school",
        ] {
            assert!(!is_kind(&words(item)), "{item}");
        }
    }
}
