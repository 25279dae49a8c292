//! Which rights a source text tells people of, and whether the right to object stands by itself.

use notice::{Notice, Right, SectionId};

use super::{Prose, Said};
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, words},
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
    let told = |starts: &[&str]| list.iter().find(|it| begins(it.text, starts));
    // An import enters some of them apart from the sections.
    let entered = |name: &str, starts: &[&str]| {
        let is =
            |it: &Right| it.id.id() == name || begins(&it.name, starts) || begins(&it.text, starts);
        notice.rights.iter().any(is)
    };
    let first = RIGHTS.iter().find_map(|(_, starts)| told(starts))?;
    let missing = RIGHTS.iter();
    let missing = missing.filter(|(name, starts)| told(starts).is_none() && !entered(name, starts));
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
fn is_of_another_law(text: &Prose) -> bool {
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
fn is_of_rights(said: &Said<'_>) -> bool {
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

fn begins(sentence: &str, starts: &[&str]) -> bool {
    words(sentence)
        .iter()
        .any(|word| starts.iter().any(|start| word.starts_with(start)))
}

/// Finds that a whole notice has the right to object, and tells of it among other rights alone (Art. 21(4)).
pub(crate) fn apart(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let grounds = [
        "public task",
        "legitimate interest",
        "public interest",
        "6(1)(e)",
        "6(1)(f)",
        "official authority",
        "marketing",
    ];
    let open = text.texts.iter().any(|it| has(it, &grounds));
    let said = text.said();
    let among = said
        .iter()
        .find(|it| is_objecting(it.text) && is_of_rights(it))?;
    if !open || denies_objecting(among) || is_of_another_law(&text) || !text.is_full() {
        return None;
    }
    let alone = |text: &str| is_objecting(text) && !names_another(text);
    let headed = notice.sections.iter().any(|it| alone(&it.heading));
    let apart = text
        .pieces
        .iter()
        .any(|it| !it.is_bullet && alone(&it.text));
    let message = "The right to object is not set apart from the rest";
    found((!headed && !apart).then(|| Found::missing(message).at(among.text)))
}

/// Says whether a sentence says that nobody may object. What another of its rights is bound by denies nothing of that: "to have it erased
/// where we no longer need it, and to object".
fn denies_objecting(said: &Said<'_>) -> bool {
    let within = said.text.split([',', ';', ':']);
    let mut within = within.filter(|it| is_objecting(it));
    let first = said.text.split([',', ';', ':']).next().unwrap_or_default();
    let refused = ["cannot", "may not", "no right", "not have", "not apply"];
    said.denies && (!denies(said.text) || has(first, &refused) || within.any(denies))
}

/// Says whether a text speaks of objecting, and not of an object or of an objective.
fn is_objecting(text: &str) -> bool {
    words(text).iter().any(|it| {
        matches!(
            it.as_str(),
            "object" | "objecting" | "objection" | "objections"
        )
    })
}

/// Says whether a text names a right beside objecting.
fn names_another(text: &str) -> bool {
    let others = [
        "a copy",
        "copies",
        "access to",
        "correct",
        "rectif",
        "eras",
        "delet",
        "restrict",
        "portab",
        "withdraw",
    ];
    has(text, &others)
}

#[cfg(test)]
mod tests {
    use super::{
        RIGHTS, SectionId, begins, denies_objecting, is_objecting, is_of_rights, leads_elsewhere,
        names_another,
    };
    use crate::prose::Said;

    fn said(text: &str) -> Said<'_> {
        Said {
            section: SectionId::Collection,
            text,
            next: "",
            is_listed: true,
            denies: false,
        }
    }

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
                is_of_rights(&said(text)) && begins(text, RIGHTS[right].1),
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
        assert!(!is_of_rights(&said("We delete it after a year.")));
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
    fn a_no_to_objecting_is_told_from_the_bounds_of_another_right() {
        let denied = |text: &str| {
            denies_objecting(&Said {
                denies: crate::text::denies(text),
                ..said(text)
            })
        };
        for text in [
            "You can ask for a copy, for data to be erased where we have no further reason to keep it, and object to its use.",
            "You may have it deleted if it is not needed, have it restricted, and object.",
            "You may have it corrected; erased, once nobody needs it; and you may object to its use.",
        ] {
            assert!(!denied(text), "{text}");
        }
        for text in [
            "You cannot have it erased, or object.",
            "There is no right to object to this.",
            "You may have it corrected, but not object to its use.",
        ] {
            assert!(denied(text), "{text}");
        }
    }

    #[test]
    fn objecting_by_itself_is_told_from_objecting_among_others() {
        for text in [
            "YOUR RIGHT TO OBJECT",
            "You may object at any time to our using your information.",
            "Objecting: tell the clerk.",
            "The right to object. We stop unless our grounds are compelling.",
            "You can object to marketing.",
            "If you have an objection, ring us.",
        ] {
            assert!(is_objecting(text) && !names_another(text), "{text}");
        }
        for text in [
            "You may have it corrected or erased, and object to its use.",
            "Access, a copy, restriction, objection.",
            "Rights to rectification and to object",
            "The objects of the charity are many.",
            "Our objective is a quick answer.",
            "Object to its use, delete it, or restrict it.",
        ] {
            assert!(!is_objecting(text) || names_another(text), "{text}");
        }
    }
}
