//! What a notice tells of children.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFacts, Found, Mention, OnSource, Outcome, Reads, Rule, Severity, found, prose,
};

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

fn children(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    if notice.adults_only && notice.children.is_none() {
        return None;
    }
    let none = notice.children.is_none();
    found(none.then(|| Found::missing("The notice has no line for children")))
}
