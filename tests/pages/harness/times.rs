//! How long each trial took: `target/page-trials.tsv`, for whoever wants the whole run to be shorter.

use std::{
    fs::{self, OpenOptions},
    io::Write as _,
    path::PathBuf,
    time::Duration,
};

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/page-trials.tsv")
}

/// Forgets an earlier run.
pub(super) fn begin() {
    let _ = fs::remove_file(file());
}

/// Adds a line: seconds, and the trial. Nothing depends on it, so a line that cannot be written is let go.
pub(super) fn note(trial: &str, took: Duration) {
    if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(file()) {
        let _ = writeln!(file, "{:.1}\t{trial}", took.as_secs_f64());
    }
}
