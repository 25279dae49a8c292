//! What only shows when a notice is whole.

use std::collections::BTreeSet;

use crate::notice::{Notice, Question};

use super::{problem::Sheet, words};

/// Notes every question of the first layer that some reader would find without an answer.
pub(super) fn answers(sheet: &Sheet, notice: &Notice) {
    let names = words::word::<Question>("").err().unwrap_or_default();
    for name in names {
        let open: Vec<String> = readers(notice)
            .into_iter()
            .filter(|(part, audience)| {
                let view = notice.clone().view(*part, *audience);
                !view
                    .answers
                    .iter()
                    .any(|answer| words::word(name) == Ok(answer.question))
            })
            .map(|(part, audience)| reader(part, audience))
            .collect();
        if !open.is_empty() {
            let who = if open.len() == readers(notice).len() {
                String::new()
            } else {
                format!(" for {}", open.join(", nor for "))
            };
            sheet.problem(
                0..3,
                format!("There is no answer to `{name}`{who}"),
                format!("Add an [[answer]] with question = \"{name}\", for everyone or for these readers."),
            );
        }
    }
}

type Reader<'a> = (Option<&'a str>, Option<&'a str>);

/// Everyone a page may be for: each part or none, with each audience if there are any.
fn readers(notice: &Notice) -> Vec<Reader<'_>> {
    let parts = std::iter::once(None).chain(notice.parts.iter().map(|part| Some(&*part.id)));
    let mut audiences: Vec<Option<&str>> = notice
        .audiences
        .iter()
        .map(|audience| Some(&*audience.id))
        .collect();
    if audiences.is_empty() {
        audiences.push(None);
    }
    parts
        .flat_map(|part| {
            audiences
                .iter()
                .map(move |audience| (part, *audience))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn reader(part: Option<&str>, audience: Option<&str>) -> String {
    match (part, audience) {
        (Some(part), Some(audience)) => format!("part `{part}` read by `{audience}`"),
        (Some(part), None) => format!("part `{part}`"),
        (None, Some(audience)) => format!("readers of `{audience}`"),
        (None, None) => "readers of no part".to_owned(),
    }
}

/// Notes every right that the notice and its shared files state twice.
pub(super) fn rights(sheet: &Sheet, notice: &Notice) {
    let mut seen = BTreeSet::new();
    for right in &notice.rights {
        if !seen.insert(&right.id) {
            let remedy = "Keep the notice's own, or the shared file's.";
            sheet.problem(
                0..3,
                format!("The notice states the right `{}` twice", right.id),
                remedy,
            );
        }
    }
}
