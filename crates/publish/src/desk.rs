//! What a data protection officer asks of the program beside the check: the record of processing, and the day on which
//! another controller takes over.

use std::{
    fs,
    path::{Path, PathBuf},
};

use source::parse::File;

use super::{
    Error, load, read,
    record::{Activity, Columns, Reconciled, RecordError, export, reconcile},
    succession::{FOLDER, Handover, draft, draft_cookies, handovers},
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

/// Lists the handovers that are planned, and writes the drafts for them. A draft that is there already is left as it is.
///
/// # Errors
/// Notices that cannot be read, or a draft that cannot be written.
pub fn plan_succession(root: &Path, write: bool) -> Result<(Vec<Handover>, Vec<PathBuf>), Error> {
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
    let planned = handovers(&source, &files);
    let mut written = Vec::new();
    for handover in planned.iter().filter(|_| write) {
        let texts = handover.notices.iter().map(|(id, _)| format!("{id}.md"));
        for name in texts.chain(handover.policies.iter().cloned()) {
            let path = notices.join(FOLDER).join(&name);
            let own = files.iter().find(|file| file.path == name);
            if let (false, Some(own)) = (path.exists(), own) {
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
                fs::write(&path, text).map_err(failed)?;
                written.push(path);
            }
        }
    }
    Ok((planned, written))
}

/// Lists the files that notices are made of, named from the site's folder.
fn files(notices: &Path) -> Result<Vec<File>, Error> {
    let mut found = Vec::new();
    for folder in ["", "shared/"] {
        let path = notices.join(folder);
        let list = fs::read_dir(&path).map_err(|error| unread(&path, error))?;
        let mut paths: Vec<PathBuf> = list.flatten().map(|entry| entry.path()).collect();
        paths.sort();
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
    }
    Ok(found)
}

fn unread(path: &Path, error: std::io::Error) -> Error {
    Error::Read {
        path: path.to_owned(),
        error,
    }
}
