//! What is still open on the day of a successor: it is told to whoever builds, and stops nothing.

use std::{collections::BTreeSet, path::Path};

use source::parse::{File, Source};

use super::FOLDER;

/// The remark above a line of a draft that somebody has to decide about.
const REMARK: &str = "# DECIDE:";

/// Lists what the drafts in use leave open, and what their controllers lack, a line each. `files` are those of `notices/`
/// with the drafts in their places, and `source` is what they say.
pub(super) fn undecided(files: &[File], source: &Source) -> Vec<String> {
    let is_used = |file: &&File| {
        let folder = Path::new(&file.name).parent();
        !file.path.starts_with(FOLDER) && folder.is_some_and(|folder| folder.ends_with(FOLDER))
    };
    let drafts: Vec<&File> = files.iter().filter(is_used).collect();
    let open = drafts.iter().filter_map(|file| {
        let lines = file.text.lines().zip(1..);
        let lines = lines.filter(|(line, _)| line.trim_start().starts_with(REMARK));
        let lines: Vec<String> = lines.map(|(_, at)| at.to_string()).collect();
        let what = match lines.len() {
            0 => return None,
            1 => "1 line".to_owned(),
            many => format!("{many} lines"),
        };
        Some(format!(
            "notices/{FOLDER}/{} leaves {what} to be decided (below line {}): decide, and take each `{REMARK} …` away",
            file.path,
            lines.join(", ")
        ))
    });
    let mut warnings: Vec<String> = open.collect();
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
