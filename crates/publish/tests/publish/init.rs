//! A site of another council, from the first command to what is published: nothing of Derby is in it, nor in the engine.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

use crate::{
    program::{printed, run},
    site::files,
};

fn folder(name: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().join(format!("council-notice-init-{} {name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn begun(folder: &Path, more: &[&str]) -> Output {
    let name = ["init", "site", "--name", "Leeds City Council"];
    run(folder, &[&name[..], more].concat())
}

#[test]
fn a_new_site_builds_at_once_and_speaks_of_nobody_else() {
    let folder = folder("leeds");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let output = begun(&folder, &["--languages", "cy"]);
    assert!(output.status.success(), "{}", printed(&output));
    let output = run(
        &folder,
        &["build", "--site", "site", "--out", "dist", "--quick"],
    );
    assert!(output.status.success(), "{}", printed(&output));
    let published = files(&folder.join("dist"));
    for (path, bytes) in &published {
        // Compressed twins hold what their files do. `derbyn` is Welsh and means to accept.
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let text = text.replace("derbyn", "");
        assert!(!text.contains("derby"), "{path} speaks of Derby");
    }
    let text = |path: &str| String::from_utf8_lossy(&published[path]).into_owned();
    assert!(text("notices/example/index.html").contains("Leeds City Council"));
    assert!(text("index.html").contains("council-notice.js"));
    assert!(published.keys().any(|path| path.starts_with("index.cy.")));
    assert!(!published.keys().any(|path| path.starts_with("index.pl.")));
    for (path, bytes) in files(&folder.join("site")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains('{') || !text.contains("{name}"),
            "{path} is filled in"
        );
    }
    let output = run(
        &folder,
        &["check", "--site", "site", "--as-at", "2026-12-01"],
    );
    // What only the council can say is open, and is told: how to reach whom, the lawful basis, its list of cookies.
    let said = printed(&output);
    let rules = said.lines().filter_map(|line| line.split_once(" (Art"));
    let mut rules: Vec<&str> = rules.map(|(rule, _)| rule).collect();
    rules.dedup();
    assert_eq!(rules, ["ID-01", "DPO-01", "BAS-01", "CMP-01"], "{said}");
    assert!(
        said.contains("CKI-01") && said.contains("5 errors, 0 warnings"),
        "{said}"
    );
}

/// Without an address the first tag leads nowhere: whoever begins is told, and finds the line to fill in.
/// What the example has behind a `#` can be written so: groups of readers, and a processor.
#[test]
fn what_the_example_comments_out_is_published_too() {
    let folder = folder("uncommented");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let output = begun(&folder, &[]);
    assert!(output.status.success(), "{}", printed(&output));
    let path = folder.join("site/notices/example.md");
    let text = fs::read_to_string(&path).expect("it is written");
    let is_entry = |line: &str| line.starts_with("[[") || line.contains(" = ");
    let lines = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(entry) if is_entry(entry) => entry,
        _ => line,
    });
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    assert!(text.contains("\n[[audience]]\n") && text.contains("\nrole = \"processor\"\n"));
    fs::write(&path, text).expect("it can be written");
    let call = ["build", "--site", "site", "--out", "dist", "--quick"];
    let output = run(&folder, &call);
    assert!(output.status.success(), "{}", printed(&output));
    let page = |of: &str| {
        let page = fs::read_to_string(folder.join(format!("dist/notices/example/{of}/index.html")));
        page.expect("it has a page")
    };
    let lender = page("lender");
    assert!(
        lender.contains("To give your tool back to you."),
        "{lender}"
    );
    assert!(
        lender.contains("acts for us, on our instructions"),
        "{lender}"
    );
    assert!(!page("borrower").contains("To give your tool back to you."));
    let _ = fs::remove_dir_all(&folder);
}

#[test]
fn a_new_site_says_where_its_address_is_written() {
    let folder = folder("address");
    fs::create_dir_all(&folder).expect("a folder can be made");
    assert!(begun(&folder, &[]).status.success());
    let site = folder.join("site");
    let readme = fs::read_to_string(site.join("README.md")).expect("just written");
    assert!(readme.contains("`site.toml`: write `address`"), "{readme}");
    let path = site.join("site.toml");
    let text = fs::read_to_string(&path).expect("just written");
    let filled = text.replace("# address = ", "address = ");
    assert_ne!(filled, text);
    fs::write(&path, filled).expect("it can be written");
    let build = ["build", "--site", "site", "--out", "dist", "--quick"];
    let output = run(&folder, &build);
    assert!(output.status.success(), "{}", printed(&output));
    let include = fs::read_to_string(folder.join("dist/includes/example.en.html"));
    let include = include.expect("just published");
    assert!(
        include.contains("https://notices.example.gov.uk/notices/example/"),
        "{include}"
    );
}

#[test]
fn nothing_is_written_over_and_a_name_is_needed() {
    let folder = folder("twice");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let output = run(&folder, &["init", "site"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert!(printed(&output).contains("--name"), "{}", printed(&output));
    let output = begun(&folder, &["--languages", "xx"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("cy, en"), "{}", printed(&output));
    assert!(!folder.join("site").exists());
    assert!(begun(&folder, &[]).status.success());
    let before = files(&folder.join("site"));
    let output = begun(&folder, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(
        printed(&output).contains("README.md is there already"),
        "{}",
        printed(&output)
    );
    assert!(files(&folder.join("site")) == before);
}

#[test]
fn it_begins_with_the_british_wording_and_there_is_no_other() {
    let folder = folder("wording");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let output = begun(&folder, &["--from", "de-DE"]);
    assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
    assert!(
        printed(&output).contains("possible values: en-GB"),
        "{}",
        printed(&output)
    );
    assert!(!folder.join("site").exists());
    assert!(begun(&folder, &["--from", "en-GB"]).status.success());
    let named = files(&folder.join("site"));
    fs::remove_dir_all(folder.join("site")).expect("just written");
    assert!(begun(&folder, &[]).status.success());
    assert!(files(&folder.join("site")) == named, "it is the default");
}

#[test]
fn a_language_without_words_is_told_at_its_line() {
    let folder = folder("words");
    fs::create_dir_all(&folder).expect("a folder can be made");
    assert!(begun(&folder, &[]).status.success());
    let path = folder.join("site/site.toml");
    let text = fs::read_to_string(&path).expect("just written");
    fs::write(&path, text.replace("[\"en\"]", "[\"en\", \"fr\"]")).expect("it can be written");
    let output = run(
        &folder,
        &["build", "--site", "site", "--out", "dist", "--quick"],
    );
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    for word in ["site.toml", "no words", "`fr`", "notices/strings/fr.toml"] {
        assert!(
            printed(&output).contains(word),
            "{word} in {}",
            printed(&output)
        );
    }
}
