//! A site folder from disk: read once, before anything is made of it.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use law::{Date, DatedFacts};
use source::parse::{File, Problem, Problems, Settings, Source, is_tag, read_folder, settings};

use super::{
    Error, Site, interface_words, read,
    record::Columns,
    succession::{FOLDER, add_controllers, take_over},
};

/// Says of a folder that is no site what it lacks, and where one may be.
///
/// # Errors
/// [`Error::NoSite`].
pub fn is_site(root: &Path) -> Result<(), Error> {
    let is = |folder: &Path| folder.join("site.toml").is_file() || folder.join("notices").is_dir();
    if is(root) {
        return Ok(());
    }
    let here = if root == Path::new("") {
        Path::new(".")
    } else {
        root
    };
    let inside = fs::read_dir(here).into_iter().flatten().flatten();
    let mut near: Vec<PathBuf> = inside
        .map(|entry| root.join(entry.file_name()))
        .filter(|folder| folder.join("site.toml").is_file())
        .collect();
    near.sort();
    let above = here.join("..");
    // From within `notices/`.
    near.extend(above.join("site.toml").is_file().then_some(above));
    Err(Error::NoSite {
        folder: here.canonicalize().unwrap_or_else(|_| here.to_owned()),
        help: near.first().map_or_else(
            || "go to the folder of your site, name it with --site, or begin one: council-notice init notices-site".to_owned(),
            |near| format!("there is one near: --site \"{}\"", near.display()),
        ),
    })
}

/// Reads the site folder `root`: `site.toml`, `notices/` with its kept versions, and what stands in `public/`.
///
/// # Errors
/// Problems of `site.toml`; [`Error::Read`] for what is in one of the last two and cannot be read. A file of `notices/` that cannot be is one problem
/// among others, for whoever reads them.
pub fn read_site(root: &Path) -> Result<Site, Error> {
    let notices = root.join("notices");
    let settings = site_settings(root)?;
    let (mut files, unread) = files(&notices);
    interface_words::add_words(&mut files, &settings);
    let mut public = BTreeMap::new();
    let folder = root.join("public");
    if folder.is_dir() {
        everything(&folder, "", &mut public)?;
    }
    let text = read::text(root.join("site.toml")).unwrap_or_default();
    // A mapping that cannot be read is reported by the command that asks for it.
    let record = Columns::of(&text).ok().flatten();
    let record = record.and_then(|columns| columns.file).map(|name| {
        let path = root.join(&name);
        let bytes = read::bytes(&path).map_err(|error| Error::Read { path, error })?;
        Ok::<_, Error>((name, bytes))
    });
    Ok(Site {
        settings,
        text,
        record: record.transpose()?,
        folder: notices.display().to_string(),
        notices: files,
        unread,
        history: kept(root)?,
        public,
    })
}

/// Reads the folder `notices/`. Hidden files and `README.md` are passed over.
///
/// # Errors
/// Every problem of every file at once.
pub fn load(dir: &Path) -> Result<Source, Problems> {
    let (mut files, problems) = files(dir);
    let settings = site_settings(&above(dir))?;
    interface_words::add_words(&mut files, &settings);
    read(&files, dir, &settings, problems)
}

/// Reads the site folder's `site.toml`, if there is one.
///
/// # Errors
/// Every problem of the file at once.
pub fn site_settings(root: &Path) -> Result<Settings, Problems> {
    let path = root.join("site.toml");
    match read::text(&path) {
        Ok(text) => {
            let file = File {
                path: "site.toml".to_owned(),
                name: path.display().to_string(),
                text,
            };
            settings(&file, &spoken(root))
        }
        Err(_) => Ok(Settings::default()),
    }
}

/// Returns the folder that `notices/` stands in, by the name that people know it by.
fn above(dir: &Path) -> PathBuf {
    match dir.parent() {
        Some(above) if dir.ends_with("notices") => above.to_owned(),
        _ => dir.join(".."),
    }
}

/// Lists the languages that have words for the interface: the program's, and the site's own.
pub(crate) fn spoken(root: &Path) -> Vec<String> {
    let own = fs::read_dir(root.join("notices/strings")).into_iter();
    let own = own.flatten().flatten().filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        name.strip_suffix(".toml").map(str::to_owned)
    });
    let mut all: Vec<_> = interface_words::languages()
        .map(str::to_owned)
        .chain(own)
        .collect();
    all.sort();
    all.dedup();
    all
}

/// Reads the folder `notices/` as it is to be on a day: the drafts of a successor's notices stand in the place of those whose
/// controller has ended by then. The controllers are added to `facts`.
///
/// # Errors
/// Every problem of every file at once.
pub fn load_as_at(dir: &Path, facts: &mut DatedFacts, at: Date) -> Result<Source, Problems> {
    let (mut files, problems) = files(dir);
    let settings = site_settings(&above(dir))?;
    interface_words::add_words(&mut files, &settings);
    let source = read(&files, dir, &settings, problems)?;
    add_controllers(facts, &source, &settings);
    if take_over(&mut files, &source, at) {
        read(&files, dir, &settings, Vec::new())
    } else {
        Ok(source)
    }
}

/// Reads them as the site's settings say.
fn read(
    files: &[File],
    dir: &Path,
    settings: &Settings,
    problems: Vec<Problem>,
) -> Result<Source, Problems> {
    let name = dir.display().to_string();
    read_folder(files, &name, settings.base(), problems, &settings.policies)
}

/// Reads the files of `notices/`, and says what is wrong with those that cannot be read.
fn files(dir: &Path) -> (Vec<File>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for folder in ["", "shared"] {
        list(dir, folder, &mut files, &mut problems);
    }
    for folder in ["strings", FOLDER] {
        if dir.join(folder).is_dir() {
            list(dir, folder, &mut files, &mut problems);
        }
    }
    for lang in languages(dir) {
        for folder in [lang.clone(), format!("{lang}/shared")] {
            if dir.join(&folder).is_dir() {
                list(dir, &folder, &mut files, &mut problems);
            }
        }
    }
    files.sort_by(|one, two| one.path.cmp(&two.path));
    (files, problems)
}

/// Reads the kept versions of a site's notices, if it has any.
///
/// # Errors
/// [`Error::Read`] names what cannot be read.
pub(crate) fn kept(root: &Path) -> Result<Vec<File>, Error> {
    let folder = root.join("notices/history");
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let list = fs::read_dir(&folder).map_err(|error| unread(&folder, error))?;
    let paths = list.flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = read::text(&path).map_err(|error| unread(&path, error))?;
        let name = path.display().to_string();
        Ok(File {
            path: name.clone(),
            name,
            text,
        })
    };
    paths.into_iter().map(read).collect()
}

/// Lists every file below a folder except hidden ones, by its path from there.
fn everything(
    folder: &Path,
    prefix: &str,
    found: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), Error> {
    let failed = |error| unread(folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = entry.path();
        if name.starts_with('.') {
            continue;
        }
        let name = [prefix, &name].concat();
        if path.is_dir() {
            everything(&path, &[&name, "/"].concat(), found)?;
        } else {
            let bytes = read::whole(&path).map_err(|error| unread(&path, error))?;
            found.insert(name, bytes);
        }
    }
    Ok(())
}

fn unread(path: &Path, error: io::Error) -> Error {
    let path = path.to_owned();
    Error::Read { path, error }
}
/// Lists the folders that are named by a language.
pub(crate) fn languages(dir: &Path) -> Vec<String> {
    let entries = fs::read_dir(dir).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| is_tag(name))
        .collect()
}

/// Adds the files of one folder.
fn list(dir: &Path, folder: &str, files: &mut Vec<File>, problems: &mut Vec<Problem>) {
    let here = dir.join(folder);
    let entries = match fs::read_dir(&here) {
        Ok(entries) => entries,
        Err(error) => {
            let message = format!("{} cannot be read: {error}", here.display());
            problems.push(Problem::unread(
                &here.display().to_string(),
                message,
                "Create the folder.",
            ));
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() || name.starts_with('.') || name == "README.md" {
            continue;
        }
        let shown = path.display().to_string();
        match read::text(&path) {
            Ok(text) => {
                let path = if folder.is_empty() {
                    name
                } else {
                    format!("{folder}/{name}")
                };
                files.push(File {
                    path,
                    name: shown,
                    text,
                });
            }
            Err(error) => {
                let message = format!("{shown} cannot be read: {error}");
                problems.push(Problem::unread(
                    &shown,
                    message,
                    "Save it as text in UTF-8, readable to everyone.",
                ));
            }
        }
    }
}
