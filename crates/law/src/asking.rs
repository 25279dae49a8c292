//! Which sentences speak of asking for one's own data, or of another right over it.

use super::text::{has, words};

/// What people do who use a right.
const ACTS: [&str; 38] = [
    "ask",
    "asks",
    "asking",
    "request",
    "requests",
    "requesting",
    "apply",
    "applying",
    "see",
    "view",
    "viewing",
    "inspect",
    "get",
    "obtain",
    "obtaining",
    "receive",
    "release",
    "releasing",
    "want",
    "copy",
    "copies",
    "copying",
    "access",
    "look",
    "delete",
    "deleted",
    "deletion",
    "erase",
    "erased",
    "erasure",
    "correct",
    "corrected",
    "correction",
    "rectify",
    "object",
    "objection",
    "objections",
    "objecting",
];

/// What they do it about.
const THINGS: [&str; 19] = [
    "data",
    "information",
    "detail",
    "details",
    "record",
    "records",
    "file",
    "files",
    "note",
    "notes",
    "footage",
    "recording",
    "recordings",
    "image",
    "images",
    "photograph",
    "photographs",
    "photo",
    "photos",
];

/// What may stand between the two: nothing that could be what is asked for itself.
const BETWEEN: [&str; 43] = [
    "a",
    "an",
    "the",
    "any",
    "all",
    "some",
    "of",
    "for",
    "to",
    "at",
    "into",
    "about",
    "on",
    "copy",
    "copies",
    "access",
    "see",
    "have",
    "get",
    "your",
    "own",
    "our",
    "use",
    "using",
    "their",
    "his",
    "her",
    "childs",
    "childrens",
    "personal",
    "medical",
    "health",
    "care",
    "patient",
    "tenancy",
    "housing",
    "pupil",
    "staff",
    "that",
    "what",
    "same",
    "be",
    "and",
];

/// Words that make a thing one's own.
const OWN: [&str; 10] = [
    "your",
    "own",
    "yours",
    "yourself",
    "personal",
    "you",
    "childs",
    "child",
    "childrens",
    "them",
];

/// Who else looks at records, and asks for details.
const OTHERS: [&str; 9] = [
    "we",
    "they",
    "staff",
    "employees",
    "officers",
    "nurses",
    "doctors",
    "partners",
    "police",
];

/// Ways to say it that hold no thing of the list, or need no word of whose it is.
const SAID: [&str; 18] = [
    "subject access",
    "access request",
    "data protection request",
    "copy of what we hold",
    "see what we hold",
    "see what information we hold",
    "ask what we hold",
    "information we hold about you",
    "data we hold about you",
    "information held about you",
    "data held about you",
    "copies of your",
    "access your personal",
    "your own data",
    "exercise your rights",
    "exercise any of these rights",
    "exercise these rights",
    "use your rights",
];

/// Says whether a sentence speaks of asking for one's own data, or of another right over it.
pub(super) fn is_asked_for(sentence: &str) -> bool {
    let all = words(sentence);
    let asks = (0..all.len()).any(|at| {
        let is = |list: &[&str], word: &String| list.contains(&word.as_str());
        // "We ask for your details" is another's asking, and "we copy your notes" is ours for you.
        let copies = matches!(all[at].as_str(), "copy" | "copies" | "copying");
        let others = all[at.saturating_sub(3)..at]
            .iter()
            .any(|word| is(&OTHERS, word));
        // "If you would like the footage": to like something is to ask for it there alone.
        let likes = all[at] == "like" && at > 0 && matches!(all[at - 1].as_str(), "would" | "youd");
        if !(is(&ACTS, &all[at]) || likes) || (others && !copies) {
            return false;
        }
        let rest = all[at + 1..].iter().take(8);
        let Some(steps) = rest.clone().position(|word| is(&THINGS, word)) else {
            return false;
        };
        let between = &all[at + 1..at + 1 + steps];
        // "…the file that we hold on you", "…a photograph of your child"
        let behind = all[at + 2 + steps..].windows(2).take(6);
        let mut behind = behind.filter(|pair| matches!(pair[0].as_str(), "about" | "on" | "of"));
        // "Your full personnel file": whose it is leaves room for a word of what it is.
        let mut others = between
            .iter()
            .enumerate()
            .filter(|(_, word)| !is(&BETWEEN, word));
        let known = match (others.next(), others.next()) {
            (None, _) => true,
            (Some((at, _)), None) => at > 0 && between[..at].iter().any(|word| is(&OWN, word)),
            _ => false,
        };
        known
            && (between.iter().any(|word| is(&OWN, word))
                || behind.any(|pair| is(&OWN, &pair[1]))
                || is_held(&all[at + 2 + steps..]))
    });
    (asks || is_put_right(&all) || is_of_a_list(&all) || has(sentence, &SAID))
        && (!is_other_request(sentence) || has(sentence, &["subject access"]))
}

/// Says whether words are of a list of rights, which says whose data it is above: "to be given access to the data and a copy of it".
fn is_of_a_list(all: &[String]) -> bool {
    let rest = match all {
        [to, be, given, rest @ ..] if to == "to" && be == "be" && given == "given" => rest,
        [to, gets, rest @ ..]
            if to == "to"
                && matches!(
                    gets.as_str(),
                    "have" | "get" | "obtain" | "receive" | "request" | "see"
                ) =>
        {
            rest
        }
        _ => return false,
    };
    let copies = |it: &String| matches!(it.as_str(), "access" | "copy" | "copies");
    let Some(at) = rest.iter().take(3).position(copies) else {
        return false;
    };
    rest[at..]
        .iter()
        .take(6)
        .any(|it| THINGS.contains(&it.as_str()) || matches!(it.as_str(), "it" | "them" | "what"))
}

/// Says whether what follows a thing says that whoever asks for it asks the holder: "the information (that) we hold".
fn is_held(behind: &[String]) -> bool {
    let rest = match behind {
        [link, rest @ ..] if matches!(link.as_str(), "that" | "which") => rest,
        rest => rest,
    };
    let holder = |word: &str| {
        matches!(
            word,
            "we" | "council" | "trust" | "school" | "university" | "force" | "service"
        )
    };
    match rest {
        [who, does, ..] if holder(who) => is_holding(does),
        [the, who, does, ..] if the == "the" && holder(who) => is_holding(does),
        [held, ..] => held == "held",
        [] => false,
    }
}

fn is_holding(word: &str) -> bool {
    matches!(word, "hold" | "holds" | "keep" | "keeps" | "have" | "has")
}

/// Says whether words have one's data changed or copied: "to have your data corrected", "for your file to be copied".
fn is_put_right(all: &[String]) -> bool {
    let copied = all.windows(5).any(|it| {
        let is = |at: usize, list: &[&str]| list.contains(&it[at].as_str());
        is(0, &["your"])
            && is(1, &THINGS)
            && is(2, &["to"])
            && is(3, &["be"])
            && is(4, &["copied", "sent", "released", "found"])
    });
    if copied {
        return true;
    }
    all.windows(4).any(|it| {
        let is = |at: usize, list: &[&str]| list.contains(&it[at].as_str());
        let done = [
            "corrected",
            "deleted",
            "erased",
            "changed",
            "removed",
            "rectified",
            "restricted",
        ];
        is(0, &["have", "get"])
            && is(1, &["your", "their", "personal"])
            && is(2, &THINGS)
            && is(3, &done)
    })
}

/// Says whether a sentence speaks of requests that have terms of their own, or of what the regulator does.
pub(super) fn is_other_request(sentence: &str) -> bool {
    has(
        sentence,
        &[
            "freedom of information",
            "environmental information",
            "birth certificates",
            "of a birth certificate",
            "for a birth certificate",
            "planning application",
            // Of the dead, and of pupils: Access to Health Records Act 1990, the regulations on pupils' records.
            "access to health records act",
            "who has died",
            "deceased",
            "educational record",
            // What a court or a tribunal asks is its own.
            "to the court",
            "to a court",
            "to the tribunal",
            "to a tribunal",
            // What is told of complaining there is for the regulator to say.
            "information commission",
            "ico.org.uk",
        ],
    )
}

/// Says whether a sentence goes on about the request that the text before spoke of: "your request", and not one for a new bin.
pub(super) fn names_the_request(sentence: &str) -> bool {
    let all = words(sentence);
    let begins = all
        .first()
        .is_some_and(|it| matches!(it.as_str(), "requests" | "objections" | "applications"));
    let whose = all
        .get(1)
        .is_some_and(|it| matches!(it.as_str(), "from" | "by" | "for" | "to" | "under"));
    if begins && !whose {
        return true;
    }
    (1..all.len()).any(|at| {
        matches!(
            all[at].as_str(),
            "request" | "requests" | "application" | "applications"
        ) && matches!(
            all[at - 1].as_str(),
            "your" | "the" | "such" | "this" | "these"
        ) && all.get(at + 1).is_none_or(|next| next != "for")
    })
}

#[cfg(test)]
mod tests {
    use super::is_asked_for;

    #[test]
    fn asking_for_ones_own_data_is_told_from_other_asking() {
        for sentence in [
            "If you want a copy of the information we hold, ring us.",
            "You may see the records that the school keeps.",
            "To obtain your personnel file write to us.",
            "Their own images can be seen by people who want their own images.",
            "to be given access to the data and a copy of it.",
            "to have a copy of the file",
            "To obtain copies of what is held",
            "to receive a copy of the information",
            "to see a copy of the record",
            "to have access to the notes",
        ] {
            assert!(is_asked_for(sentence), "{sentence}");
        }
        for sentence in [
            "A copy of a decision notice can be had at the desk.",
            "We ask for the information we hold to be checked.",
            "Get a blue bin.",
            "to give a copy of the data to the ministry",
            "to have a copy of the key cut",
            "to send a copy of the record to your school",
            "To get access to the car park",
            "to see that the data is right",
            "to receive a parcel",
        ] {
            assert!(!is_asked_for(sentence), "{sentence}");
        }
    }
}
