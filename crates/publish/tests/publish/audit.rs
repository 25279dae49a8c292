//! `council-notice audit`: each demo form against its notice, and what a page's own words decide.

use std::{path::Path, process::Command};

use publish::{AuditError, AuditTarget, audit_html};
use source::parse::Source;

fn source() -> Source {
    publish::load(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("notices"))
        .expect("our own notices")
}

/// Runs the program on a demo page, and gives its exit code and what it says.
fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_council-notice"))
        .arg("audit")
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("the program starts");
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.code(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

#[test]
fn the_undeclared_vehicle_is_found() {
    let (code, said) = run(&["public/demo/visitor.html"]);
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("Vehicle registration (vehicle)"), "{said}");
    let first = said
        .lines()
        .find(|line| line.contains("never mentions"))
        .unwrap_or_default();
    assert!(first.contains("Vehicle registration (vehicle)"), "{said}");
    assert!(!first.contains("Your name"), "{said}");
    assert!(
        said.contains("asks for more than the notice allows"),
        "{said}"
    );
    assert!(said.contains("data-notice-field=\"vehicle\""), "{said}");
    assert!(said.contains("Your name (name), required\n    Kind of data: Contact details\n    Why: To keep the building secure"), "{said}");
}

/// The page that has no notice of its own in its tag: its address decides, as on the page.
#[test]
fn a_page_placed_by_its_address_needs_its_address() {
    let (code, said) = run(&["public/demo/complaint.html"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("--address"), "{said}");
    let (code, said) = run(&[
        "public/demo/complaint.html",
        "--address",
        "www.derby.gov.uk/demo/complaint.html",
    ]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("Nothing to put right."), "{said}");
    assert!(
        said.contains("What happened? (details), required\n    Kind of data: Complaint details"),
        "{said}"
    );
}

/// An address is taken as somebody copies it: what placements do not ask is left away, and what was looked for is said.
#[test]
fn an_address_counts_as_the_browser_shows_it() {
    let audit = |address: &str| run(&["public/demo/complaint.html", "--address", address]);
    for address in [
        "www.derby.gov.uk/demo/complaint.html?ref=home",
        "https://www.derby.gov.uk/demo/complaint.html?ref=home#complaint",
        "https://www.derby.gov.uk:8443/demo/complaint.html#complaint",
        "/demo/complaint.html?back=https://www.derby.gov.uk/",
    ] {
        let (code, said) = audit(address);
        assert_eq!(code, Some(0), "{address}: {said}");
    }
    let (code, said) = audit("https://www.derby.gov.uk/demo/other.html?page=/demo/complaint.html");
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("no placement claims www.derby.gov.uk/demo/other.html\n"),
        "{said}"
    );
    let (code, said) = run(&["public/demo/complaint.html"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("nothing says which address it has"), "{said}");
}

/// Once told which, any page is held against any notice.
#[test]
fn the_notice_can_be_named() {
    let wanted = |part: &str| AuditTarget {
        service: Some("customer-management".to_owned()),
        part: Some(part.to_owned()),
        ..AuditTarget::default()
    };
    let page = r#"<form><label>E-mail <input name="mail" autocomplete="email"></label></form>"#;
    let report = audit_html(&source(), page, &wanted("enquiries")).expect("a page");
    assert!(report.is_clean(), "{report}");
    assert!(
        report.unasked.contains(&"Payment card details".to_owned()),
        "{report}"
    );
    assert!(matches!(
        audit_html(&source(), page, &wanted("weddings")),
        Err(AuditError::Unknown(_))
    ));
    assert!(matches!(
        audit_html(&source(), "<p>none</p>", &wanted("enquiries")),
        Err(AuditError::NoForm(_))
    ));
    assert!(matches!(
        audit_html(&source(), page, &AuditTarget::default()),
        Err(AuditError::NoNotice(None))
    ));
}

/// A notice placed by hand inside a form decides for that form.
#[test]
fn a_notice_in_the_form_wins_over_the_tag() {
    let page = r##"<script src="/council-notice.js" data-service="derby-homes"></script>
        <form id="search"><input name="q"></form>
        <form><council-notice service="connect-derby"></council-notice>
        <fieldset data-notice-field="bank-details"><legend>Bank</legend><label for="s">Sort code</label><input id="s" name="x"></fieldset></form>"##;
    let report = audit_html(&source(), page, &AuditTarget::default()).expect("a page");
    assert_eq!(
        report.notice.as_ref().map(|notice| notice.title.as_str()),
        Some("Connect Derby")
    );
    assert_eq!(report.lines.len(), 1);
    assert!(
        report.lines[0].why.is_some(),
        "the group's mark speaks for its fields: {report}"
    );
    assert!(!report.lists_kinds);
}

/// What is marked to wait and cannot is told once for each way to write it so; what waits is not.
#[test]
fn what_cannot_wait_is_told() {
    let wanted = AuditTarget {
        service: Some("connect-derby".to_owned()),
        ..AuditTarget::default()
    };
    let form = r#"<form><input name="name"></form>"#;
    let told = |html: &str| {
        let report = audit_html(&source(), &[form, html].concat(), &wanted).expect("a page");
        report.ungated
    };
    for (html, name, remedy) in [
        (
            r#"<iframe data-category="media" src="/map"></iframe><img data-category="media" src="/a">"#,
            "<iframe>",
            "data-src",
        ),
        (
            r#"<iframe data-category="media" srcdoc="&lt;p>"></iframe>"#,
            "<iframe>",
            "srcdoc",
        ),
        (
            r#"<template data-category="media"><img src="/a.png"></template>"#,
            "<img>",
            "template",
        ),
        (
            r#"<template data-category="media"><svg><image href="/a.png"></svg></template>"#,
            "<image>",
            "template",
        ),
        (
            r#"<style data-category="media">@import "/a.css";</style>"#,
            "<style>",
            "<link",
        ),
        (
            r#"<script data-category="media" src="/a.js"></script>"#,
            "<script>",
            "text/plain",
        ),
        (
            r#"<svg><script type="text/plain" data-category="media"></script></svg>"#,
            "<script>",
            "drawing",
        ),
    ] {
        let told = told(html);
        assert_eq!(told.len(), 1, "{html}: {told:?}");
        assert!(
            told[0].starts_with(name) && told[0].contains(remedy),
            "{html}: {told:?}"
        );
    }
    for html in [
        r#"<iframe data-category="media" data-src="/map"></iframe><script type="text/plain" data-category="media" src="/a.js"></script>"#,
        r#"<template data-category="media"><img data-category="media" data-src="/a.png"><script src="/a.js"></script></template>"#,
        r#"<img src="/a.png"><style>p { color: red }</style>"#,
    ] {
        assert!(told(html).is_empty(), "{html}");
    }
}

/// A tag may be a partner's, or pinned by its hash: it is read alike.
#[test]
fn every_tag_of_ours_names_the_notice() {
    let source = source();
    for tag in [
        "src=\"https://notices.example/council-notice.js\"",
        "src=\"https://notices.example/partner/council-notice.js\"",
        "src=\"https://notices.example/council-notice.0a1b2c3d.js\" integrity=\"sha384-x\"",
    ] {
        let page = format!(
            "<script src=\"https://council-notice.example/other.js\"></script>\
             <script async {tag} data-service=\"connect-derby\"></script><form><input name=\"email\"></form>"
        );
        let report = audit_html(&source, &page, &AuditTarget::default());
        let notice = report.expect("the tag names a notice").notice;
        assert!(notice.is_some(), "{tag}");
    }
}
