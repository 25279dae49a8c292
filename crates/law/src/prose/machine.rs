//! Decisions that a source text has a machine make alone.

use notice::Notice;

use super::Prose;
use crate::{
    Date, DatedFacts, Found, Outcome, found,
    interests::rested_on,
    text::{denies, has, words},
};

/// Finds that a machine decides about people with nobody looking, and that the text gives them none of the safeguards: a person, a say,
/// a way to contest it; and that what it rests on may be no basis of such a decision.
pub(crate) fn decisions(notice: &Notice, facts: &DatedFacts, day: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let at = (0..said.len()).find(|&at| {
        let before = at.checked_sub(1).map(|at| said[at]);
        let before = before.filter(|it| it.section == said[at].section);
        decides_alone(before.map_or("", |it| it.text), said[at].text)
    })?;
    let safeguards = [
        "ask for a person",
        "a person to look",
        "somebody to look",
        "someone to look",
        "an officer to look",
        "a member of staff to",
        "human review",
        "human intervention",
        "reviewed by",
        "contest",
        "challenge",
        "appeal",
        "look at it again",
        "looked at again",
        "look again",
        "reconsider",
        "your view",
        "your side",
        "your say",
        "put your case",
        "think it is wrong",
        "think this is wrong",
        "disagree with",
    ];
    // Other appeals (against a penalty, a place at a school) are no safeguard, and may be; where any is told, nothing is said, unless
    // it is said to be another matter.
    let told = said.iter().enumerate().any(|(own, it)| {
        own != at
            && !denies(it.text)
            && has(it.text, &safeguards)
            && !has(
                it.text,
                &[
                    "is different",
                    "are different",
                    "is another matter",
                    "are another matter",
                    "a separate matter",
                ],
            )
    });
    let message = "A machine decides alone, and the text does not say how people can reach a person, have their say and contest it";
    let bare = (!told).then(|| Found::weak(message).at(said[at].text));
    // An import enters purposes apart from the sections.
    let entered = notice.purposes.iter().map(|it| it.text.as_str());
    let mut uses = said.iter().map(|it| it.text).chain(entered);
    let forbidden = uses.find_map(|text| {
        let interests = rested_on(text).filter(|it| it.is_law(facts, day))?;
        Some(interests.by_machine()?.at(text))
    });
    found(bare.into_iter().chain(forbidden))
}

/// Says whether a sentence, with the one before it, has a machine decide about somebody while nobody looks.
fn decides_alone(before: &str, sentence: &str) -> bool {
    let alone = [
        "without being seen by",
        "without being looked at",
        "without being read",
        "without being reviewed",
        "without being checked by",
        "without being considered by",
        "without being opened",
        "without review by",
        "unread by",
        "without anybody",
        "without anyone",
        "without a person",
        "without any person",
        "without a member of staff",
        "without any member of staff",
        "without human",
        "without any human",
        "with no human",
        "with nobody looking",
        "no person looks",
        "nobody looks",
        "no member of staff looks",
        "and nobody checks",
        "no human ",
    ];
    let machines = [
        "system",
        "software",
        "computer",
        "algorithm",
        "automatic",
        "machine",
    ];
    let all = words(sentence);
    let nobody = nobody_looks(&all);
    let alone =
        has(sentence, &alone) || is_unseen(&all) || nobody.is_some() || acts_by_itself(sentence);
    if !alone || !has(&format!("{before} {sentence}"), &machines) {
        return false;
    }
    // "This happens automatically", "Nobody reads them": what happens stands before.
    let first = all.first().map(String::as_str).unwrap_or_default();
    let goes_on = matches!(first, "this" | "it" | "that" | "all")
        || nobody.is_some_and(|(from, to)| from == 0 && to + 3 >= all.len());
    // That nobody looks denies nothing of what is done.
    let (from, to) = nobody.map_or((0, 0), |(from, to)| (from, to + 1));
    let rest = [&all[..from], &all[to..]].concat();
    decides(&rest) || (goes_on && decides(&words(before)))
}

/// Returns from which word to which a sentence says that no one looks: "nobody in the team reads", "is not seen by anyone".
fn nobody_looks(all: &[String]) -> Option<(usize, usize)> {
    const LOOKS: [&str; 22] = [
        "check",
        "checks",
        "considers",
        "decides",
        "examines",
        "look",
        "looks",
        "opens",
        "read",
        "reads",
        "reviews",
        "see",
        "sees",
        "steps",
        "involved",
        "checked",
        "considered",
        "examined",
        "looked",
        "opened",
        "reviewed",
        "seen",
    ];
    const PEOPLE: [&str; 11] = [
        "human",
        "member",
        "officer",
        "officers",
        "one",
        "person",
        "single",
        "caseworker",
        "assessor",
        "manager",
        "adviser",
    ];
    const BEFORE: [&str; 5] = ["by", "anybody", "anyone", "any", "us"];
    let is = |at: usize, list: &[&str]| all.get(at).is_some_and(|it| list.contains(&it.as_str()));
    (0..all.len()).find_map(|at| {
        let nobody = is(at, &["nobody", "noone", "none"])
            || (is(at, &["no", "not"]) && (is(at + 1, &PEOPLE) || is(at + 2, &PEOPLE)));
        if nobody {
            let near = (at + 1..all.len().min(at + 8)).find(|&own| is(own, &LOOKS))?;
            // Whoever "can" or "may" not look is another matter, and "nobody but an officer" is somebody.
            let other = [
                "can", "may", "but", "except", "else", "until", "who", "outside", "is", "are",
                "will",
            ];
            let other = all[at..near].iter().any(|it| other.contains(&it.as_str()));
            return (!other).then_some((at, near));
        }
        // "They are not read by anyone."
        let never = is(at, &["not", "never"]) && at > 0 && is(at - 1, &["is", "are"]);
        let near = (at + 1..all.len().min(at + 3)).find(|&own| is(own, &LOOKS));
        let near = near.filter(|_| never)?;
        let by = is(near + 1, &["by", "at"]) && (is(near + 2, &BEFORE) || is(near + 3, &BEFORE));
        by.then_some((at, all.len() - 1))
    })
}

/// Says whether something happens "without any officer seeing it", whoever it is that does not.
fn is_unseen(all: &[String]) -> bool {
    const LOOKS: [&str; 9] = [
        "seeing",
        "looking",
        "reading",
        "checking",
        "reviewing",
        "considering",
        "examining",
        "deciding",
        "stepping",
    ];
    (0..all.len()).any(|at| {
        let behind = all[at + 1..].iter().take(5);
        // "Without looking at it" leaves open who does not.
        let somebody = behind
            .clone()
            .next()
            .is_some_and(|it| !it.ends_with("ing") || it == "anything");
        all[at] == "without" && somebody && behind.clone().any(|it| LOOKS.contains(&it.as_str()))
    })
}

/// Says whether a machine does something by itself, and the sentence has nobody beside it.
fn acts_by_itself(sentence: &str) -> bool {
    let people = [
        "officer", "staff", "person", "people", "panel", "somebody", "someone", "manager", "tutor",
        "doctor", "nurse", "human", "we ",
    ];
    let itself = [
        "by itself",
        "by themselves",
        "all by its own",
        "on its own",
        "of its own accord",
    ];
    has(sentence, &itself) && !has(sentence, &people)
}

/// Says whether a sentence settles something to somebody's cost.
fn decides(all: &[String]) -> bool {
    const VERDICTS: [&str; 11] = [
        "reject",
        "refus",
        "declin",
        "cancel",
        "suspend",
        "exclud",
        "withdraw",
        "terminat",
        "disqualif",
        "stopped",
        "decid",
    ];
    let verdict = (0..all.len()).any(|at| {
        {
            // What people do on a machine, they decide themselves.
            let theirs = all[at.saturating_sub(3)..at].iter().any(|it| it == "you");
            let next = all.get(at + 1).map(String::as_str);
            let turns = all[at].starts_with("turn") && matches!(next, Some("down" | "away"));
            !theirs
                && (turns || VERDICTS.iter().any(|it| all[at].starts_with(it)))
                && !denies(&all[..at].join(" "))
        }
    });
    let off = ["off the waiting list", "off the list"];
    let text = all.join(" ");
    verdict || (has(&text, &off) && !denies(&text))
}

#[cfg(test)]
mod tests {
    use super::decides_alone;

    #[test]
    fn a_machine_that_decides_alone_is_told_from_one_that_helps() {
        for (before, sentence) in [
            (
                "Our booking system takes patients who miss two appointments off the waiting list.",
                "This happens automatically overnight, without anybody on our staff looking at it.",
            ),
            (
                "",
                "Applications below the score are rejected by the system without being seen by a member of staff.",
            ),
            (
                "",
                "The software refuses claims without any human looking at them.",
            ),
            (
                "",
                "Permits are cancelled automatically, and nobody checks it.",
            ),
            (
                "",
                "Essays below the mark are rejected by the software without being read by a tutor.",
            ),
            (
                "",
                "Late claims are refused automatically without review by an officer.",
            ),
            (
                "",
                "Bids that come late are declined by the system without being opened.",
            ),
            (
                "The computer suspends your account after two reminders.",
                "It does so without a person being involved.",
            ),
            (
                "",
                "Our computer turns down claims above the limit without any officer seeing them.",
            ),
            (
                "",
                "The system works out your points and declines whoever is below forty by itself.",
            ),
            (
                "",
                "Late bids are turned away by the software without one of our buyers reading them.",
            ),
            (
                "Your answers are scored by our software.",
                "Applications that score below twelve are refused by the system at once, and nobody in the team reads them.",
            ),
            (
                "",
                "Claims over the limit are rejected by the computer, and no officer looks at them.",
            ),
            (
                "Bids below the mark are refused by the system.",
                "No one reads them.",
            ),
            (
                "",
                "Permits are withdrawn automatically and are never seen by anyone.",
            ),
            (
                "",
                "No member of staff considers the claims that our software turns down.",
            ),
        ] {
            assert!(decides_alone(before, sentence), "{sentence}");
        }
        for (before, sentence) in [
            (
                "",
                "No application is refused by the system without a person looking at it.",
            ),
            (
                "",
                "Reminders go out automatically, without anybody looking at them.",
            ),
            (
                "",
                "If your address matches, the permit is issued by the system at once.",
            ),
            (
                "",
                "You can cancel on our system without a member of staff.",
            ),
            (
                "",
                "No essay is rejected by the software without being read by a tutor.",
            ),
            (
                "",
                "Your letters are scanned by the machine without being read.",
            ),
            (
                "Officers refuse some claims.",
                "The computer counts them without anybody looking.",
            ),
            ("", "No computer decides anything about you by itself."),
            (
                "",
                "The system sorts claims by itself, and an officer decides on each of them.",
            ),
            (
                "",
                "The computer turns the heating down by itself at night.",
            ),
            (
                "",
                "Our system never turns anybody down without an officer reading the claim.",
            ),
            (
                "",
                "Claims are refused by the panel, and nobody outside it sees what our system holds.",
            ),
            ("", "Nobody can see on the system who was refused."),
            (
                "Officers refuse some claims.",
                "Nobody reads them but the panel, and the computer stores them.",
            ),
            (
                "",
                "If the system refuses a claim, nobody but an officer decides on it.",
            ),
        ] {
            assert!(!decides_alone(before, sentence), "{sentence}");
        }
    }
}
