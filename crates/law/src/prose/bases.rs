//! Whether a source text says what lets data be used.

use notice::Notice;

use super::Prose;
use crate::{Date, DatedFacts, Found, Outcome, found, text::has};

/// Finds that a whole notice names no lawful basis.
pub(crate) fn bases(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let words = [
        "lawful bas",
        "legal bas",
        "legal ground",
        "article 6",
        "art. 6",
        "public task",
        "legal obligation",
        "legal duty",
        "legitimate interest",
        "consent",
        "contract",
        "official authority",
        "public interest",
        "vital interest",
        "the law ",
        "by law",
        "statutory",
        "duty under",
        " act 1",
        " act 2",
        "duties under",
        "your permission",
        "you agree",
    ];
    let told = text.texts.iter().any(|text| has(text, &words));
    let message = "The text names no lawful basis";
    found((!told && text.is_whole()).then(|| Found::missing(message)))
}
