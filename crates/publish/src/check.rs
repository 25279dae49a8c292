//! Reading what `publish check` is asked to check.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use law::{Date, Report, Verdict, artefacts, check, reading_ease};
use source::{
    draft::{self, Known},
    parse::{self, File},
};

use super::{Error, load};

/// Checks the notices of `folder`, or the given files, as the law stood `at` that day. A file `….md` is a notice of the
/// folder that it is in; any other is a source that is being brought in, in any form that [`draft::import_file`] reads, and
/// is held against the rules that read text. The others need its facts: import it for them.
///
/// # Errors
/// A file that cannot be read or brought in, or a notice that the parser refuses.
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
            source(folder, path, at, &mut report)?;
        }
    }
    Ok(report)
}

/// Rules that find what they look for in a text, whatever its facts are.
const READING: [&str; 5] = ["LAW-01", "LAW-02", "LNK-01", "TIM-01", "REC-03"];

fn source(folder: &Path, path: &Path, at: Date, report: &mut Report) -> Result<(), Error> {
    let bytes = fs::read(path).map_err(|error| unread(path, error))?;
    let known = Known {
        id: "source",
        controller: None,
        shared: &[],
        day: at,
    };
    let imported = draft::import_file(&bytes, &known).map_err(|refused| Error::Import {
        path: path.to_owned(),
        refused,
    })?;
    let name = path.display().to_string();
    let file = File {
        path: name.clone(),
        name,
        text: draft::decode(&bytes).text,
    };
    let own = File {
        path: "source.md".to_owned(),
        name: "source.md".to_owned(),
        text: imported.source,
    };
    let notice = parse::one(&own, &[])?;
    let facts = folder.join("facts.toml");
    // Without dated facts there is nothing to hold a law or a body against.
    let verdicts: Vec<Verdict> = if facts.is_file() {
        let facts = parse::facts(&read(&facts)?)?;
        let all = check(&notice, &facts, at).into_iter();
        all.filter(|verdict| READING.contains(&verdict.rule.id))
            .collect()
    } else {
        Vec::new()
    };
    report.add_source(&file, &artefacts(&file.text), &verdicts);
    Ok(())
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
