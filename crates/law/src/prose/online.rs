//! Children who are asked online without a parent.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    text::{denies, has, words},
};

/// Finds that children say yes online by themselves who are younger than the law of the day allows (Art. 8(1)), and that a whole notice
/// asks them online and has no line for them.
pub(crate) fn children(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let consents = text
        .texts
        .iter()
        .any(|text| has(text, &["consent", "i agree", "6(1)(a)"]));
    let alone = facts.age(at).filter(|_| consents).and_then(|(_, limit)| {
        let alone = said.iter().find(|it| is_alone(it.text, limit))?;
        let message = format!(
            "Children under {limit} give their consent online without a parent: below that age it is a parent’s to give (Art. 8(1))"
        );
        Some(Found {
            remedy: Some("Ask a parent for the consent of a child below that age, or let nobody below it have such an account."),
            ..Found::wrong(message).at(alone.text)
        })
    });
    let limit = facts.age(at).map(|(_, limit)| limit);
    let unled = limit.filter(|_| alone.is_none() && text.is_whole());
    let unled = unled.filter(|_| !text.texts.iter().any(|it| has(it, &ADULTS)));
    let unled = unled.and_then(|limit| {
        said.iter().find(|it| is_for_children(it.text, limit))?;
        let form = said.iter().find(|it| is_joined_online(it.text))?;
        let message =
            format!("Children under {limit} are asked online, and the text has no line for them");
        Some(Found::missing(message).at(form.text))
    });
    found(alone.into_iter().chain(unled))
}

/// Whom a line for children asks to help.
const ADULTS: [&str; 8] = [
    "parent", "guardian", "carer", "mother", "mum ", "grown-up", "an adult", "famil",
];

/// Says whether a sentence has something be for people below an age: "a club for everyone aged 8 to 17".
fn is_for_children(sentence: &str, limit: u8) -> bool {
    let joins = [
        "member",
        "club",
        "join",
        "open to",
        "everyone",
        "anyone",
        "children",
        "young people",
    ];
    has(sentence, &joins) && age(sentence).is_some_and(|age| age < usize::from(limit))
}

/// Says whether a sentence has people join, or fill something in, online by themselves.
fn is_joined_online(sentence: &str) -> bool {
    let online = [
        "online",
        "website",
        " app ",
        " app.",
        "web page",
        "on the web",
    ];
    let does = [
        "join", "sign up", "register", "fill", "complet", "enrol", "book",
    ];
    let theirs = words(sentence).iter().any(|it| it == "you");
    theirs && has(sentence, &online) && has(sentence, &does) && !denies(sentence)
}

/// Says whether a sentence lets a child below an age open an account, or say yes, online with no parent beside.
fn is_alone(sentence: &str, limit: u8) -> bool {
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
        && age(sentence).is_some_and(|age| age < usize::from(limit))
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
    use super::{is_alone, is_for_children, is_joined_online};

    #[test]
    fn what_children_join_online_is_told_from_what_others_do() {
        for sentence in [
            "We run clubs for everyone aged 8 to 17.",
            "Our choir is open to children from 7 to 12.",
            "Anyone aged ten or over can join the league.",
        ] {
            assert!(is_for_children(sentence, 13), "{sentence}");
        }
        for sentence in [
            "Our gym is open to everyone aged 16 and over.",
            "We keep the files of patients aged 8 to 17 for longer.",
            "Members have to be from Eastby.",
        ] {
            assert!(!is_for_children(sentence, 13), "{sentence}");
        }
        for sentence in [
            "You join by filling in the form on this website.",
            "To enrol, you fill in the form in our app.",
            "You can sign up online in a minute.",
        ] {
            assert!(is_joined_online(sentence), "{sentence}");
        }
        for sentence in [
            "You join by coming to the hall on a Friday.",
            "You cannot join online.",
            "Our website counts visits.",
        ] {
            assert!(!is_joined_online(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_child_who_says_yes_alone_is_told_from_one_who_does_not() {
        for sentence in [
            "Anyone aged eight or over can open an account of their own by pressing “I agree” on the first screen; there is no need to involve a parent.",
            "Juniors aged 10 or over can open their own account in the app and give consent there; parents need not be involved.",
            "Children aged 11 and over may sign up online without a parent.",
            "From 9 you can register in our app, and no parent is asked.",
            "Players aged 12 or older create an account on the website; parents are not asked.",
        ] {
            assert!(is_alone(sentence, 13), "{sentence}");
        }
        // What the law allows changes with the age that it sets.
        let teenager =
            "Anyone aged 13 or over can open an account in the app; parents need not be involved.";
        assert!(is_alone(teenager, 16) && !is_alone(teenager, 13));
        for sentence in [
            "Children aged eight or over can open an account in the app if a parent agrees.",
            "A parent must be in the water with anybody under 8, whatever account they have.",
            "Children aged ten or over may borrow books without a parent.",
            "If you are under 16 an adult signs for you.",
        ] {
            assert!(!is_alone(sentence, 13), "{sentence}");
        }
    }
}
