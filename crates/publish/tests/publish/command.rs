//! The program: arguments, words and exit codes.

use std::process::{Command, Output};

use crate::site::Site;

fn publish(arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_publish"));
    for trunk in ["TRUNK_STAGING_DIR", "TRUNK_SOURCE_DIR", "TRUNK_PROFILE"] {
        command.env_remove(trunk);
    }
    command
        .args(arguments)
        .envs(variables.iter().copied())
        .output()
        .expect("the program starts")
}

fn error(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn called_wrongly_it_says_how() {
    for arguments in [&["build"][..], &["build", "--outt", "x"], &["bild"], &[]] {
        let output = publish(arguments, &[]);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(
            error(&output).contains("--help") || error(&output).contains("Usage"),
            "{}",
            error(&output)
        );
    }
}

#[test]
fn as_a_hook_it_needs_no_arguments() {
    let site = Site::new("hook");
    let (out, www) = (site.dist(), site.root.join("www"));
    let place = |path: &std::path::Path| path.to_str().expect("plain names").to_owned();
    let output = publish(
        &["build"],
        &[
            ("TRUNK_STAGING_DIR", &place(&out)),
            ("TRUNK_SOURCE_DIR", &place(&www)),
            ("TRUNK_PROFILE", "release"),
        ],
    );
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

#[test]
fn mistakes_are_told_with_their_line_and_nothing_is_published() {
    let site = Site::new("mistakes");
    site.put("notices/second.md", "+++\nid = \"second\"\n+++\n");
    let root = site.root.to_str().expect("plain names").to_owned();
    let output = publish(
        &["build", "--root", &root, "--out", &format!("{root}/dist")],
        &[],
    );
    assert_eq!(output.status.code(), Some(1));
    for word in ["second.md", "help", "Nothing was published"] {
        assert!(
            error(&output).contains(word),
            "{word} in\n{}",
            error(&output)
        );
    }
}

#[test]
fn without_the_minifier_it_names_the_remedy() {
    let site = Site::new("no-minifier");
    let root = site.root.to_str().expect("plain names").to_owned();
    let output = publish(
        &["build", "--root", &root, "--out", &format!("{root}/dist")],
        &[("ESBUILD", "/nowhere/esbuild")],
    );
    assert_eq!(output.status.code(), Some(1));
    for word in ["/nowhere/esbuild", "make build-tools"] {
        assert!(
            error(&output).contains(word),
            "{word} in\n{}",
            error(&output)
        );
    }
}
