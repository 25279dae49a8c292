//! Nothing is written unless all is right.

use publish::{Engine, Error, Profile};

use crate::site::Site;

/// Publishing fails, and the folder is as it was.
fn refused(site: &Site, profile: Profile) -> Error {
    let error = site.build(profile).expect_err("it is refused");
    assert!(!site.dist().exists(), "nothing is written");
    error
}

/// As many bytes as wished that no compression makes fewer.
fn noise(length: usize) -> Vec<u8> {
    let step = |state: &mut u64| {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        Some((*state >> 32) as u8)
    };
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    std::iter::from_fn(|| step(&mut state))
        .take(length)
        .collect()
}

#[test]
fn wrong_notice() {
    let site = Site::new("wrong-notice");
    site.put("notices/second.md", "+++\nid = \"second\"\n+++\n");
    let error = refused(&site, Profile::Dev);
    let Error::Notices(report) = error else {
        panic!("{error}")
    };
    assert!(report.problems().len() > 1, "every mistake is told at once");
}

#[test]
fn draft_that_does_not_say_who_decides() {
    let site = Site::new("no-controller");
    let path = site.root.join("notices/lantern-library.md");
    let notice = std::fs::read_to_string(path).expect("copied");
    let line = notice
        .lines()
        .find(|line| line.starts_with("controller = "));
    let open = notice.replace(line.expect("it says so"), "controller = \"not stated\"");
    site.put("notices/lantern-library.md", open);
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Controller(id) if id == "lantern-library"),
        "{error}"
    );
    assert!(error.to_string().contains("help:"), "{error}");
}

/// What is promised of sizes is told; whether it has to be kept is for whoever publishes to say.
fn over(site: &Site) -> Vec<String> {
    let release = site.build(Profile::Release).expect("it can be published");
    let Err(Error::Budget(names)) = release.budget.check() else {
        panic!("{}", release.budget)
    };
    let quick = site.build(Profile::Dev).expect("it can be published");
    quick.budget.check().expect("a quick build may be large");
    names
}

#[test]
fn widget_over_its_budget() {
    let mut site = Site::new("over-budget");
    site.engine.put("widget_bg.wasm", noise(90 * 1024 + 1));
    assert_eq!(over(&site), ["widget .js + .wasm"]);
}

#[test]
fn gate_over_its_budget() {
    let mut site = Site::new("large-gate");
    let long: String = noise(8 * 1024)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    site.engine.put("gate.js", format!("{GATE}told('{long}')"));
    let any = "council-notice.js, any number of placements";
    assert_eq!(over(&site), ["council-notice.js", any]);
}

const GATE: &str = include_str!("engine/gate.js");

#[test]
fn gate_that_asks_for_data_nobody_has() {
    let mut site = Site::new("no-datum");
    site.engine.put("gate.js", "told(DATA.revisoin)");
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Data { member, .. } if member == "revisoin"),
        "{error}"
    );
}

#[test]
fn gate_that_leaves_its_data_unread() {
    let mut site = Site::new("no-reader");
    site.engine.put("gate.js", "told({})");
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Unread { script, .. } if script == "gate.js"),
        "{error}"
    );
}

#[test]
fn engine_that_lacks_a_file() {
    let mut site = Site::new("no-css");
    site.engine = Engine::default();
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Engine(name) if name == "widget.js"),
        "{error}"
    );
    assert!(error.to_string().contains("make engine"), "{error}");
}

#[test]
fn page_of_the_site_where_one_is_made() {
    let site = Site::new("taken");
    site.put("public/register/index.html", "<!doctype html>");
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Taken(path) if path == "register/index.html"),
        "{error}"
    );
}
