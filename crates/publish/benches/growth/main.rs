//! How checking and publishing grow with the number of notices: `make growth`. Results go to `target/bench/`. With a program in
//! `COUNCIL_NOTICE_PROGRAM`, how long that takes instead.

mod program;

#[path = "../../tests/publish/many.rs"]
mod many;
#[allow(dead_code, reason = "the publishing tests use the rest")]
#[path = "../../tests/publish/site.rs"]
mod site;

use std::{env, fmt::Write as _, fs, path::Path, time::Instant};

use publish::{Profile, check_files};
use serde_json::json;
use site::Site;

const SIZES: [u32; 3] = [10, 100, 1_000];

/// Processor seconds for a number of notices.
struct Run {
    notices: u32,
    check: f64,
    publish: f64,
    /// Bytes of the gate, uncompressed.
    gate: u64,
}

fn main() {
    if let Some(path) = env::var_os("COUNCIL_NOTICE_PROGRAM") {
        keep("program.md", &program::table(Path::new(&path)));
        return;
    }
    let runs = SIZES.map(|notices| run(notices, Profile::Dev));
    // How small a file is made costs the same for each, whatever their number, and takes longest by far: once is enough.
    let small = run(SIZES[0], Profile::Release);

    let head = "| notices | checked a second | published a second | gate, bytes |\n|---:|---:|---:|---:|\n";
    let row = |run: &Run| {
        let rate = |seconds: f64| f64::from(run.notices) / seconds;
        let (check, publish) = (rate(run.check), rate(run.publish));
        format!(
            "| {} | {check:.1} | {publish:.1} | {} |\n",
            run.notices, run.gate
        )
    };
    let mut table = head.to_owned();
    table.extend(runs.iter().map(row));
    let [_, some, most] = &runs;
    // 1: ten times the notices take ten times the time.
    let growth = |time: fn(&Run) -> f64| time(most) / time(some) / 10.0;
    let (check, publish) = (growth(|run| run.check), growth(|run| run.publish));
    let _ = writeln!(
        table,
        "\nA notice among 1,000 takes {check:.2} of the time of one among 100 to check, and {publish:.2} to publish. \
         With files as small as can be (brotli 11), {:.1} are published a second.",
        f64::from(small.notices) / small.publish
    );
    print!("{table}");

    let runs: Vec<_> = runs
        .iter()
        .map(|run| json!({ "notices": run.notices, "check_seconds": run.check, "publish_seconds": run.publish, "gate_bytes": run.gate }))
        .collect();
    let all = json!({
        "runs": runs,
        "growth": { "check": check, "publish": publish },
        "release": { "notices": small.notices, "publish_seconds": small.publish },
    });
    keep("growth.md", &table);
    keep("growth.json", &format!("{all:#}\n"));
}

fn keep(name: &str, text: &str) {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("target/bench");
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join(name), text).expect("a file can be written");
}

fn run(notices: u32, profile: Profile) -> Run {
    let mut site = Site::real(&format!("growth-{notices}"));
    site.engine = site::real_engine();
    let folder = site.root.join("notices");
    many::multiply(&folder, notices as usize).expect("notices can be written");
    let day = "2026-11-22".parse().expect("a day");
    let check = seconds(|| check_files(&site.root, &[], day).expect("they are read"));
    let publish = seconds(|| site.build(profile).expect("they are published"));
    let gate = fs::metadata(site.dist().join("council-notice.js")).expect("it is there");
    eprintln!(
        "{notices} notices, {profile:?}: checked in {check:.1} s, published in {publish:.1} s"
    );
    Run {
        notices,
        check,
        publish,
        gate: gate.len(),
    }
}

/// Seconds that a processor was busy with it, so that other work on the machine does not count; where the system does not
/// tell, seconds by the clock.
fn seconds<T>(work: impl FnOnce() -> T) -> f64 {
    let (start, before) = (Instant::now(), busy(OWN));
    work();
    match (before, busy(OWN)) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed().as_secs_f64(),
    }
}

/// Where Linux keeps what this process has used so far, and what those have that it waited for.
const OWN: usize = 11;
const CHILDREN: usize = 13;

/// Time of all threads so far, from Linux's hundredths of a second.
fn busy(whose: usize) -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(whose).take(2);
    let ticks: Vec<f64> = ticks.filter_map(|field| field.parse().ok()).collect();
    (ticks.len() == 2).then(|| ticks.iter().sum::<f64>() / 100.0)
}
