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
    let who = without_examples(said.text, who);
    let ended = TELL_NOTHING.iter().find_map(|end| who.strip_suffix(end));
    let who = ended.unwrap_or(who).trim();
    let helped = HELPERS.iter().find_map(|end| who.strip_suffix(end));
    let anybody = is_others(helped.unwrap_or(who).trim()) || is_whoever_needs(who);
    // What ends so is no heading of a list.
    (!said.is_listed || ended.is_some()) && anybody && !is_told(said)
}

/// Says whether words are no more than "other organisations".
pub(super) fn is_others(who: &str) -> bool {
    has(who, &OTHERS) && is_anybody(who)
}

/// Returns one of several names without the words behind it that tell nothing: "other agencies as appropriate".
pub(super) fn bare(who: &str) -> &str {
    let who = who.trim().trim_end_matches(['.', ';', ',']);
    let ended = TELL_NOTHING.iter().find_map(|end| who.strip_suffix(end));
    ended.unwrap_or(who).trim()
}

/// What may stand behind others, and tells no more of them than that they are of use.
const HELPERS: [&str; 12] = [
    "that help us",
    "who help us",
    "which help us",
    "that support us",
    "who support us",
    "that assist us",
    "who assist us",
    "that work with us",
    "who work with us",
    "we work with",
    "that we work with",
    "with whom we work",
];

/// Words that bring in examples, as [`words`] has them.
const EXAMPLES: [&str; 5] = ["such as", "for example", "including", "like", "namely"];

/// Returns words of a sentence without the examples behind them, if these could be anybody too: "companies that help us, such as our
/// partners".
fn without_examples<'a>(sentence: &str, who: &'a str) -> &'a str {
    let cut = EXAMPLES.iter().find_map(|it| {
        let (before, _) = who.split_once(&format!(" {it} "))?;
        let (_, after) = sentence.split_once(it)?;
        is_nobody(after).then_some(before)
    });
    cut.unwrap_or(who)
}

/// Says whether examples tell nobody from anybody else. The field that they work in tells no more of who they are: "our partners in
/// reading and literacy", where "our partners in the NHS" are somebody.
fn is_nobody(examples: &str) -> bool {
    /// What somebody is to us.
    const TIES: [&str; 12] = [
        "affiliates",
        "allies",
        "associates",
        "backers",
        "collaborators",
        "colleagues",
        "contacts",
        "friends",
        "partners",
        "sponsors",
        "stakeholders",
        "supporters",
    ];
    const NAMES: [&str; 6] = ["and", "clients", "suppliers", "those", "us", "vendors"];
    const FIELDS: [&str; 6] = ["across", "around", "from", "in", "throughout", "within"];
    let all = words(examples);
    let tie = |it: &String| TIES.contains(&it.as_str());
    let field = (1..all.len()).find(|&at| tie(&all[at - 1]) && FIELDS.contains(&all[at].as_str()));
    let all = match field.filter(|_| !is_somebody(examples)) {
        Some(at) => &all[..at],
        None => &all[..],
    };
    all.iter()
        .all(|word| tie(word) || NAMES.contains(&word.as_str()) || is_anybody(word))
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
    let examples = here.iter().find_map(|it| {
        let (_, after) = said.text.split_once(it)?;
        Some(!is_nobody(after))
    });
    examples.unwrap_or(false) || has(said.next, &behind)
}

/// Says whether a sentence names somebody, or a kind of somebody.
pub(super) fn is_somebody(sentence: &str) -> bool {
    let kinds = [
        "council",
        "hospital",
        "police",
        "school",
        "landlord",
        "doctor",
        "court",
        "contractor",
        "nurse",
        "pharmac",
        "ombudsman",
        "charit",
        "bank",
        "insurer",
        "social worker",
        "employer",
        "auditor",
        "supplier",
        "printer",
        "department",
        "government",
    ];
    let mut marks = sentence.split_whitespace().skip(1);
    let named = marks.any(|word| {
        word.len() > 2
            && word.starts_with(char::is_uppercase)
            && !matches!(
                word,
                "We" | "UK" | "GDPR" | "Article" | "Our" | "You" | "Your"
            )
    });
    named || has(sentence, &kinds)
}

#[cfg(test)]
mod tests {
    use super::could_be_anybody;
    use crate::{
        prose::{Said, SectionId},
        text::words,
    };

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
    fn examples_that_could_be_anybody_tell_nothing() {
        let goes_to_anybody = |text: &str| {
            let who = text.split_once(" with ").or(text.split_once(" to "));
            let (_, who) = who.expect("each says to whom");
            could_be_anybody(&said(text, ""), &words(who).join(" "))
        };
        for text in [
            "We share details with companies that help us, such as our partners and sponsors.",
            "We pass it to organisations we work with, including our partners.",
            "We give it to third parties such as our associates.",
            "We send it to other bodies, for example our stakeholders.",
            "We share it with people who support us, such as partners and friends.",
            "We share it with firms that work with us.",
            "We may also give your details to other organisations such as our partners and suppliers.",
            "We pass it to other companies, for example vendors and other clients.",
            "We disclose it to third parties including our backers.",
            "We send it to other firms like our suppliers.",
            "We also pass details to other organisations, such as our partners in reading and literacy.",
            "We share your details with third parties, including colleagues across the sector.",
            "We pass it to other bodies, for example friends in the voluntary sector.",
            "We disclose it to other organisations such as partners from the world of business.",
            "We send details to other companies, like our contacts within the industry.",
            "We give your details to other organisations such as our supporters around the borough.",
        ] {
            assert!(goes_to_anybody(text), "{text}");
        }
        for text in [
            "We share details with companies that help us, such as our printer and our bank.",
            "We pass it to organisations we work with, including schools.",
            "We give it to third parties such as Larch Ltd.",
            "We send it to other bodies, for example the fire service.",
            "We share it with people who support us, such as our auditors.",
            "We share it with firms that work with us on repairs.",
            "We give details to other organisations such as our suppliers of uniforms.",
            "We pass it to other companies, for example the vendor of our software.",
            "We pass details to other organisations, such as our partners in the NHS.",
            "We share your details with third parties, including colleagues at the hospital.",
            "We pass it to other bodies, for example our partners in the police and fire services.",
            "We disclose it to other organisations such as our partners in the Wenlow Reading Trust.",
            "We send details to other companies, such as contractors in the borough.",
            "We give your details to other organisations such as the suppliers within our group.",
        ] {
            assert!(!goes_to_anybody(text), "{text}");
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
