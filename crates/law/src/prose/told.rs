//! Which rights a source text tells people of.

use notice::{Notice, Right, SectionId};

use super::{Prose, Said};
use crate::{
    Found,
    text::{has, words},
};

/// The rights that every notice tells of, each with the beginnings of words by which it is known.
const RIGHTS: [(&str, &[&str]); 4] = [
    (
        "access",
        &[
            "access", "copy", "copies", "see", "view", "inspect", "obtain", "look",
        ],
    ),
    (
        "rectification",
        &[
            "correct",
            "rectif",
            "inaccura",
            "accura",
            "amend",
            "mistake",
            "error",
            "wrong",
            "update",
            "put",
            "incomplete",
        ],
    ),
    (
        "erasure",
        &[
            "eras",
            "delet",
            "remov",
            "destroy",
            "destruct",
            "wipe",
            "forgotten",
            "forget",
            "rid",
        ],
    ),
    (
        "restriction",
        &[
            "restrict", "limit", "hold", "held", "paus", "freez", "frozen", "suspend", "block",
            "alone", "kept", "keep", "stop", "less",
        ],
    ),
];

/// Finds that a whole notice tells of some rights, and leaves others out.
pub(crate) fn lacking(notice: &Notice) -> Option<Found> {
    let text = Prose::of(notice);
    let said = text.said();
    let list: Vec<&Said<'_>> = said.iter().filter(|it| is_of_rights(it)).collect();
    let elsewhere = list
        .iter()
        .any(|it| !is_a_heading(it) && leads_elsewhere(it.text));
    if elsewhere || is_of_another_law(&text) || !text.is_full() {
        return None;
    }
    let told = |name: &str, starts: &[&str]| {
        let unused = |text| name == "restriction" && is_kept_unused(text);
        list.iter()
            .find(|it| tells(it.text, starts) || unused(it.text))
    };
    // An import enters some of them apart from the sections.
    let entered = |name: &str, starts: &[&str]| {
        let is =
            |it: &Right| it.id.id() == name || begins(&it.name, starts) || begins(&it.text, starts);
        notice.rights.iter().any(is)
    };
    let first = RIGHTS
        .iter()
        .find_map(|(name, starts)| told(name, starts))?;
    let missing = RIGHTS.iter();
    let missing =
        missing.filter(|(name, starts)| told(name, starts).is_none() && !entered(name, starts));
    let missing: Vec<&str> = missing.map(|(name, _)| *name).collect();
    // A text that tells of one alone has the list elsewhere.
    if missing.len() + 1 >= RIGHTS.len() {
        return None;
    }
    let message = format!(
        "Rights that the text does not tell of: {}",
        missing.join(", ")
    );
    (!missing.is_empty()).then(|| Found::missing(message).at(first.text))
}

/// Says whether a text is of the police or the courts, whose law gives other rights.
pub(super) fn is_of_another_law(text: &Prose) -> bool {
    let law = [
        "part 3 of",
        "under part 3",
        "sections 44",
        "sections 45",
        "law enforcement purposes",
    ];
    text.texts.iter().any(|it| has(it, &law))
}

/// Says whether a sentence is about what people may do with their data: by where it stands, or by its words.
pub(super) fn is_of_rights(said: &Said<'_>) -> bool {
    let may = [
        "right", "you can ", "you may ", "ask us", "entitled", "may ask", "can ask", "request",
    ];
    let listed = [
        "to have ",
        "to be given",
        "to ask",
        "to see ",
        "to obtain",
        "to object",
    ];
    let text = said.text.to_lowercase();
    said.section == SectionId::Rights
        || (said.section != SectionId::Retention && has(&text, &may))
        || (said.is_listed && listed.iter().any(|it| text.starts_with(it)))
}

/// Says whether a sentence has more of the rights stand elsewhere, or says that there are more.
fn leads_elsewhere(sentence: &str) -> bool {
    let more = [
        "other rights",
        "further rights",
        "more about your rights",
        "more on your rights",
        "all of your rights",
        "all your rights",
        "full list",
        "rights page",
        "about your rights",
        "rights are explained",
        "rights are set out",
        "rights include",
        "such as",
        "number of rights",
        "rights at",
        "rights on",
        "rights under data protection law",
        "rights under the data protection",
    ];
    has(sentence, &["right"]) && has(sentence, &more) && !lists_them(sentence)
}

/// Says whether a sentence is a heading above the rights that follow: "Your other rights".
fn is_a_heading(said: &Said<'_>) -> bool {
    let text = said.text.trim();
    let ends = text.ends_with("rights") || text.ends_with("RIGHTS");
    ends && words(text).len() < 5 && !said.next.is_empty()
}

/// Says whether a sentence goes on to say which rights it means: "You have two further rights: to be given a copy …".
fn lists_them(sentence: &str) -> bool {
    let open = ["include", "such as", " on ", " at ", "elsewhere"];
    let text = sentence.to_lowercase();
    let Some((lead, list)) = text.split_once(':') else {
        return false;
    };
    lead.trim_end().ends_with("rights") && words(list).len() > 5 && !has(lead, &open)
}

/// Says whether a sentence has people do something by one of these beginnings. What we hold, and that we stop when somebody objects, is
/// none of their doing.
fn tells(sentence: &str, starts: &[&str]) -> bool {
    const LEADS: [&str; 9] = [
        "always", "also", "and", "can", "must", "shall", "should", "then", "will",
    ];
    const OURS: [&str; 11] = [
        "hold", "held", "holds", "keep", "keeps", "kept", "stop", "stops", "pause", "paused",
        "suspend",
    ];
    const BODIES: [&str; 9] = [
        "we",
        "council",
        "trust",
        "school",
        "university",
        "museum",
        "surgery",
        "association",
        "charity",
    ];
    let all = words(sentence);
    let by_us = |at: usize| {
        let who = all[..at]
            .iter()
            .rposition(|it| !LEADS.contains(&it.as_str()));
        // "You can ask that we stop"
        let ours = who.is_some_and(|at| {
            BODIES.contains(&all[at].as_str()) && (at == 0 || all[at - 1] != "that")
        });
        OURS.contains(&all[at].as_str()) && ours
    };
    // "The data held about you"
    let held = |at: usize| {
        let behind = all.get(at + 1).map(String::as_str);
        all[at] == "held" && matches!(behind, Some("about" | "on" | "by" | "in"))
    };
    (0..all.len())
        .any(|at| starts.iter().any(|start| all[at].starts_with(start)) && !by_us(at) && !held(at))
}

/// Says whether a sentence has data be there and not used: "locked so that they are not used".
fn is_kept_unused(sentence: &str) -> bool {
    let all = words(sentence);
    let by_us = |at: usize| at > 1 && all[at - 2] == "we";
    (0..all.len().saturating_sub(1)).any(|at| {
        let next = all[at + 1].as_str();
        let it = all.get(at + 2).map(String::as_str);
        let unused = next == "used" || (next == "use" && matches!(it, Some("it" | "them")));
        all[at] == "not" && unused && !by_us(at)
    })
}

fn begins(sentence: &str, starts: &[&str]) -> bool {
    words(sentence)
        .iter()
        .any(|word| starts.iter().any(|start| word.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::{RIGHTS, begins, is_kept_unused, is_of_rights, leads_elsewhere, tells};
    use crate::prose::Said;

    #[test]
    fn a_right_is_known_by_many_words_and_told_from_other_things() {
        for (right, text) in [
            (0, "You have the right to see what we hold about you."),
            (1, "You can have mistakes put right."),
            (2, "You may ask us to wipe it."),
            (3, "You may have us hold it and not use it."),
            (
                2,
                "to have data erased where the law does not demand that it be kept;",
            ),
            (3, "to have its use limited"),
            (3, "to have information kept but not used"),
        ] {
            assert!(
                is_of_rights(&Said::item(text)) && begins(text, RIGHTS[right].1),
                "{text}"
            );
        }
        for (right, text) in [
            (
                2,
                "You have the right to see what we hold about you and to have mistakes put right.",
            ),
            (
                3,
                "You have the right to a copy, and to have errors corrected.",
            ),
            (2, "You may ask us for a copy."),
            (0, "You may ask us to erase it."),
            (3, "Ask us in any way; there's no charge."),
            (1, "You can have it erased."),
        ] {
            assert!(!begins(text, RIGHTS[right].1), "{text}");
        }
        assert!(!is_of_rights(&Said::item("We delete it after a year.")));
    }

    #[test]
    fn rights_that_stand_elsewhere_are_told_from_those_that_stand_here() {
        for text in [
            "You have other rights, too.",
            "Your rights include seeing your file.",
            "Read more about your rights at the desk.",
            "All your rights are listed on our website.",
            "You have a number of rights.",
            "There is a full list of rights on the board.",
            "You have further rights: see our website.",
            "For your other rights: ask.",
            "These rights include others: to see your file, and to have it put right.",
        ] {
            assert!(leads_elsewhere(text), "{text}");
        }
        for text in [
            "You have the right to see what we hold.",
            "You have these rights:",
            "The right to portability does not apply.",
            "You can have mistakes put right.",
            "It is right to ask.",
            "A full list of the streets is at the desk.",
            "You have two further rights: to be given a copy of your information, and to have it put right.",
            "These are your other rights: a copy, and the correction of mistakes in it.",
            "You have these further rights: to see your file and to have it corrected.",
        ] {
            assert!(!leads_elsewhere(text), "{text}");
        }
    }

    #[test]
    fn what_people_have_done_is_told_from_what_we_do() {
        let restriction = RIGHTS[3].1;
        for text in [
            "You may have us keep it and not use it.",
            "You can ask us to stop using it while a question is settled.",
            "to have it held and not used",
            "You can have its use paused.",
            "You may ask that we are told to hold it alone.",
            "You have a right to make us stop.",
            "You may ask that we stop using it for a time.",
        ] {
            assert!(tells(text, restriction), "{text}");
        }
        for text in [
            "If you do, we stop unless we have compelling grounds that outweigh your own.",
            "The museum must then stop.",
            "You can have a copy of what we hold.",
            "You have the right to see the data held about you.",
            "We will always stop if you object to our post.",
            "You have a right to know how long the council keeps it.",
        ] {
            assert!(!tells(text, restriction), "{text}");
        }
    }

    #[test]
    fn data_that_is_kept_unused_is_told_from_what_we_do_not_use() {
        for text in [
            "You can have them locked so that they are not used.",
            "You may have us put it aside and not use it.",
            "You can ask that it be there and not used.",
        ] {
            assert!(is_kept_unused(text), "{text}");
        }
        for text in [
            "We do not use it for marketing, and you can object.",
            "You can ask us for a copy.",
            "The right is not useful to everybody.",
        ] {
            assert!(!is_kept_unused(text), "{text}");
        }
    }
}
