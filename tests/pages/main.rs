//! Whole pages in three engines: the release `dist/`, served as a static host would, driven as a person would.
//!
//! `COUNCIL_NOTICE_DIST` names the folder under test (default `dist`), `SHOTS` a folder for screenshots.

mod harness;
#[path = "server/mod.rs"]
mod server;

use std::process::ExitCode;

fn main() -> ExitCode {
    harness::run(&[])
}
