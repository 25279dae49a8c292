//! Notices and texts in the manner of real ones, whose verdicts were written by somebody who had not read the rules, and kept
//! before any rule was run on them. `--nocapture` prints how each rule does, set by set.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test may stop where something is not as it should be"
)]

mod planted;

use std::{collections::BTreeMap, fs, path::PathBuf};

use law::{DatedFacts, Mark, artefacts, check, check_source};
use notice::Notice;
use serde::Deserialize;
use source::{
    draft::{self, DraftContext},
    parse::{self, File},
};

const AT: &str = "2026-11-30";

#[derive(Deserialize)]
struct Inputs {
    #[serde(default)]
    notice: Vec<Written>,
    #[serde(default)]
    text: Vec<Text>,
}

/// A notice: what it puts in the place of what `slots.toml` says, and its verdicts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    /// Rules that must find something; every other one must be silent.
    speaks: Vec<String>,
    /// Rules of which either may be argued.
    #[serde(default)]
    open: Vec<String>,
    /// What the verdicts stand on.
    #[serde(rename = "why")]
    _why: String,
    /// Rights that it does not name.
    #[serde(default)]
    drop: Vec<String>,
    #[serde(default)]
    slots: BTreeMap<String, String>,
}

/// A text or a page in `texts/`, and its verdicts by the rules that read text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    file: String,
    speaks: Vec<String>,
    #[serde(default)]
    open: Vec<String>,
    /// Rules that must find something, and do not yet: counted as missed, and told when they no longer are.
    #[serde(default)]
    misses: Vec<String>,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fresh")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn file(name: &str, text: String) -> File {
    File {
        path: name.to_owned(),
        name: name.to_owned(),
        text,
    }
}

fn facts() -> DatedFacts {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../law/facts.toml");
    let text = fs::read_to_string(path).expect("the facts are there");
    parse::facts(&file("facts.toml", text)).expect("they read")
}

impl Written {
    fn notice(&self) -> Notice {
        let mut slots: BTreeMap<String, String> =
            toml::from_str(&read("slots.toml")).expect("the slots read");
        for (slot, text) in &self.slots {
            let known = slots.insert(slot.clone(), text.clone()).is_some();
            assert!(known, "{}: no slot {slot}", self.name);
        }
        if let Some(rights) = slots.get_mut("rights") {
            let kept = rights.split("[[right]]").filter(|right| {
                !self
                    .drop
                    .iter()
                    .any(|id| right.contains(&format!("\"{id}\"")))
            });
            *rights = kept.collect::<Vec<_>>().join("[[right]]");
        }
        let fill = |name: &str| {
            slots.iter().fold(read(name), |text, (slot, value)| {
                text.replace(&format!("{{{{{slot}}}}}"), value)
            })
        };
        let own = file("service.md", fill("base.md"));
        let bodies = file("controllers.toml", fill("controllers.toml"));
        parse::one(&own, &[bodies], "en")
            .unwrap_or_else(|report| panic!("{}: {report:?}", self.name))
    }
}

impl Text {
    fn notice(&self) -> Notice {
        imported(&read(&format!("texts/{}", self.file)))
    }
}

/// Brings a text in.
fn imported(text: &str) -> Notice {
    let known = DraftContext {
        id: "source",
        controller: None,
        shared: &[],
        day: AT.parse().expect("a day"),
    };
    let imported = draft::import_file(text.as_bytes(), &known).expect("it is brought in");
    parse::one(&file("source.md", imported.source), &[], "en")
        .unwrap_or_else(|report| panic!("{text}: {report:?}"))
}

/// Rules whose findings are told by figures or by dates, and have tests of their own.
fn exact(rule: &str) -> bool {
    rule.starts_with("ENG-") || matches!(rule, "ID-02" | "ID-03" | "LNK-02" | "LNG-01")
}

/// What each rule that is asked says of a notice.
fn said(notice: &Notice, facts: &DatedFacts, text: bool) -> BTreeMap<&'static str, Vec<String>> {
    let at = AT.parse().expect("a day");
    let check = if text { check_source } else { check };
    let asked = check(notice, facts, at)
        .into_iter()
        .filter(|it| !exact(it.rule.id));
    let of = |it: law::Verdict| {
        let counts = it.found.into_iter().flatten();
        let counts = counts.filter(|it| it.mark > Mark::Present && !it.advice);
        let told = counts.map(|it| format!("{:?}: {} [{:?}]", it.mark, it.message, it.place));
        (it.rule.id, told.collect())
    };
    asked.map(of).collect()
}

#[derive(Default)]
struct Tally {
    /// Of each rule: what it should say, what it says of that, what it should leave alone, and what it says of that.
    rules: BTreeMap<&'static str, [usize; 4]>,
    wrong: Vec<String>,
}

impl Tally {
    fn add(
        &mut self,
        name: &str,
        said: &BTreeMap<&'static str, Vec<String>>,
        speaks: &[String],
        open: &[String],
        misses: &[String],
    ) {
        for rule in speaks.iter().chain(open).chain(misses) {
            assert!(said.contains_key(rule.as_str()), "{name}: no rule {rule}");
        }
        for (rule, told) in said {
            let among = |rules: &[String]| rules.iter().any(|it| it == rule);
            if among(open) {
                continue;
            }
            let missed = among(misses);
            let (due, spoke) = (among(speaks) || missed, !told.is_empty());
            let counts = self.rules.entry(rule).or_default();
            let at = if due { 0 } else { 2 };
            counts[at] += 1;
            counts[at + 1] += usize::from(spoke);
            if spoke != (due && !missed) {
                let what = match (missed, due) {
                    (true, _) => "no longer misses",
                    (_, true) => "misses",
                    _ => "should not say",
                };
                self.wrong.push(format!("{name}: {what} {rule}: {told:?}"));
            }
        }
    }

    fn print(&self) {
        let mut sum = [0; 4];
        for (rule, counts) in &self.rules {
            let [due, spoke, not_due, beyond] = counts;
            println!("{rule}: {spoke} of {due} said; {beyond} of {not_due} that should not be");
            (0..4).for_each(|at| sum[at] += counts[at]);
        }
        let [due, spoke, _, beyond] = sum;
        println!("all: {spoke} of {due} said; {beyond} beyond");
    }
}

/// Holds the sets against their verdicts.
fn judge(file: &str) {
    let facts = facts();
    let inputs: Inputs = toml::from_str(&read(file)).expect("the verdicts read");
    let mut tally = Tally::default();
    for notice in &inputs.notice {
        let said = said(&notice.notice(), &facts, false);
        tally.add(&notice.name, &said, &notice.speaks, &notice.open, &[]);
    }
    for text in &inputs.text {
        let mut said = said(&text.notice(), &facts, true);
        // What pages have left in it is found in the text itself.
        let left = artefacts(&read(&format!("texts/{}", text.file)));
        let left = left.iter().map(|it| format!("{}: {}", it.message, it.text));
        said.insert("ART-01", left.collect());
        tally.add(&text.file, &said, &text.speaks, &text.open, &text.misses);
    }
    println!("{file}");
    tally.print();
    let wrong = tally.wrong;
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn notices_are_judged_as_their_verdicts_say() {
    judge("notices.toml");
}

#[test]
fn others_that_were_written_after_these_are_judged_alike() {
    judge("afresh.toml");
}

#[test]
fn texts_that_no_rule_had_seen_are_judged_as_their_verdicts_say() {
    judge("unseen.toml");
}

#[test]
fn more_texts_that_no_rule_had_seen_are_judged_alike() {
    judge("unseen-second.toml");
}

#[test]
fn a_third_set_that_no_rule_had_seen_is_judged_alike() {
    judge("unseen-third.toml");
}

#[test]
fn a_fourth_set_that_no_rule_had_seen_is_judged_alike() {
    judge("unseen-fourth.toml");
}

#[test]
fn a_fifth_set_that_no_rule_had_seen_is_judged_alike() {
    judge("unseen-fifth.toml");
}

#[test]
fn a_sixth_set_that_no_rule_had_seen_is_judged_alike() {
    judge("unseen-sixth.toml");
}

#[test]
fn a_seventh_set_that_no_rule_had_seen_is_judged_alike() {
    judge("unseen-seventh.toml");
}

#[test]
fn texts_are_judged_as_their_verdicts_say() {
    judge("texts.toml");
}
