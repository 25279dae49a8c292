//! Two versions of a notice from wherever they are: files, other folders, commits.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use notice::{
    Notice,
    diff::{Changes, Rise, diff},
};
use serde::Serialize;
use source::parse::{self, File};

use super::{Error, read, site_settings};

/// Compares two versions of a notice. Each is the path of a `….md`, of a `….json` that holds a notice whole, or a
/// `REVISION:PATH` of git. A file that has no `controllers.toml` beside or above it is read with those of `root`.
///
/// # Errors
/// A version that cannot be read or that the parser refuses, or two that are in different languages.
pub fn compare(root: &Path, old: &str, new: &str) -> Result<Changes, Error> {
    let (old, new) = (load(root, old)?, load(root, new)?);
    if old.lang != new.lang {
        return Err(Error::Languages {
            old: old.lang,
            new: new.lang,
        });
    }
    Ok(diff(&old, &new))
}

/// Writes the changes as JSON for programs: what changed, what became of `version`, and whether it must rise.
#[must_use]
pub fn changes_as_json(changes: &Changes) -> String {
    let whole = Whole {
        rise: changes.rise(),
        must_rise: changes.must_rise(),
        changes,
    };
    // Texts and words of the model only: these always are JSON.
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    changes: &'a Changes,
    rise: Rise,
    must_rise: bool,
}

fn load(root: &Path, name: &str) -> Result<Notice, Error> {
    let path = Path::new(name);
    if let Some((revision, inside)) = name.split_once(':')
        && !path.exists()
    {
        return committed(root, name, revision, inside);
    }
    let text = read::text(path).map_err(|error| unread(path, error))?;
    if path.extension().is_some_and(|end| end == "json") {
        let whole = serde_json::from_str(&text);
        return whole.map_err(|error| unread(path, error.into()));
    }
    let folder = path.ancestors().skip(1).take(2);
    let beside = folder
        .map(|folder| if folder == "" { Path::new(".") } else { folder })
        .find(|folder| folder.join("controllers.toml").is_file());
    let folder = beside.map_or_else(|| root.join("notices"), Path::to_owned);
    let file = file(name, name, text);
    Ok(parse::one(
        &file,
        &common(&folder)?,
        site_settings(root)?.base(),
    )?)
}

fn file(path: &str, name: &str, text: String) -> File {
    File {
        path: path.replace('\\', "/"),
        name: name.to_owned(),
        text,
    }
}

/// Reads what the notices of a folder have in common.
fn common(folder: &Path) -> Result<Vec<File>, Error> {
    let read = |path: &str| -> Result<File, Error> {
        let whole = folder.join(path);
        let text = read::text(&whole).map_err(|error| unread(&whole, error))?;
        Ok(file(path, &whole.display().to_string(), text))
    };
    let mut files = vec![read("controllers.toml")?];
    // A folder without shared files has none to read.
    for entry in fs::read_dir(folder.join("shared"))
        .into_iter()
        .flatten()
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".md") && !name.starts_with('.') {
            files.push(read(&format!("shared/{name}"))?);
        }
    }
    Ok(files)
}

/// Reads a version as it was committed, with what it had in common with others then.
fn committed(root: &Path, name: &str, revision: &str, inside: &str) -> Result<Notice, Error> {
    let show = |path: &str| git(root, &["show", &format!("{revision}:{path}")], name);
    let text = show(inside)?;
    let list = ["ls-tree", "-r", "--name-only", "--full-tree", revision];
    let paths = git(root, &list, name)?;
    let paths: Vec<&str> = paths.lines().collect();
    let folder = Path::new(inside).ancestors().skip(1).find(|folder| {
        let controllers = folder.join("controllers.toml");
        paths.iter().any(|path| Path::new(path) == controllers)
    });
    let mut files = Vec::new();
    for path in paths {
        let Some(inner) = folder.and_then(|folder| Path::new(path).strip_prefix(folder).ok())
        else {
            continue;
        };
        let inner = inner.display().to_string();
        if inner == "controllers.toml" || (inner.starts_with("shared/") && inner.ends_with(".md")) {
            files.push(file(&inner, &format!("{revision}:{path}"), show(path)?));
        }
    }
    Ok(parse::one(
        &file(inside, name, text),
        &files,
        site_settings(root)?.base(),
    )?)
}

fn git(root: &Path, arguments: &[&str], name: &str) -> Result<String, Error> {
    let folder = if root.as_os_str().is_empty() {
        Path::new(".")
    } else {
        root
    };
    let failed = |said: String| Error::Revision {
        name: name.to_owned(),
        said: said.trim().to_owned(),
    };
    let done = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output();
    let done = done.map_err(|error| failed(error.to_string()))?;
    if !done.status.success() {
        return Err(failed(String::from_utf8_lossy(&done.stderr).into_owned()));
    }
    String::from_utf8(done.stdout).map_err(|error| failed(error.to_string()))
}

fn unread(path: &Path, error: std::io::Error) -> Error {
    let path = PathBuf::from(path);
    Error::Read { path, error }
}
