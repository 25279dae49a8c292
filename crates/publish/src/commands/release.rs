//! A site: begun, built, shown, and its includes printed.

use std::{
    cell::RefCell,
    env,
    io::{IsTerminal, Write, stderr, stdin, stdout},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{CommandFactory, error::ErrorKind};
use law::Date;
use publish::{
    Earlier, Error, Pasted, Preview, PreviewEvent, Profile, ProgressReporter, Release,
    ReleaseOptions, init, may_fill, migrate, paste, publish, quoted, read_site, reworded, serve,
    today,
};
use serde_json::json;

use super::json::paths;
use crate::{
    arguments::Arguments,
    engine,
    output::{Output, failed, tell},
};

pub(crate) fn begin(
    output: Output,
    dir: &Path,
    name: Option<String>,
    languages: &[String],
    json: bool,
) -> ExitCode {
    let Some(name) = name.or_else(|| ask("Whose notices are they? ")) else {
        let missing = "say whose notices they are: --name \"Leeds City Council\"";
        Arguments::command()
            .error(ErrorKind::MissingRequiredArgument, missing)
            .exit();
    };
    match init(dir, &name, languages, today()) {
        Ok(files) => {
            let next = format!("{} files of {name} are in {}", files.len(), next(dir));
            output.print_json_or_text(json, || json!({ "written": paths(&files) }), next);
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}

/// Says where a new site is, and what to call next: from there, or from where the program was called.
fn next(dir: &Path) -> String {
    let dir: PathBuf = dir.components().collect();
    if dir == Path::new("") || dir == Path::new(".") {
        return "this folder. Next: read README.md, then\n`council-notice build --out dist`."
            .to_owned();
    }
    // `..` at the end would read as the end of a sentence.
    let shown = match dir.file_name() {
        None => dir.canonicalize().unwrap_or_else(|_| dir.clone()),
        Some(_) => dir.clone(),
    };
    format!(
        "{}. Next: read its README.md, then\n`council-notice build --site {} --out {}`.",
        shown.display(),
        quoted(&dir),
        quoted(&dir.join("dist"))
    )
}

/// Reads an answer from the terminal; gives nothing where there is no terminal.
fn ask(question: &str) -> Option<String> {
    if !stdin().is_terminal() {
        return None;
    }
    eprint!("{question}");
    let mut answer = String::new();
    stdin().read_line(&mut answer).ok()?;
    let answer = answer.trim();
    (!answer.is_empty()).then(|| answer.to_owned())
}

/// What to build, and how.
pub(crate) struct BuildRequest<'a> {
    pub(crate) root: &'a Path,
    pub(crate) out: &'a Path,
    pub(crate) options: ReleaseOptions,
    pub(crate) strict: bool,
    pub(crate) keep_from: Option<&'a Path>,
}

/// Said where every network is listened on, and no name is answered to but this machine's for itself.
const FOR_NOBODY: &str = "Others are answered only by a name of this machine that --host gives.";

/// Holds what the build gives besides the release.
#[derive(Default)]
struct Built {
    kept: usize,
    warnings: Vec<String>,
}

pub(crate) fn build(output: Output, wanted: &BuildRequest, json: bool) -> ExitCode {
    match release(output, wanted) {
        Ok((release, Built { kept, warnings })) => {
            let out = wanted.out.display().to_string();
            let mut said = release.budget.to_string();
            if wanted.keep_from.is_some() {
                said += &format!("{kept} files of earlier releases are kept\n");
            }
            let verb = if release.notices == 1 { "is" } else { "are" };
            let notices = count_notices(release.notices);
            said += &format!(
                "{notices} {verb} published in {out}: notices/ID/index.html for each, and register/index.html"
            );
            let value = || {
                let sizes = release.budget.figures.iter();
                let sizes = sizes
                    .map(|one| json!({ "name": one.name, "bytes": one.bytes, "limit": one.limit }));
                json!({
                    "out": out,
                    "notices": release.notices,
                    "files": release.files().count(),
                    "kept": kept,
                    "brotli": release.budget.profile.brotli(),
                    "sizes": sizes.collect::<Vec<_>>(),
                    "warnings": warnings,
                })
            };
            output.print_json_or_text(json, value, said);
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(&error);
            eprintln!("Nothing was published.");
            ExitCode::FAILURE
        }
    }
}

fn release(output: Output, wanted: &BuildRequest) -> Result<(Release, Built), Error> {
    let progress = output.progress();
    let mut built = Built::default();
    let mut warn = |warning: String| {
        eprintln!("warning: {warning}");
        built.warnings.push(warning);
    };
    may_fill(wanted.root, wanted.out)?;
    progress.step("Reading the site");
    let (engine, site) = (engine()?, read_site(wanted.root)?);
    progress.step(match wanted.options.profile {
        Profile::Dev => "Making its files",
        Profile::Release => "Making its files, as small as can be",
    });
    let mut release = publish(&site, &engine, &wanted.options)?;
    release.check_drafts()?;
    release.unfinished.iter().cloned().for_each(&mut warn);
    match release.budget.check() {
        Err(error) if wanted.strict => {
            if !output.quiet {
                eprint!("{}", release.budget);
            }
            return Err(error);
        }
        Err(error) => warn(error.to_string()),
        Ok(()) => {}
    }
    if let Some(folder) = wanted.keep_from {
        progress.step("Looking through the release before");
        reworded(&release, &site, folder)?
            .into_iter()
            .for_each(&mut warn);
        let earlier = Earlier::read(folder, wanted.out, build_day())?;
        earlier.problems.iter().cloned().for_each(warn);
        built.kept = release.keep(earlier);
    }
    progress.step("Writing them");
    release.write(wanted.out)?;
    Ok((release, built))
}

/// Returns today, unless a build that must come out the same says otherwise (reproducible-builds.org).
pub(crate) fn build_day() -> Date {
    let seconds = env::var("SOURCE_DATE_EPOCH").ok();
    let seconds = seconds.and_then(|text| text.parse().ok());
    seconds.map_or_else(today, Date::of_unix)
}

fn count_notices(count: usize) -> String {
    let word = if count == 1 { "notice" } else { "notices" };
    format!("{count} {word}")
}

pub(crate) fn show(
    output: Output,
    site: PathBuf,
    at: SocketAddr,
    names: Vec<String>,
    origins: Vec<String>,
) -> ExitCode {
    let options = ReleaseOptions {
        profile: Profile::Dev,
        as_at: today(),
        address: None,
    };
    let engine = match engine() {
        Ok(engine) => engine,
        Err(error) => return failed(&error),
    };
    let for_nobody = at.ip().is_unspecified() && names.is_empty();
    let preview = Preview {
        site,
        engine,
        options,
        at,
        names,
        origins,
    };
    let progress = RefCell::new(ProgressReporter::default());
    let told_before = RefCell::new(Vec::new());
    let done = serve(preview, move |told| {
        // What was going on is over: nothing of it is said behind what came of it.
        drop(progress.take());
        match told {
            // The program that reads these lines may have ended; the preview goes on.
            PreviewEvent::Listening(address) => {
                output.print(format_args!("{address} (Ctrl-C stops it)"));
                if for_nobody {
                    output.done(FOR_NOBODY);
                }
            }
            PreviewEvent::Building => {
                let reporter = output.progress();
                reporter.step("Building the site");
                progress.replace(reporter);
            }
            PreviewEvent::Built { notices, warnings } => {
                output.done(format_args!("built: {}", count_notices(*notices)));
                // At each change anew only what is new.
                let known = told_before.replace(warnings.clone());
                for warning in warnings.iter().filter(|it| !known.contains(it)) {
                    drop(writeln!(stderr(), "warning: {warning}"));
                }
            }
            PreviewEvent::Failed(wrong) => drop(writeln!(stderr(), "{wrong}")),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: cannot listen on {at}: {error}");
            eprintln!("  help: another program may be there already; --port 0 takes any free port");
            ExitCode::FAILURE
        }
    }
}

pub(crate) fn migrated(output: Output, root: &Path, write: bool, json: bool) -> ExitCode {
    let done = output.with_progress("Looking for what has changed", || {
        let found = migrate(root)?;
        if write {
            found.write()?;
        }
        Ok(found)
    });
    match done {
        Ok(found) => {
            if json {
                let steps = found
                    .steps
                    .iter()
                    .map(|it| json!({ "file": it.file, "what": it.what, "by_hand": it.by_hand }));
                output.print(json!({ "written": write, "steps": steps.collect::<Vec<_>>() }));
            } else {
                for step in &found.steps {
                    output.print(step);
                }
            }
            let open = found.steps.iter().filter(|it| it.by_hand || !write).count();
            if !json {
                output.done(match open {
                    0 => "Nothing is left to change: `council-notice build` says whether all is well.",
                    _ if write => "The rest is written. What is to be decided is yours.",
                    _ => "Nothing is written yet: --write changes all that nobody has to decide.",
                });
            }
            ExitCode::from(if open > 0 { 3 } else { 0 })
        }
        Err(error) => failed(&error),
    }
}

pub(crate) fn print(out: &Path, wanted: &Pasted) -> ExitCode {
    match paste(out, wanted) {
        Ok(text) => {
            // A pager that was closed has seen enough.
            let _ = write!(stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}
