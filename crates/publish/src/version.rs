//! `council-notice --version`: the program's own, and those of what it carries.

use clap::{Parser, error::ErrorKind};
use publish::law_day;

use super::{arguments::Arguments, engine};

/// Reads the arguments; ends the program where they ask for help or for the version, or are wrong.
pub(super) fn parse() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|said| {
        // Not clap's own answer: to read the engine takes longer than any other command should wait.
        if said.kind() == ErrorKind::DisplayVersion {
            print!("{said}{}", carried());
            std::process::exit(0);
        }
        said.exit()
    })
}

fn carried() -> String {
    let engine = engine().map_or_else(|error| error.to_string(), |engine| engine.hash());
    format!(
        "engine {engine}\nlaw last held against its sources on {}\n",
        law_day()
    )
}
