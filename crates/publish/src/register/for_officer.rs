//! What waits for the officer in a draft that an import made: while its text is to be written again, whoever runs the service is asked
//! nothing about that text, nor what the source has said already.

use law::{Finding, Mark};
use notice::Question;

use crate::raw_draft::is_marked;

/// What the remarks of an import call what it has found, by the rules that miss it.
const PROPOSED: [(&str, &str); 11] = [
    ("ID-01", "controller"),
    ("DPO-01", "officer"),
    ("PUR-01", "purpose"),
    ("BAS-01", "basis"),
    ("REC-01", "recipient"),
    ("TRF-01", "transfer"),
    ("SRC-01", "source"),
    ("SRC-02", "data"),
    ("RET-01", "period"),
    ("RGT-01", "right"),
    ("ADM-01", "automated decision"),
];

/// Says whether a draft still has text that is to be written again.
pub(crate) fn is_unfinished(text: &str) -> bool {
    text.lines().any(is_marked)
}

/// Says of what a rule found in the unfinished draft `text` which is for whoever finishes it.
pub(crate) fn is_for_officer(text: &str, found: &[&Finding], finding: &Finding) -> bool {
    finding.pending
        || stands_in_marked(finding)
        || is_of_all_text(finding)
        || (finding.mark == Mark::Missing
            && (is_proposed(text, finding.rule) || has_its_section(text, finding.rule)))
        || (is_open_answer(finding) && found.iter().all(|it| it.pending || is_open_answer(it)))
}

/// Says whether it stands in a paragraph that is to be written again.
fn stands_in_marked(finding: &Finding) -> bool {
    let Some((file, range)) = &finding.shown else {
        return false;
    };
    let before = &file.text[..range.start];
    let paragraph = before.rfind("\n\n").map_or(0, |end| end + 2);
    file.text[paragraph..].lines().next().is_some_and(is_marked)
}

/// Says whether it is told of the whole text, which will be another: a measure, with no place.
fn is_of_all_text(finding: &Finding) -> bool {
    finding.place.is_none() && finding.rule.starts_with("ENG-")
}

/// Says whether a remark of the import proposes what a rule misses: “# line 42: basis: contract”, or “… gives a contract for this”.
fn is_proposed(text: &str, rule: &str) -> bool {
    let named = PROPOSED.iter().find(|(id, _)| *id == rule);
    let mut remarks = text.lines().filter(|line| line.starts_with("# "));
    named.is_some_and(|(_, name)| {
        let name = format!(": {name}: ");
        remarks.any(|remark| remark.contains(&name)) || (rule == "BAS-01" && gives_a_basis(text))
    })
}

/// Says whether a section about complaints is to be written again, where a rule misses a way to complain: sections are named by what
/// they are about, and a sentence in one need not say so again.
fn has_its_section(text: &str, rule: &str) -> bool {
    let sections = text.split("\n## ").skip(1);
    let mut complaints = sections.filter(|section| {
        let heading = section.lines().next().unwrap_or_default();
        heading.contains("{#complaints")
    });
    ["CMP-01", "CMP-02"].contains(&rule) && complaints.any(is_unfinished)
}

/// Says whether a remark above a purpose says which basis the source gives for it.
fn gives_a_basis(text: &str) -> bool {
    let mut remarks = text.lines().filter(|line| line.starts_with("# "));
    remarks.any(|remark| remark.contains(" gives ") && remark.contains(" for th"))
}

/// Says whether the card leaves a question open as an import does.
fn is_open_answer(finding: &Finding) -> bool {
    let text = finding.place.as_ref().map(|place| place.text.as_str());
    let is_question = |question: &Question| Some(<&str>::from(*question)) == text;
    finding.mark == Mark::Missing && Question::ALL.iter().any(is_question)
}
