//! A text that differs, as a change.

use super::{
    Change, ChangeKind, Weight,
    words::{period, same_sense},
};

/// Reports a change of a text that both have, if there is one: editorial where `same` says so.
pub(super) fn wording(
    change: Change,
    was: &str,
    now: &str,
    same: impl Fn(&str, &str) -> bool,
) -> Option<Change> {
    let weight = if same(was, now) {
        Weight::Editorial
    } else {
        Weight::Material
    };
    let kind = if weight == Weight::Editorial {
        ChangeKind::Changed
    } else {
        spell(period(was), period(now))
    };
    let change = change.between(Some(was.to_owned()), Some(now.to_owned()));
    (was != now).then(|| change.kind(kind).weight(weight))
}

/// Reports a change of a text that explains, and that one of the two may lack.
pub(super) fn maybe(change: Change, was: &Option<String>, now: &Option<String>) -> Option<Change> {
    match (was, now) {
        (Some(was), Some(now)) => wording(change, was, now, same_sense),
        _ => (was != now).then(|| change.between(was.clone(), now.clone())),
    }
}

/// Reports a change of a text about something that is there in both, and of which one may say nothing.
pub(super) fn detail(
    change: Change,
    was: &Option<String>,
    now: &Option<String>,
    same: impl Fn(&str, &str) -> bool,
) -> Option<Change> {
    match (was, now) {
        (Some(was), Some(now)) => wording(change, was, now, same),
        _ => {
            let change = change.between(was.clone(), now.clone());
            (was != now).then(|| change.kind(ChangeKind::Changed))
        }
    }
}

/// Says what became of a figure.
pub(super) fn spell<T: PartialOrd>(was: Option<T>, now: Option<T>) -> ChangeKind {
    match (was, now) {
        (Some(was), Some(now)) if now < was => ChangeKind::Shortened,
        (Some(was), Some(now)) if now > was => ChangeKind::Lengthened,
        _ => ChangeKind::Changed,
    }
}
