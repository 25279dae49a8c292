//! The program: arguments, words and exit codes.

use std::{
    fs,
    io::Write as _,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

use crate::site::Site;

/// Every command.
const COMMANDS: [&str; 16] = [
    "init",
    "build",
    "serve",
    "keep",
    "check",
    "audit",
    "reconcile",
    "succession",
    "include",
    "new",
    "import",
    "diff",
    "migrate",
    "words",
    "completions",
    "man",
];

fn publish(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council-notice"));
    command
        .args(arguments)
        .output()
        .expect("the program starts")
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn called_wrongly_it_says_how() {
    for arguments in [&["build"][..], &["build", "--outt", "x"], &["bild"], &[]] {
        let output = publish(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            error(&output).contains("--help") || error(&output).contains("Usage"),
            "{}",
            error(&output)
        );
    }
}

#[test]
fn what_it_publishes_it_tells() {
    let site = Site::new("told");
    let (root, out) = (plain(&site.root), plain(&site.dist()));
    let output = publish(&["build", "--site", &root, "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    let told = String::from_utf8_lossy(&output.stdout);
    for word in [
        "brotli 11",
        "council-notice.js",
        "widget .js + .wasm",
        "lantern-library",
        "of   4096",
        "of  92160",
        "of   8192",
    ] {
        assert!(told.contains(word), "{word} in\n{told}");
    }
    assert!(site.files().contains_key("council-notice.js"));
}

fn plain(path: &std::path::Path) -> String {
    path.to_str().expect("plain names").to_owned()
}

#[test]
fn mistakes_are_told_with_their_line_and_nothing_is_published() {
    let site = Site::new("mistakes");
    site.put("notices/second.md", "+++\nid = \"second\"\n+++\n");
    let (root, out) = (plain(&site.root), plain(&site.dist()));
    let output = publish(&["build", "--site", &root, "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    for word in ["second.md", "help", "Nothing was published"] {
        assert!(
            error(&output).contains(word),
            "{word} in\n{}",
            error(&output)
        );
    }
}

/// As somebody at a terminal has it: both outputs in one.
fn at_a_terminal(call: &str, variables: &[(&str, &str)]) -> String {
    typed_at_a_terminal(call, variables, "")
}

/// The same where somebody types that.
fn typed_at_a_terminal(call: &str, variables: &[(&str, &str)], typed: &str) -> String {
    let call = format!("'{}' {call}", env!("CARGO_BIN_EXE_council-notice"));
    let mut command = Command::new("script");
    command
        .args(["--quiet", "--return", "--command", &call, "/dev/null"])
        .env_remove("NO_COLOR")
        .env("TERM", "xterm")
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = command.spawn().expect("script is a part of Linux");
    let mut keys = child.stdin.take().expect("a pipe");
    keys.write_all(typed.as_bytes()).expect("it is read");
    // With the end of what is typed, script ends what it runs: not before the last word is said.
    let output = child.wait_with_output().expect("it ends");
    drop(keys);
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_command_teaches_by_an_example() {
    let help = publish(&["--help"]);
    let list = String::from_utf8_lossy(&help.stdout).into_owned();
    let listed = list
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let listed: Vec<_> = listed
        .filter(|word| word.starts_with(|it: char| it.is_ascii_lowercase()))
        .collect();
    assert_eq!(listed, [&COMMANDS[..], &["help"]].concat());
    for name in COMMANDS {
        let help = publish(&[name, "--help"]);
        let help = String::from_utf8_lossy(&help.stdout).into_owned();
        let examples = help
            .matches(&format!("Example: council-notice {name} "))
            .count();
        assert_eq!(examples, 1, "{help}");
        // What it shows is explained above it.
        let (above, example) = help.split_once("Example: ").expect("counted above");
        for flag in example
            .split_whitespace()
            .filter(|word| word.starts_with("--"))
        {
            assert!(above.contains(flag), "{flag} of {name}");
        }
    }
}

#[test]
fn quiet_it_says_only_what_is_wrong() {
    let site = Site::new("quiet");
    site.answer_for_cookies("The officer, 3 March 2026");
    let (root, out) = (plain(&site.root), plain(&site.dist()));
    let build = [
        "build", "--quick", "--quiet", "--site", &root, "--out", &out,
    ];
    let output = publish(&build);
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    assert!(output.stdout.is_empty() && output.stderr.is_empty());
    site.put("notices/second.md", "+++\nid = \"second\"\n+++\n");
    let output = publish(&build);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(error(&output).contains("second.md"));
    // What was asked for is said all the same.
    fs::remove_file(site.root.join("notices/second.md")).expect("put above");
    let output = publish(&["check", "-q", "--site", &root, "--as-at", "2026-11-22"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("in 1 notice"));
}

#[test]
fn programs_are_told_as_json() {
    let site = Site::new("json");
    let (root, out) = (plain(&site.root), plain(&site.dist()));
    let json = |arguments: &[&str]| -> Value {
        let output = publish(&[arguments, &["--json"]].concat());
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|it| panic!("{arguments:?}: {it}: {}", error(&output)))
    };
    let built = json(&["build", "--quick", "--site", &root, "--out", &out]);
    assert_eq!(built["notices"], 1);
    assert_eq!(built["files"], site.files().len());
    assert_eq!(built["sizes"][0]["name"], "council-notice.js");
    assert_eq!(built["sizes"][0]["limit"], 4096);
    assert_eq!(built["kept"], 0);

    let found = json(&["check", "--site", &root, "--as-at", "2026-11-22"]);
    assert!(found[0]["rule"].is_string(), "{found}");

    site.put(
        "page.html",
        "<form><label>Shoe size <input name=shoe></label></form>",
    );
    let page = plain(&site.root.join("page.html"));
    let audit = json(&[
        "audit",
        &page,
        "--service",
        "lantern-library",
        "--site",
        &root,
    ]);
    assert_eq!(audit["fields"][0]["required"], false);
    assert!(
        audit["findings"].is_array() && audit["notice"]["version"].is_string(),
        "{audit}"
    );

    let kept = json(&["keep", "--site", &root]);
    assert_eq!(kept["written"].as_array().map(Vec::len), Some(1));
    let new = json(&["new", "lamp-library", "--site", &root]);
    assert!(
        new["written"][0]
            .as_str()
            .is_some_and(|it| it.ends_with("lamp-library.md"))
    );
    fs::write(
        site.root.join("old.txt"),
        "Lamps privacy notice\n\nWe lend lamps.\n",
    )
    .expect("written");
    let source = plain(&site.root.join("old.txt"));
    let imported = json(&["import", &source, "--id", "old-lamps", "--site", &root]);
    assert!(imported["report"].is_string(), "{imported}");

    let begun = plain(&site.root.join("begun"));
    let begun = json(&["init", &begun, "--name", "Leeds City Council"]);
    assert!(begun["written"].as_array().is_some_and(|it| it.len() > 10));

    let planned = json(&["succession", "--site", &root]);
    assert_eq!(planned["planned"].as_array().map(Vec::len), Some(0));

    site.put("record.csv", "Service,Purpose\nSomething else,To count\n");
    site.put(
        "site.toml",
        "[record]\nservice = \"Service\"\npurpose = \"Purpose\"\n",
    );
    let record = plain(&site.root.join("record.csv"));
    let compared = json(&["reconcile", &record, "--site", &root]);
    assert_eq!(
        compared["without_notice"][0]["service"], "Something else",
        "{compared}"
    );
}

#[test]
fn colours_and_progress_are_for_terminals() {
    let site = Site::new("terminal");
    site.answer_for_cookies("The officer, 3 March 2026");
    let (root, out) = (plain(&site.root), plain(&site.dist()));
    let check = format!("check --site '{root}' --as-at 2026-11-22");
    let colour = "\u{1b}[";
    assert!(at_a_terminal(&check, &[]).contains(colour));
    assert!(!at_a_terminal(&check, &[("NO_COLOR", "1")]).contains(colour));
    assert!(!at_a_terminal(&check, &[("TERM", "dumb")]).contains(colour));
    let piped = publish(&["check", "--site", &root, "--as-at", "2026-11-22"]);
    assert!(!String::from_utf8_lossy(&piped.stdout).contains(colour));

    // As small as can be takes its time.
    let build = format!("build --site '{root}' --out '{out}'");
    let step = "Making its files, as small as can be …";
    assert!(at_a_terminal(&build, &[]).contains(step));
    assert!(!at_a_terminal(&format!("{build} --quiet"), &[]).contains(step));
    let piped = publish(&["build", "--site", &root, "--out", &out]);
    assert!(piped.stderr.is_empty(), "{}", error(&piped));
}

#[test]
fn a_name_that_is_missing_is_asked_for_at_a_terminal() {
    let site = Site::new("asked");
    let root = plain(&site.root.join("begun"));
    let call = format!("init '{root}'");
    let said = typed_at_a_terminal(&call, &[], "Leeds City Council\n");
    assert!(said.contains("Whose notices are they? "), "{said}");
    assert!(said.contains("files of Leeds City Council"), "{said}");
    let settings = fs::read_to_string(site.root.join("begun/site.toml")).expect("just written");
    assert!(
        settings.contains("name = \"Leeds City Council\""),
        "{settings}"
    );
    // No answer is none.
    let root = plain(&site.root.join("none"));
    let said = typed_at_a_terminal(&format!("init '{root}'"), &[], "\n");
    assert!(said.contains("--name"), "{said}");
    assert!(!site.root.join("none").exists());
}

#[test]
fn shells_and_man_are_given_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = publish(&["completions", shell]);
        assert_eq!(output.status.code(), Some(0), "{shell}");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        for name in COMMANDS.into_iter().chain(["keep-from"]) {
            assert!(text.contains(name), "{name} for {shell}");
        }
    }
    let site = Site::new("man");
    let out = plain(&site.root.join("man"));
    let output = publish(&["man", "--out", &out]);
    assert_eq!(output.status.code(), Some(0), "{}", error(&output));
    for name in COMMANDS {
        let page = fs::read_to_string(site.root.join(format!("man/council-notice-{name}.1")));
        let page = page.unwrap_or_else(|it| panic!("{name}: {it}"));
        assert!(
            page.contains(".TH ") && page.contains("Example: "),
            "{page}"
        );
    }
    assert!(site.root.join("man/council-notice.1").is_file());
}
