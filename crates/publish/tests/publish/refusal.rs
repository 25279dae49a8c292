//! Nothing is written unless all is right.

use publish::{Error, Profile};

use crate::site::Site;

/// Publishing fails, and the folder is as it was.
fn refused(site: &Site, profile: Profile) -> Error {
    let before = site.files();
    let error = site.build(profile).expect_err("it is refused");
    assert_eq!(site.files(), before, "the folder is untouched");
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

#[test]
fn widget_over_its_budget() {
    let site = Site::new("over-budget");
    site.put("dist/widget-1f2e_bg.wasm", noise(90 * 1024 + 1));
    let Error::Budget(names) = refused(&site, Profile::Release) else {
        panic!("the budget is the reason")
    };
    assert_eq!(names, ["widget .js + .wasm"]);
    site.build(Profile::Dev)
        .expect("a development build may be large");
}

#[test]
fn gate_over_its_budget() {
    let site = Site::new("large-gate");
    let long: String = noise(8 * 1024)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let gate = std::fs::read_to_string(site.root.join("www/gate/main.js")).expect("the fixture");
    site.put("www/gate/main.js", format!("{gate}told('{long}')"));
    let Error::Budget(names) = refused(&site, Profile::Release) else {
        panic!("the budget is the reason")
    };
    let any = "council-notice.js, any number of placements";
    assert_eq!(names, ["council-notice.js", any]);
}

#[test]
fn gate_that_asks_for_data_nobody_has() {
    let site = Site::new("no-datum");
    site.put("www/gate/main.js", "told(DATA.revisoin)");
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Data { member, .. } if member == "revisoin"),
        "{error}"
    );
}

#[test]
fn gate_that_leaves_its_data_unread() {
    let site = Site::new("no-reader");
    site.put("www/gate/main.js", "told({})");
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Unread { member, .. } if member == "version"),
        "{error}"
    );
}

#[test]
fn gate_that_is_no_script() {
    let site = Site::new("no-script");
    site.put("www/gate/main.js", "told(DATA.version");
    let error = refused(&site, Profile::Dev);
    assert!(
        matches!(&error, Error::Minify { name, said, .. } if name.ends_with("gate/main.js") && said.contains("main.js")),
        "{error}"
    );
}

#[test]
fn no_widget_or_two() {
    let site = Site::new("two-widgets");
    site.put("dist/widget-3c4d.js", "export {}");
    assert!(matches!(
        refused(&site, Profile::Dev),
        Error::Widget { count: 2, .. }
    ));
    for name in ["widget-1f2e.js", "widget-3c4d.js"] {
        std::fs::remove_file(site.dist().join(name)).expect("written above");
    }
    assert!(matches!(
        refused(&site, Profile::Dev),
        Error::Widget { count: 0, .. }
    ));
}

#[test]
fn source_that_is_missing() {
    let site = Site::new("no-css");
    std::fs::remove_file(site.root.join("www/notice-page.css")).expect("copied above");
    let error = refused(&site, Profile::Dev);
    assert!(error.to_string().contains("notice-page.css"), "{error}");
}
