//! Reading what `publish check` is asked to check.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use law::{Date, Report, artefacts, check, reading_ease};
use source::parse::{self, File};

use super::{Error, load};

/// Checks the notices of `folder`, or the given files, as the law stood `at` that day. A file `….md` is a notice of the
/// folder that it is in; any other is a source text that is being brought in.
///
/// # Errors
/// A file that cannot be read, or a notice that the parser refuses.
pub fn check_files(folder: &Path, files: &[PathBuf], at: Date) -> Result<Report, Error> {
    let mut report = Report::as_at(at);
    if files.is_empty() {
        notices(folder, None, at, &mut report)?;
    }
    for path in files {
        if path.extension().is_some_and(|end| end == "md") {
            // `x.md` has the empty path for a parent.
            let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
            let folder = folder.unwrap_or_else(|| Path::new("."));
            notices(folder, Some(path), at, &mut report)?;
        } else {
            let file = read(path)?;
            report.add_source(&file, &artefacts(&file.text));
        }
    }
    Ok(report)
}

fn notices(folder: &Path, only: Option<&Path>, at: Date, report: &mut Report) -> Result<(), Error> {
    if let Some(path) = only {
        read(path)?;
    }
    let source = load(folder)?;
    let facts = parse::facts(&read(&folder.join("facts.toml"))?)?;
    let mut common = Vec::new();
    let shared = folder.join("shared");
    let list = fs::read_dir(&shared).map_err(|error| unread(&shared, error))?;
    for entry in list.flatten().filter(|entry| entry.path().is_file()) {
        common.push(read(&entry.path())?);
    }
    common.push(read(&folder.join("controllers.toml"))?);
    common.sort_by(|one, two| two.path.cmp(&one.path));
    for notice in &source.notices {
        let path = folder.join(format!("{}.md", notice.id));
        if only.is_some_and(|only| only.file_name() != path.file_name()) {
            continue;
        }
        let mut files = vec![read(&path)?];
        files.extend(common.iter().cloned());
        report.add(&notice.id, &check(notice, &facts, at), &files);
        report.describe(&notice.title, reading_ease(notice));
    }
    Ok(())
}

fn read(path: &Path) -> Result<File, Error> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| unread(path, error))?;
    Ok(File {
        path: name.clone(),
        name,
        text,
    })
}

fn unread(path: &Path, error: io::Error) -> Error {
    let path = path.to_owned();
    Error::Read { path, error }
}
