//! Files for drafts: never over one that is there.

use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind, Write as _},
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
};

use law::Date;
use source::draft::{self, Imported};

use super::{Error, audit::fetch, read, site_settings};

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

/// Brings a source in, a file or an http(s) address: writes the draft `notices/<id>.md`, and gives its path with what was found and left out.
/// `controller` is a key of `controllers.toml`; without one the draft says `not stated`, whatever the project's own
/// controllers are, and what the source says is proposed.
///
/// # Errors
/// As [`new_notice`]; a source that cannot be read, or a controller that `controllers.toml` does not have.
pub fn import_notice(
    root: &Path,
    source: &Path,
    id: &str,
    controller: Option<&str>,
    day: Date,
) -> Result<(PathBuf, Imported), Error> {
    name(id)?;
    if let Some(key) = controller {
        known(root, key)?;
    }
    let address = source
        .to_str()
        .filter(|it| it.starts_with("http://") || it.starts_with("https://"));
    let read = match address {
        Some(address) => fetch(address).map_err(|said| Error::Fetch {
            address: address.to_owned(),
            said,
        })?,
        None => read::bytes(source).map_err(|error| Error::Read {
            path: source.to_owned(),
            error,
        })?,
    };
    let shared = shared(root);
    let known = draft::DraftContext {
        id,
        controller,
        shared: &shared,
        day,
    };
    let imported =
        quietly(|| draft::import_file(&read, &known)).map_err(|refused| Error::Import {
            path: source.to_owned(),
            refused,
        })?;
    let path = root.join(format!("notices/{id}.md"));
    create(&path, &imported.source)?;
    Ok((path, imported))
}

/// Writes the words of a language to `notices/strings/`, and gives the path.
///
/// # Errors
/// A file that is there already or cannot be written.
pub fn begin_words(root: &Path, lang: &str, text: &str) -> Result<PathBuf, Error> {
    let folder = root.join("notices/strings");
    let path = folder.join(format!("{lang}.toml"));
    fs::create_dir_all(&folder).map_err(|error| Error::Write {
        path: path.clone(),
        error,
    })?;
    create(&path, text)?;
    Ok(path)
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

/// Runs a reader without printing a panic that it catches itself: the refusal explains it better.
fn quietly<T>(work: impl FnOnce() -> T) -> T {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    panic::set_hook(hook);
    done.unwrap_or_else(|cause| panic::resume_unwind(cause))
}

/// Returns the controller that `site.toml` names, else the first that the project knows.
fn controller(root: &Path) -> String {
    let named = site_settings(root).ok().and_then(|it| it.controller);
    let first = || controllers(root).into_iter().next();
    named
        .or_else(first)
        .unwrap_or_else(|| "controller".to_owned())
}

/// Lists the keys of the controllers that the project knows, in their order.
fn controllers(root: &Path) -> Vec<String> {
    let text = read::text(root.join("notices/controllers.toml")).unwrap_or_default();
    text.lines()
        .filter_map(|line| line.trim().strip_prefix('[')?.strip_suffix(']'))
        .filter(|key| !key.contains(['.', '[']))
        .map(str::to_owned)
        .collect()
}

/// Refuses a controller that the project does not know.
fn known(root: &Path, key: &str) -> Result<(), Error> {
    let all = controllers(root);
    if all.iter().any(|known| known == key) {
        return Ok(());
    }
    let help = if all.is_empty() {
        "leave --controller out, or add the controller to notices/controllers.toml first".to_owned()
    } else {
        format!(
            "it has {}; leave --controller out if it is none of them",
            all.join(", ")
        )
    };
    Err(Error::NoController {
        key: key.to_owned(),
        help,
    })
}

/// Lists the files that a new notice may share, by name: those that say what every notice of the project says.
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
    let failed = |error: io::Error| Error::Write {
        path: path.to_owned(),
        error: match error.kind() {
            ErrorKind::AlreadyExists => {
                let said =
                    "it is there already\n  help: move it away, or give the notice another id";
                io::Error::new(ErrorKind::AlreadyExists, said)
            }
            _ => error,
        },
    };
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
