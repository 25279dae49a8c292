//! Ways of telling people of a decision that a machine makes, which no list of words can hold.

use super::text::{fold, words};

/// What one thing does to another.
const CHANGES: [&str; 18] = [
    "change",
    "changes",
    "cancel",
    "cancels",
    "cut",
    "cuts",
    "delay",
    "delays",
    "increase",
    "increases",
    "raise",
    "raises",
    "reduce",
    "reduces",
    "stop",
    "stops",
    "suspend",
    "suspends",
];

/// What fixes how much or how long.
const SETS: [&str; 8] = [
    "decide",
    "decides",
    "determine",
    "determines",
    "fix",
    "fixes",
    "set",
    "sets",
];

/// What somebody has at stake, whose size or length may be meant.
const STAKES: [&str; 22] = [
    "allowance",
    "amount",
    "award",
    "benefit",
    "benefits",
    "bill",
    "charge",
    "claim",
    "entitlement",
    "licence",
    "long",
    "much",
    "payment",
    "payments",
    "permit",
    "place",
    "price",
    "rent",
    "service",
    "soon",
    "support",
    "tenancy",
];

/// How much of it, in words.
const SIZES: [&str; 5] = ["amount", "long", "much", "price", "soon"];

/// Says whether a sentence tells what the decision does to what somebody has: “It can change how much benefit you get.” What
/// people change themselves is none.
pub(super) fn changes_something(sentence: &str) -> bool {
    let all = words(sentence);
    let near = |at: usize, list: &[&str]| {
        let mut behind = all.iter().skip(at + 1).take(4);
        behind.any(|word| list.contains(&&**word))
    };
    let is = |at: usize, list: &[&str]| all.get(at).is_some_and(|word| list.contains(&&**word));
    (0..all.len()).any(|at| {
        let own = at > 0
            && is(
                at - 1,
                &["you", "to", "any", "of", "your", "the", "these", "such"],
            );
        let noun = is(at + 1, &["to", "in", "of", "and", "or"]);
        !own && !noun
            && ((is(at, &CHANGES) && near(at, &STAKES)) || (is(at, &SETS) && near(at, &SIZES)))
    })
}

/// Says whether a sentence tells the rule by which it decides: what it looks for, or what answer a case has. What follows for somebody
/// from the answer is no rule.
pub(super) fn gives_its_rule(sentence: &str) -> bool {
    let all = words(sentence);
    let looks = [
        "looks", "searches", "checks", "asks", "tests", "counts", "adds", "reads",
    ];
    let into = [
        "for", "up", "in", "through", "whether", "how", "your", "the",
    ];
    let machine = [
        "it",
        "computer",
        "system",
        "program",
        "programme",
        "software",
        "algorithm",
        "model",
    ];
    let reads = all.windows(3).any(|it| {
        machine.contains(&&*it[0]) && looks.contains(&&*it[1]) && into.contains(&&*it[2])
    });
    // "If the answer is no, you pay in full": its own answer is no case.
    let own = [
        "it", "answer", "decision", "result", "computer", "system", "program",
    ];
    let case = (0..all.len()).any(|at| {
        let subject = all[at + 1..].iter().take(2);
        matches!(
            &*all[at],
            "if" | "when" | "whoever" | "anybody" | "anyone" | "everybody"
        ) && !subject.into_iter().any(|it| own.contains(&&**it))
    });
    let answers = [
        "the answer is",
        "answer will be",
        "it says yes",
        "it says no",
        "is accepted",
        "is approved",
        "it accepts",
        "it approves",
        "it refuses",
        "it turns",
        "is turned down",
        "is refused",
        "is chosen",
        "comes first",
        "come first",
        "goes first",
        "go first",
    ];
    let text = fold(sentence);
    reads || (case && answers.iter().any(|it| text.contains(it)))
}

/// Says whether a sentence tells what somebody does not get, or has to bear: “A child with too few points is not offered a place.”
pub(super) fn goes_without(sentence: &str) -> bool {
    let all = words(sentence);
    let given = [
        "offered", "given", "awarded", "granted", "paid", "accepted", "placed", "admitted",
        "housed", "chosen", "invited", "allowed",
    ];
    let denied = all.windows(3).any(|it| {
        matches!(&*it[0], "is" | "are" | "be") && it[1] == "not" && given.contains(&&*it[2])
    });
    let bears = [
        "goes without",
        "go without",
        "misses out",
        "miss out",
        "waits longer",
        "wait longer",
    ];
    let text = fold(sentence);
    denied || bears.iter().any(|it| text.contains(it))
}

/// Says whether a sentence tells that the decision reaches the person: “It sends you a letter.”
pub(super) fn is_sent(sentence: &str) -> bool {
    let all = words(sentence);
    let sends = [
        "send", "sends", "post", "posts", "email", "emails", "text", "texts", "issue", "issues",
        "show", "shows", "give", "gives", "mail", "mails",
    ];
    let gets = ["get", "receive", "see", "find"];
    let news = [
        "letter",
        "email",
        "mail",
        "message",
        "notice",
        "decision",
        "result",
        "answer",
        "notification",
        "statement",
        "text",
    ];
    let near = |at: usize, list: &[&str], within: usize| {
        let mut behind = all.iter().skip(at + 1).take(within);
        behind.any(|word| list.contains(&&**word))
    };
    (0..all.len()).any(|at| {
        let word = &*all[at];
        let to_you = sends.contains(&word) && near(at, &["you"], 1) && near(at, &news, 6);
        let theirs = sends.contains(&word)
            && near(at, &news, 3)
            && near(at, &["you"], 6)
            && near(at, &["to"], 5);
        let got = word == "you" && near(at, &gets, 2) && near(at, &news, 5);
        to_you || theirs || got
    })
}

/// Says whether a sentence tells that people can say why: “You can tell that officer why you think it is wrong.” That they are told
/// why is another thing.
pub(super) fn can_say_why(sentence: &str) -> bool {
    let all = words(sentence);
    let tells = [
        "tell", "say", "explain", "write", "show", "give", "send", "add", "put",
    ];
    let why = [
        "why",
        "reasons",
        "wrong",
        "disagree",
        "further",
        "more",
        "missing",
        "otherwise",
    ];
    let may = ["can", "may", "could", "able", "chance", "please", "right"];
    let before = |at: usize| {
        all[..at]
            .iter()
            .rev()
            .take(5)
            .any(|word| may.contains(&&**word))
    };
    let asked = |at: usize| at > 0 && matches!(&*all[at - 1], "us" | "we" | "will");
    (0..all.len()).any(|at| {
        let behind = &all[at + 1..];
        let to_you = behind.first().is_some_and(|word| word == "you");
        tells.contains(&&*all[at])
            && before(at)
            && !asked(at)
            && !to_you
            && behind.iter().take(8).any(|word| why.contains(&&**word))
    })
}

/// Returns a text without what it says of nobody: “with no human involved” tells of no person who can step in.
pub(super) fn without_denials(text: &str) -> String {
    let nobody = [
        "without a person",
        "without a human",
        "without human",
        "without any human",
        "without an officer",
        "without manual",
        "without any manual",
        "no human",
        "no manual",
        "not a person",
        "not a human",
        "not by a person",
        "not by a human",
    ];
    let text = fold(text);
    nobody.iter().fold(text, |text, it| text.replace(it, ""))
}

#[cfg(test)]
mod tests {
    use super::{can_say_why, changes_something, is_sent};

    #[test]
    fn what_is_told_in_whole_sentences_is_known() {
        for (told, yes, no) in [
            (
                changes_something as fn(&str) -> bool,
                [
                    "It can change how much benefit you get.",
                    "The decision may stop your payments.",
                    "It sets how long you wait for a place.",
                    "The program then cuts the award.",
                ],
                [
                    "When your rent or pay changes, our system works out the new award.",
                    "Tell us of changes to your claim.",
                    "You can ask us to change your award.",
                    "It looks at how much rent you pay.",
                ],
            ),
            (
                is_sent,
                [
                    "Our system works out the new award and sends you a letter.",
                    "You get an e-mail with the result.",
                    "The portal shows you the decision at once.",
                    "We send the decision to you by post.",
                ],
                [
                    "You send us a letter.",
                    "We use the letter that you send us.",
                    "It sends the decision to our finance team.",
                    "We show you how to apply.",
                ],
            ),
            (
                can_say_why,
                [
                    "You can tell that officer why you think it is wrong.",
                    "You may give us more facts.",
                    "You can send us your reasons.",
                    "Please say what is missing.",
                ],
                [
                    "You can ask us to tell you why.",
                    "We tell you why it was refused.",
                    "You can give us your phone number.",
                    "The system explains more.",
                ],
            ),
        ] {
            for text in yes {
                assert!(told(text), "{text}");
            }
            for text in no {
                assert!(!told(text), "{text}");
            }
        }
    }
}
