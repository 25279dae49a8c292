//! What a text says is appended to itself: "the plan is in the appendix to this notice".

use super::text::words;

/// What may be appended to a notice; a law has a schedule of its own.
const PARTS: [&str; 6] = [
    "appendix",
    "appendices",
    "annex",
    "annexe",
    "addendum",
    "schedule",
];

/// Returns what a sentence says is appended to its own text: "appendix".
fn pointed_at(sentence: &str) -> Option<&'static str> {
    const OWN: [&str; 8] = [
        "notice",
        "page",
        "statement",
        "document",
        "leaflet",
        "policy",
        "text",
        "sheet",
    ];
    // What leads to a list has it there: "the retention schedule below:".
    if sentence.trim_end().ends_with(':') {
        return None;
    }
    let all = words(sentence);
    (0..all.len()).find_map(|at| {
        let part = PARTS.iter().find(|it| **it == all[at])?;
        // "Appendix A", "annex 2".
        let named = all.get(at + 1).is_some_and(|it| it.len() == 1);
        let behind: Vec<&str> = all[at + 1 + usize::from(named)..]
            .iter()
            .take(4)
            .map(String::as_str)
            .collect();
        let own = match behind.as_slice() {
            ["to" | "of" | "in", "this", what, ..] => OWN.contains(what),
            // A schedule may be the table that follows.
            ["below" | "overleaf", ..] => *part != "schedule",
            ["at", "the", "end" | "back" | "foot", ..] => true,
            _ => false,
        };
        own.then_some(*part)
    })
}

/// Says whether a sentence points at what is appended to its text, where nothing begins so in it.
pub(super) fn is_missing(sentence: &str, begins: &[String]) -> bool {
    let start = |part: &str, text: &String| {
        let all = words(text);
        let first = all.iter().find(|it| *it != "the");
        first.is_some_and(|it| it.get(..4) == part.get(..4))
    };
    pointed_at(sentence).is_some_and(|part| !begins.iter().any(|it| start(part, it)))
}

#[cfg(test)]
mod tests {
    use super::is_missing;

    #[test]
    fn what_is_appended_to_the_text_itself_is_told_from_others() {
        for sentence in [
            "A plan of the cameras is in the appendix to this notice.",
            "Appendix A to this notice lists our suppliers.",
            "The periods are in the annex below.",
            "See the schedule at the end for each period.",
            "The annexe to this page has the whole list.",
            "Our suppliers are listed in Appendix 2 of this document.",
        ] {
            assert!(
                is_missing(sentence, &["Who we are".to_owned()]),
                "{sentence}"
            );
            let there = [
                "Appendix A: the cameras",
                "Annex",
                "Schedule of periods",
                "ANNEXE 1",
            ];
            let there: Vec<String> = there.iter().map(|it| (*it).to_owned()).collect();
            assert!(!is_missing(sentence, &there), "{sentence}");
        }
        for sentence in [
            "We rely on paragraph 6 of Schedule 1 to the Data Protection Act 2018.",
            "The plan is in the appendix to the lease.",
            "Annex B of the Code tells more.",
            "The schedule of works is at the desk.",
            "The Trust follows the retention schedule below:",
            "We keep it as the schedule below says.",
            "The annex below:",
            "An appendix was removed at the hospital.",
            "We meet a condition of Schedule 1, Part 2.",
        ] {
            assert!(!is_missing(sentence, &[]), "{sentence}");
        }
    }
}
