//! Notices: begun, brought in, kept, checked and compared.

use std::{
    io::{Write as _, stdout},
    path::{Path, PathBuf},
    process::ExitCode,
};

use law::Date;
use publish::{
    Error, begin_words, changes_as_json, check_files, colours, compare, desk, import_notice, keep,
    law_day, new_notice, quoted, site_warnings,
    terminal::{findings, visible},
    today, unraised, words as supplied_words,
};
use serde_json::json;

use super::json::paths;
use crate::{
    arguments::{Format, Plain},
    output::{Output, failed, tell},
};

pub(crate) fn begin(
    output: Output,
    root: &Path,
    id: &str,
    title: Option<String>,
    json: bool,
) -> ExitCode {
    let title = title.unwrap_or_else(|| named(id));
    let done = new_notice(root, id, &title, today());
    written(output, done.map(|path| (path, None)), json)
}

/// Makes a name of an id: `bin-collection` → `Bin collection`.
fn named(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut marks = words.chars();
    let first = marks.next().map(|mark| mark.to_ascii_uppercase());
    first.into_iter().chain(marks).collect()
}

pub(crate) fn bring(
    output: Output,
    root: &Path,
    source: &Path,
    id: Option<String>,
    controller: Option<&str>,
    json: bool,
) -> ExitCode {
    let stem = || {
        let stem = source.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    };
    let id = id.unwrap_or_else(stem);
    let done = output.with_progress("Reading the source", || {
        import_notice(root, source, &id, controller, today())
    });
    let done = done.map(|(path, imported)| (path, Some(imported.to_string())));
    written(output, done, json)
}

fn written(output: Output, done: Result<(PathBuf, Option<String>), Error>, json: bool) -> ExitCode {
    match done {
        Ok((path, report)) => {
            let shown = path.display();
            let said = report.as_deref().map(|it| format!("{it}\n"));
            let next = format!(
                "{}{shown} is written. Next: open it and follow its comments; write who is asking, then the answers;\n\
                 `council-notice check {}` says what is still missing. Placements for its pages go into notices/placements.toml.",
                said.unwrap_or_default(),
                quoted(&path)
            );
            let value = || json!({ "written": paths(&[&path]), "report": report });
            output.print_json_or_text(json, value, next);
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}

pub(crate) fn kept(output: Output, root: &Path, ids: &[String], json: bool) -> ExitCode {
    match output.with_progress("Reading the versions", || keep(root, ids)) {
        Ok(files) => {
            let lines = files.iter().map(|file| format!("kept {}", file.display()));
            let mut said = lines.collect::<Vec<_>>().join("\n");
            if files.is_empty() {
                said.push_str("every version is kept already");
            }
            output.print_json_or_text(json, || json!({ "written": paths(&files) }), said);
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}

/// From how many months on the program's law is old.
const OLD: u32 = 6;

pub(crate) fn check(
    output: Output,
    root: &Path,
    files: &[PathBuf],
    at: Date,
    format: Format,
) -> ExitCode {
    let step = "Holding the notices against the law";
    match output.with_progress(step, || check_files(root, files, at)) {
        Ok(report) => {
            output.print(match format {
                Format::Text => findings(&report, colours(&stdout())),
                Format::Json => report.json(),
                Format::Sarif => report.sarif(),
                Format::Html => report.html(),
            });
            // What is there to be checked has been read: what cannot be read has been told.
            let mut warnings = desk::outdated_drafts(root, files).unwrap_or_default();
            if files.is_empty() {
                warnings.extend(site_warnings(root).unwrap_or_default());
            }
            for warning in warnings {
                eprintln!("warning: {warning}");
            }
            let unraised = unraised(root, files, at).unwrap_or_default();
            unraised.iter().for_each(tell);
            if let Some(told) = age_of_law(law_day(), at, today()) {
                eprintln!("warning: {told}");
            }
            // What a build refuses is as grave as an error.
            let refused = if unraised.is_empty() { 0 } else { 4 };
            ExitCode::from(report.exit_code().max(refused))
        }
        Err(error) => failed(&error),
    }
}

/// Says how old the law of a day is, where it is old: it may be one that has come, or one that is planned for.
fn age_of_law(law: Date, at: Date, today: Date) -> Option<String> {
    let is_ahead = at > today;
    let reached = if is_ahead { today } else { at };
    let said = format!("the law in this program was last held against its sources on {law}");
    if reached.months_since(law) >= OLD {
        return Some(format!(
            "{said}, {OLD} months or more before {reached}\n  \
             help: take a newer program, or make sure yourself of what has changed since"
        ));
    }
    (is_ahead && at.months_since(law) >= OLD).then(|| {
        format!("{said}, and {at} is still to come: the law may have changed by then\n  help: check again nearer the day")
    })
}

pub(crate) fn words(output: Output, root: &Path, lang: &str, write: bool) -> ExitCode {
    let begun = supplied_words(lang).and_then(|text| {
        if !write {
            // A pager that was closed has seen enough.
            let _ = write!(stdout(), "{text}");
            return Ok(());
        }
        let path = begin_words(root, lang, &text)?;
        output.done(format_args!(
            "{} is written. Next: translate what stands between quotes, and name `{lang}` in the languages of site.toml.\n\
             Lines that are to be as the program has them can be taken away, where the program has the language.",
            path.display()
        ));
        Ok(())
    });
    match begun {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

pub(crate) fn differ(output: Output, root: &Path, old: &str, new: &str, format: Plain) -> ExitCode {
    match output.with_progress("Comparing the two", || compare(root, old, new)) {
        Ok(changes) => {
            output.print(match format {
                Plain::Text => visible(&changes.to_string()),
                Plain::Json => changes_as_json(&changes),
            });
            ExitCode::from(if changes.must_rise() { 4 } else { 0 })
        }
        Err(error) => failed(&error),
    }
}

#[cfg(test)]
mod tests {
    use super::age_of_law;

    #[test]
    fn a_newer_program_is_asked_for_on_days_that_have_come_alone() {
        for (law, at, today, wanted) in [
            ("2026-11-28", "2026-12-01", "2026-12-01", None),
            ("2026-11-28", "2027-01-31", "2026-12-01", None),
            (
                "2026-11-28",
                "2028-04-01",
                "2026-12-01",
                Some("may have changed by then"),
            ),
            (
                "2026-11-28",
                "2027-06-30",
                "2027-06-30",
                Some("take a newer program"),
            ),
            (
                "2026-11-28",
                "2027-06-30",
                "2028-01-01",
                Some("take a newer program"),
            ),
            (
                "2026-11-28",
                "2028-04-01",
                "2027-06-30",
                Some("take a newer program"),
            ),
            ("2026-11-28", "2020-01-01", "2026-12-01", None),
        ] {
            let [law, at, today] = [law, at, today].map(|day| day.parse().expect("a day"));
            let told = age_of_law(law, at, today);
            let is_right = match (&told, wanted) {
                (Some(told), Some(wanted)) => told.contains(wanted),
                (told, wanted) => told.is_none() && wanted.is_none(),
            };
            assert!(is_right, "{at} on {today}: {told:?}");
        }
    }
}
