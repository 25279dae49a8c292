//! How long the program takes for a council's whole site: as whoever calls it waits, and what processors were busy with.

use std::{fmt::Write as _, path::Path, process::Command, time::Instant};

use super::{
    CHILDREN, busy, many,
    site::{self, Site},
};

const SIZES: [usize; 3] = [5, 100, 1_000];

/// Builds sites of each size with the program, as small as can be and lightly compressed, and gives a table.
pub(crate) fn table(program: &Path) -> String {
    let mut table = "| notices | files | `build`, seconds | of processors | `build --quick`, seconds | of processors |\n|---:|---:|---:|---:|---:|---:|\n".to_owned();
    for notices in SIZES {
        let site = Site::real(&format!("program-{notices}"));
        many::multiply(&site.root.join("notices"), notices).expect("notices can be written");
        let quick = build(program, &site, "quick", &["--quick"]);
        let small = build(program, &site, "small", &[]);
        let files = site::files(&site.root.join("small")).len();
        let row = format!("| {notices} | {files} | {small} | {quick} |\n");
        eprint!("{row}");
        let _ = write!(table, "{row}");
    }
    table
}

fn build(program: &Path, site: &Site, out: &str, more: &[&str]) -> String {
    let (start, before) = (Instant::now(), busy(CHILDREN));
    let output = Command::new(program)
        .args(["build", "--site", ".", "--out", out])
        .args(more)
        .current_dir(&site.root)
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let seconds = start.elapsed().as_secs_f64();
    let used = busy(CHILDREN)
        .zip(before)
        .map(|(after, before)| after - before);
    format!("{seconds:.1} | {:.1}", used.unwrap_or(f64::NAN))
}
