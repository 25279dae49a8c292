//! Sentences that speak of how long something is kept, in whatever words, and those that name a thing and leave its end open.

use crate::{
    duration::has_duration,
    text::{has, words},
    time::has_criterion,
};

/// Says whether a sentence may speak of how long something is kept, in whatever words.
pub(super) fn is_trace(sentence: &str) -> bool {
    let traces = [
        "retain",
        "retention",
        "delete",
        "destroy",
        "wipe",
        "shred",
        "how long",
        "long as",
        "longer than",
        "weed",
        "thrown away",
    ];
    let keeps = ["keep", "kept", "hold", "held", "store"];
    let goes = [
        "overwrit",
        "dispos",
        "purge",
        "cleared",
        "anonymis",
        "archive",
        "removed after",
    ];
    has(sentence, &traces)
        || (has(sentence, &keeps) && has_duration(sentence))
        || (has(sentence, &goes) && (has_duration(sentence) || has_criterion(sentence)))
        || is_a_period(sentence)
}

/// Says whether a sentence is a name with its period: "Election documents: one year." Periods of answers are others.
fn is_a_period(sentence: &str) -> bool {
    let Some((name, period)) = sentence.split_once(':') else {
        return false;
    };
    let other = [
        "request", "repl", "answer", "respon", "complain", "appeal", "notice", "review", "age",
        "term", "fee",
    ];
    let (name_words, all) = (words(name), words(period));
    let first = all.first().map_or("", String::as_str);
    (1..8).contains(&name_words.len())
        && !has(name, &other)
        && !has(
            period,
            &["you may", "you can", "within", "we reply", "we answer"],
        )
        && all.len() < 16
        && (has_duration(period) || first == "until")
}

/// Returns the words that name what a sentence has kept "as long as necessary" and no more: "We will retain tenancy information for as
/// long as necessary". Of all data the same is often said before the periods of each.
pub(super) fn kept_as_long_as_necessary(sentence: &str) -> Option<Vec<String>> {
    const WHOLE: [&str; 39] = [
        "a",
        "about",
        "all",
        "and",
        "any",
        "collect",
        "data",
        "detail",
        "details",
        "everything",
        "file",
        "files",
        "for",
        "give",
        "given",
        "have",
        "held",
        "hold",
        "information",
        "it",
        "of",
        "only",
        "our",
        "personal",
        "provided",
        "record",
        "records",
        "such",
        "that",
        "the",
        "their",
        "them",
        "these",
        "this",
        "us",
        "we",
        "which",
        "you",
        "your",
    ];
    const EMPTY: [&str; 27] = [
        "are",
        "collected",
        "deemed",
        "for",
        "is",
        "it",
        "law",
        "by",
        "necessary",
        "need",
        "needed",
        "obtained",
        "our",
        "purpose",
        "purposes",
        "reasonably",
        "required",
        "strictly",
        "that",
        "the",
        "them",
        "these",
        "they",
        "to",
        "was",
        "we",
        "which",
    ];
    let all = words(sentence);
    let verb = all
        .iter()
        .position(|it| matches!(it.as_str(), "keep" | "retain" | "hold" | "store"))?;
    let measure = (verb..all.len()).find(|&at| {
        let next = all.get(at + 1).map(String::as_str);
        matches!(
            (all[at].as_str(), next),
            ("long", Some("as")) | ("longer", Some("than"))
        )
    })?;
    let tail = &all[measure + 2..];
    let empty = tail
        .iter()
        .any(|it| it == "necessary" || it == "needed" || it == "required")
        && tail
            .iter()
            .all(|it| EMPTY.contains(&it.as_str()) || matches!(it.as_str(), "were" | "those"));
    let thing = &all[verb + 1..measure];
    let thing: Vec<String> = thing
        .iter()
        .filter(|it| {
            !WHOLE.contains(&it.as_str()) && !matches!(it.as_str(), "as" | "no" | "securely")
        })
        .cloned()
        .collect();
    let ours = all.first().is_some_and(|it| it == "we") && verb < 4;
    // Of everybody, it is said before the periods.
    let others = [
        "applicant",
        "applicants",
        "client",
        "clients",
        "collected",
        "council",
        "customer",
        "customers",
        "do",
        "does",
        "employee",
        "following",
        "identifiable",
        "individual",
        "member",
        "members",
        "only",
        "patient",
        "patients",
        "people",
        "process",
        "provide",
        "pupil",
        "pupils",
        "relevant",
        "resident",
        "residents",
        "service",
        "share",
        "staff",
        "student",
        "students",
        "tenant",
        "tenants",
        "unless",
        "use",
        "user",
        "users",
    ];
    let plain = !thing.iter().any(|it| others.contains(&it.as_str()));
    (ours && empty && plain && (1..7).contains(&thing.len()) && !has_duration(sentence))
        .then_some(thing)
}

#[cfg(test)]
mod tests {
    use super::{is_trace, kept_as_long_as_necessary};

    #[test]
    fn a_thing_kept_as_long_as_necessary_is_told_from_all_data() {
        for sentence in [
            "We will retain tenancy and rent account information for as long as necessary for the purposes for which it was collected.",
            "We keep housing application forms for as long as is necessary.",
            "We hold safeguarding records no longer than is required.",
            "We will store payment details for as long as they are needed for those purposes.",
            "We retain complaint correspondence for only as long as necessary.",
        ] {
            assert!(kept_as_long_as_necessary(sentence).is_some(), "{sentence}");
        }
        for sentence in [
            "We will retain your personal information for as long as necessary for the purposes for which it was collected.",
            "We only keep your data for as long as is necessary.",
            "We keep tenancy files for as long as you are our tenant.",
            "We keep planning files for as long as necessary, which is usually six years.",
            "We keep rent records for as long as necessary to answer a claim in court.",
            "We retain customer information for as long as necessary.",
            "We hold relevant pupil data for as long as is needed.",
            "Sites keep cookies for as long as necessary.",
        ] {
            assert!(kept_as_long_as_necessary(sentence).is_none(), "{sentence}");
        }
    }

    #[test]
    fn a_period_without_a_verb_is_a_trace_of_how_long() {
        for sentence in [
            "Election documents: one year.",
            "Applications: until the second annual register after them is published.",
            "Footage is overwritten after 31 days.",
            "CCTV: 28 days, unless the police ask for it.",
            "Old permits are disposed of after two years.",
        ] {
            assert!(is_trace(sentence), "{sentence}");
        }
        for sentence in [
            "Subject access requests: one month.",
            "Complaints: we answer within 30 days.",
            "Minimum age: 13 years.",
            "You may object: tell us within 21 days.",
            "Next review: in two years.",
        ] {
            assert!(!is_trace(sentence), "{sentence}");
        }
    }
}
