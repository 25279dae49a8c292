//! What is given by people themselves, or sent to them, and so goes to nobody else.

use super::passing::{SHARES, is_to};
use crate::text::words;

/// Says whether whatever a sentence has given or sent is given by people themselves, or goes to themselves: "people who give money to
/// us", "we send it only to those who ticked the box".
pub(super) fn stays_between(sentence: &str) -> bool {
    let all = words(sentence);
    let given: Vec<usize> = (0..all.len())
        .filter(|&at| SHARES.contains(&all[at].as_str()))
        .filter(|&at| (1..9).any(|next| at + next < all.len() && is_to(&all[at + 1..], next - 1)))
        .collect();
    !given.is_empty()
        && given
            .iter()
            .all(|&at| is_given_by_them(&all[..at]) || is_given_to_them(&all[at + 1..]))
}

/// Says whether those who give are people of whom the notice is: "you may give", "people who send".
fn is_given_by_them(before: &[String]) -> bool {
    const THEY: [&str; 10] = [
        "you",
        "i",
        "anyone",
        "anybody",
        "people",
        "donors",
        "supporters",
        "members",
        "parents",
        "applicants",
    ];
    const BETWEEN: [&str; 11] = [
        "also", "can", "do", "choose", "have", "may", "must", "need", "to", "who", "whoever",
    ];
    let mut back = before
        .iter()
        .rev()
        .skip_while(|it| BETWEEN.contains(&it.as_str()));
    back.next().is_some_and(|it| THEY.contains(&it.as_str()))
}

/// Says whether those who get it are people who asked for it: "to those who ticked the box", "to you".
fn is_given_to_them(behind: &[String]) -> bool {
    const ASKED: [&str; 19] = [
        "agree",
        "agreed",
        "ask",
        "asked",
        "book",
        "booked",
        "choose",
        "chose",
        "consented",
        "join",
        "joined",
        "ordered",
        "signed",
        "subscribe",
        "subscribed",
        "tick",
        "ticked",
        "want",
        "wanted",
    ];
    let Some(to) = (0..behind.len().min(8)).find(|&at| is_to(behind, at)) else {
        return false;
    };
    let whom: Vec<&str> = behind[to + 1..]
        .iter()
        .take(4)
        .map(String::as_str)
        .collect();
    match whom.as_slice() {
        ["you" | "us", ..] => true,
        [_, "who", have, did] => ASKED.contains(have) || ASKED.contains(did),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::stays_between;

    #[test]
    fn what_people_give_and_get_is_told_from_what_others_get() {
        for sentence in [
            "It is about people who give money, leave us a legacy or come to our open days.",
            "We send it only to those who ticked the box for it.",
            "You can give your gift to the desk.",
            "The newsletter is sent to anyone who has asked for it.",
            "You need to send the form to us.",
            "We give a receipt to you.",
        ] {
            assert!(stays_between(sentence), "{sentence}");
        }
        for sentence in [
            "We give your name to the tax office.",
            "You give us your name, and we pass it to the bank.",
            "We send it to those who print our letters.",
            "Your details are shared with the police.",
            "People who help us are given your name to call you with the van.",
            "We keep it.",
        ] {
            assert!(!stays_between(sentence), "{sentence}");
        }
    }
}
