//! What goes without asking, and whether it is answered for.

use std::{fs, path::Path};

use serde_json::Value;

use crate::desk::{copy, fresh, program, said};

const ANSWERS: [&str; 5] = ["service", "told", "objection", "sharing", "answered"];

/// What the check says of the good site's cookies, with so many answers under its category of statistics.
fn found(answers: usize, day: &str) -> Vec<Value> {
    let root = fresh(&format!("exempt-{answers}"));
    let good = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notices/good"));
    copy(good, &root.join("notices"));
    let path = root.join("notices/cookies.toml");
    let text = fs::read_to_string(&path).expect("the good site has a policy");
    let (before, after) = text.split_once("id = \"analytics\"").expect("statistics");
    let end = after.find("[[").expect("the category ends");
    let (own, rest) = after.split_at(end);
    let given = ANSWERS[..answers].iter();
    let given: String = given
        .map(|key| format!("{key} = \"As the officer says.\"\n"))
        .collect();
    let table = format!("[category.exemption]\n{given}");
    fs::write(
        &path,
        format!("{before}id = \"analytics\"{own}\n{table}{rest}"),
    )
    .expect("it is written");
    let done = program(&root, &["check", "--as-at", day, "--format", "json"]);
    let all: Vec<Value> = serde_json::from_slice(&done.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", said(&done)));
    let mut all: Vec<Value> = all
        .into_iter()
        .filter(|it| it["rule"] == "CKI-02")
        .collect();
    for it in &all {
        let place = &it["place"];
        let line = place["line"].as_u64().expect("a line");
        let file = place["file"].as_str().expect("a file");
        assert!(file.ends_with("notices/cookies.toml"), "{it}");
        let text = fs::read_to_string(&path).expect("it is there");
        let line = text.lines().nth(usize::try_from(line).expect("few") - 1);
        assert_eq!(line, Some("footing = \"exempt\""), "{it}");
        assert_eq!(it["severity"], "warning", "{it}");
        let remedy = it["remedy"].as_str().expect("a remedy");
        assert!(remedy.contains("[category.exemption]"), "{it}");
    }
    all.retain(|it| {
        it["message"]
            .as_str()
            .is_some_and(|it| it.contains("`analytics`"))
    });
    all
}

#[test]
fn open_questions_of_what_goes_without_asking_are_found() {
    let day = "2026-11-22";
    let [none] = &found(0, day)[..] else {
        panic!("one finding a category")
    };
    assert_eq!(none["mark"], "missing");
    let said = |it: &Value| it["message"].as_str().expect("a message").to_owned();
    assert!(said(none).contains("5 of 5 questions"), "{none}");
    let [some] = &found(4, day)[..] else {
        panic!("one finding a category")
    };
    assert_eq!(some["mark"], "weak");
    assert!(
        said(some).ends_with(
            "1 of 5 questions that this hangs on are open: Who answered this, and when?"
        ),
        "{some}"
    );
    assert_eq!(found(5, day), [Value::Null; 0], "all is answered");
    assert_eq!(
        found(0, "2026-02-04"),
        [Value::Null; 0],
        "no such exemption yet"
    );
}
