//! What is to be known of a run beside its outcome: how long each trial took (`target/page-trials.tsv`), for whoever wants the whole
//! to be shorter, and which passed at the second try alone (`target/page-trials-unsteady.txt`).

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::PathBuf,
    time::Duration,
};

const TIMES: &str = "page-trials.tsv";
const UNSTEADY: &str = "page-trials-unsteady.txt";

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("target")
        .join(name)
}

/// Forgets an earlier run.
pub(super) fn begin() {
    for name in [TIMES, UNSTEADY] {
        let _ = fs::remove_file(file(name));
    }
}

/// Adds a line: seconds, and the trial. Nothing depends on it, so a line that cannot be written is let go.
pub(super) fn note(trial: &str, took: Duration) {
    append(TIMES, &format!("{:.1}\t{trial}", took.as_secs_f64()));
}

/// Keeps what a trial failed of that passed at the second try.
pub(super) fn unsteady(trial: &str, message: &str) {
    append(UNSTEADY, &format!("{trial}\n{message}\n"));
}

/// Prints the trials that passed at the second try alone: each is a fault of the trial or of the product, yet to be found.
pub(super) fn report() {
    if let Ok(text) = fs::read_to_string(file(UNSTEADY)) {
        println!("\nUnsteady, passed at the second try:\n\n{text}");
    }
}

fn append(name: &str, line: &str) {
    if let Ok(mut file) = OpenOptions::new()
        .create(true)
        .append(true)
        .open(file(name))
    {
        let _ = writeln!(file, "{line}");
    }
}
