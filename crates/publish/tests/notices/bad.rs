//! Each folder of `bad/` and the report it leads to, as people see it.

use std::{collections::BTreeSet, fs, path::Path};

use source::parse::{self, File};

use crate::{files, site, strings};

macro_rules! reports {
    ($($test:ident = $folder:literal,)*) => {
        const FOLDERS: &[&str] = &[$($folder),*];
        $(
            #[test]
            fn $test() {
                insta::assert_snapshot!($folder, report(&site(files(concat!("bad/", $folder)))));
            }
        )*
    };
}

reports! {
    answers = "answers",
    controllers = "controllers",
    cookies = "cookies",
    cookies_missing = "cookies-missing",
    front_matter = "front-matter",
    headings = "headings",
    id_taken = "id-taken",
    id_wrong = "id-wrong",
    joint = "joint",
    key_missing = "key-missing",
    key_unknown = "key-unknown",
    links = "links",
    many = "many",
    markdown = "markdown",
    placements = "placements",
    scope_unknown = "scope-unknown",
    services = "services",
    shared = "shared",
    syntax = "syntax",
    type_wrong = "type-wrong",
    word_unknown = "word-unknown",
}

fn report(site: &[File]) -> String {
    let report = parse::read(site).expect_err("a bad site is refused");
    publish::terminal::problems(&report, false)
}

#[test]
fn every_folder_is_tested() {
    let bad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices/bad");
    let there: BTreeSet<String> = fs::read_dir(bad)
        .expect("the fixtures are there")
        .map(|entry| {
            entry
                .expect("a folder")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(there, FOLDERS.iter().map(ToString::to_string).collect());
}

#[test]
fn interface_words() {
    let english = [
        ("close", "close = \"Close {what}\""),
        ("hide", "hide = \"Hide {what}\""),
    ];
    let welsh = [
        ("close", "close = \"Cau {beth}\""),
        ("print", "prnit = \"Argraffu\""),
        ("hide", "# Nothing for hide."),
    ];
    let files = vec![strings("en", &english), strings("cy", &welsh)];
    insta::assert_snapshot!("strings", report(&site(files)));
}

#[test]
fn languages() {
    let files = vec![
        strings("ar", &[("direction", "direction = \"right\"")]),
        strings("en_GB", &[]),
        strings(
            "cy",
            &[("close", "translation = \"mashine\"\nclose = \"Cau\"")],
        ),
    ];
    insta::assert_snapshot!("languages", report(&site(files)));
}

#[test]
fn files_that_are_missing() {
    let mut site = site(Vec::new());
    site.retain(|file| file.path.ends_with(".md"));
    insta::assert_snapshot!("files-missing", report(&site));
}

#[test]
fn a_report_for_a_terminal_differs_in_colour_alone() {
    let report = parse::read(&site(files("bad/many"))).expect_err("a bad site is refused");
    let coloured = publish::terminal::problems(&report, true);
    assert_ne!(coloured, publish::terminal::problems(&report, false));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        rest = after.split_once('m').expect("an escape ends").1;
    }
    assert_eq!(plain + rest, publish::terminal::problems(&report, false));
}
