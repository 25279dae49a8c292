//! A notice that changed under the version that people were told: `check` says so where it can be known, not the build alone.

use std::fs;

use publish::{Profile, keep, read_site, reworded};

use crate::{
    program::{printed, run},
    site::Site,
};

const NOTICE: &str = "notices/lantern-library.md";

fn edit(site: &Site, was: &str, now: &str) {
    let notice = fs::read_to_string(site.root.join(NOTICE)).expect("copied");
    assert!(notice.contains(was), "{was}");
    site.put(NOTICE, notice.replacen(was, now, 1));
}

#[test]
fn a_check_tells_what_a_build_refuses() {
    let site = Site::new("unraised");
    let check = |more: &[&str]| {
        let output = run(&site.root, &[&["check"], more].concat());
        (output.status.code(), printed(&output))
    };
    let raise = "raise `version` in notices/lantern-library.md";
    edit(&site, "Six years.", "Seven years.");
    let (before, said) = check(&[]);
    assert!(!said.contains(raise), "nothing was kept: {said}");
    edit(&site, "Seven years.", "Six years.");
    keep(&site.root, &[]).expect("it is kept");
    assert_eq!(check(&[]).0, before);

    edit(&site, "Six years.", "Seven years.");
    assert!(site.build(Profile::Dev).is_err());
    for call in [&[][..], &[NOTICE], &["--json"], &["--as-at", "2027-01-01"]] {
        let (code, said) = check(call);
        assert_eq!(code, Some(4), "{call:?}: {said}");
        assert!(said.contains(raise), "{call:?}: {said}");
        assert!(
            said.contains("published as version 2026-03-01") && said.contains("Seven years."),
            "{said}"
        );
    }
    // Of another file nothing is asked.
    site.put("notice.txt", "What we do with your details: nothing.");
    let (_, said) = check(&["notice.txt"]);
    assert!(!said.contains(raise), "{said}");

    edit(
        &site,
        "version = \"2026-03-01\"",
        "version = \"2026-06-01\"",
    );
    let (code, said) = check(&[]);
    assert_eq!(code, before, "{said}");
    assert!(!said.contains(raise), "{said}");
    site.build(Profile::Dev).expect("it is published");
    // A lower one than was kept would be of the past.
    edit(
        &site,
        "version = \"2026-06-01\"",
        "version = \"2026-02-01\"",
    );
    let (code, said) = check(&[]);
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains(raise), "{said}");
}

/// Where nothing was kept, the release before has the cards that people were shown.
#[test]
fn a_build_that_keeps_files_compares_cards() {
    let site = Site::new("unraised-cards");
    site.build(Profile::Dev).expect("it is published");
    let told = || {
        let release = site.build_only().expect("it can be published");
        let read = read_site(&site.root).expect("it can be read");
        reworded(&release, &read, &site.dist()).expect("versions can be read")
    };
    let none = [""; 0];
    assert_eq!(told(), none, "nothing changed");
    // What the card does not say has no part in it.
    edit(&site, "Peace and quiet", "Quiet and peace");
    assert_eq!(told(), none);

    edit(&site, "Nobody else.", "Nobody besides.");
    let [said] = &told()[..] else {
        panic!("{:?}", told());
    };
    for words in [
        "notices/lantern-library.md",
        "version 2026-03-01",
        "council-notice keep",
    ] {
        assert!(said.contains(words), "{said}");
    }
    let notice = fs::read_to_string(site.root.join(NOTICE)).expect("written");
    edit(
        &site,
        "version = \"2026-03-01\"",
        "version = \"2026-06-01\"",
    );
    assert_eq!(told(), none, "the version rose");
    site.put(NOTICE, notice);
    // From then on what was kept decides: a fact is refused, and a wording may change.
    keep(&site.root, &[]).expect("it is kept");
    assert_eq!(told(), none);
}
