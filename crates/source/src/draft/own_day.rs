//! The day and the version that a source gives itself, and what a draft says of them.

use law::Date;

use super::{
    LeftOut,
    find::{self, Dated},
    piece::Piece,
};

/// Returns the dates that a source gives itself, in its text or around it.
pub(super) fn dated(pieces: &[Piece], left: &[LeftOut]) -> Dated {
    let texts = pieces.iter().map(|it| (it.line, it.text.as_str()));
    let furniture = left.iter().map(|it| (it.line, it.text.as_str()));
    find::dated(texts.chain(furniture))
}

/// Says what the draft restates: the source, with its own date or version; `undated`, which the check looks for, if it has no
/// date.
pub(super) fn restated(title: &str, found: &Dated, day: Date) -> String {
    let version = found.version.as_ref();
    let version = version
        .map(|(_, version)| format!(", version {version}"))
        .unwrap_or_default();
    match &found.date {
        Some((_, date)) => format!("{title}{version}, {date}"),
        None => format!("{title}{version}, undated, brought in on {day}"),
    }
}

/// Returns the version that the draft begins with: the source's own, else its day, else the first.
pub(super) fn version(found: &Dated, day: &str) -> String {
    let own = found.version.as_ref().map(|(_, version)| version.as_str());
    let day = Some(day).filter(|day| !day.is_empty());
    own.or(day).unwrap_or("1").to_owned()
}

/// Says what is to be written where the source gives no day of its own.
pub(super) fn undated(found: &Dated) -> String {
    let said = match &found.date {
        Some((_, date)) => format!("Of its day the source says no more than “{date}”"),
        None => "The source gives no day of its own".to_owned(),
    };
    format!(
        "{said}: write when these words were first published, as in published = 2026-11-22. Nothing is published before."
    )
}
