//! The command: what it prints, and what its exit code says.

use std::{
    path::Path,
    process::{Command, Output},
};

fn publish(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_publish"))
        .args(arguments)
        .current_dir(root)
        .output()
        .expect("the program starts")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it prints text")
}

#[test]
fn a_finding_shows_its_line_and_its_remedy() {
    let done = publish(&["check", "notices/derby-homes.md", "--as-at", "2026-11-22"]);
    let said = text(&done.stdout);
    assert_eq!(done.status.code(), Some(4));
    for part in [
        "LAW-01",
        "Data Protection Act 1998",
        "notices/derby-homes.md:",
        "help: Name the law",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains("connect-derby"), "only the notice asked for");
    assert!(said.trim_end().ends_with("in 1 notice"), "{said}");
}

#[test]
fn programs_get_every_finding_as_json() {
    let done = publish(&["check", "--as-at", "2026-11-22", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_slice(&done.stdout).expect("it prints JSON");
    let list = list.as_array().expect("a list");
    let law = list
        .iter()
        .find(|it| it["rule"] == "LAW-01" && it["notice"] == "derby-homes")
        .expect("the old Act is found");
    assert_eq!(law["severity"], "error");
    assert_eq!(law["mark"], "wrong");
    let file = law["place"]["file"].as_str().expect("a file");
    let line = law["place"]["line"].as_u64().expect("a line");
    let source = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
    let source = source.expect("the file named is there");
    let line = source
        .lines()
        .nth(usize::try_from(line).expect("small") - 1);
    assert!(
        line.expect("the line is there")
            .contains("Data Protection Act 1998")
    );
    let name = list
        .iter()
        .find(|it| it["rule"] == "CMP-03" && it["notice"] == "connect-derby")
        .expect("the old name is found");
    assert_eq!(name["place"]["file"], "notices/controllers.toml");
}

#[test]
fn the_day_decides() {
    let on = |day| publish(&["check", "notices/connect-derby.md", "--as-at", day]).stdout;
    assert!(!text(&on("2026-02-04")).contains("CMP-01"));
    assert!(text(&on("2026-11-22")).contains("CMP-01"));
}

#[test]
fn the_exit_code_tells_clean_from_errors_and_from_a_wrong_call() {
    let code = |arguments: &[&str]| publish(arguments).status.code();
    assert_eq!(code(&["check", "tests/check/source.txt"]), Some(4));
    assert_eq!(code(&["check", "LICENSE"]), Some(0));
    assert_eq!(code(&["check", "nowhere.txt"]), Some(1));
    assert_eq!(code(&["check", "--as-at", "yesterday"]), Some(2));
}
