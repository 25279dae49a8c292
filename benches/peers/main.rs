//! Side by side with other cookie notices, in one run: `make bench`.
//!
//! Every round visits the page with each candidate in turn, in a fresh browser: first visit, refusal, repeat visit,
//! then pages with gated scripts. `COUNCIL_NOTICE_ROUNDS` is the number of rounds (7). Results go to `target/bench/`.

mod candidate;
mod chart;
mod figure;
#[allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "the page tests use the rest"
)]
#[path = "../../tests/pages/harness/mod.rs"]
mod harness;
mod report;
#[allow(dead_code, unused_imports, reason = "the page tests use the rest")]
#[path = "../../tests/pages/server/mod.rs"]
mod server;
mod site;
mod visit;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use candidate::{ALL, Candidate, NONE, Side};
use figure::{Run, Trial};
use harness::{Engine, Failure, Outcome, driver::Driver, engine::program};
use report::Report;
use visit::{Setting, Visitor, gated};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Outcome {
    let rounds = env::var("COUNCIL_NOTICE_ROUNDS").map_or(Ok(7), |rounds| rounds.parse());
    let rounds: usize = rounds
        .ok()
        .filter(|rounds| *rounds > 0)
        .ok_or_else(|| Failure("COUNCIL_NOTICE_ROUNDS is not a number above 0".into()))?;
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/bench");
    site::prepare(&folder.join("site"))?;
    let config = server::Config {
        dist: folder.join("site"),
        site: None,
        behaviour: server::Behaviour::default(),
        port: 0,
    };
    let server = server::Server::start(config).await?;
    let report = Report {
        runs: Vec::new(),
        rounds: 0,
        date: said(Command::new("date").args(["-u", "+%F"]))?,
        browser: said(
            Command::new(program(
                "COUNCIL_NOTICE_CHROMIUM",
                &["chromium", "chromium-browser"],
            )?)
            .arg("--version"),
        )?
        .split(" built on")
        .next()
        .unwrap_or_default()
        .to_owned(),
    };
    let report = trials(report, rounds, &server.home(), &folder).await?;
    println!(
        "{}\nWritten to {}: peers.md, peers.json, peers.svg",
        report.markdown(),
        folder.display()
    );
    Ok(())
}

fn write(report: &Report, folder: &Path) -> Outcome {
    fs::write(folder.join("peers.md"), report.markdown())?;
    fs::write(folder.join("peers.json"), format!("{:#}\n", report.json()))?;
    fs::write(folder.join("peers.svg"), chart::draw(report))?;
    Ok(())
}

/// All rounds, interleaved: whatever else the machine does falls on everyone alike.
/// Each round is written down when it is done: half an hour is not lost to what comes after it.
async fn trials(mut report: Report, rounds: usize, home: &str, folder: &Path) -> Outcome<Report> {
    let mut driver = Driver::start(Engine::Chromium)?;
    report.runs = [Setting::Throttled, Setting::Bare, Setting::Full]
        .into_iter()
        .flat_map(|setting| {
            [&NONE].into_iter().chain(&ALL).map(move |candidate| Run {
                setting,
                candidate,
                trials: Vec::new(),
            })
        })
        .collect();
    let count = report.runs.len();
    for round in 0..rounds {
        eprintln!("round {} of {rounds}", round + 1);
        for at in 0..count {
            // Each round starts with another candidate.
            let run = &mut report.runs[(at + round) % count];
            // A browser may hang: what failed is said, and tried once more.
            let (setting, candidate) = (run.setting, run.candidate);
            let mut trial = trial_of(&driver.address, home, setting, candidate).await;
            if let Err(Failure(why)) = &trial {
                eprintln!("{} ({setting:?}), tried once more: {why}", candidate.name);
                driver = Driver::start(Engine::Chromium)?;
                trial = trial_of(&driver.address, home, setting, candidate).await;
            }
            let told = |Failure(why)| Failure(format!("{} ({setting:?}): {why}", candidate.name));
            run.trials.push(trial.map_err(told)?);
        }
        report.rounds = round + 1;
        write(&report, folder)?;
    }
    Ok(report)
}

async fn trial_of(
    driver: &str,
    home: &str,
    setting: Setting,
    candidate: &Candidate,
) -> Outcome<Trial> {
    let visitor = Visitor::arrive(driver, home, setting, candidate).await?;
    // The browser goes whatever comes of it: it would outlive its driver.
    let trial = visits(&visitor, setting, candidate).await;
    let left = visitor.leave().await;
    trial.and_then(|trial| left.map(|()| trial))
}

async fn visits(visitor: &Visitor, setting: Setting, candidate: &Candidate) -> Outcome<Trial> {
    let first = visitor.visit(candidate, true).await?;
    if setting == Setting::Bare || candidate.side == Side::Limit {
        return Ok(Trial {
            first,
            again: None,
            gated: Vec::new(),
        });
    }
    if candidate.answers() {
        visitor.refuse().await?;
    }
    let again = visitor.visit(candidate, false).await?;
    let gated = match setting {
        Setting::Throttled => gated(visitor, candidate).await?,
        Setting::Bare | Setting::Full => Vec::new(),
    };
    Ok(Trial {
        first,
        again: Some(again.cost),
        gated,
    })
}

/// What a program prints.
fn said(command: &mut Command) -> Outcome<String> {
    let output = command.output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
