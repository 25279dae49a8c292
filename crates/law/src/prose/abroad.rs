//! Where a source text says that data goes.

use notice::{Notice, SectionId};

use super::Prose;
use crate::{
    Date, DatedFacts, Outcome, countries::is_abroad, found, text::has, transfers::wording,
};

/// Finds that data is sent abroad in outdated words, or with no word of what keeps it safe there. That nothing is said of it is no
/// finding: only who sends data abroad has something to say.
pub(crate) fn transfers(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let text = Prose::of(notice);
    let moves = [
        "transfer",
        "store",
        "held",
        "hosted",
        "sent ",
        "send ",
        "server",
        "process",
        "kept",
        "keep",
        "leave",
        "based in",
        "export",
        "backed up",
    ];
    let data = [
        "data",
        "information",
        "detail",
        "record",
        "answers",
        "server",
        "system",
        "backup",
        "footage",
        "list",
        "computer",
    ];
    let own = text.pieces.iter().filter(|piece| {
        piece.section == SectionId::Transfers
            || crate::text::sentences(&piece.text)
                .any(|it| is_abroad(it) && has(it, &moves) && has(it, &data))
    });
    let own: Vec<String> = own.map(|piece| piece.text.clone()).collect();
    if own.is_empty()
        && text
            .texts
            .iter()
            .all(|it| !has(it, &["economic area", "eea"]))
    {
        return None;
    }
    found(wording(&own, &text.texts, facts, at))
}
