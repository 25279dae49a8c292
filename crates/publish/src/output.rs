//! Prints for people and for programs: what was asked for and what was done on standard output, what is wrong on standard error.

use std::{
    fmt::Display,
    io::{IsTerminal, Write, stderr, stdout},
    process::ExitCode,
    time::Duration,
};

use publish::{Error, ProgressReporter, colours, terminal::problems};
use serde_json::Value;

/// How long somebody may wait without being told what takes so long.
const PATIENCE: Duration = Duration::from_millis(500);

/// Prints for people, or JSON for programs, unless it is to be quiet.
#[derive(Clone, Copy)]
pub(crate) struct Output {
    pub(crate) quiet: bool,
}

impl Output {
    /// Prints what was asked for: text, or JSON for a program.
    pub(crate) fn print(self, text: impl Display) {
        // A closed pipe is no error: the reader, a pager perhaps, wants no more.
        let _ = writeln!(stdout(), "{text}");
    }

    /// Prints what has been done, unless the program is to be quiet.
    pub(crate) fn done(self, text: impl Display) {
        if !self.quiet {
            self.print(text);
        }
    }

    /// Prints JSON for a program, where the command was called with `--json`; else what has been done.
    pub(crate) fn print_json_or_text(
        self,
        json: bool,
        value: impl FnOnce() -> Value,
        text: impl Display,
    ) {
        if json {
            self.print(value());
        } else {
            self.done(text);
        }
    }

    /// Reports steps that take long, where the output is a terminal.
    pub(crate) fn progress(self) -> ProgressReporter {
        if self.quiet || !stderr().is_terminal() {
            return ProgressReporter::default();
        }
        ProgressReporter::to(stderr(), PATIENCE)
    }

    /// Does work of a single step, and says which if it takes long.
    pub(crate) fn with_progress<T>(self, step: &'static str, work: impl FnOnce() -> T) -> T {
        let progress = self.progress();
        progress.step(step);
        work()
    }
}

/// Says what is wrong.
pub(crate) fn tell(error: &Error) {
    match error {
        Error::Notices(report) => eprintln!("{}", problems(report, colours(&stderr()))),
        error => eprintln!("error: {error}"),
    }
}

/// Reports the error and returns the failure code.
pub(crate) fn failed(error: &Error) -> ExitCode {
    tell(error);
    ExitCode::FAILURE
}
