//! Notices in good order, of which no rule says anything, with one fault at a time: the rule that knows it says so, and no other.

use serde::Deserialize;

use super::{facts, imported, read, said};

#[derive(Deserialize)]
struct All {
    fault: Vec<Fault>,
}

/// What of a text is replaced by what, and the rules that must speak then.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fault {
    file: String,
    rule: String,
    /// A rule that says it too, or may.
    #[serde(default)]
    beside: Vec<String>,
    from: String,
    to: String,
}

/// What is said of a text by each rule that speaks; what pages leave in one is another test's.
fn spoken(text: &str) -> Vec<(&'static str, Vec<String>)> {
    let all = said(&imported(text), &facts(), true).into_iter();
    all.filter(|(rule, told)| *rule != "ART-01" && !told.is_empty())
        .collect()
}

#[test]
fn a_fault_in_a_notice_in_good_order_is_told_and_nothing_else() {
    let all: All = toml::from_str(&read("planted.toml")).expect("the faults read");
    let mut wrong = Vec::new();
    let mut clean: Vec<&str> = all.fault.iter().map(|it| it.file.as_str()).collect();
    clean.dedup();
    for file in clean {
        let told = spoken(&read(&format!("planted/{file}.txt")));
        if !told.is_empty() {
            wrong.push(format!("{file}: says {told:?}"));
        }
    }
    for fault in &all.fault {
        let text = read(&format!("planted/{}.txt", fault.file));
        assert!(
            text.contains(&fault.from),
            "{}: no “{}”",
            fault.file,
            fault.from
        );
        let told = spoken(&text.replace(&fault.from, &fault.to));
        let place = format!("{} “{}”", fault.file, fault.to);
        if !told.iter().any(|(rule, _)| *rule == fault.rule) {
            wrong.push(format!("{place}: misses {}", fault.rule));
        }
        let others = told
            .into_iter()
            .filter(|(rule, _)| *rule != fault.rule && !fault.beside.iter().any(|it| it == rule));
        wrong
            .extend(others.map(|(rule, told)| format!("{place}: should not say {rule}: {told:?}")));
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
