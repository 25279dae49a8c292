//! The rules against a corpus: made-up notices and texts of councils, hospitals, schools and landlords, with the verdicts
//! that an officer gave before any rule was run on them. `--nocapture` prints each rule's precision and recall.

#![cfg(not(target_arch = "wasm32"))]

mod read;
mod tally;

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

#[test]
fn the_corpus_has_enough_of_everything() {
    let tallies = Tally::of(&cases());
    let few: Vec<&Tally> = tallies
        .iter()
        .filter(|it| it.positives() < CASES || it.negatives() < CASES)
        .collect();
    assert!(few.is_empty(), "{few:#?}");
}
