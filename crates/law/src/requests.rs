//! Requests under data protection law: free, answered in time, and without hurdles.

use notice::{Notice, Question, SectionId};

use super::{
    Date, DatedFacts, Found, OnSource, Outcome, Reads, Rule, Severity,
    asking::{is_asked_for, is_other_request, names_the_request},
    hurdle,
    late::{is_late, is_old},
    obliging::waits,
    text::{all, has, section, sentences, words},
};

pub(super) static RULES: [Rule; 2] = [
    Rule {
        id: "RGT-04",
        title: "No hurdles before a request",
        law: "Art. 12(2), (5), (6)",
        severity: Severity::Warning,
        remedy: "Let people ask in any way and free of charge, and ask for proof of identity only where there is reasonable doubt.",
        question: "Is this asked of everybody who wants to see their details, or only where there is doubt? The law lets people ask in any way.",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Whole,
        mention: None,
        find: hurdles,
    },
    Rule {
        id: "LAW-02",
        title: "No fee, and usually one month",
        law: "Arts. 12(3), 12A, 12(5)",
        severity: Severity::Error,
        remedy: "Say that a request is free of charge and is usually answered within one month.",
        question: "What do people pay today who ask to see their details, and how long do they wait? The law says that it is free, and usually takes a month at most.",
        first_layer: None,
        reads: Reads::English(&[]),
        on_source: OnSource::Whole,
        mention: None,
        find: old_terms,
    },
];

/// A text, and whether it stands where rights are explained: there it need not say which request it means.
type Passage = (String, bool);

/// Lists every text of a notice that may set terms for a request.
fn passages(notice: &Notice) -> Vec<Passage> {
    let answers = notice
        .answers
        .iter()
        .filter(|it| it.question == Question::Rights);
    let mut rights: Vec<String> = answers.map(|it| it.text.clone()).collect();
    rights.extend(notice.rights.iter().map(|right| right.text.clone()));
    rights.extend(section(notice, SectionId::Rights));
    let others: Vec<Passage> = all(notice)
        .into_iter()
        .filter(|text| !rights.contains(text))
        .map(|text| (text, false))
        .collect();
    rights
        .into_iter()
        .map(|text| (text, true))
        .chain(others)
        .collect()
}

/// What sets terms for a request: a sentence, or two where the second makes it wait for the first.
struct Term<'a> {
    said: String,
    /// What sets it, as it stands.
    place: &'a str,
    /// The whole text that it stands in.
    text: &'a str,
}

/// Lists the terms that the texts of a notice set for a request.
fn terms(passages: &[Passage]) -> Vec<Term<'_>> {
    let mut terms = Vec::new();
    // Whether the text before spoke of asking for one's data.
    let mut spoken_before = false;
    // Whether the text stands under a heading that speaks of it: "How to see your records".
    let mut headed = false;
    for (text, in_rights) in passages {
        if is_heading(text) {
            headed = is_asked_for(text);
        }
        let in_rights = &(*in_rights || headed);
        let (mut here, mut spoken_of, mut before) = (false, false, "");
        for sentence in sentences(text) {
            let asked = is_asked_for(sentence);
            let apart = is_other_request(sentence) || has_a_price(sentence) || is_of_else(sentence);
            let own = asked || (*in_rights && !apart);
            let follows = (spoken_of && !apart && has(sentence, &FOLLOWING))
                || (spoken_before && names_the_request(sentence));
            spoken_of = own || follows;
            here |= asked || follows;
            // "Complete form 1. Until we have it we cannot look at your request."
            let (said, place) = if own && waits(sentence) {
                (format!("{before} {sentence}"), span(text, before, sentence))
            } else {
                (sentence.to_owned(), sentence)
            };
            before = sentence;
            if spoken_of {
                terms.push(Term { said, place, text });
            }
        }
        spoken_before = here && !in_rights;
    }
    terms
}

/// Returns what stands in a text from one of its sentences to another.
fn span<'a>(text: &'a str, from: &'a str, to: &'a str) -> &'a str {
    let start = text.find(from).unwrap_or_default();
    let end = text[start..].find(to).map(|at| start + at + to.len());
    end.map_or(to, |end| &text[start..end])
}

/// Says whether a text may be a heading: a few words, and no sentence.
fn is_heading(text: &str) -> bool {
    text.split_whitespace().count() <= 10
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', ';', ':', ','])
}

/// Words of a sentence that sets a term for what the one before speaks of: "…a copy of your record. There is a fee of £10."
const FOLLOWING: [&str; 12] = [
    "fee", "charge", "£", "request", "respond", "reply", "answer", "within", "ready", "proof",
    "identity", " days",
];

/// Says whether a sentence wants something of what is no request of this kind: "Repeat prescriptions must be asked for in writing."
fn is_of_else(sentence: &str) -> bool {
    let ours = [
        "request",
        "requests",
        "application",
        "applications",
        "objection",
        "objections",
        "you",
        "your",
        "yours",
        "it",
        "this",
        "that",
        "these",
        "they",
        "we",
        "us",
        "our",
        "everyone",
        "everybody",
        "anyone",
        "anybody",
        "people",
        "who",
        "whoever",
        "proof",
        "identity",
        "identification",
        "form",
        "forms",
        "letter",
        "writing",
        "data",
        "information",
        "record",
        "records",
        "copy",
        "copies",
        "access",
        "right",
        "rights",
        "fee",
        "council",
        "trust",
        "school",
        "team",
    ];
    let all = words(sentence);
    let wants = |at: usize| match all[at].as_str() {
        "must" | "should" => true,
        "has" | "have" | "need" | "needs" => all.get(at + 1).is_some_and(|next| next == "to"),
        _ => false,
    };
    let at = (0..all.len()).find(|&at| wants(at));
    // What is wanted of complaints is not wanted of requests.
    let complains = has(
        sentence,
        &["to complain", "complaint form", "complaints form"],
    ) && !has(sentence, &["request", "a copy"]);
    complains
        || is_a_case_of_else(&all)
        || at.is_some_and(|at| at > 0 && !all[..at].iter().any(|it| ours.contains(&it.as_str())))
}

/// Says whether words begin with what may befall somebody, and name nothing that one asks for: "If you miss an appointment, …".
fn is_a_case_of_else(all: &[String]) -> bool {
    let asks = [
        "ask", "want", "wish", "would", "like", "need", "are", "do", "make", "feel", "think",
        "believe", "prefer", "require", "send", "write", "request", "exercise", "object", "apply",
        "disagree", "cannot", "have", "choose", "contact", "can",
    ];
    let things = [
        "request",
        "requests",
        "copy",
        "copies",
        "access",
        "record",
        "records",
        "data",
        "information",
        "details",
        "file",
        "files",
        "it",
        "them",
        "this",
        "right",
        "rights",
        "answer",
        "reply",
    ];
    match all {
        [first, who, does, rest @ ..]
            if matches!(first.as_str(), "if" | "when" | "where") && who == "you" =>
        {
            !asks.contains(&does.as_str()) && !rest.iter().any(|it| things.contains(&it.as_str()))
        }
        _ => false,
    }
}

/// Says whether a sentence gives the price of something else than an answer: "Transcripts cost £10."
fn has_a_price(sentence: &str) -> bool {
    let ours = [
        "it",
        "this",
        "that",
        "they",
        "these",
        "request",
        "requests",
        "copy",
        "copies",
        "access",
        "data",
        "information",
        "record",
        "records",
        "file",
        "details",
        "answer",
        "reply",
        "search",
    ];
    let all = words(sentence);
    // "A copy of the lease costs £10", and no word of one's own data.
    let copied = all.windows(3).any(|it| {
        matches!(it[0].as_str(), "copy" | "copies")
            && it[1] == "of"
            && matches!(it[2].as_str(), "a" | "an" | "the")
    });
    let own = [
        "your",
        "own",
        "data",
        "information",
        "record",
        "records",
        "file",
        "files",
        "footage",
        "details",
        "held",
        "hold",
    ];
    if copied && !all.iter().any(|word| own.contains(&word.as_str())) {
        return true;
    }
    let at = all
        .iter()
        .position(|word| matches!(word.as_str(), "cost" | "costs"));
    at.is_some_and(|at| at > 0 && !all[..at].iter().any(|word| ours.contains(&word.as_str())))
}

/// Returns the maximum fee and the time limit of the Data Protection Act 1998, and time limits that no law ever gave.
fn old_terms(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    judged(notice, |said| {
        // What is old is late as well, and told once.
        let found = if is_old(said) {
            Found::outdated("The £10 fee and the 40 days ended with the Act of 1998")
        } else if is_late(said) {
            Found::wrong(
                "A request is answered within one month, and the notice takes longer; up to two months more are for a request that is complex, or one of many",
            )
        } else {
            return Vec::new();
        };
        vec![found]
    })
}

fn hurdles(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    judged(notice, |said| {
        let kinds = [
            (
                hurdle::in_writing(said),
                "The law lets people ask in any way, and the notice wants it in writing or on a form",
            ),
            (
                hurdle::one_way(said) && !hurdle::in_writing(said),
                "The law lets people ask in any way, and the notice takes a request in one way alone",
            ),
            (
                hurdle::proof(said),
                "Proof of identity may be asked for on reasonable doubt only, and the notice asks everyone",
            ),
            (
                hurdle::fee(said),
                "A request is free, and the notice names a fee; only one that is manifestly unfounded or excessive may cost something",
            ),
        ];
        let found = kinds.into_iter().filter(|(is, _)| *is);
        found.map(|(_, message)| Found::wrong(message)).collect()
    })
}

/// Judges each term that a notice sets for a request. Of a text each fault is told once: at its sentence, or at the text where
/// several sentences have it.
fn judged(notice: &Notice, judge: fn(&str) -> Vec<Found>) -> Outcome {
    let passages = passages(notice);
    let mut list: Vec<(Found, &str, &str)> = Vec::new();
    for term in &terms(&passages) {
        for found in judge(&term.said) {
            let known = list
                .iter_mut()
                .find(|(other, text, _)| *other == found && *text == term.text);
            match known {
                Some((_, text, place)) => *place = text,
                None => list.push((found, term.text, term.place)),
            }
        }
    }
    let placed = list.into_iter().map(|(found, _, place)| found.at(place));
    let placed: Vec<Found> = placed.collect();
    (!placed.is_empty()).then_some(placed)
}

#[cfg(test)]
mod tests {
    use super::{has_a_price, is_of_else, span};

    #[test]
    fn what_two_sentences_set_stands_from_the_one_to_the_other() {
        let text = "Ask us. Send form 1. We wait for it. We reply.";
        let both = span(text, "Send form 1.", "We wait for it.");
        assert_eq!(both, "Send form 1. We wait for it.");
        assert_eq!(span(text, "", "Ask us."), "Ask us.");
    }

    #[test]
    fn terms_of_other_things_are_none_of_a_request() {
        assert!(is_of_else(
            "If you miss three visits within 40 days a charge of £10 may be made."
        ));
        assert!(is_of_else("Appeals must be made within 40 days."));
        assert!(!is_of_else("If you want it in writing, say so."));
        assert!(has_a_price("A copy of the lease costs £10."));
        assert!(!has_a_price("A copy of your file costs £10."));
    }
}
