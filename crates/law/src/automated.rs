//! Decisions made by a machine: whether there are any, and what people are told of them.

use notice::{Automated, Notice, RightId, SectionId};

use super::{
    Date, DatedFacts, Found, Mark, Mention, OnSource, Outcome, Reads, Rule, Severity,
    decision_told as said, interests, prose,
    text::{all, has, mentions, section, sentences},
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "ADM-01",
    title: "Decisions made by a machine",
    law: "Arts. 13(2)(f), 14(2)(g), 22A to 22D",
    severity: Severity::Warning,
    remedy: "Say in [automated] whether a machine decides alone; if one does, say how it decides, what that means for the person, and how to be told of it, have a say, reach a person and contest it; the finding has a sentence for each, to be used where it is so.",
    question: "Does a computer decide anything about people with nobody looking at it? If so, what, and by which rules?",
    first_layer: None,
    reads: Reads::English(&[Mark::Missing, Mark::Wrong]),
    on_source: OnSource::Sentences(prose::decisions),
    mention: Some(Mention {
        section: Some(SectionId::Automated),
        words: &["automated decision", "automatic decision"],
        beside: &[],
    }),
    find: automated,
}];

/// One thing that must be told of a decision that a machine makes alone (Arts. 13(2)(f), 14(2)(g)), or a safeguard that there must be
/// (Art. 22C(2); Art. 22(3) before).
struct Content {
    what: &'static str,
    /// A sentence that would tell it.
    example: &'static str,
    /// Words that tell it.
    words: &'static [&'static str],
    /// Says whether a sentence tells it in other words.
    told: fn(&str) -> bool,
}

const CONTENT: [Content; 7] = [
    Content {
        what: "how it decides",
        example: "It compares your income with the limit.",
        words: &[
            "because",
            "based on",
            "compar",
            "looks at",
            "look at your",
            "takes into account",
            "score",
            "points",
            "works out",
            "criteria",
            "uses your",
            "checks ",
            "calculat",
            "rules that",
            "logic",
            "if you earn",
            "according to",
            "depends on",
            "depending on",
            "in order of",
            "weighs",
            "ranks",
            "sorts",
            "matches",
        ],
        told: said::gives_its_rule,
    },
    Content {
        what: "why that matters",
        example: "It decides whether you get the award.",
        words: &[
            "means that",
            " means a ",
            " means no ",
            " means you ",
            " means less ",
            " means more ",
            "decides whether",
            "decide whether",
            "whether you",
            "affects",
            "effect",
            "entitle",
            "eligib",
            "significan",
            "important because",
            "your place",
            "matters because",
            "this matters",
            "that matters",
            "it matters",
        ],
        told: said::changes_something,
    },
    Content {
        what: "what may follow from it",
        example: "It may refuse you, or give you less.",
        words: &[
            "refus",
            "turn you down",
            "turned down",
            "consequence",
            "if it says no",
            "you may not",
            "you will not",
            "you cannot",
            "not get",
            "lose",
            "lower",
            "higher",
            "result",
            "priority",
            "outcome",
            "get less",
            "pay more",
            "no longer get",
            "have to pay",
        ],
        told: |it| said::changes_something(it) || said::goes_without(it),
    },
    Content {
        what: "that people are told of the decision",
        example: "We write to you with the decision and the reasons.",
        words: &[
            "we tell you",
            "tell you",
            "let you know",
            "inform you",
            "notify",
            "write to you",
            "you will be told",
            "informed",
            "reasons",
            "ask why",
            "told why",
            "find out why",
            "an explanation",
            "explain the decision",
        ],
        told: said::is_sent,
    },
    Content {
        what: "that they can have their say",
        example: "You can tell us your side.",
        words: &[
            "your view",
            "your side",
            "your say",
            "comment",
            "representation",
            "tell us why",
            "what you think",
            "explain your",
            "put your case",
            "point of view",
            "have a say",
            "listen to you",
            "hear from you first",
            "your reasons",
            "your circumstances",
        ],
        told: said::can_say_why,
    },
    Content {
        what: "that a person can step in",
        example: "You can ask for a person to look at it.",
        words: &[
            "a person",
            "human",
            "somebody look",
            "someone look",
            "member of staff",
            "an officer",
            "one of our staff",
            "one of our team",
            "manual",
            "a colleague",
            "an adviser",
            "a manager",
            "a caseworker",
            "a case worker",
            "that officer",
            "by hand",
        ],
        told: |_| false,
    },
    Content {
        what: "that they can contest it",
        example: "You can challenge the decision.",
        words: &[
            "contest",
            "challenge",
            "appeal",
            "disagree",
            "look at it again",
            "review",
            "reconsider",
            "object to",
            "dispute",
            "look at the decision again",
            "looked at again",
            "check it again",
            "checked again",
            "is wrong",
            "is not right",
        ],
        told: |_| false,
    },
];

/// What a person meets with.
const MET: [&str; 22] = [
    "you are refused",
    "you may be refused",
    "you will be refused",
    "you are turned down",
    "you wait",
    "you pay",
    "you lose",
    "refuses your",
    "refuses you ",
    "rejects your",
    "turns you down",
    "application down",
    "turns down your",
    "you then cannot",
    "you then can't",
    "you then get no",
    "you then do not",
    "you then have to",
    "you then must",
    "you then pay",
    "you then wait",
    "you then lose",
];

/// What a sentence tells that says what follows for the reader from what the machine makes of them.
const FOLLOWING: [&str; 2] = ["why that matters", "what may follow from it"];

fn automated(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let mut list = decisions(notice, facts, at);
    list.extend(facts.old_citations("ADM-01", &all(notice), at));
    Some(list)
}

/// Says whether a machine decides, and all that is to be told of it.
fn decisions(notice: &Notice, facts: &DatedFacts, at: Date) -> Vec<Found> {
    let Some(fact) = &notice.automated else {
        let message = "The notice does not say whether a machine decides alone";
        return vec![Found::missing(message)];
    };
    if !fact.used {
        return Vec::new();
    }
    let texts = statements(notice, fact);
    // "If it ranks you low, you wait longer": what it means for the person, and what follows.
    let follows = texts.iter().flat_map(|text| sentences(text)).any(|it| {
        (mentions(it, "if it") && has(it, &[", you ", "then you "]))
            || (has(it, &MET) && !mentions(it, "whether"))
    });
    let texts: Vec<String> = texts
        .iter()
        .map(|text| said::without_denials(text))
        .collect();
    let lacks: Vec<String> = CONTENT
        .iter()
        .filter(|it| {
            let told = follows && FOLLOWING.contains(&it.what);
            let mut sentences = texts.iter().flat_map(|text| sentences(text));
            !told && !texts.iter().any(|text| has(text, it.words)) && !sentences.any(it.told)
        })
        .map(|it| format!("{} (such as “{}”)", it.what, it.example))
        .collect();
    let gap = (!lacks.is_empty()).then(|| {
        let message = format!(
            "A machine decides alone, and the notice does not say {}",
            lacks.join(", ")
        );
        Found::weak(message).at(&fact.text)
    });
    let uses = interests::purposes(notice, facts, at).into_iter();
    let forbidden = uses.filter_map(|(it, interests)| Some(interests.by_machine()?.at(&it.text)));
    gap.into_iter().chain(forbidden).collect()
}

/// Says where a notice speaks of decisions by a machine.
fn statements(notice: &Notice, fact: &Automated) -> Vec<String> {
    let rights = notice
        .rights
        .iter()
        .filter(|right| right.id == RightId::AutomatedDecisions);
    let mut texts = vec![fact.text.clone()];
    texts.extend(section(notice, SectionId::Automated));
    texts.extend(rights.map(|right| right.text.clone()));
    texts
}
