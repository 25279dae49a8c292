//! `notices/` as files: what the parser makes of good ones and says of bad ones.
//!
//! `good/` is a small whole site but for the interface's words, which are made here from the list of keys. Each folder
//! in `bad/` holds the files that differ from it.

use std::{fs, path::Path};

use notice::strings::Text;
use source::parse::{self, File};

mod age;
mod bad;
mod exempt;
mod folder;
mod fuzz;
mod joint;
mod pieces;
mod print;
mod translated;
mod words;

/// The files of a fixture, sorted by path.
fn files(dir: &str) -> Vec<File> {
    fn walk(dir: &Path, root: &Path, files: &mut Vec<File>) {
        for entry in fs::read_dir(dir).expect("the fixture is there") {
            let path = entry.expect("the fixture can be listed").path();
            if path.is_dir() {
                walk(&path, root, files);
                continue;
            }
            let inside = path.strip_prefix(root).expect("the file is inside");
            let text = fs::read_to_string(&path).expect("the fixture is text");
            files.push(file(&inside.to_string_lossy().replace('\\', "/"), text));
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/notices")
        .join(dir);
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    files.sort_by(|one, two| one.path.cmp(&two.path));
    files
}

fn file(path: &str, text: String) -> File {
    File {
        path: path.to_owned(),
        name: format!("notices/{path}"),
        text,
    }
}

/// Interface words that are their own keys, after the given lines for some of them.
fn strings(lang: &str, lines: &[(&str, &str)]) -> File {
    let given = lines.iter().map(|(_, line)| format!("{line}\n"));
    let others = Text::KEYS
        .iter()
        .filter(|key| lines.iter().all(|(given, _)| given != *key));
    let text = given
        .chain(["# The rest.\n".to_owned()])
        .chain(others.map(|key| match *key {
            "direction" => "direction = \"ltr\"\n".to_owned(),
            key => format!("{key} = \"{key}\"\n"),
        }));
    file(&format!("strings/{lang}.toml"), text.collect())
}

/// The good site with some files replaced or added.
fn site(changes: Vec<File>) -> Vec<File> {
    let mut site = files("good");
    site.push(strings("en", &[]));
    site.retain(|file| !changes.iter().any(|change| change.path == file.path));
    site.extend(changes);
    site
}

#[test]
fn a_good_site_carries_every_fact() {
    let source = parse::read(&site(Vec::new()))
        .unwrap_or_else(|report| panic!("{}", publish::terminal::problems(&report, false)));
    let facts = (&source.notices, &source.policy, &source.placements);
    insta::assert_snapshot!(
        "good",
        serde_json::to_string_pretty(&facts).expect("facts are JSON")
    );
    assert_eq!(source.strings["en"].get(Text::Close), "close");
}

#[test]
fn a_mark_of_byte_order_and_windows_line_ends_change_nothing() {
    let mut windows = site(Vec::new());
    for file in &mut windows {
        file.text = format!("\u{feff}{}", file.text.replace('\n', "\r\n"));
    }
    assert_eq!(
        parse::read(&windows).expect("a good site"),
        parse::read(&site(Vec::new())).expect("a good site")
    );
}
