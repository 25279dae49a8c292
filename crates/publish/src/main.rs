//! `publish`: arguments and exit codes. 0: done; 1: something must be put right first; 2: called wrongly. `check` adds
//! 3: warnings; 4: errors; `diff` adds 4: `version` must rise;
//! `audit` adds 3: something to put right.

use std::{
    env,
    io::{IsTerminal, Write, stderr, stdout},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{CommandFactory, Parser, Subcommand, ValueEnum, error::ErrorKind};
use law::Date;
use publish::{
    AuditError, Error, Job, Profile, Wanted, audit_page, build, changes_as_json, check_files,
    compare, import_notice, keep, new_notice,
    terminal::{findings, problems},
    today,
};

/// Turns notices/ into the files of a static website.
#[derive(Parser)]
#[command(name = "council-notice", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fill a folder that holds the widget. As a hook of Trunk it needs no arguments. COUNCIL_NOTICE_ADDRESS says where
    /// the folder will be published, for the code on handouts.
    Build {
        /// Folder to fill [default: Trunk's staging folder]
        #[arg(long)]
        out: Option<PathBuf>,
        /// Project folder, with notices/ and www/ [default: the one above Trunk's index.html, else this one]
        #[arg(long)]
        root: Option<PathBuf>,
        /// Compress as far as possible and keep the budgets [default: what Trunk builds]
        #[arg(long)]
        release: bool,
        /// The register's day [default: that of SOURCE_DATE_EPOCH, else today]
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
    },
    /// Keep the notices as they are now in notices/history/: what changes later is worked out from there and shown on
    /// the notice's page. Run it whenever you publish.
    Keep {
        /// Ids of notices [default: all]
        ids: Vec<String>,
        /// Project folder, with notices/ [default: this one]
        #[arg(long)]
        root: Option<PathBuf>,
    },
    /// Hold notices against the law. Exit code: 0 nothing graver than a note, 3 warnings, 4 errors; 1 when a file
    /// cannot be read, 2 when called wrongly.
    Check {
        /// Notices (`….md`), or source texts to look for a page's leftovers in [default: all notices]
        files: Vec<PathBuf>,
        /// As the law stood on that day [default: today]
        #[arg(long, value_name = "DATE")]
        as_at: Option<Date>,
        /// How to write the findings
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// Project folder, with notices/ [default: this one]
        #[arg(long)]
        root: Option<PathBuf>,
    },
    /// Hold a page's form against its notice: what it asks, what the notice says of that, what does not fit. Exit
    /// code: 0 all fits, 3 something to put right; 1 when the page cannot be read, 2 when called wrongly.
    Audit {
        /// A file, an http(s) address, or `-` for the standard input
        page: String,
        /// Host and path under which the page is published, for placements.toml
        #[arg(long, value_name = "HOST/PATH")]
        address: Option<String>,
        /// Notice [default: the one that the page shows]
        #[arg(long, value_name = "ID")]
        service: Option<String>,
        #[arg(long, value_name = "ID", requires = "service")]
        part: Option<String>,
        #[arg(long, value_name = "ID", requires = "service")]
        audience: Option<String>,
        /// CSS selector of the form [default: the tag's, else the first]
        #[arg(long, value_name = "SELECTOR")]
        form: Option<String>,
        /// Project folder, with notices/ [default: this one]
        #[arg(long)]
        root: Option<PathBuf>,
    },
    /// Begin a notice: writes notices/ID.md, which reads as a notice and states nothing yet.
    New {
        /// Id of the notice: lower-case letters, digits and hyphens
        id: String,
        /// Name of the service [default: made from the id]
        #[arg(long)]
        title: Option<String>,
        /// Project folder, with notices/ [default: this one]
        #[arg(long)]
        root: Option<PathBuf>,
    },
    /// Bring a source in: writes notices/ID.md as a draft, and says what it found and what it left out. It never
    /// guesses a lawful basis, nor who decides.
    Import {
        /// A plain text of any encoding, a web page (file or http(s) address), a Word document (.docx) or a PDF with text
        source: PathBuf,
        /// Id of the notice [default: the source's file name]
        #[arg(long)]
        id: Option<String>,
        /// Who decides about the data: a key of notices/controllers.toml [default: not stated]
        #[arg(long, value_name = "KEY")]
        controller: Option<String>,
        /// Project folder, with notices/ [default: this one]
        #[arg(long)]
        root: Option<PathBuf>,
    },
    /// Say what changed between two versions of a notice: facts apart from wording. Exit code: 0 nothing to do, 4
    /// `version` must rise; 1 when a version cannot be read, 2 when called wrongly.
    Diff {
        /// The older version: a `….md`, a whole notice as `….json`, or REVISION:PATH of git
        old: String,
        /// The newer version, likewise
        new: String,
        /// How to write the changes
        #[arg(long, value_enum, default_value_t = Plain::Text)]
        format: Plain,
        /// Project folder, with notices/ [default: this one]
        #[arg(long)]
        root: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Plain {
    Text,
    Json,
}

/// How findings are written out.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    // For people, as a compiler does it.
    Text,
    // For programs: a list of findings.
    Json,
    // For code review and editors: SARIF 2.1.0.
    Sarif,
    // For people without a terminal: a page that needs nothing but itself.
    Html,
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Build {
            out,
            root,
            release,
            as_at,
        } => publish(out, root, release, as_at.unwrap_or_else(build_day)),
        Command::Keep { ids, root } => kept(&root.unwrap_or_default(), &ids),
        Command::Check {
            files,
            as_at,
            format,
            root,
        } => look(
            &root.unwrap_or_default().join("notices"),
            &files,
            as_at.unwrap_or_else(today),
            format,
        ),
        Command::Audit {
            page,
            address,
            service,
            part,
            audience,
            form,
            root,
        } => {
            let wanted = Wanted {
                service,
                part,
                audience,
                form,
                address,
            };
            audit(&root.unwrap_or_default().join("notices"), &page, &wanted)
        }
        Command::New { id, title, root } => {
            let title = title.unwrap_or_else(|| named(&id));
            written(
                new_notice(&root.unwrap_or_default(), &id, &title, today())
                    .map(|path| (path, String::new())),
            )
        }
        Command::Import {
            source,
            id,
            controller,
            root,
        } => {
            let stem = || {
                source
                    .file_stem()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned()
            };
            let id = id.unwrap_or_else(stem);
            written(
                import_notice(
                    &root.unwrap_or_default(),
                    &source,
                    &id,
                    controller.as_deref(),
                    today(),
                )
                .map(|(path, imported)| (path, format!("{imported}\n"))),
            )
        }
        Command::Diff {
            old,
            new,
            format,
            root,
        } => differ(&root.unwrap_or_default(), &old, &new, format),
    }
}

fn audit(notices: &Path, page: &str, wanted: &Wanted) -> ExitCode {
    match audit_page(notices, page, wanted) {
        Ok(report) => {
            let _ = write!(stdout(), "{report}");
            ExitCode::from(if report.is_clean() { 0 } else { 3 })
        }
        Err(AuditError::Notices(report)) => {
            tell(Error::Notices(report));
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A name made from an id: `bin-collection` → `Bin collection`.
fn named(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut marks = words.chars();
    let first = marks.next().map(|mark| mark.to_ascii_uppercase());
    first.into_iter().chain(marks).collect()
}

fn written(done: Result<(PathBuf, String), Error>) -> ExitCode {
    match done {
        Ok((path, said)) => {
            let path = path.display();
            let _ = write!(
                stdout(),
                "{said}{path} is written. Next: open it and follow its comments; write who is asking, then the answers;\n\
                     `publish check {path}` says what is still missing. Placements for its pages go into notices/placements.toml.\n"
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(error);
            ExitCode::FAILURE
        }
    }
}

fn differ(root: &Path, old: &str, new: &str, format: Plain) -> ExitCode {
    match compare(root, old, new) {
        Ok(changes) => {
            let text = match format {
                Plain::Text => changes.to_string(),
                Plain::Json => changes_as_json(&changes),
            };
            let _ = writeln!(stdout(), "{text}");
            ExitCode::from(if changes.must_rise() { 4 } else { 0 })
        }
        Err(error) => {
            tell(error);
            ExitCode::FAILURE
        }
    }
}

fn look(folder: &Path, files: &[PathBuf], at: Date, format: Format) -> ExitCode {
    match check_files(folder, files, at) {
        Ok(report) => {
            let text = match format {
                Format::Text => findings(&report, stdout().is_terminal()),
                Format::Json => report.json(),
                Format::Sarif => report.sarif(),
                Format::Html => report.html(),
            };
            // A pager that was closed has seen enough.
            let _ = writeln!(stdout(), "{text}");
            ExitCode::from(report.exit_code())
        }
        Err(error) => {
            tell(error);
            ExitCode::FAILURE
        }
    }
}

fn kept(root: &Path, ids: &[String]) -> ExitCode {
    match keep(root, ids) {
        Ok(files) => {
            for file in &files {
                println!("kept {}", file.display());
            }
            if files.is_empty() {
                println!("every version is kept already");
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(error);
            ExitCode::FAILURE
        }
    }
}

fn publish(out: Option<PathBuf>, root: Option<PathBuf>, release: bool, as_at: Date) -> ExitCode {
    let Some(out) = out.or_else(|| folder("TRUNK_STAGING_DIR")) else {
        let missing = "name the folder to fill with --out DIR, or run this as Trunk's hook";
        Arguments::command()
            .error(ErrorKind::MissingRequiredArgument, missing)
            .exit();
    };
    let beside = || folder("TRUNK_SOURCE_DIR").and_then(|www| Some(www.parent()?.to_owned()));
    let root = root.or_else(beside).unwrap_or_else(|| PathBuf::from("."));
    let release = release || env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let profile = if release {
        Profile::Release
    } else {
        Profile::Dev
    };
    let job = Job {
        root,
        out,
        profile,
        as_at,
        address: env::var("COUNCIL_NOTICE_ADDRESS").ok(),
    };
    match build(&job, |budget| print!("{budget}")) {
        Ok(done) => {
            // Trunk has its hooks write to a folder that it then puts in the place of the real one.
            let folder = match job.out.parent() {
                Some(dist) if job.out.ends_with(".stage") => dist,
                _ => &job.out,
            };
            println!(
                "{} notices published in {}: notices/ID/index.html for each, and register/index.html",
                done.notices,
                folder.display()
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            tell(error);
            eprintln!("Nothing was published.");
            ExitCode::FAILURE
        }
    }
}

fn tell(error: Error) {
    match error {
        Error::Notices(report) => eprintln!("{}", problems(&report, stderr().is_terminal())),
        error => eprintln!("error: {error}"),
    }
}

/// Today, unless a build that must come out the same says otherwise (reproducible-builds.org).
fn build_day() -> Date {
    let seconds = env::var("SOURCE_DATE_EPOCH").ok();
    let seconds = seconds.and_then(|text| text.parse().ok());
    seconds.map_or_else(today, Date::of_unix)
}

fn folder(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}
