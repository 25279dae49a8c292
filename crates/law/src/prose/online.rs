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
    let led = said.iter().any(|it| is_a_line(it.text));
    let unled = unled.filter(|_| !led);
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

/// Says whether a sentence has an adult act for a child, or with one. That parents "can sign up too" is no line for their children.
fn is_a_line(sentence: &str) -> bool {
    let young = [
        "child",
        "young",
        "under ",
        "aged",
        "age of",
        "pupil",
        "junior",
        "daughter",
        "son ",
        "minor",
        "your own behalf",
        "if you are not",
        "for you",
        "with you",
    ];
    let acts = [
        "ask ",
        "agree",
        "consent",
        "permission",
        "must",
        "has to",
        "have to",
        "need",
        "help",
        "sign for",
        "signs for",
        "fill",
        "for you",
        "with you",
        "for them",
        "for him",
        "on your behalf",
        "on their behalf",
        "acts for",
        "let us know",
        "tell us",
        "book",
        "register",
        "get ",
        "do it",
        "beside",
        "say",
        "should",
        "please",
        "only ",
    ];
    // Who may do the same by themselves does nothing for a child.
    let theirs = [
        "too,",
        "as well",
        "also sign up",
        "parents can sign up",
        "themselves",
    ];
    has(sentence, &ADULTS)
        && has(sentence, &young)
        && has(sentence, &acts)
        && !has(sentence, &theirs)
}

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
        "pupils",
        "juniors",
        "sign up",
        "signs up",
        "register",
        "account",
    ];
    has(sentence, &joins) && age(sentence).is_some_and(|age| age < usize::from(limit))
}

/// Says whether a sentence has people join, or fill something in, online by themselves. What their parents do for them is none of that.
fn is_joined_online(sentence: &str) -> bool {
    const DOES: [&str; 19] = [
        "answer", "apply", "book", "complet", "creat", "enrol", "enter", "fill", "join", "log",
        "open", "regist", "send", "set", "sign", "submit", "tell", "typ", "upload",
    ];
    const ENDS: [&str; 9] = ["", "s", "e", "es", "ed", "er", "ers", "ing", "ering"];
    const THEIRS: [&str; 10] = [
        "anyone", "boys", "children", "everyone", "girls", "juniors", "members", "pupils", "they",
        "you",
    ];
    let all = words(sentence);
    // Whoever stands last before what is done does it: "children join", and "parents of children enter their names".
    let themselves = |at: usize| {
        let before = &all[..at];
        let who = before.iter().rposition(|it| THEIRS.contains(&it.as_str()));
        who.is_some_and(|who| {
            let of = who > 1 && before[who - 1] == "of";
            let from = if of { who - 2 } else { who };
            !before[from..].iter().any(|it| is_an_adult(it))
        })
    };
    let does = |it: &String| {
        let mut ends = DOES.iter().filter_map(|verb| it.strip_prefix(verb));
        ends.any(|end| ENDS.contains(&end))
    };
    is_online(sentence)
        && (0..all.len()).any(|at| does(&all[at]) && themselves(at))
        && !denies(sentence)
}

/// Says whether a sentence speaks of something that is done online: by a word for it, or by a web address.
fn is_online(sentence: &str) -> bool {
    let online = [
        "online",
        "on line",
        "website",
        "web site",
        " app ",
        " app.",
        "web page",
        "webpage",
        "on the web",
        "internet",
        "qr code",
    ];
    has(sentence, &online) || sentence.split_whitespace().any(is_an_address)
}

/// Says whether a word is the address of a page: `www.eastby.example/choir`. One with an `@` is of a mailbox.
fn is_an_address(word: &str) -> bool {
    let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
    let host = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = host.split('.').collect();
    let label = |it: &&str| {
        it.len() > 1
            && it.starts_with(|mark: char| mark.is_ascii_lowercase())
            && it
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    parts.len() > 1 && parts.iter().all(label)
}

/// Says whether a word names an adult who acts for a child.
fn is_an_adult(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(
        one,
        "parent" | "guardian" | "carer" | "mother" | "father" | "adult" | "teacher"
    )
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
        // "From the age of eight"
        let of_age = at > 1 && all[at - 1] == "of" && all[at - 2] == "age";
        let before = at.checked_sub(1).map(|at| all[at].as_str());
        let from = matches!(
            behind.as_slice(),
            ["or", "over" | "older" | "above"] | ["and", "over" | "older" | "above" | "up"]
        );
        (from || of_age || matches!(before, Some("aged" | "age" | "from" | "over")))
            .then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::{is_a_line, is_alone, is_for_children, is_joined_online};

    #[test]
    fn what_children_join_online_is_told_from_what_others_do() {
        for sentence in [
            "We run clubs for everyone aged 8 to 17.",
            "Our choir is open to children from 7 to 12.",
            "Anyone aged ten or over can join the league.",
            "Pupils from the age of eight can sign up by themselves in the app.",
            "From the age of 10 you can register.",
            "Juniors aged 7 or over have an account of their own.",
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
            "Pupils from the age of eight can sign up by themselves in the Penrill app.",
            "Children register on our website.",
            "Juniors fill in the online form before the first match.",
            "Children aged 6 to 12 sign up on their own at www.haverby.example/storytrail, where they type in their name, age and school and choose their first book.",
            "Pupils enter the quiz at quiz.eastby.example.",
            "You can set up a page of your own at https://fan.eastby.example/new.",
            "Boys and girls aged seven to eleven scan the QR code and tell us their names.",
            "They submit their drawings over the internet.",
            "To take part, children log in at eastby.example and answer six questions.",
            "Parents pay the fee, and children register on our website.",
        ] {
            assert!(is_joined_online(sentence), "{sentence}");
        }
        for sentence in [
            "You join by coming to the hall on a Friday.",
            "You cannot join online.",
            "Our website counts visits.",
            "Parents of children aged 6 to 12 sign up at www.haverby.example/storytrail.",
            "For children under 13 a parent fills in the form at join.eastby.example.",
            "Children are told of the trail, and their parents register on our website.",
            "Pupils send their drawings to art@eastby.example.",
            "Pupils fill in a card at the counter.Ask there.",
            "You can read about the trail at www.haverby.example.",
        ] {
            assert!(!is_joined_online(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_line_for_children_is_told_from_a_word_about_parents() {
        for sentence in [
            "If you are under 13, please ask a parent or guardian to do it for you.",
            "A parent must sign for a child under 12.",
            "Children need a parent's permission to join.",
            "The surviving parent or guardian acts for a child.",
            "For pupils under 13 a parent has to fill in the form.",
            "An adult should help you if you are under 10.",
        ] {
            assert!(is_a_line(sentence), "{sentence}");
        }
        for sentence in [
            "Parents can sign up too, and are asked for the same and for a phone number.",
            "Privacy information for families",
            "Parents' bank details are kept for six years.",
            "We ask parents for their telephone number.",
            "Parents of pupils can sign up as well, and must give a name.",
            "Our family rooms are for children.",
        ] {
            assert!(!is_a_line(sentence), "{sentence}");
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
