//! Files for drafts: never over one that is there.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::{Path, PathBuf},
};

use law::Date;
use source::draft::{self, Imported};

use super::Error;

/// Writes `notices/<id>.md` for a new notice and gives its path.
///
/// # Errors
/// [`Error::Id`], or a file that is there already or cannot be written.
pub fn new_notice(root: &Path, id: &str, title: &str, day: Date) -> Result<PathBuf, Error> {
    name(id)?;
    let path = root.join(format!("notices/{id}.md"));
    let source = draft::skeleton(id, title, &controller(root), &shared(root), day);
    create(&path, &source)?;
    Ok(path)
}

/// Brings a text in: writes the draft `notices/<id>.md`, and gives its path with what was found and left out.
///
/// # Errors
/// As [`new_notice`]; a text that cannot be read.
pub fn import_notice(
    root: &Path,
    text: &Path,
    id: &str,
    day: Date,
) -> Result<(PathBuf, Imported), Error> {
    name(id)?;
    let read = fs::read(text).map_err(|error| Error::Read {
        path: text.to_owned(),
        error,
    })?;
    // What a PDF gives may be of any encoding; a lost mark is better than a lost notice.
    let imported = draft::import(
        &String::from_utf8_lossy(&read),
        id,
        &controller(root),
        &shared(root),
        day,
    );
    let path = root.join(format!("notices/{id}.md"));
    create(&path, &imported.source)?;
    Ok((path, imported))
}

fn name(id: &str) -> Result<(), Error> {
    let is_id = id.split('-').all(|word| {
        let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        !word.is_empty() && word.bytes().all(fits)
    });
    if !is_id || id == "cookies" {
        return Err(Error::Id(id.to_owned()));
    }
    Ok(())
}

/// The first controller that the project knows.
fn controller(root: &Path) -> String {
    let text = fs::read_to_string(root.join("notices/controllers.toml")).unwrap_or_default();
    let keys = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix('[')?.strip_suffix(']'));
    let mut keys = keys.filter(|key| !key.contains(['.', '[']));
    keys.next().unwrap_or("controller").to_owned()
}

/// The files that a new notice may share, by name: those that say what every notice of the project says.
fn shared(root: &Path) -> Vec<String> {
    let has = |name: &&str| root.join(format!("notices/shared/{name}.md")).is_file();
    let usual = ["rights", "complaints"];
    usual
        .iter()
        .filter(|name| has(name))
        .map(|&name| name.to_owned())
        .collect()
}

fn create(path: &Path, text: &str) -> Result<(), Error> {
    let failed = |error| Error::Write {
        path: path.to_owned(),
        error,
    };
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
