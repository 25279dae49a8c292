//! `council-notice diff`: two versions from files, kept notices and commits, and what it says of them.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// The older version, and the newer one that an editor made of it.
const OLD: &str = include_str!("versions/old.md");
const NEW: &str = include_str!("versions/new.md");

fn publish(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts")
}

/// A project of its own with the controllers that both versions name.
fn project(name: &str) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    let write = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a place");
        fs::write(path, text).expect("a place to write");
    };
    write(
        "notices/controllers.toml",
        "[town]\nname = \"Overton Town Council\"\nabout = \"The council of Overton.\"\n",
    );
    write(
        "notices/shared/rights.md",
        include_str!("versions/rights.md"),
    );
    write("notices/toys.md", NEW);
    write("old/toys.md", OLD);
    root
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it prints text")
}

#[test]
fn facts_are_told_apart_from_wording() {
    let root = project("diff-text");
    let done = publish(&root, &["diff", "old/toys.md", "notices/toys.md"]);
    assert_eq!(text(&done.stderr), "");
    insta::assert_snapshot!("diff", text(&done.stdout));
    assert_eq!(done.status.code(), Some(4), "`version` must rise");
    let same = publish(&root, &["diff", "old/toys.md", "old/toys.md"]);
    assert_eq!(text(&same.stdout), "toys: nothing changed.\n");
    assert_eq!(same.status.code(), Some(0));
}

#[test]
fn programs_get_the_same_as_json() {
    let root = project("diff-json");
    let done = publish(
        &root,
        &["diff", "old/toys.md", "notices/toys.md", "--format", "json"],
    );
    let json: Value = serde_json::from_slice(&done.stdout).expect("it prints JSON");
    assert_eq!(json["must_rise"], true);
    assert_eq!(json["rise"], "same");
    insta::assert_snapshot!("diff-json", text(&done.stdout));
}

#[test]
fn a_risen_version_is_enough() {
    let root = project("diff-rose");
    let risen = NEW.replace("version = \"2026-01-10\"", "version = \"2026-12-01\"");
    fs::write(root.join("notices/toys.md"), risen).expect("a place to write");
    let done = publish(&root, &["diff", "old/toys.md", "notices/toys.md"]);
    assert!(text(&done.stdout).ends_with("rose from 2026-01-10 to 2026-12-01.\n"));
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn a_commit_is_read_with_what_was_shared_then() {
    let root = project("diff-git");
    let git = |arguments: &[&str]| {
        let mine = ["-c", "user.name=A", "-c", "user.email=a@b.uk"];
        let done = Command::new("git")
            .arg("-C")
            .arg(&root)
            .args(mine)
            .args(arguments)
            .output();
        let done = done.expect("git starts");
        assert!(done.status.success(), "{}", text(&done.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "One"]);
    let shared = include_str!("versions/rights.md").replace("30 days", "90 days");
    fs::write(root.join("notices/shared/rights.md"), shared).expect("a place to write");
    let done = publish(&root, &["diff", "HEAD:notices/toys.md", "notices/toys.md"]);
    let said = text(&done.stdout);
    assert!(
        said.contains("right lengthened: Access"),
        "{said}{}",
        text(&done.stderr)
    );
    assert_eq!(done.status.code(), Some(4));
    let none = publish(&root, &["diff", "HEAD:notices/games.md", "notices/toys.md"]);
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stderr).contains("HEAD:notices/games.md"));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let root = project("diff-bad");
    let code = |old: &str| {
        let done = publish(&root, &["diff", old, "notices/toys.md"]);
        (done.status.code(), text(&done.stderr).to_owned())
    };
    let (status, said) = code("nowhere.md");
    assert_eq!(status, Some(1));
    assert!(said.contains("nowhere.md"), "{said}");
    fs::write(
        root.join("old/toys.md"),
        OLD.replace("basis = ", "basics = "),
    )
    .expect("a place");
    let (status, said) = code("old/toys.md");
    assert_eq!(status, Some(1));
    assert!(said.contains("Did you mean `basis`?"), "{said}");
}
