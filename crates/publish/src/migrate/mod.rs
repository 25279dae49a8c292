//! Brings a site folder of an earlier release to what this one needs to build. What can be worked out is done; what only its
//! people can decide is reported. Each release that makes a folder of the one before fail to build adds its step here.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use source::parse::DEFAULT_LANGUAGE;
use toml_edit::{DocumentMut, Table};

use super::{Error, read};

mod cookies;
mod facts;
mod settings;
mod words;

/// Describes one change that a folder needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationStep {
    /// The file, from the site folder.
    pub file: String,
    /// What changes in it.
    pub what: String,
    /// Whether somebody has to decide it.
    pub by_hand: bool,
}

impl fmt::Display for MigrationStep {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.by_hand { "decide: " } else { "" };
        write!(out, "{}: {mark}{}", self.file, self.what)
    }
}

/// Holds every change that a folder needs.
#[derive(Clone, Debug, Default)]
pub struct Migration {
    /// The changes, in the order of the files.
    pub steps: Vec<MigrationStep>,
    /// The files that can be written, with their new text.
    changed: Vec<(PathBuf, String)>,
}

impl Migration {
    /// Writes what can be worked out.
    ///
    /// # Errors
    /// [`Error::Write`] names the file that could not be written.
    pub fn write(&self) -> Result<(), Error> {
        for (path, text) in &self.changed {
            fs::write(path, text).map_err(|error| Error::Write {
                path: path.clone(),
                error,
            })?;
        }
        Ok(())
    }
}

/// Looks through the site folder `root`. What is no TOML is passed over: a build says where.
///
/// # Errors
/// [`Error::Read`] for a file that is there and cannot be read.
pub fn migrate(root: &Path) -> Result<Migration, Error> {
    let mut all = Migration::default();
    let settings = document(&root.join("site.toml"))?;
    if !root.join("site.toml").exists() {
        settings::begin(root, &mut all);
    }
    settings::published_as_it_is(root, &mut all);
    let english = format!("notices/strings/{DEFAULT_LANGUAGE}.toml");
    let nothing = document(&root.join(&english))?.and_then(|words| {
        let text = words.get(cookies::NOTHING)?.as_str()?;
        Some(text.to_owned())
    });
    for file in settings::policies(settings.as_ref()) {
        change(root, &file, &mut all, |policy, steps| {
            cookies::migrate(policy, nothing.as_deref(), steps);
        })?;
    }
    change(root, "notices/facts.toml", &mut all, facts::migrate)?;
    let base = base(settings.as_ref());
    for lang in languages(&root.join("notices/strings"))? {
        let file = format!("notices/strings/{lang}.toml");
        change(root, &file, &mut all, |words, steps| {
            words::migrate(words, &lang, &base, steps);
        })?;
    }
    Ok(all)
}

/// Collects what one file needs: the change, and whether somebody has to decide it.
type Steps = Vec<(String, bool)>;

fn change(
    root: &Path,
    file: &str,
    all: &mut Migration,
    look: impl FnOnce(&mut DocumentMut, &mut Steps),
) -> Result<(), Error> {
    let path = root.join(file);
    let Some(mut document) = document(&path)? else {
        return Ok(());
    };
    let mut steps = Steps::new();
    look(&mut document, &mut steps);
    if steps.iter().any(|(_, by_hand)| !by_hand) {
        all.changed.push((path, document.to_string()));
    }
    all.steps
        .extend(steps.into_iter().map(|(what, by_hand)| MigrationStep {
            file: file.to_owned(),
            what,
            by_hand,
        }));
    Ok(())
}

fn tables<'a>(document: &'a DocumentMut, key: &str) -> impl Iterator<Item = &'a Table> {
    let all = document.get(key).and_then(|all| all.as_array_of_tables());
    all.into_iter().flat_map(|all| all.iter())
}

/// Returns the language that the notices are written in.
fn base(settings: Option<&DocumentMut>) -> String {
    let first = settings.and_then(|settings| {
        let languages = settings.get("languages")?.as_array()?;
        languages.get(0)?.as_str()
    });
    first.unwrap_or(DEFAULT_LANGUAGE).to_owned()
}

/// Lists the languages that a folder has words of, by code.
fn languages(folder: &Path) -> Result<Vec<String>, Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unread(folder, error)),
    };
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut codes: Vec<_> = names
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".toml")?.to_owned()))
        .collect();
    codes.sort();
    Ok(codes)
}

/// Reads a file as TOML. Gives nothing where there is no file, or where it is not TOML.
fn document(path: &Path) -> Result<Option<DocumentMut>, Error> {
    match read::text(path) {
        Ok(text) => Ok(text.trim_start_matches('\u{feff}').parse().ok()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unread(path, error)),
    }
}

fn unread(path: &Path, error: io::Error) -> Error {
    let path = path.to_owned();
    Error::Read { path, error }
}
