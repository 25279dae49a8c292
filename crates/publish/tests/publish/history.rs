//! Kept versions: what changed since is shown, and no fact changes under a version that people were told.

use publish::{Error, Profile, keep};
use serde_json::Value;

use crate::{content::text, site::Site};

const NOTICE: &str = "notices/lantern-library.md";

fn edit(site: &Site, changes: &[(&str, &str)]) {
    let mut notice = std::fs::read_to_string(site.root.join(NOTICE)).expect("copied");
    for (was, now) in changes {
        assert!(notice.contains(was), "{was}");
        notice = notice.replacen(was, now, 1);
    }
    site.put(NOTICE, notice);
}

fn page(site: &Site, folder: &str) -> String {
    site.build(Profile::Dev).expect("a good site is published");
    text(site, &format!("notices/lantern-library/{folder}index.html"))
}

#[test]
fn a_notice_without_kept_versions_says_nothing_of_changes() {
    let site = Site::new("no-history");
    assert!(!page(&site, "").contains("history"));
}

#[test]
fn what_changed_is_worked_out_and_shown() {
    let site = Site::new("history");
    keep(&site.root, &[]).expect("the first version is kept");
    edit(
        &site,
        &[
            ("version = \"2026-03-01\"", "version = \"2026-06-01\""),
            ("published = 2026-03-01", "published = 2026-06-01"),
            ("No machine decides.", "A machine decides about fines."),
        ],
    );
    let shown = page(&site, "");
    let (_, section) = shown.split_once("<section id=\"history\"").expect("shown");
    assert!(section.contains("A machine decides about fines."));
    assert!(section.contains("No machine decides."));
    assert!(shown.contains("href=\"#history\""), "and linked to");
    let register = text(&site, "register/index.html");
    assert!(register.contains("2026-06-01"));
}

#[test]
fn what_changed_for_one_part_is_not_told_on_another() {
    let site = Site::new("history-part");
    keep(&site.root, &[]).expect("the first version is kept");
    edit(
        &site,
        &[
            ("version = \"2026-03-01\"", "version = \"2026-06-01\""),
            ("The book binders.", "The book menders."),
        ],
    );
    assert!(page(&site, "borrowing/").contains("id=\"history\""));
    assert!(!page(&site, "events/").contains("id=\"history\""));
}

/// What a card tells those who read the version before: a list, or null where nothing of theirs changed.
#[test]
fn a_returning_reader_is_told_what_changed_for_them() {
    let site = Site::new("history-card");
    keep(&site.root, &[]).expect("the first version is kept");
    edit(
        &site,
        &[
            ("version = \"2026-03-01\"", "version = \"2026-06-01\""),
            ("special = true\npart", "part"),
        ],
    );
    site.build(Profile::Dev).expect("a good site is published");
    let files = site.files();
    let one = |start: &str| -> Value {
        let found = files
            .iter()
            .find(|(path, _)| path.starts_with(start) && path.ends_with(".json"));
        serde_json::from_slice(found.expect(start).1).expect("JSON")
    };
    let changes = one("notices/lantern-library.en.changes.");
    let told = |reader: &str| changes[reader]["2026-03-01"].to_string();
    assert!(
        told("borrowing/").contains("Sight"),
        "{}",
        told("borrowing/")
    );
    assert_eq!(told("events/"), "null");
    // Nothing is declared, so that nobody's leave is enough to remember it.
    assert_eq!(one("index.en.")["seen_by"], Value::Null);
}

#[test]
fn facts_do_not_change_under_a_version_that_was_kept() {
    let site = Site::new("unraised");
    keep(&site.root, &[]).expect("the first version is kept");
    edit(&site, &[("No machine decides.", "A machine decides.")]);
    let error = site.build(Profile::Dev).expect_err("it is refused");
    assert!(
        matches!(&error, Error::Version { id, .. } if id == "lantern-library"),
        "{error}"
    );
    assert!(error.to_string().contains("raise `version`"), "{error}");
    assert!(keep(&site.root, &[]).is_err(), "nor is it kept");
}

#[test]
fn keeping_twice_changes_nothing() {
    let site = Site::new("twice");
    let first = keep(&site.root, &[]).expect("kept");
    assert_eq!(first.len(), 1);
    assert!(first[0].ends_with("lantern-library@2026-03-01.json"));
    assert_eq!(keep(&site.root, &[]).expect("kept").len(), 0);
    assert!(matches!(
        keep(&site.root, &["nobody".to_owned()]),
        Err(Error::NoNotice(_))
    ));
}

#[test]
fn a_file_that_is_no_kept_version_is_named() {
    let site = Site::new("broken-history");
    site.put("notices/history/x@1.json", "{}");
    let error = site.build(Profile::Dev).expect_err("it is refused");
    assert!(error.to_string().contains("x@1.json"), "{error}");
}
