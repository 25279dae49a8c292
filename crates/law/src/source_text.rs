//! Which rules can read a source text, before any of its facts is entered.

use super::Rule;

/// Rules that look for words wherever they stand. The others look for facts, or for something that is not there: a text
/// nobody has sorted yet can say that in too many ways.
const READING: [&str; 10] = [
    "ART-01", "BAS-03", "CMP-03", "DPO-02", "LAW-01", "LAW-02", "LNK-01", "REC-03", "RGT-04",
    "TIM-01",
];

/// Whether a rule finds what it looks for in a text, whatever its facts are.
#[must_use]
pub fn reads_text(rule: &Rule) -> bool {
    READING.contains(&rule.id)
}
