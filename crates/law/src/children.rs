//! What a notice tells of children.

use std::ops::RangeInclusive;

use notice::{Notice, SectionId};

use super::{
    Date, DatedFacts, Found, Mark, Mention, OnSource, Outcome, Reads, Rule, Severity, found, prose,
};

/// The ages between which ministers may set that of a child’s own consent online: Art. 8(2A), inserted by the Children’s Wellbeing
/// and Schools Act 2026 s. 72. Which of them it is on a day is a dated fact.
pub const AGES: RangeInclusive<u8> = 13..=16;

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "CHD-01",
    title: "A line for children",
    law: "house rule (Art. 8(1) sets the age, and asks for no such line)",
    severity: Severity::Warning,
    remedy: "Write children = true in the notice’s file for the line in notices/shared/children.md, children = { under = 13, text = \"If you are under {age}, …\" } for a line or an age of its own, or children = false if the service is for adults alone.",
    question: "Can people under 13 use this service?",
    first_layer: None,
    reads: Reads::NoticeFacts,
    on_source: OnSource::Sentences(prose::children),
    mention: Some(Mention {
        section: Some(SectionId::Children),
        words: &["under 13", "under the age of 13"],
        beside: &[],
    }),
    find: children,
}];

fn children(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let Some(line) = &notice.children else {
        let needed = !notice.adults_only;
        return needed.then(|| vec![Found::missing("The notice has no line for children")]);
    };
    // A line that is drawn at a higher age asks for more than the law does.
    let low = facts.age(at).filter(|(_, age)| line.under < *age);
    found(low.map(|(fact, age)| {
        let message = format!(
            "The line is for people under {}, and below {age} a child’s consent online is a parent’s to give{}",
            line.under,
            fact.remark()
        );
        Found {
            remedy: Some(AGE),
            ..fact.finding(Mark::Outdated, message).at(&line.text)
        }
    }))
}

/// What to do about a line that is drawn at an age that has been raised.
const AGE: &str = "Raise `under` in shared/children.md to the age of the day.";
