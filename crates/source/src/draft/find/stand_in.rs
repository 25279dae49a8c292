//! Words that stand where a period should: “in line with our retention schedule”, “as long as necessary”.

use super::{clauses, keeping::keeps, period::periods};

/// Words for need, behind “as long as” or “no longer”.
const NEED: [&str; 9] = [
    "necessary",
    "needed",
    "need",
    "needs",
    "required",
    "require",
    "requires",
    "relevant",
    "useful",
];

/// Where a period may be told by pointing to it.
const PLACES: [&str; 7] = [
    "retention schedule",
    "retention schedules",
    "retention policy",
    "retention and disposal",
    "retention guidelines",
    "retention periods",
    "retention timetable",
];

/// Lists what a text says in place of a period. Where the sentence tells a period as well, and where it says that nothing is kept
/// longer than needed, nothing stands in its place.
pub(crate) fn stand_ins(text: &str, is_about_keeping: bool) -> Vec<String> {
    let mut found = Vec::new();
    if !["long", "etention"].iter().any(|stem| text.contains(stem)) {
        return found;
    }
    for sentence in clauses(text) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let kept = is_about_keeping || words.iter().any(|word| keeps(word));
        if !kept || !periods(sentence).is_empty() {
            continue;
        }
        let said = sentence.trim_end_matches(['.', ';', '!', '?', ')', ' ']);
        found.extend(needed(said).into_iter().chain(points(said)));
    }
    found
}

/// Reads “in line with our retention schedule”, “as set out in the retention policy”.
fn points(sentence: &str) -> Option<String> {
    let lower = sentence.to_lowercase();
    let begins = [
        "in line with",
        "in accordance with",
        "according to",
        "as set out in",
        "as stated in",
        "as shown in",
        "as per",
        "set by",
        "set out in",
        "listed in",
        "determined by",
        "depends on",
        "follow our",
        "follows our",
        "follow the",
        "under our",
    ];
    let from = begins.iter().filter_map(|it| lower.find(it)).min()?;
    let place = PLACES
        .iter()
        .filter_map(|it| Some((lower[from..].find(it)?, it.len())))
        .min()?;
    let end = lower[from + place.0 + place.1..].find(|mark: char| !mark.is_alphanumeric());
    let end = end.map_or(lower.len(), |end| from + place.0 + place.1 + end);
    // "The retention of CCTV is set by law, and our retention schedule is on the website" points in two ways.
    let near = lower[from..end].split_whitespace().count() <= 12;
    near.then(|| sentence.get(from..end).map(str::to_owned))?
}

/// Reads “as long as necessary”, “until no longer needed”, “for as long as the law requires”.
fn needed(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let plain: Vec<String> = words
        .iter()
        .map(|word| super::keeping::plain(word))
        .collect();
    let is = |at: usize, want: &[&str]| {
        plain
            .get(at)
            .is_some_and(|word| want.contains(&word.as_str()))
    };
    let at = (0..plain.len()).find(|&at| {
        let long = is(at, &["as", "so"]) && is(at + 1, &["long"]) && is(at + 2, &["as"]);
        let no_longer = is(at, &["until", "when", "once", "till"])
            && (at + 1..at + 5).any(|at| is(at, &["no"]) && is(at + 1, &["longer"]));
        let reach = if long { at + 3..at + 9 } else { at + 2..at + 9 };
        let needed = reach.into_iter().any(|at| is(at, &NEED));
        (long || no_longer) && needed
    })?;
    let first = plain.first().map(String::as_str).unwrap_or_default();
    // "As long as you need help" tells of people, and what is not kept so long is kept for less.
    let denied = plain[..at]
        .iter()
        .any(|word| matches!(word.as_str(), "not" | "never" | "only"))
        && !plain.iter().any(|word| word == "only");
    let people = (at + 2..at + 5).any(|at| is(at, &["you", "your"]));
    let need = (at..plain.len()).find(|&at| is(at, &NEED))?;
    let end = (need + 1..words.len())
        .find(|&at| words[at - 1].ends_with([',', ':', ')']))
        .unwrap_or(words.len())
        .min(need + 8);
    let said = words[at..end].join(" ");
    (!denied && !people && first != "if").then(|| said.trim_end_matches([',', ':', ')']).to_owned())
}

#[cfg(test)]
mod tests {
    use super::stand_ins;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_stands_for_a_period_tells_none() {
        for (text, said) in [
            (
                "Financial records are kept in line with our retention schedule.",
                "in line with our retention schedule",
            ),
            (
                "We retain it in accordance with the Council's Corporate Retention and Disposal Schedule.",
                "in accordance with the Council's Corporate Retention and Disposal",
            ),
            (
                "Fraud cases are held for as long as necessary.",
                "as long as necessary",
            ),
            (
                "We keep your file as long as it is needed for the purpose, and then shred it.",
                "as long as it is needed for the purpose",
            ),
            (
                "Photographs are kept until no longer needed.",
                "until no longer needed",
            ),
            (
                "Records are deleted when they are no longer required.",
                "when they are no longer required",
            ),
            (
                "We will hold it for as long as the law requires.",
                "as long as the law requires",
            ),
            (
                "How long we keep it depends on our retention policy.",
                "depends on our retention policy",
            ),
        ] {
            assert_eq!(stand_ins(text, false), [said], "{text}");
        }
        for text in [
            "We keep it for 6 years, in line with our retention schedule.",
            "We will not keep it for as long as we need to.",
            "You can stay for as long as necessary.",
            "We keep the place for as long as you need it.",
            "Kept until the tenancy ends.",
            "We keep a record of what is required.",
            "Our retention schedule is on the website.",
            "Keep warm in line with our advice.",
        ] {
            assert_eq!(stand_ins(text, false), [""; 0], "{text}");
        }
        assert_eq!(
            stand_ins("Fraud investigations: as long as necessary", true).len(),
            1
        );
    }
}
