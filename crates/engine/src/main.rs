//! `engine`: the hook of Trunk that turns what it has built, and the rest of `www/`, into `engine.zip` beside it.

use std::{env, fs, path::PathBuf, process::ExitCode};

const ARCHIVE: &str = "engine.zip";

fn main() -> ExitCode {
    let folder = |variable| env::var_os(variable).map(PathBuf::from);
    let (Some(www), Some(built)) = (folder("TRUNK_SOURCE_DIR"), folder("TRUNK_STAGING_DIR")) else {
        eprintln!("error: this is a hook of Trunk\n  help: run `trunk build --release`");
        return ExitCode::from(2);
    };
    let archive = engine::build(&www, &built)
        .and_then(|engine| Ok(engine.archive()?))
        .map_err(|error| error.to_string());
    let path = built.join(ARCHIVE);
    let done = archive.and_then(|bytes| {
        fs::write(&path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
