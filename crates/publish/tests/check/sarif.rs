//! Where the files of a SARIF report are, however the site's folder is named.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

/// The report that `check` makes in a folder, called with these arguments.
fn run(folder: &Path, arguments: &[&str]) -> Value {
    let done = Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .args(["check", "--as-at", "2026-11-22", "--format", "sarif"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program starts");
    let log: Value = serde_json::from_slice(&done.stdout).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(&done.stderr));
    });
    log["runs"][0].clone()
}

/// Where its results stand.
fn places(run: &Value) -> Vec<Value> {
    let results = run["results"].as_array().expect("results");
    assert!(!results.is_empty());
    let place = |it: &Value| it["locations"][0]["physicalLocation"]["artifactLocation"].clone();
    results.iter().map(place).collect()
}

fn root() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .canonicalize()
        .expect("it is there")
}

#[test]
fn a_site_named_from_the_root_has_its_files_by_their_names_in_it() {
    let root = root();
    let elsewhere = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let run = run(elsewhere, &["--site", &root.display().to_string()]);
    let base = run["originalUriBaseIds"]["SITE"]["uri"].as_str();
    let base = base.expect("the folder is told once");
    assert!(
        base.starts_with("file:///") && base.ends_with('/'),
        "{base}"
    );
    for place in places(&run) {
        assert_eq!(place["uriBaseId"], "SITE");
        let uri = place["uri"].as_str().expect("a file");
        assert!(uri.starts_with("notices/"), "{uri}");
        assert!(root.join(uri).is_file(), "{uri}");
    }
}

/// As code review has it: from the folder of the checkout.
#[test]
fn a_site_named_from_where_one_is_has_its_files_by_their_paths_from_there() {
    let root = root();
    let name = root.file_name().expect("a name").to_str().expect("text");
    let run = run(root.parent().expect("a folder"), &["--site", name]);
    assert_eq!(run["originalUriBaseIds"], serde_json::json!({}));
    for place in places(&run) {
        assert!(place["uriBaseId"].is_null(), "{place}");
        let uri = place["uri"].as_str().expect("a file");
        assert!(uri.starts_with(&format!("{name}/notices/")), "{uri}");
    }
}

#[test]
fn a_text_outside_the_site_is_told_by_its_own_address() {
    let name = format!("council-notice-outside-{}.txt", std::process::id());
    let text = std::env::temp_dir().join(&name);
    fs::write(
        &text,
        "We use your data under the Data Protection Act 1998.\n",
    )
    .expect("a place");
    let (root, text) = (root().display().to_string(), text.display().to_string());
    let run = run(Path::new("/"), &["--site", &root, &text]);
    for place in places(&run) {
        let uri = place["uri"].as_str().expect("a file");
        assert!(uri.starts_with("file:///") && uri.ends_with(&name), "{uri}");
        assert!(place["uriBaseId"].is_null(), "{place}");
    }
    fs::remove_file(text).expect("it can be removed");
}
