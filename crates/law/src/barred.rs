//! Whether a sentence bars people from the regulator until they have been to the controller.

use super::text::words;

/// What people do who complain.
pub(super) const COMPLAINS: [&str; 15] = [
    "complain",
    "complaint",
    "complaints",
    "complaining",
    "contact",
    "raise",
    "write",
    "refer",
    "go",
    "turn",
    "approach",
    "concern",
    "take",
    "bring",
    "escalate",
];

/// Says whether a sentence bars the regulator until the controller's own procedure is over: "Only when you have been through both of
/// our stages can you approach …", "… will only be able to take up your complaint once it has been through our stages".
pub(super) fn is_barred(sentence: &str) -> bool {
    let all = words(sentence);
    let ours = |rest: &[String]| {
        rest.iter().any(|it| {
            matches!(
                it.as_str(),
                "we" | "us" | "our" | "stages" | "stage" | "procedure" | "governors" | "trustees"
            )
        })
    };
    let when = |it: &String| matches!(it.as_str(), "when" | "once" | "after" | "if" | "until");
    let does = |rest: &[String]| rest.iter().any(|it| COMPLAINS.contains(&it.as_str()));
    let begins = match all.as_slice() {
        [only, then, rest @ ..]
            if (only == "only" && when(then))
                || (only == "not" && matches!(then.as_str(), "until" | "before")) =>
        {
            rest.windows(2).enumerate().any(|(at, pair)| {
                let can = matches!(pair[0].as_str(), "can" | "may" | "could" | "will");
                let theirs = matches!(
                    pair[1].as_str(),
                    "you" | "people" | "parents" | "a" | "your"
                );
                can && theirs && ours(&rest[..at]) && does(&rest[at..])
            })
        }
        _ => false,
    };
    let unable = (0..all.len()).any(|at| {
        let rest = &all[at + 1..];
        let next = rest.first().map(String::as_str);
        let able = match all[at].as_str() {
            "only" => next == Some("be") && rest.get(1).is_some_and(|it| it == "able"),
            "can" | "may" => next == Some("only"),
            "cannot" | "cant" | "unable" => true,
            _ => false,
        };
        let wait = rest.iter().position(|it| when(it) || it == "unless");
        let takes = rest.iter().take(10).any(|it| {
            matches!(
                it.as_str(),
                "take" | "look" | "consider" | "investigate" | "accept" | "examine" | "deal"
            )
        });
        let theirs = rest
            .iter()
            .take(10)
            .any(|it| it == "complaint" || it == "complaints");
        able && takes && theirs && wait.is_some_and(|at| ours(&rest[at..]))
    });
    begins || unable || is_provided(&all)
}

/// Says whether words let people go on if they have been to the controller: "provided that you have first had our reply".
fn is_provided(all: &[String]) -> bool {
    (1..all.len()).any(|at| {
        let provided = matches!(all[at].as_str(), "provided" | "providing")
            || (all[at] == "condition" && all[at - 1] == "on")
            || (all[at] == "as" && all[at - 1] == "long");
        let rest: Vec<&str> = all[at + 1..].iter().take(12).map(String::as_str).collect();
        let been = rest
            .windows(2)
            .any(|it| matches!(it[0], "you" | "they" | "people") && it[1] == "have");
        let before = rest.iter().any(|it| {
            matches!(
                *it,
                "first" | "already" | "reply" | "answer" | "response" | "decision" | "procedure"
            )
        });
        let ours = rest
            .iter()
            .any(|it| matches!(*it, "us" | "our" | "we" | "council" | "trust" | "school"));
        let can = all[..at]
            .iter()
            .any(|it| matches!(it.as_str(), "may" | "can" | "could"));
        let does = all[..at].iter().any(|it| COMPLAINS.contains(&it.as_str()));
        provided && been && before && ours && can && does
    })
}
