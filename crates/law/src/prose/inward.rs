//! A promise that data goes to nobody outside, beside a sentence that sends it to somebody: "Your details are not given to any outside
//! body. We send your name to the breeder."

use super::{Said, sharing::shares, somebody::is_somebody};
use crate::text::{denies, fold, has, words};

/// Finds the sentence that promises so, and is broken by another.
pub(super) fn broken<'a>(said: &[Said<'a>]) -> Option<&'a str> {
    let promise = (0..said.len()).find(|&at| {
        // An exception may stand behind it.
        let next = said.get(at + 1).map_or("", |it| it.text);
        keeps_within(said[at].text) && !is_except(next)
    })?;
    let promise = said[promise].text;
    let broken = said.iter().any(|it| it.text != promise && sends_out(it));
    broken.then_some(promise)
}

fn is_except(sentence: &str) -> bool {
    has(
        sentence,
        &[
            "except",
            "unless",
            "however",
            "apart from",
            "other than",
            "only ",
        ],
    )
}

/// Says whether a sentence has all data stay where it is, and sets no bounds to that.
fn keeps_within(sentence: &str) -> bool {
    const SUBJECT: [&str; 35] = [
        "about",
        "all",
        "and",
        "any",
        "are",
        "child",
        "customers",
        "data",
        "details",
        "do",
        "hold",
        "information",
        "is",
        "it",
        "know",
        "members",
        "of",
        "our",
        "personal",
        "pupils",
        "record",
        "records",
        "tell",
        "tenants",
        "that",
        "the",
        "them",
        "they",
        "this",
        "us",
        "we",
        "what",
        "will",
        "you",
        "your",
    ];
    const GIVEN: [&str; 10] = [
        "disclose",
        "disclosed",
        "give",
        "given",
        "pass",
        "passed",
        "send",
        "sent",
        "share",
        "shared",
    ];
    let bounds = [
        "unless",
        "except",
        "without",
        "only",
        "other than",
        "apart from",
        " but ",
        " if ",
        "marketing",
        "sell",
        "sold",
        "else",
        "commercial",
        "for their own",
        "where ",
        "when ",
    ];
    let nobody = [
        "any outside body",
        "any outside organisation",
        "any outside part",
        "any outside agenc",
        "anyone outside",
        "anybody outside",
        "anyone",
        "anybody",
        "any other body",
        "any other organisation",
        "any third part",
        "third parties",
        "outside bodies",
        "outside organisations",
        "any external",
        "external organisations",
        "external bodies",
        "other organisations",
        "other bodies",
    ];
    let all = words(sentence);
    let Some(not) = (1..all.len()).find(|&at| {
        matches!(
            all[at].as_str(),
            "not" | "never" | "dont" | "arent" | "isnt"
        )
    }) else {
        return false;
    };
    let verb = all.get(not + 1).filter(|it| it.as_str() != "be");
    let verb = verb.or(all.get(not + 2));
    // "Your details stay inside the council and are not given …"
    let lead = &all[..not];
    let stays = lead
        .iter()
        .position(|it| matches!(it.as_str(), "stay" | "stays" | "remain" | "remains"));
    let subject = &lead[..stays.unwrap_or(lead.len())];
    let text = fold(sentence);
    let mut behind = nobody.iter().filter_map(|it| text.find(it));
    let to = behind.any(|at| {
        let before = &text[..at];
        before.ends_with(" to ") || before.ends_with(" with ")
    });
    to && verb.is_some_and(|it| GIVEN.contains(&it.as_str()))
        && !subject.is_empty()
        && subject.iter().all(|it| SUBJECT.contains(&it.as_str()))
        && !has(sentence, &bounds)
}

/// Words of what lets somebody have data whatever was promised: a law, a court, or people themselves.
pub(super) const BOUND: [&str; 12] = [
    "law",
    "court",
    "police",
    "legal",
    "statut",
    "consent",
    "permission",
    "you ask",
    "you agree",
    "unless",
    "only if",
    "emergency",
];

/// Says whether a sentence has us send data about people to a named body, and no law, court or wish of theirs behind it.
fn sends_out(said: &Said<'_>) -> bool {
    let others = [
        "only where",
        " may ",
        " if ",
        " our ",
        "team",
        "staff",
        "within",
        "on our behalf",
        "right",
        "complain",
        "request",
    ];
    let about = [
        "data",
        "information",
        "detail",
        "record",
        "your name",
        "your address",
    ];
    let ours = [
        "we send",
        "we pass",
        "we give",
        "we share",
        "we disclose",
        "is sent",
        "are sent",
        "is passed",
        "are passed",
        "is given",
        "are given",
        "is shared",
        "are shared",
    ];
    let text = said.text;
    !denies(text)
        && !said.denies
        && shares(text)
        && is_somebody(text)
        && has(text, &about)
        && has(text, &ours)
        && !has(text, &BOUND)
        && !has(text, &others)
        && !has(text, &["to you", "with you"])
}

#[cfg(test)]
mod tests {
    use super::{keeps_within, sends_out};
    use crate::prose::{Said, SectionId};

    #[test]
    fn a_promise_to_keep_data_within_is_told_from_a_bounded_one() {
        for sentence in [
            "Your details stay inside the Constabulary and are not given to any outside body.",
            "We do not share your information with anyone outside the trust.",
            "Your data is not passed to third parties.",
            "It will not be disclosed to any other organisation.",
            "We do not give your details to anybody.",
            "Your records are never sent to external organisations.",
            "Information about the child is not shared with anyone outside the Council.",
            "What you tell us is not passed to anybody.",
        ] {
            assert!(keeps_within(sentence), "{sentence}");
        }
        for sentence in [
            "Your details are not given to any outside body unless the law asks for it.",
            "We do not share your information with anyone else.",
            "Your health details are not passed to third parties.",
            "It will not be disclosed to any other organisation for marketing.",
            "Your card number is never sent to anybody.",
            "We do not tell you what others said.",
            "You need not give your details to anybody.",
        ] {
            assert!(!keeps_within(sentence), "{sentence}");
        }
    }

    #[test]
    fn data_that_is_sent_to_somebody_is_told_from_what_stays() {
        let sent = |text| {
            sends_out(&Said {
                section: SectionId::Recipients,
                text,
                next: "",
                is_listed: false,
                denies: crate::text::denies(text),
            })
        };
        for text in [
            "So that the puppy can be treated, we send your name, address and telephone number to Kestrel Veterinary Group.",
            "Your details are passed to the school each term.",
            "We share your record with Larch Ltd.",
        ] {
            assert!(sent(text), "{text}");
        }
        for text in [
            "We send your details to the police where the law asks for it.",
            "Your record is shared with our adult team.",
            "We send a copy of your details to you.",
            "Larch Ltd hosts our records.",
            "We do not share your record with Larch Ltd.",
        ] {
            assert!(!sent(text), "{text}");
        }
    }
}
