//! `publish audit`: each demo form against its notice, and what a page's own words decide.

use std::{path::Path, process::Command};

use publish::{AuditError, Wanted, audit_html};
use source::parse::Source;

fn source() -> Source {
    publish::load(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("notices"))
        .expect("our own notices")
}

/// Runs the program on a demo page, and gives its exit code and what it says.
fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_publish"))
        .arg("audit")
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .output()
        .expect("publish starts");
    let said = [done.stdout, done.stderr].concat();
    (
        done.status.code(),
        String::from_utf8_lossy(&said).into_owned(),
    )
}

#[test]
fn the_undeclared_vehicle_is_found() {
    let (code, said) = run(&["www/demo/visitor.html"]);
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
    let (code, said) = run(&["www/demo/complaint.html"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("--address"), "{said}");
    let (code, said) = run(&[
        "www/demo/complaint.html",
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

/// Once told which, any page is held against any notice.
#[test]
fn the_notice_can_be_named() {
    let wanted = |part: &str| Wanted {
        service: Some("customer-management".to_owned()),
        part: Some(part.to_owned()),
        ..Wanted::default()
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
        audit_html(&source(), page, &Wanted::default()),
        Err(AuditError::NoNotice)
    ));
}

/// A notice placed by hand inside a form decides for that form.
#[test]
fn a_notice_in_the_form_wins_over_the_tag() {
    let page = r##"<script src="/council-notice.js" data-service="derby-homes"></script>
        <form id="search"><input name="q"></form>
        <form><council-notice service="connect-derby"></council-notice>
        <fieldset data-notice-field="bank-details"><legend>Bank</legend><label for="s">Sort code</label><input id="s" name="x"></fieldset></form>"##;
    let report = audit_html(&source(), page, &Wanted::default()).expect("a page");
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
