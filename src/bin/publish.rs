//! `publish`: arguments and exit codes. 0: done; 1: something must be put right first; 2: called wrongly.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    host::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::{
        env,
        io::{IsTerminal, stderr},
        path::PathBuf,
        process::ExitCode,
    };

    use clap::{CommandFactory, Parser, Subcommand, error::ErrorKind};
    use council_notice::publish::{Error, Job, Profile, build};

    /// Turns notices/ into the files of a static website.
    #[derive(Parser)]
    #[command(version)]
    struct Arguments {
        #[command(subcommand)]
        command: Command,
    }

    #[derive(Subcommand)]
    enum Command {
        /// Fill a folder that holds the widget. As a hook of Trunk it needs no arguments.
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
        },
    }

    pub fn main() -> ExitCode {
        let Command::Build { out, root, release } = Arguments::parse().command;
        let Some(out) = out.or_else(|| folder("TRUNK_STAGING_DIR")) else {
            let missing = "name the folder to fill with --out DIR, or run this as Trunk's hook";
            Arguments::command()
                .error(ErrorKind::MissingRequiredArgument, missing)
                .exit();
        };
        let beside = || folder("TRUNK_SOURCE_DIR").and_then(|www| Some(www.parent()?.to_owned()));
        let root = root.or_else(beside).unwrap_or_else(|| PathBuf::from("."));
        let release =
            release || env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
        let profile = if release {
            Profile::Release
        } else {
            Profile::Dev
        };
        let job = Job { root, out, profile };
        match build(&job, |budget| print!("{budget}")) {
            Ok(done) => {
                println!(
                    "{} notices published in {}",
                    done.notices,
                    job.out.display()
                );
                ExitCode::SUCCESS
            }
            Err(error) => {
                match error {
                    Error::Notices(report) => {
                        eprintln!("{}", report.render(stderr().is_terminal()))
                    }
                    error => eprintln!("error: {error}"),
                }
                eprintln!("Nothing was published.");
                ExitCode::FAILURE
            }
        }
    }

    fn folder(variable: &str) -> Option<PathBuf> {
        env::var_os(variable).map(PathBuf::from)
    }
}
