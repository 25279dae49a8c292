//! The rules against a corpus: made-up notices and texts of councils, hospitals, schools and landlords, with the verdicts
//! that an officer gave before any rule was run on them. `--nocapture` prints each rule's precision and recall.

#![cfg(not(target_arch = "wasm32"))]

mod read;
mod tally;

use std::fs;

use read::{Case, cases};
use tally::Tally;

/// The least share of what a rule says that must be right, and of what it must say that it does say.
const SHARE: f64 = 0.95;
/// The fewest cases of either kind that a share is worth anything with.
const CASES: usize = 5;

#[test]
fn every_rule_is_right_on_the_corpus() {
    let cases = cases();
    let tallies = Tally::of(&cases);
    for tally in &tallies {
        println!("{tally}");
    }
    let wrong: Vec<String> = cases.iter().flat_map(Case::wrong).collect();
    println!("{}", wrong.join("\n"));
    let bad: Vec<&Tally> = tallies
        .iter()
        .filter(|it| it.precision() < SHARE || it.recall() < SHARE)
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
}

/// The table that the manual has of them; `COUNCIL_NOTICE_FIGURES=1` writes it.
#[test]
fn the_manual_has_todays_figures() {
    let table = tally::table(&Tally::of(&cases()));
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../docs/src/measurements.md"
    );
    let manual = fs::read_to_string(path).expect("the manual");
    let (before, rest) = manual.split_once(tally::HEAD).expect("the table's head");
    let (_, after) = rest.split_once("\n\n").unwrap_or((rest, ""));
    let wanted = format!("{before}{table}\n{after}");
    if std::env::var_os("COUNCIL_NOTICE_FIGURES").is_some() {
        fs::write(path, &wanted).expect("it is written");
        return;
    }
    assert!(manual == wanted, "the manual should have:\n{table}");
}

#[test]
fn the_corpus_has_enough_of_everything() {
    let tallies = Tally::of(&cases());
    let few: Vec<&Tally> = tallies
        .iter()
        .filter(|it| it.positives() < CASES || it.negatives() < CASES)
        .collect();
    assert!(few.is_empty(), "{few:#?}");
}
