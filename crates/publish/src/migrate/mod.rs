//! Brings a site folder of an earlier release to what this one needs to build. What can be worked out is done; what only its
//! people can decide is reported. Each release that makes a folder of the one before fail to build adds its step here.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
};

use notice::cookies::Category;
use source::parse::DEFAULT_LANGUAGE;
use toml_edit::{DocumentMut, Table, value};

use super::{Error, read};

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
    let english = format!("notices/strings/{DEFAULT_LANGUAGE}.toml");
    let nothing = document(&root.join(&english))?.and_then(|words| {
        let text = words.get(NOTHING)?.as_str()?;
        Some(text.to_owned())
    });
    change(root, "notices/cookies.toml", &mut all, |policy, steps| {
        categories(policy, steps);
        cookies(policy, nothing.as_deref(), steps);
    })?;
    let base = base(root)?;
    for lang in languages(&root.join("notices/strings"))? {
        let file = format!("notices/strings/{lang}.toml");
        change(root, &file, &mut all, |words, steps| {
            words::migrate(words, &lang, &base, steps);
        })?;
    }
    Ok(all)
}

/// Names the text that the page on cookies had for a category without cookies. Since 0.1.0 each category has its own.
const NOTHING: &str = "no-cookies-yet";

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

/// Holds the categories of a policy against those of this release, which may have more, fewer, or other names than the release
/// that the policy was written for. Whoever wrote it has to decide: an id is a part of every visitor's saved choice.
fn categories(policy: &DocumentMut, steps: &mut Steps) {
    let texts = |table: &'static str, key: &'static str| {
        tables(policy, table)
            .filter_map(move |one| Some(one.get(key)?.as_str()?.to_owned()))
            .collect::<Vec<String>>()
    };
    let declared = texts("category", "id");
    let known: Vec<&str> = Category::ALL.iter().map(|one| one.id()).collect();
    for missing in known
        .iter()
        .filter(|id| !declared.iter().any(|it| it == *id))
    {
        let what = format!(
            "the category `{missing}` is missing: declare it, as the file that `council-notice init` writes does"
        );
        steps.push((what, true));
    }
    let mut unknown = [declared, texts("service", "category")].concat();
    unknown.retain(|id| !known.contains(&id.as_str()));
    unknown.sort();
    unknown.dedup();
    for id in unknown {
        let alias = Category::ALIASES.iter().find(|(alias, _)| *alias == id);
        let remedy = match alias {
            Some((_, category)) => format!("write `{}`", category.id()),
            None => format!("give what it stores to one of {}", known.join(", ")),
        };
        steps.push((
            format!("`{id}` is no category of this release: {remedy}"),
            true,
        ));
    }
}

/// Migrates cookie policies: since 0.1.0 a policy says whose it is, and a category that stores nothing says why.
fn cookies(policy: &mut DocumentMut, nothing: Option<&str>, steps: &mut Steps) {
    if !policy.contains_key("controller") {
        let what = "write whose cookies these are: controller = \"…\", a key of controllers.toml";
        steps.push((what.to_owned(), true));
    }
    let of_services: Vec<String> = tables(policy, "service")
        .filter_map(|service| Some(service.get("category")?.as_str()?.to_owned()))
        .collect();
    let categories = policy
        .get_mut("category")
        .and_then(|all| all.as_array_of_tables_mut());
    for category in categories.into_iter().flat_map(|all| all.iter_mut()) {
        let id = category.get("id").and_then(|id| id.as_str());
        let id = id.unwrap_or_default().to_owned();
        let stores = category.contains_key("item") || of_services.contains(&id);
        if stores || category.contains_key("stores-nothing") {
            continue;
        }
        match nothing {
            Some(why) => {
                steps.push((
                    format!("`{id}` says what its page said: stores-nothing = \"{why}\""),
                    false,
                ));
                category.insert("stores-nothing", value(why));
            }
            None => steps.push((
                format!("`{id}` declares nothing: say why, stores-nothing = \"…\""),
                true,
            )),
        }
    }
}

fn tables<'a>(document: &'a DocumentMut, key: &str) -> impl Iterator<Item = &'a Table> {
    let all = document.get(key).and_then(|all| all.as_array_of_tables());
    all.into_iter().flat_map(|all| all.iter())
}

/// Returns the language that the notices are written in.
fn base(root: &Path) -> Result<String, Error> {
    let settings = document(&root.join("site.toml"))?;
    let first = settings.as_ref().and_then(|settings| {
        let languages = settings.get("languages")?.as_array()?;
        languages.get(0)?.as_str()
    });
    Ok(first.unwrap_or(DEFAULT_LANGUAGE).to_owned())
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
