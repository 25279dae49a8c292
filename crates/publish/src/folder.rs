//! `notices/` from disk.

use std::{fs, path::Path};

use source::parse::{File, Problem, Report, Source, is_tag, read_folder};

/// Reads the folder `notices/`. Hidden files and `README.md` are passed over.
///
/// # Errors
/// Every problem of every file at once.
pub fn load(dir: &Path) -> Result<Source, Report> {
    let mut problems = Vec::new();
    let mut files = Vec::new();
    for folder in ["", "shared", "strings"] {
        list(dir, folder, &mut files, &mut problems);
    }
    for lang in languages(dir) {
        for folder in [lang.clone(), format!("{lang}/shared")] {
            if dir.join(&folder).is_dir() {
                list(dir, &folder, &mut files, &mut problems);
            }
        }
    }
    files.sort_by(|one, two| one.path.cmp(&two.path));
    read_folder(&files, &dir.display().to_string(), problems)
}

/// The folders that are named by a language.
fn languages(dir: &Path) -> Vec<String> {
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
        match fs::read_to_string(&path) {
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
