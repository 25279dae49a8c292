//! `council-notice`: which command does what. The manual has the exit codes: 0, done; 1, something must be put right first;
//! 2, called wrongly; 3 and 4, what a check, an audit or a comparison found.

mod arguments;
mod commands;
mod output;
mod version;

use std::{env, process::ExitCode};

use arguments::{Arguments, Command, Format, Plain, Sheet};
use commands::{desk, notices, release, shell};
use output::{Output, failed};
use publish::{AuditTarget, Engine, Error, Pasted, Profile, ReleaseOptions, is_site, today};

fn main() -> ExitCode {
    let Arguments { quiet, command } = version::parse();
    run(command, Output { quiet })
}

fn run(command: Command, output: Output) -> ExitCode {
    if let Some(root) = command.site()
        && let Err(error) = is_site(root)
    {
        return failed(&error);
    }
    match command {
        Command::Init {
            dir,
            name,
            languages,
            // There is no other yet.
            from: _,
            json,
        } => release::begin(output, &dir, name, &languages, json),
        Command::Build {
            out,
            root,
            quick,
            strict,
            as_at,
            keep_from,
            json,
        } => {
            let options = ReleaseOptions {
                profile: if quick {
                    Profile::Dev
                } else {
                    Profile::Release
                },
                as_at: as_at.unwrap_or_else(release::build_day),
                address: env::var("COUNCIL_NOTICE_ADDRESS").ok(),
            };
            let wanted = release::BuildRequest {
                root: &root.unwrap_or_default(),
                out: &out,
                options,
                strict,
                keep_from: keep_from.as_deref(),
            };
            release::build(output, &wanted, json)
        }
        Command::Serve {
            root,
            port,
            listen,
            host,
            origin,
        } => {
            let root = root.unwrap_or_else(|| ".".into());
            release::show(output, root, (listen, port).into(), host, origin)
        }
        Command::Keep { ids, json, root } => {
            notices::kept(output, &root.unwrap_or_default(), &ids, json)
        }
        Command::Check {
            files,
            as_at,
            format,
            json,
            root,
        } => {
            let format = if json { Format::Json } else { format };
            let root = root.unwrap_or_default();
            notices::check(output, &root, &files, as_at.unwrap_or_else(today), format)
        }
        Command::Audit {
            page,
            address,
            service,
            part,
            audience,
            form,
            json,
            root,
        } => {
            let wanted = AuditTarget {
                service,
                part,
                audience,
                form,
                address,
            };
            let folder = root.unwrap_or_default().join("notices");
            desk::audit(output, &folder, &page, &wanted, json)
        }
        Command::Reconcile {
            record,
            format,
            json,
            root,
            ..
        } => {
            let root = root.unwrap_or_default();
            let format = if json { Sheet::Json } else { format };
            match record {
                Some(record) => desk::reconcile(output, &root, &record, format),
                None => desk::export(&root),
            }
        }
        Command::Succession { write, json, root } => {
            desk::succeed(output, &root.unwrap_or_default(), write, json)
        }
        Command::Include {
            service,
            part,
            audience,
            policy,
            lang,
            out,
            root,
        } => {
            let wanted = Pasted {
                service,
                policy,
                part,
                audience,
                lang,
            };
            let out = out.unwrap_or_else(|| root.unwrap_or_default().join("dist"));
            release::print(&out, &wanted)
        }
        Command::New {
            id,
            title,
            json,
            root,
        } => notices::begin(output, &root.unwrap_or_default(), &id, title, json),
        Command::Import {
            source,
            id,
            controller,
            json,
            root,
        } => notices::bring(
            output,
            &root.unwrap_or_default(),
            &source,
            id,
            controller.as_deref(),
            json,
        ),
        Command::Diff {
            old,
            new,
            format,
            json,
            root,
        } => {
            let format = if json { Plain::Json } else { format };
            notices::differ(output, &root.unwrap_or_default(), &old, &new, format)
        }
        Command::Migrate { write, json, root } => {
            release::migrated(output, &root.unwrap_or_default(), write, json)
        }
        Command::Words { lang, write, root } => {
            notices::words(output, &root.unwrap_or_default(), &lang, write)
        }
        Command::Completions { shell } => shell::completions(shell),
        Command::Man { out } => shell::man(output, &out),
    }
}

/// Reads the engine that came with the program.
#[cfg(feature = "embedded")]
fn engine() -> Result<Engine, Error> {
    Engine::open(include_bytes!("../../../target/engine/engine.zip"))
}

/// Reads the engine that `make engine` has built.
#[cfg(not(feature = "embedded"))]
fn engine() -> Result<Engine, Error> {
    let path = std::path::Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../target/engine/engine.zip"
    ));
    let archive = std::fs::read(path).map_err(|error| Error::Read {
        path: path.to_owned(),
        error,
    })?;
    Engine::open(&archive)
}
