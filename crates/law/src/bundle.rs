//! A yes that a sentence before names, and that comes with something else: "We e-mail you by consent. You give it when you accept our
//! conditions of sale; a booking cannot be completed without it."

use super::text::{denies, has, sentences, words};

/// Returns the sentence of a text by which a yes that the one before it asks for is given with something else, or is its price.
pub(super) fn given_with_something_else(text: &str) -> Option<&str> {
    let all: Vec<&str> = sentences(text).collect();
    let pair = all.windows(2).find(|pair| {
        let [before, sentence] = pair else {
            return false;
        };
        asks(before) && (is_given_along(sentence) || is_its_price(sentence))
    });
    pair.and_then(|pair| pair.last().copied())
}

/// Says whether a sentence has something rest on a yes.
fn asks(sentence: &str) -> bool {
    has(sentence, &["consent", "your permission", "6(1)(a)"])
        && !denies(sentence)
        && !has(sentence, &["withdraw", "take back", "parental"])
}

/// Acts that are a yes and nothing else.
const CHOICES: [&str; 22] = [
    "tick",
    "ticking",
    "say",
    "saying",
    "choose",
    "choosing",
    "agree",
    "agreeing",
    "consent",
    "consenting",
    "press",
    "pressing",
    "opt",
    "opting",
    "select",
    "selecting",
    "want",
    "switch",
    "switching",
    "click",
    "clicking",
    "telling",
];

/// Says whether a sentence has the yes of the one before given by an act that people do for another reason: "You give it when you
/// book", "It is given by paying", "It comes with your ticket".
fn is_given_along(sentence: &str) -> bool {
    const GIVEN: [&str; 8] = [
        "given",
        "taken",
        "implied",
        "understood",
        "assumed",
        "included",
        "part",
        "comes",
    ];
    let all = words(sentence);
    let is = |at: usize, list: &[&str]| all.get(at).is_some_and(|it| list.contains(&it.as_str()));
    let it = ["it", "this", "that", "so"];
    let gives = is(0, &["you"]) && is(1, &["give", "gave", "do", "did"]) && is(2, &it);
    let comes = is(0, &it) && (is(1, &GIVEN) || (is(1, &["is"]) && is(2, &GIVEN)));
    if !(gives || comes) || denies_before(&all) {
        return false;
    }
    (2..all.len()).any(|at| {
        let next = all.get(at + 1).map(String::as_str).unwrap_or_default();
        let behind = all.get(at + 2).map(String::as_str).unwrap_or_default();
        match all[at].as_str() {
            "when" | "once" | "if" | "as" => {
                next == "you" && !behind.is_empty() && !CHOICES.contains(&behind)
            }
            "by" | "in" | "on" => next.ends_with("ing") && !CHOICES.contains(&next),
            "with" | "of" => {
                matches!(next, "your" | "the" | "each" | "every")
                    && matches!(
                        behind,
                        "ticket"
                            | "booking"
                            | "order"
                            | "purchase"
                            | "signature"
                            | "contract"
                            | "conditions"
                            | "terms"
                            | "application"
                            | "membership"
                            | "tenancy"
                    )
            }
            _ => false,
        }
    })
}

/// Says whether what is done is denied at the beginning: "You do so freely, and not by booking" has its no behind it.
fn denies_before(all: &[String]) -> bool {
    denies(&all.iter().take(6).cloned().collect::<Vec<_>>().join(" "))
}

/// Says whether a sentence makes the yes of the one before the price of what people came for. That what rests on it cannot be done
/// without it is no price.
fn is_its_price(sentence: &str) -> bool {
    const CAME_FOR: [&str; 16] = [
        "booking",
        "order",
        "sale",
        "membership",
        "application",
        "account",
        "ticket",
        "tickets",
        "place",
        "enrolment",
        "tenancy",
        "treatment",
        "appointment",
        "licence",
        "permit",
        "registration",
    ];
    let all = words(sentence);
    let lacks = all
        .windows(2)
        .any(|it| it[0] == "without" && matches!(it[1].as_str(), "it" | "that" | "this"));
    let came_for = all.iter().any(|it| CAME_FOR.contains(&it.as_str()));
    let rest = sentence.to_lowercase().replace("without", "");
    // "Your booking does not depend on it, and goes through without it."
    let free = has(&rest, &["depend", "still", "all the same", "too", "even"]);
    (lacks && came_for && denies(&rest) && !free) || turns_away_a_no(&all)
}

/// Says whether words turn away what people came with if they say no: "We cannot look at a form from a student who does not agree".
fn turns_away_a_no(all: &[String]) -> bool {
    const TAKES: [&str; 13] = [
        "accept", "admit", "book", "complete", "consider", "enrol", "handle", "look", "open",
        "process", "read", "register", "take",
    ];
    const BROUGHT: [&str; 14] = [
        "anybody",
        "anyone",
        "application",
        "applications",
        "booking",
        "claim",
        "claims",
        "form",
        "forms",
        "order",
        "people",
        "somebody",
        "someone",
        "you",
    ];
    let is = |at: usize, list: &[&str]| all.get(at).is_some_and(|it| list.contains(&it.as_str()));
    let no = (0..all.len()).find(|&at| {
        let cannot = is(at, &["cannot", "cant", "wont"]);
        cannot || (is(at, &["not"]) && at > 0 && is(at - 1, &["do", "can", "will"]))
    });
    let Some(no) = no.filter(|&at| is(at + 1, &TAKES)) else {
        return false;
    };
    let rest = &all[no + 2..];
    // "Pictures of anybody" are nothing that anybody came with.
    let leads = ["a", "an", "any", "at", "from", "on", "the", "with", "your"];
    let mut brought = rest.iter().skip_while(|it| leads.contains(&it.as_str()));
    let brought = brought
        .next()
        .is_some_and(|it| BROUGHT.contains(&it.as_str()));
    let refuses = (0..rest.len()).any(|at| {
        let yes = matches!(rest[at].as_str(), "agree" | "consent");
        let withheld = rest[at.saturating_sub(3)..at]
            .iter()
            .any(|it| matches!(it.as_str(), "not" | "unless" | "doesnt" | "dont"));
        (yes && withheld)
            || (matches!(rest[at].as_str(), "refuse" | "refuses") && at > 0)
            || (rest[at] == "no" && at > 0 && matches!(rest[at - 1].as_str(), "say" | "says"))
    });
    brought && refuses
}

#[cfg(test)]
mod tests {
    use super::given_with_something_else;

    #[test]
    fn a_yes_given_along_with_something_is_told_from_one_by_itself() {
        for text in [
            "Basis: consent. You give it when you accept our conditions of sale.",
            "We film the hall with your consent. It is given by taking a seat.",
            "We send news with your permission. It comes with your ticket.",
            "Offers: consent, Article 6(1)(a). This is part of your booking.".trim_end(),
            "We share it by consent. You do so by paying the deposit.",
            "Newsletter: your consent. A booking cannot be completed without it.",
            "Our basis is consent. Without it no account can be opened.",
            "We e-mail partners' offers by consent. We will not take an application without that.",
            "We tell your story by consent. We cannot look at a form from a student who does not agree.",
            "Photos: your consent. We do not accept anybody who refuses it.",
            "Our basis is consent. We will not process claims from people who say no.",
            "Films: your permission. We cannot book you unless you agree.",
        ] {
            assert!(given_with_something_else(text).is_some(), "{text}");
        }
        for text in [
            "Basis: consent. You give it when you tick a box of its own.",
            "We film the hall with your consent. It is given by saying yes at the desk.",
            "News: consent. You do not give it by booking.",
            "News: consent. Without it we cannot send you any.",
            "We do not ask for consent. You give it when you book.",
            "News: consent. Your booking does not depend on it, and is no worse without it.",
            "You can withdraw consent. You do so by ringing us.",
            "News: consent. A booking cannot be completed without a name.",
            "Photos: consent. We do not take pictures of anybody who does not agree.",
            "Stories: consent. We cannot share your application with the press if you do not agree.",
            "News: consent. We do not read replies from those who refuse it.",
        ] {
            assert!(given_with_something_else(text).is_none(), "{text}");
        }
    }
}
