//! The handout for a person whose details somebody else gave.

use std::{fs, path::Path};

use publish::Profile;

use crate::site::Site;

/// Our own notices, in the place of those that the other tests publish.
fn copy(site: &Site, folder: &str) {
    let here = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(folder);
    for entry in fs::read_dir(here).expect("a folder").flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            copy(site, &path);
        } else {
            site.put(&path, fs::read(entry.path()).expect("a file"));
        }
    }
}

fn handout(name: &str) -> String {
    let site = Site::new(name);
    let notices = site.dist().with_file_name("notices");
    fs::remove_dir_all(notices).expect("the fixture's own notices");
    copy(&site, "notices");
    site.build(Profile::Dev).expect("it is published");
    let files = site.files();
    let page = &files["notices/local-area-co-ordination/handout/index.html"];
    let all = files
        .keys()
        .filter(|path| path.contains("/handout/index.html"));
    assert_eq!(
        all.filter(|path| path.ends_with(".html")).count(),
        1,
        "only where people are introduced by others"
    );
    String::from_utf8_lossy(page).into_owned()
}

#[test]
fn it_says_what_a_person_has_to_know_and_nothing_meant_for_the_introducer() {
    let page = handout("handout-says");
    for said in [
        "Who gave us your details",
        "within one month",
        "Article 14(3)",
        "How to say no",
        "01332 640763",
        "data.protection@derby.gov.uk",
        "Your GP",
        "Derby Advice",
        "express permission",
        "https://notices.example/notices/local-area-co-ordination/handout/",
        "Access",
        "Deletion",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for kept_out in [
        "about someone else",
        "You give them to Derby City Council",
        "£10",
        "Derby Homes,",
    ] {
        assert!(!page.contains(kept_out), "{kept_out}");
    }
}

/// Paper cannot be unfolded.
#[test]
fn every_answer_is_in_sight() {
    let page = handout("handout-answers");
    assert!(!page.contains("<details"), "nothing is folded");
    assert_eq!(page.matches("class=\"answer\"").count(), 6);
}

/// It can be printed, kept and passed on: it asks nothing, sends nothing and holds no script.
#[test]
fn it_collects_nothing() {
    let page = handout("handout-asks");
    for element in ["<input", "<form", "<script", "<textarea", "<iframe"] {
        assert!(!page.contains(element), "{element}");
    }
    assert_eq!(page.matches("class=\"code\"").count(), 1);
}
