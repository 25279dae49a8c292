//! What is still open on the day of a successor: it is told to whoever builds, and stops nothing.

use std::{collections::BTreeSet, path::Path};

use source::parse::{File, Source};

use super::{FOLDER, Handover, prose_that_names};

/// The remark above a line of a draft that somebody has to decide about.
const REMARK: &str = "# DECIDE:";

/// Counts the lines of a draft that somebody has to decide about.
#[must_use]
pub fn marked(draft: &str) -> usize {
    remarks(draft).count()
}

/// Finds the remarks of a draft, by their lines, counted from one.
fn remarks(draft: &str) -> impl Iterator<Item = usize> {
    let lines = draft.lines().zip(1..);
    lines
        .filter(|(line, _)| line.trim_start().starts_with(REMARK))
        .map(|(_, at)| at)
}

/// Lists what the drafts in use leave open, and what their controllers lack, a line each. `files` are those of `notices/`
/// with the drafts in their places, `source` is what they say, and `planned` are the handovers that they are for.
pub(super) fn undecided(files: &[File], source: &Source, planned: &[Handover]) -> Vec<String> {
    let is_used = |file: &&File| {
        let folder = Path::new(&file.name).parent();
        !file.path.starts_with(FOLDER) && folder.is_some_and(|folder| folder.ends_with(FOLDER))
    };
    let drafts: Vec<&File> = files.iter().filter(is_used).collect();
    let open = drafts.iter().filter_map(|file| {
        let (what, at) = counted(remarks(&file.text).collect())?;
        Some(format!(
            "notices/{FOLDER}/{} leaves {what} to be decided (below line {at}): decide, and take each `{REMARK} …` away",
            file.path
        ))
    });
    let mut warnings: Vec<String> = open.collect();
    warnings.extend(drafts.iter().flat_map(|file| prose(file, planned)));
    let mut told = BTreeSet::new();
    let new = source.notices.iter().filter(|notice| {
        let own = format!("{}.md", notice.id);
        drafts.iter().any(|file| file.path == own)
    });
    for notice in new {
        let (id, to) = (&notice.controller.id, &notice.controller.contact);
        let place = place(files, id);
        let is_silent = to.email.is_none() && to.phones.is_empty() && to.address.is_empty();
        if is_silent && told.insert((id, "contact")) {
            warnings.push(format!(
                "{place} takes over, and says no way to reach it: write its `email`, `phones` or `address` there"
            ));
        }
        if notice.officer.is_none() && told.insert((id, "officer")) {
            warnings.push(format!(
                "{place} takes over, and names no data protection officer: write its `officer` there"
            ));
        }
    }
    warnings
}

/// Says in which lines the text of a draft still names the organisation that it is to follow: a remark has no place there.
fn prose(file: &File, planned: &[Handover]) -> Option<String> {
    let id = file.path.strip_suffix(".md")?;
    let is_of = |handover: &&Handover| handover.notices.iter().any(|(own, _)| own == id);
    let handover = planned.iter().find(is_of)?;
    let (what, at) = counted(prose_that_names(&file.text, handover))?;
    Some(format!(
        "notices/{FOLDER}/{} names {}, or an address of its own, in {what} of its text (line {at}): write what is so then",
        file.path, handover.name
    ))
}

/// Says how many lines there are, and lists them; nothing of none.
fn counted(lines: Vec<usize>) -> Option<(String, String)> {
    let what = match lines.len() {
        0 => return None,
        1 => "1 line".to_owned(),
        many => format!("{many} lines"),
    };
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    Some((what, lines.join(", ")))
}

/// Names the table of a controller, with its line.
fn place(files: &[File], id: &str) -> String {
    let table = format!("[{id}]");
    let file = files.iter().find(|file| file.path == "controllers.toml");
    let line = file.and_then(|file| {
        let mut lines = file.text.lines();
        lines.position(|line| line.trim_end() == table)
    });
    let line = line.map_or_else(String::new, |at| format!(":{}", at + 1));
    format!("notices/controllers.toml{line}: {table}")
}
