//! Small texts of each kind that an import once got wrong, with traps: what must come of each was written down before any had been
//! brought in.

use notice::{Block, Inline, Notice};
use serde::Deserialize;
use source::draft::Imported;

use crate::{
    alike::{day, is, named},
    html::bring,
    reader::texts,
    unseen::{KINDS, Lists, encoded, given},
};

#[derive(Deserialize)]
struct All {
    small: Vec<Small>,
}

#[derive(Deserialize)]
struct Small {
    name: String,
    why: String,
    text: String,
    encoding: Option<String>,
    ends: Option<String>,
    controller: Option<String>,
    date: Option<String>,
    /// Each heading, and its section where that is beyond doubt.
    headings: Option<Vec<Vec<String>>>,
    #[serde(default)]
    kept: Vec<String>,
    /// The kinds of fact that are not right yet: the test tells when one is.
    #[serde(default)]
    missed: Vec<String>,
    #[serde(flatten)]
    wanted: Lists,
}

/// A value as it is compared here, where "&" is "and" and a name may begin with "the".
fn folded(text: &str) -> String {
    let seen = |mark: &char| !matches!(mark, '\u{ad}' | '\u{200b}' | '\u{feff}');
    let text: String = text.chars().filter(seen).collect();
    let text = text
        .replace(['’', '‘'], "'")
        .replace('&', "and")
        .to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.strip_prefix("the ").unwrap_or(&text).to_owned()
}

/// A heading as it is compared: nobody asks for its question mark.
fn asked(heading: &str) -> String {
    named(heading).trim_end_matches('?').to_owned()
}

/// Every heading of a notice, those within a section too, each with the section's id.
fn headings_of(notice: &Notice) -> Vec<(String, &'static str)> {
    let mut all = Vec::new();
    for section in &notice.sections {
        let id = section.id.into();
        all.push((asked(&section.heading), id));
        all.extend(section.body.iter().filter_map(|block| match block {
            Block::Paragraph(runs) => match &runs[..] {
                [Inline::Strong(text)] => Some((asked(text), id)),
                _ => None,
            },
            Block::List(_) => None,
        }));
    }
    all
}

impl Small {
    /// Tells what is not as it must be, each with the kind of fact.
    fn wrong(&self, imported: &Imported, notice: &Notice) -> Vec<(&str, String)> {
        let mut wrong = Vec::new();
        for (kind, what) in KINDS {
            let wanted = match (kind, &self.controller) {
                ("controller", Some(one)) if one.is_empty() => &Vec::new(),
                ("controller", Some(one)) => &vec![one.clone()],
                _ => match self.wanted.get(kind) {
                    Some(wanted) => wanted,
                    None => continue,
                },
            };
            let given = given(kind, what, imported, notice);
            let alike = |given: &String, wanted: &String| {
                is(kind, given, wanted)
                    || folded(given) == folded(wanted)
                    || (kind == "phones" && given.starts_with(&format!("{wanted} ext")))
            };
            let right = wanted
                .iter()
                .all(|want| given.iter().any(|it| alike(it, want)))
                && given
                    .iter()
                    .all(|it| wanted.iter().any(|want| alike(it, want)));
            if !right {
                wrong.push((kind, format!("{given:?}, not {wanted:?}")));
            }
        }
        if let Some(date) = &self.date {
            let restates = notice.restates.clone().unwrap_or_default();
            let right = match date.is_empty() {
                true => restates.is_empty() || restates.contains("undated"),
                false => day(&restates.replace(", version", " version")).contains(&day(date)),
            };
            if !right {
                wrong.push(("date", format!("{restates}, not {date}")));
            }
        }
        let all = folded(&texts(notice).join(" "));
        let lost: Vec<&String> = self
            .kept
            .iter()
            .filter(|it| !all.contains(&folded(it)))
            .collect();
        if !lost.is_empty() {
            wrong.push(("kept", format!("{lost:?} not in {all}")));
        }
        if let Some(headings) = &self.headings {
            let own = headings_of(notice);
            let is_there = |wanted: &Vec<String>| {
                let mut same = own.iter().filter(|(own, _)| *own == asked(&wanted[0]));
                same.any(|(_, own)| wanted.get(1).is_none_or(|id| id == own))
            };
            // What stands before the first heading has one of the program's.
            let beyond = own.iter().any(|(own, _)| {
                !matches!(&**own, "who we are" | "what the text says")
                    && !headings.iter().any(|it| asked(&it[0]) == *own)
            });
            if beyond || !headings.iter().all(is_there) {
                wrong.push(("headings", format!("{own:?}, not {headings:?}")));
            }
        }
        wrong
    }
}

#[test]
fn small_texts_that_no_import_had_seen_are_read_as_a_reader_does() {
    let all: All = toml::from_str(include_str!("small.toml")).expect("it reads");
    let mut misses = Vec::new();
    let mut right = 0;
    for it in &all.small {
        let text = encoded(&it.text, it.ends.as_deref(), it.encoding.as_deref());
        let (imported, notice) = bring(&text);
        let wrong = it.wrong(&imported, &notice);
        right += usize::from(wrong.is_empty());
        let mended = it
            .missed
            .iter()
            .filter(|kind| !wrong.iter().any(|(own, _)| own == kind));
        misses.extend(mended.map(|kind| format!("{}: no longer missed: {kind}", it.name)));
        let new = wrong
            .iter()
            .filter(|(kind, _)| !it.missed.iter().any(|own| own == kind));
        misses.extend(new.map(|(kind, said)| format!("{} ({}): {kind}: {said}", it.name, it.why)));
    }
    println!("{right} of {}", all.small.len());
    assert!(misses.is_empty(), "{}\n{}", misses.len(), misses.join("\n"));
}
