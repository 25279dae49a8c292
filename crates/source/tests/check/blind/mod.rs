//! Forty notices and texts in the manner of real ones, whose verdicts were written and kept before any rule was run on them:
//! which rule must speak, and of which words, and which must leave them alone. `--nocapture` prints how each rule does.

use std::collections::BTreeMap;

use law::{DatedFacts, Found, Mark, check, check_exemption};
use serde::Deserialize;

use crate::five;

mod written;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const AT: &str = "2026-11-30";
const FILES: [&str; 6] = [
    include_str!("bodies.toml"),
    include_str!("requests.toml"),
    include_str!("notices.toml"),
    include_str!("letters.toml"),
    include_str!("services.toml"),
    include_str!("afresh.toml"),
];

#[derive(Deserialize)]
struct Inputs {
    input: Vec<written::Input>,
}

/// What each rule says of an input.
type Said = BTreeMap<&'static str, Vec<Found>>;

fn said(input: &written::Input, facts: &DatedFacts) -> Said {
    let at = AT.parse().expect("a day");
    let verdicts = match &input.exemption {
        Some(answers) => {
            let answers = written::answers(answers);
            vec![check_exemption("analytics", &answers, facts, at)]
        }
        None => check(&input.notice(at), facts, at),
    };
    // What nobody has to put right is no finding, but for the rule that gives nothing else.
    let counts =
        |rule: &str, it: &Found| it.mark > Mark::Present && (!it.advice || rule == "LNG-01");
    let of = |it: law::Verdict| {
        let found = it.found.into_iter().flatten();
        (
            it.rule.id,
            found.filter(|found| counts(it.rule.id, found)).collect(),
        )
    };
    verdicts.into_iter().map(of).collect()
}

/// Whether one of some rules speaks of these words: in what it points at, or of the notice as a whole.
fn speaks(said: &Said, rules: &str, words: &str, whole: bool) -> bool {
    let of_words = |found: &Found| match &found.place {
        _ if words.is_empty() => true,
        Some(place) => place.contains(words) || words.contains(place.as_str()),
        None => whole,
    };
    let rules = rules.split('|');
    rules
        .into_iter()
        .any(|rule| said.get(rule).is_some_and(|all| all.iter().any(of_words)))
}

#[test]
fn inputs_that_no_rule_had_seen_are_judged_as_their_verdicts_say() {
    let facts = five::facts();
    let mut wrong = Vec::new();
    // Of each rule: what it should say, what it says of that, what it should leave alone, and what it says of that.
    let mut tallies: BTreeMap<String, [usize; 4]> = BTreeMap::new();
    for file in FILES {
        let inputs: Inputs = toml::from_str(file).expect("it reads");
        for input in &inputs.input {
            let said = said(input, &facts);
            for (verdicts, due) in [(&input.speaks, true), (&input.silent, false)] {
                for verdict in verdicts {
                    let (rules, words) = verdict.split_once(':').expect("a rule and words");
                    let spoke = speaks(&said, rules, words.trim(), due);
                    let tally = tallies.entry(rules.to_owned()).or_default();
                    let at = if due { 0 } else { 2 };
                    tally[at] += 1;
                    tally[at + 1] += usize::from(spoke);
                    if spoke != due {
                        let what = if due { "misses" } else { "should not say" };
                        let found: Vec<&Vec<Found>> =
                            rules.split('|').filter_map(|it| said.get(it)).collect();
                        wrong.push(format!("{}: {what} {verdict}: {found:?}", input.name));
                    }
                }
            }
        }
    }
    for (rule, [due, spoke, not_due, beyond]) in tallies {
        println!("{rule}: {spoke} of {due} said; {beyond} said of {not_due} that should not be");
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
