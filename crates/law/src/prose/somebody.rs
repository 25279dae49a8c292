//! Those whom a sentence has data go to, or come from: somebody, or whoever it may be.

use super::Said;
use crate::{
    anybody::is_anybody,
    text::{has, words},
};

/// Words for others of whom nothing is known by them.
const OTHERS: [&str; 14] = [
    "part",
    "organisation",
    "agenc",
    "compan",
    "bod",
    "people",
    "businesses",
    "firms",
    "providers",
    "others",
    "persons",
    "source",
    "elsewhere",
    "places",
];

/// What may stand behind a name that could be anybody's, and tells no more of whose it is.
const TELL_NOTHING: [&str; 14] = [
    "where necessary",
    "where appropriate",
    "where relevant",
    "where needed",
    "as necessary",
    "as appropriate",
    "as required",
    "as needed",
    "when necessary",
    "if necessary",
    "from time to time",
    "at our discretion",
    "as we see fit",
    "for their own purposes",
];

/// Says whether those whom a sentence names could be anybody, and neither it nor what follows says who they are.
pub(super) fn could_be_anybody(said: &Said<'_>, who: &str) -> bool {
    let ended = TELL_NOTHING.iter().find_map(|end| who.strip_suffix(end));
    let who = ended.unwrap_or(who).trim();
    let anybody = (has(who, &OTHERS) && is_anybody(who)) || is_whoever_needs(who);
    !said.is_listed && anybody && !is_told(said)
}

/// Says whether words name people by nothing but a need of what they get: "those who need it", "anyone with a need to know".
fn is_whoever_needs(who: &str) -> bool {
    const WHOEVER: [&str; 9] = [
        "those",
        "anyone",
        "anybody",
        "whoever",
        "people",
        "others",
        "organisations",
        "bodies",
        "parties",
    ];
    const NOTHING: [&str; 16] = [
        "a",
        "data",
        "details",
        "have",
        "information",
        "it",
        "know",
        "may",
        "see",
        "that",
        "the",
        "them",
        "this",
        "to",
        "who",
        "with",
    ];
    let all = words(who);
    let needs = |it: &String| matches!(it.as_str(), "need" | "needs" | "needing");
    all.first().is_some_and(|it| WHOEVER.contains(&it.as_str()))
        && all.iter().any(needs)
        && all[1..]
            .iter()
            .all(|it| needs(it) || NOTHING.contains(&it.as_str()))
}

/// Says whether a sentence, or the one behind it, says who those are of whom it speaks.
fn is_told(said: &Said<'_>) -> bool {
    let here = [
        "such as",
        "for example",
        "including",
        "these are",
        "they are",
        "namely",
        "among them",
    ];
    let behind = [
        "these ",
        "they are",
        "namely",
        "examples",
        "for example",
        "include",
    ];
    has(said.text, &here) || has(said.next, &behind)
}

#[cfg(test)]
mod tests {
    use super::could_be_anybody;
    use crate::prose::{Said, SectionId};

    fn said<'a>(text: &'a str, next: &'a str) -> Said<'a> {
        Said {
            section: SectionId::Recipients,
            text,
            next,
            is_listed: false,
            denies: false,
        }
    }

    #[test]
    fn others_are_told_from_those_of_whom_something_is_said() {
        let alone = said("We share it with others.", "");
        for who in [
            "third parties",
            "other organisations where necessary",
            "a range of sources as needed",
            "various places from time to time",
            "those who need it",
            "anyone with a need to know",
            "people who may need to see it where necessary",
        ] {
            assert!(could_be_anybody(&alone, who), "{who}");
        }
        for who in [
            "the fire service",
            "firms that print our letters",
            "those who need it to mend your boiler",
            "our staff who need it",
            "where necessary",
            "",
        ] {
            assert!(!could_be_anybody(&alone, who), "{who}");
        }
    }

    #[test]
    fn others_are_somebody_where_the_text_goes_on_to_say_who() {
        let who = "other organisations";
        assert!(!could_be_anybody(
            &said("With others, such as schools.", ""),
            who
        ));
        assert!(!could_be_anybody(
            &said("With others.", "These are schools."),
            who
        ));
        assert!(could_be_anybody(
            &said("With others.", "We keep it safe."),
            who
        ));
        let listed = Said {
            is_listed: true,
            ..said("With others.", "")
        };
        assert!(!could_be_anybody(&listed, who));
    }
}
