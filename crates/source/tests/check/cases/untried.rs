//! More texts of each kind that a rule once got wrong, in `untried.toml`: their marks were written down before any rule had
//! seen them.

use std::collections::BTreeMap;

use law::Mark;
use serde::Deserialize;

use super::{
    AT, AUTOMATED, BODY, DATA, Edit, INTERESTS, PROSE, PURPOSE, RECIPIENT, RETENTION, RIGHTS,
    TRANSFERS, verdict,
};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[derive(Deserialize)]
struct All {
    r#try: Vec<Try>,
}

/// Texts in one place, and the mark that a rule must give each.
#[derive(Deserialize)]
struct Try {
    rule: String,
    at: String,
    mark: String,
    round: u8,
    texts: Vec<String>,
}

const SOURCE: &str = "restates = \"Allotments privacy notice, 3 March 2026\"";
const NOTE: &str = "note = \"To complain about how we use your personal data. We acknowledge each complaint within 30 days.\"";
const OFFICER: &str = "[[complaint]]\ncontact = \"officer\"\n\n";
const LAST: &str = "Write to our Data Protection Officer.";
const CONSENT: Edit<'static> = (PURPOSE, "text = \"Let you a plot\"\nbasis = \"consent\"");
/// The gravest mark that a rule gives a text, advice apart.
fn mark(rule: &str, at: &str, text: &str) -> Mark {
    let quoted = text.replace('"', "\\\"");
    let fact = |key: &str| format!("{key} = \"{quoted}\"");
    let (place, own, beside): (&str, String, Vec<Edit<'_>>) = match at {
        "prose" => (PROSE, text.to_owned(), vec![]),
        "rights" => (RIGHTS, text.to_owned(), vec![]),
        "retention" => (RETENTION, format!("[retention]\n{}", fact("text")), vec![]),
        "transfers" => (TRANSFERS, fact("transfers"), vec![]),
        "data" => (DATA, fact("name"), vec![]),
        "recipient" => (RECIPIENT, format!("names = [\"{quoted}\"]"), vec![]),
        "automated" => (AUTOMATED, format!("used = true\n{}", fact("text")), vec![]),
        "source" => (SOURCE, fact("restates"), vec![]),
        "body" => (BODY, fact("name"), vec![INTERESTS]),
        "consent" => (PROSE, text.to_owned(), vec![CONSENT]),
        // With nobody to complain to, and with an officer of whom only the text says that one can.
        "nobody" => (
            PROSE,
            text.to_owned(),
            vec![
                (NOTE, "note = \"Ask here about plots.\""),
                (OFFICER, ""),
                (LAST, "Write to us."),
            ],
        ),
        "officer" => (
            LAST,
            text.to_owned(),
            vec![(NOTE, "note = \"For data protection.\"")],
        ),
        other => panic!("say where “{other}” is"),
    };
    let mut edits = vec![(place, own.as_str())];
    edits.extend(beside);
    let found = verdict(&edits, rule, AT).found;
    found.map_or(Mark::NotApplicable, |found| {
        let marks = found.iter().filter(|it| !it.advice).map(|it| it.mark);
        marks.max().unwrap_or(Mark::Present)
    })
}

#[test]
fn texts_that_no_rule_had_seen_are_judged_as_a_reader_does() {
    let all: All = toml::from_str(include_str!("untried.toml")).expect("it reads");
    let mut wrong = Vec::new();
    // Of each round: what the rules should say, of that what they say, and what they say beyond.
    let mut rounds: BTreeMap<u8, [usize; 3]> = BTreeMap::new();
    for it in &all.r#try {
        for text in &it.texts {
            let given = mark(&it.rule, &it.at, text);
            let name = serde_json::to_value(given).expect("a name");
            let wanted = !matches!(it.mark.as_str(), "present" | "not-applicable");
            let spoke = given > Mark::Present;
            let counts = rounds.entry(it.round).or_default();
            counts[0] += usize::from(wanted);
            counts[1] += usize::from(wanted && spoke);
            counts[2] += usize::from(spoke && !wanted);
            if name != it.mark.as_str() {
                wrong.push(format!(
                    "{} {}: {name}, not {}, of “{text}”",
                    it.rule, it.at, it.mark
                ));
            }
        }
    }
    for (round, [due, said, beyond]) in rounds {
        println!("round {round}: {said} of {due} said, {beyond} said that should not be");
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
