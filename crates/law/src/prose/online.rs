//! Children who are asked online without a parent.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{has, words},
};

/// Below this age a parent gives the consent that a service online asks for (Art. 8(1), DPA 2018 s. 9).
const AGE: usize = 13;

/// Finds that children under 13 say yes online by themselves.
pub(crate) fn children(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let consents = text
        .texts
        .iter()
        .any(|text| has(text, &["consent", "i agree", "6(1)(a)"]));
    let alone = said.iter().find(|it| consents && is_alone(it.text));
    let message = "Children under 13 give their consent online without a parent: below that age it is a parent’s to give (Art. 8(1))";
    found(alone.map(|it| Found {
        remedy: Some("Ask a parent for the consent of a child under 13, or let nobody under 13 have such an account."),
        ..Found::wrong(message).at(it.text)
    }))
}

/// Says whether a sentence lets a child under 13 open an account, or say yes, online with no parent beside.
fn is_alone(sentence: &str) -> bool {
    let online = [
        " app ", "app.", "app;", "app,", "online", "website", "screen", "web page", "account",
    ];
    let does = [
        "open", "sign up", "register", "consent", "agree", "join", "create",
    ];
    let alone = [
        "no need to involve",
        "need not be involved",
        "need not involve",
        "need not be asked",
        "need not agree",
        "not need a parent",
        "not need to ask",
        "don't need a parent",
        "without a parent",
        "without their parent",
        "without asking a parent",
        "without parental",
        "no parent",
        "parents are not asked",
        "parents are not involved",
        "themselves without",
    ];
    has(sentence, &online)
        && has(sentence, &does)
        && has(sentence, &alone)
        && has(sentence, &["parent", "guardian"])
        && age(sentence).is_some_and(|age| age < AGE)
}

/// Returns the age from which a sentence lets children do something.
fn age(sentence: &str) -> Option<usize> {
    let spelt = [
        "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let number = |word: &String| {
        let own = spelt.iter().position(|it| it == word).map(|at| at + 5);
        own.or_else(|| word.parse().ok())
    };
    let all = words(sentence);
    (0..all.len()).find_map(|at| {
        let number = number(&all[at])?;
        let behind: Vec<&str> = all[at + 1..].iter().take(2).map(String::as_str).collect();
        let before = at.checked_sub(1).map(|at| all[at].as_str());
        let from = matches!(
            behind.as_slice(),
            ["or", "over" | "older" | "above"] | ["and", "over" | "older" | "above" | "up"]
        );
        (from || matches!(before, Some("aged" | "age" | "from" | "over"))).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::is_alone;

    #[test]
    fn a_child_who_says_yes_alone_is_told_from_one_who_does_not() {
        for sentence in [
            "Anyone aged eight or over can open an account of their own by pressing “I agree” on the first screen; there is no need to involve a parent.",
            "Juniors aged 10 or over can open their own account in the app and give consent there; parents need not be involved.",
            "Children aged 11 and over may sign up online without a parent.",
            "From 9 you can register in our app, and no parent is asked.",
            "Players aged 12 or older create an account on the website; parents are not asked.",
        ] {
            assert!(is_alone(sentence), "{sentence}");
        }
        for sentence in [
            "Anyone aged 13 or over can open an account in the app; parents need not be involved.",
            "Children aged eight or over can open an account in the app if a parent agrees.",
            "A parent must be in the water with anybody under 8, whatever account they have.",
            "Children aged ten or over may borrow books without a parent.",
            "If you are under 16 an adult signs for you.",
        ] {
            assert!(!is_alone(sentence), "{sentence}");
        }
    }
}
