//! The program `council-notice` as people run it: where, with which arguments, and what it prints.

use std::{
    path::Path,
    process::{Command, Output},
};

/// Runs the program in a folder, where it finds no other program: nothing that it does needs one.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(arguments)
        .env("PATH", "")
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

/// Gives all that a program has printed: its output, then its errors.
pub(crate) fn printed(output: &Output) -> String {
    let both = [&output.stdout[..], &output.stderr].concat();
    String::from_utf8_lossy(&both).into_owned()
}
