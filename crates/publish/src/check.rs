//! Reading what `council-notice check` is asked to check.

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
};

use law::{
    Date, DatedFacts, LANGUAGE, Mark, Report, Verdict, artefacts, check_cookies, check_exemption,
    check_source, reading_ease,
};
use source::{
    draft::{self, DraftContext},
    parse::{self, File},
};

use super::{
    Error, History, dated_law, folder, known_verdicts::KnownVerdicts, load_as_at,
    overdue::add_overdue, policies::PolicySite, read, succession,
};

/// Checks the notices of the site folder `root`, or the given files, as the law stood `at` that day. A file is looked for in the site
/// first, then where the program was called. One called `….md` is a notice of the folder that it is in; any other is a source that is
/// being brought in, in any form that [`draft::import_file`] reads, and is held against what the rules find in a text ([`law::OnSource`]). The
/// others need its facts, and the report names them.
///
/// # Errors
/// A file that cannot be read or brought in, or a notice that the parser refuses; [`Error::Translation`] for one in another language.
pub fn check_files(root: &Path, files: &[PathBuf], at: Date) -> Result<Report, Error> {
    check_files_knowing(root, files, at, &KnownVerdicts::default())
}

/// Does the same, and asks the law nothing that is known of a notice.
///
/// # Errors
/// Those of [`check_files`].
pub(crate) fn check_files_knowing(
    root: &Path,
    files: &[PathBuf],
    at: Date,
    known: &KnownVerdicts,
) -> Result<Report, Error> {
    let folder = &root.join("notices");
    let mut report = Report::as_at(at, &facts(folder)?);
    report.set_folder(&root.display().to_string());
    if files.is_empty() {
        notices(folder, None, at, &mut report, known)?;
    }
    for path in files {
        let of_site = root.join(path);
        let path = if of_site.is_file() { &of_site } else { path };
        if !path.exists()
            && let Some(meant) = meant(root, path)
        {
            let path = path.clone();
            return Err(Error::NoFile { path, meant });
        }
        if path.extension().is_some_and(|end| end == "md") {
            // `x.md` has the empty path for a parent.
            let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
            let folder = folder.unwrap_or_else(|| Path::new("."));
            if let Some(original) = translated(folder, path) {
                let path = path.clone();
                return Err(Error::Translation { path, original });
            }
            notices(folder, Some(path), at, &mut report, known)?;
        } else {
            source(folder, path, at, &mut report)?;
        }
    }
    Ok(report)
}

/// Lists an [`Error::Version`] for each notice whose `version` must rise before it is published: a build refuses it. Of `only`, where
/// files are named. What was never kept cannot be told apart.
///
/// # Errors
/// Notices or kept versions that cannot be read.
pub fn unraised(root: &Path, only: &[PathBuf], at: Date) -> Result<Vec<Error>, Error> {
    let notices = root.join("notices");
    let mut source = load_as_at(&notices, &mut facts(&notices)?, at)?;
    let is_asked = |id: &str| {
        let name = format!("{id}.md");
        only.is_empty()
            || only
                .iter()
                .any(|path| path.file_name() == Some(OsStr::new(&name)))
    };
    source.notices.retain(|notice| is_asked(&notice.id));
    let history = History::of(&folder::kept(root)?)?;
    Ok(history.unraised(&source).collect())
}

/// Finds the notice that is meant by its id, or by its file's name alone, as other commands take it: the draft of a successor's, too.
fn meant(root: &Path, path: &Path) -> Option<PathBuf> {
    let is_name = path.components().count() == 1 && path.extension().is_none_or(|end| end == "md");
    let name = path.with_extension("md");
    let folders = [
        "notices".into(),
        Path::new("notices").join(succession::FOLDER),
    ];
    let mut files = folders
        .into_iter()
        .map(|folder: PathBuf| folder.join(&name));
    files.find(|file| is_name && root.join(file).is_file())
}

/// Finds the original of a notice that stands in the folder of a language.
fn translated(folder: &Path, path: &Path) -> Option<PathBuf> {
    let lang = folder.file_name()?.to_str()?;
    let original = folder.parent()?.join(path.file_name()?);
    (parse::is_tag(lang) && original.is_file()).then_some(original)
}

fn source(folder: &Path, path: &Path, at: Date, report: &mut Report) -> Result<(), Error> {
    let bytes = read::bytes(path).map_err(|error| unread(path, error))?;
    let known = DraftContext {
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
        text: imported.text,
    };
    let own = File {
        path: "source.md".to_owned(),
        name: "source.md".to_owned(),
        text: imported.source,
    };
    let notice = parse::one(&own, &[], LANGUAGE)?;
    let all = check_source(&notice, &facts(folder)?, at).into_iter();
    // What pages have left in it is found in the text itself.
    let verdicts: Vec<Verdict> = all.filter(|verdict| verdict.rule.id != "ART-01").collect();
    report.add_source(&file, &artefacts(&file.text), &verdicts);
    if !imported.places.are_lines() {
        report.name_places(&file.name, |line| imported.places.name(line));
    }
    Ok(())
}

fn notices(
    folder: &Path,
    only: Option<&Path>,
    at: Date,
    report: &mut Report,
    known: &KnownVerdicts,
) -> Result<(), Error> {
    if let Some(path) = only {
        read(path)?;
    }
    let mut facts = facts(folder)?;
    let source = load_as_at(folder, &mut facts, at)?;
    let mut common = Vec::new();
    let shared = folder.join("shared");
    let list = fs::read_dir(&shared).map_err(|error| unread(&shared, error))?;
    for entry in list.flatten().filter(|entry| entry.path().is_file()) {
        common.push(read(&entry.path())?);
    }
    common.push(read(&folder.join("controllers.toml"))?);
    common.sort_by(|one, two| two.path.cmp(&one.path));
    for notice in &source.notices {
        let path = succession::path(folder, &format!("{}.md", notice.id), &notice.controller.id);
        if only.is_some_and(|only| only.file_name() != path.file_name()) {
            continue;
        }
        let mut files = vec![read(&path)?];
        files.extend(common.iter().cloned());
        let mut verdicts = known.check(notice, &facts, at);
        add_overdue(&mut verdicts, notice, at);
        report.add(&notice.id, &verdicts, &files);
        report.describe(&notice.title, reading_ease(notice));
    }
    if only.is_none() {
        policies(folder, &source, &facts, at, report)?;
    }
    Ok(())
}

/// Adds what is to be said of the cookie policies: whether another takes over from whoever decides, and whether what goes
/// without asking is answered for.
fn policies(
    folder: &Path,
    source: &parse::Source,
    facts: &DatedFacts,
    at: Date,
    report: &mut Report,
) -> Result<(), Error> {
    for placed in PolicySite::all(source) {
        let verdicts = check_cookies(&placed.policy.controller, facts, at);
        let exempt = placed.exemptions.iter().map(|one| {
            let answers = one.answers.iter();
            let answers = answers.map(|(question, answer)| (*question, answer.as_deref()));
            let answers: Vec<_> = answers.collect();
            let verdict = check_exemption(one.category.id(), &answers, facts, at);
            (one, verdict)
        });
        let exempt: Vec<_> = exempt.collect();
        let mut all = verdicts.iter().chain(exempt.iter().map(|(_, it)| it));
        if all.all(|it| it.mark() <= Mark::Present) {
            continue;
        }
        let name = placed.file.trim_end_matches(".toml");
        let path = succession::path(folder, placed.file, &placed.policy.controller.id);
        report.add(name, &verdicts, &[read(&path)?]);
        for (exemption, verdict) in &exempt {
            report.add_at(verdict, &exemption.file, exemption.place.clone());
        }
        report.describe_policy();
    }
    Ok(())
}

/// Reads the dated facts, with those of the folder's own.
pub(crate) fn facts(folder: &Path) -> Result<DatedFacts, Error> {
    let path = folder.join("facts.toml");
    let own = path.is_file().then(|| read(&path)).transpose()?;
    Ok(parse::facts(&dated_law::facts(own))?)
}

fn read(path: &Path) -> Result<File, Error> {
    let name = path.display().to_string();
    let text = read::text(path).map_err(|error| unread(path, error))?;
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
