//! What a data protection officer asks of the program beside the check: the record of processing, and the day on which
//! another controller takes over.

use std::{
    fs,
    path::{Path, PathBuf},
};

use source::parse::File;

use super::{
    Error,
    check::facts,
    load, read,
    record::{Activity, Columns, Reconciled, RecordError, export, reconcile},
    site_settings,
    succession::{FOLDER, Handover, draft, draft_cookies, handovers, marked, outdated, unmarked},
};

/// Holds the notices of the site at `root` against a record of processing.
///
/// # Errors
/// Notices or a record that cannot be read; [`Error::Record`] says what the mapping lacks.
pub fn reconcile_record(root: &Path, record: &Path) -> Result<Reconciled, Error> {
    let source = load(&root.join("notices"))?;
    let columns = columns(root)?;
    if let Some(columns) = &columns {
        columns.know(&source.notices)?;
    }
    let bytes = read::bytes(record).map_err(|error| unread(record, error))?;
    let name = record.display().to_string();
    let activities = Activity::all(&name, &bytes, columns.as_ref())?;
    let notices = &source.notices;
    Ok(reconcile(
        notices,
        &activities,
        &columns.unwrap_or_default(),
        &facts(&root.join("notices"))?,
    ))
}

/// Returns the facts of the notices as a table, in the words of the record where `site.toml` has them.
///
/// # Errors
/// Notices that cannot be read, or a mapping that is none.
pub fn export_record(root: &Path) -> Result<String, Error> {
    let source = load(&root.join("notices"))?;
    let columns = columns(root)?;
    Ok(export(&source.notices, columns.as_ref()))
}

/// Returns the mapping of the record's columns in `site.toml`, if there is one.
fn columns(root: &Path) -> Result<Option<Columns>, RecordError> {
    let site = read::text(root.join("site.toml")).unwrap_or_default();
    Columns::of(&site)
}

/// Holds the handovers that are planned, and what has become of the drafts for them.
#[derive(Debug, Default)]
pub struct SuccessionPlan {
    /// Every handover that is planned.
    pub planned: Vec<Handover>,
    /// Drafts that have been written, and how many lines of each somebody has to decide about.
    pub written: Vec<(PathBuf, usize)>,
    /// Drafts that were to be written, and were there already: they are as they were.
    pub kept: Vec<PathBuf>,
    /// What to do about drafts whose notice has changed since, a line each.
    pub warnings: Vec<String>,
}

/// Lists the handovers that are planned, and writes the drafts for them. A draft that is there already is left as it is.
///
/// # Errors
/// Notices that cannot be read, or a draft that cannot be written.
pub fn plan_succession(root: &Path, write: bool) -> Result<SuccessionPlan, Error> {
    let notices = root.join("notices");
    let source = load(&notices)?;
    let mut files = files(&notices)?;
    // A folder of notices alone has none.
    if let Ok(text) = read::text(root.join("site.toml")) {
        let name = "site.toml".to_owned();
        files.push(File {
            path: name.clone(),
            name,
            text,
        });
    }
    let mut plan = SuccessionPlan {
        planned: handovers(&source, &site_settings(root)?, &files),
        ..SuccessionPlan::default()
    };
    for handover in plan.planned.iter().filter(|_| write) {
        let texts = handover.notices.iter().map(|(id, _)| format!("{id}.md"));
        for name in texts.chain(handover.policies.iter().cloned()) {
            let path = notices.join(FOLDER).join(&name);
            let own = files.iter().find(|file| file.path == name);
            if path.exists() {
                plan.kept.push(path);
            } else if let Some(own) = own {
                let text = if handover.policies.contains(&name) {
                    draft_cookies(&own.text, handover)
                } else {
                    draft(&own.text, handover)
                };
                let failed = |error| Error::Write {
                    path: path.clone(),
                    error,
                };
                fs::create_dir_all(notices.join(FOLDER)).map_err(failed)?;
                let marked = marked(&text);
                fs::write(&path, text).map_err(failed)?;
                plan.written.push((path, marked));
            }
        }
    }
    if notices.join(FOLDER).is_dir() {
        files.extend(drafts(&notices)?);
    }
    let untold = plan.planned.iter();
    plan.warnings = untold.filter_map(|it| it.untold.clone()).collect();
    plan.warnings.extend(outdated(&files));
    plan.warnings.extend(unmarked(&files));
    Ok(plan)
}

/// Says of each draft for a successor whose notice has changed since it was made where to look. Of `only`, where files are named.
///
/// # Errors
/// A file that cannot be read.
pub fn outdated_drafts(root: &Path, only: &[PathBuf]) -> Result<Vec<String>, Error> {
    let notices = root.join("notices");
    if !notices.join(FOLDER).is_dir() {
        return Ok(Vec::new());
    }
    let mut all = files(&notices)?;
    all.extend(drafts(&notices)?);
    let is_asked = |file: &File| {
        let name = Path::new(&file.path).file_name();
        only.is_empty() || only.iter().any(|only| only.file_name() == name)
    };
    all.retain(is_asked);
    Ok(outdated(&all))
}

/// Lists the files that notices are made of, named from the site's folder.
fn files(notices: &Path) -> Result<Vec<File>, Error> {
    let mut found = in_folder(notices, "")?;
    found.extend(in_folder(notices, "shared/")?);
    Ok(found)
}

/// Lists the drafts of successors' notices and cookie policies.
fn drafts(notices: &Path) -> Result<Vec<File>, Error> {
    in_folder(notices, &format!("{FOLDER}/"))
}

/// Lists the files of one folder within `notices/`; its name ends with a slash.
fn in_folder(notices: &Path, folder: &str) -> Result<Vec<File>, Error> {
    let path = notices.join(folder);
    let list = fs::read_dir(&path).map_err(|error| unread(&path, error))?;
    let mut paths: Vec<PathBuf> = list.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths.into_iter().filter(|path| path.is_file()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".md") || name.ends_with(".toml") {
            let text = read::text(&path).map_err(|error| unread(&path, error))?;
            found.push(File {
                path: format!("{folder}{name}"),
                name: format!("notices/{folder}{name}"),
                text,
            });
        }
    }
    Ok(found)
}

fn unread(path: &Path, error: std::io::Error) -> Error {
    Error::Read {
        path: path.to_owned(),
        error,
    }
}
