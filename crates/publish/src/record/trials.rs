//! Differences that a record and a notice may have, and agreements in other words, as an officer meets them.

use law::DatedFacts;
use notice::Notice;

use super::{Activity, Columns, Compared, RecordColumn, fixture, reconcile};

/// Has many bodies, countries and periods, so that what differs in one is easily taken for another.
const TEXT: &str = r#"+++
id = "visits"
title = "Visits"
version = "2026-11-22"
published = 2026-11-22
controller = "us"
transfers = "The servers are in Leeds. Kenya, for field staff, under UK adequacy regulations. Norway and Peru, for partner schools, under the Addendum to the EU standard contractual clauses."

[[source]]
names = ["Disclosure and Barring Service", "Wexcombe Clinic"]

[[recipient]]
names = ["Millrace Payroll Bureau Ltd", "North Coast Ambulance Service", "Ashshire Pension Fund"]

[[recipient]]
names = ["Department for Transport", "HM Courts and Tribunals Service", "Valuation Office Agency (VOA)"]

[[recipient]]
names = ["Wexcombe Students’ Union", "Heron Bay General Hospital"]

[retention]
text = "Permit papers: 1 year after the permit ends. Tenant file: 6 years after you leave. School and surgery entries: 10 years after death. Welfare entries: 8 years after the last contact. Camera images: 28 days. Examination marks: permanently. Paid charges 3 years, unpaid charges 7 years."
+++

## Who we are {#who}

Overton Council.
"#;

fn notice() -> Notice {
    fixture::notice(TEXT)
}

const RECIPIENTS: &str = "Millrace Payroll Bureau Ltd; North Coast Ambulance Service; Ashshire Pension Fund; DfT; HMCTS; VOA; Wexcombe Students' Union; Heron Bay General Hospital";
const TRANSFERS: &str = "Kenya (field staff); Norway and Peru";
const RETENTION: &str = "permit papers 1 year; Tenants: six years after leaving; 10 years after death (school and surgery); 8 years after last contact (welfare); images of cameras 28 days; Permanent; 3 years if paid, 7 years if unpaid";

/// Compares one row, each cell after the purpose as given.
fn held(column: RecordColumn, cell: &str, purpose: &str) -> Compared {
    let columns = format!(
        "[record]\nservice = \"Service\"\npurpose = \"Purpose\"\n{} = \"Cell\"\n",
        column.key()
    );
    let columns = Columns::of(&columns)
        .expect("it can be read")
        .expect("it is there");
    let table = format!("Service,Purpose,Cell\nVisits,{purpose},\"{cell}\"\n");
    let rows = Activity::all("r.csv", table.as_bytes(), Some(&columns)).expect("a record");
    let notice = notice();
    let found = reconcile([&notice], &rows, &columns, &DatedFacts::default());
    found.services[0].clone()
}

/// Lists what each side is told to say alone.
fn told(column: RecordColumn, cell: &str, purpose: &str) -> [Vec<String>; 2] {
    let found = held(column, cell, purpose).differences;
    let found = found.into_iter().find(|it| it.column == column);
    found.map_or_else(Default::default, |it| [it.record, it.notice])
}

fn nothing_is_told(column: RecordColumn, cell: &str) {
    let told = told(column, cell, "Visit people");
    assert!(told.iter().all(Vec::is_empty), "{cell}: {told:?}");
}

#[test]
fn the_same_in_other_words_is_no_difference() {
    nothing_is_told(RecordColumn::Recipients, RECIPIENTS);
    nothing_is_told(RecordColumn::Transfers, TRANSFERS);
    nothing_is_told(RecordColumn::Retention, RETENTION);
    let listed = RECIPIENTS.replace("; DfT; HMCTS", "; DfT and HMCTS");
    nothing_is_told(RecordColumn::Recipients, &listed);
}

/// Whatever else a body's name shares with another, both sides are told.
#[test]
fn another_body_is_told_on_both_sides() {
    for (own, other) in [
        ("Millrace Payroll Bureau Ltd", "Larkfield Payroll Ltd"),
        (
            "North Coast Ambulance Service",
            "South Coast Ambulance Service",
        ),
        ("Ashshire Pension Fund", "Elmshire Pension Fund"),
        ("DfT", "DfE"),
        ("HMCTS", "HMRC"),
        ("VOA", "Vehicle Certification Agency"),
        ("Wexcombe Students' Union", "Wexcombe Student Homes Limited"),
        ("Heron Bay General Hospital", "Wexcombe General Hospital"),
    ] {
        let cell = RECIPIENTS.replace(own, other);
        let [record, notice] = told(RecordColumn::Recipients, &cell, "Visit people");
        assert_eq!(record, [other], "{own}");
        assert_eq!(notice.len(), 1, "{own}: {notice:?}");
        let without = RECIPIENTS.replace(&format!("{own}; "), "");
        let without = without.replace(&format!("; {own}"), "");
        let [record, notice] = told(RecordColumn::Recipients, &without, "Visit people");
        assert!(
            record.is_empty() && notice.len() == 1,
            "{own}: {record:?} {notice:?}"
        );
    }
}

/// One name on one side is one body's on the other.
#[test]
fn a_name_is_used_for_one_partner_only() {
    let cell = format!("{RECIPIENTS}; Millrace Ltd");
    let [record, notice] = told(RecordColumn::Recipients, &cell, "Visit people");
    assert_eq!(record, ["Millrace Ltd"]);
    assert!(notice.is_empty(), "{notice:?}");
}

#[test]
fn what_is_matched_and_not_plainly_is_listed() {
    let cell = RECIPIENTS.replace("Heron Bay General Hospital", "General Hospital");
    let found = held(RecordColumn::Recipients, &cell, "Visit people");
    let pairs: Vec<(&str, &str)> = found
        .taken
        .iter()
        .map(|it| (it.record.as_str(), it.notice.as_str()))
        .collect();
    // The notice gives the short name of the Valuation Office Agency itself.
    assert_eq!(
        pairs,
        [
            ("DfT", "Department for Transport"),
            ("HMCTS", "HM Courts and Tribunals Service"),
            ("General Hospital", "Heron Bay General Hospital"),
        ]
    );
}

#[test]
fn a_body_that_the_notice_has_as_a_source_is_told_as_one() {
    let cell = format!("{RECIPIENTS}; DBS; Wexcombe Clinic; Elm Clinic");
    let found = held(RecordColumn::Recipients, &cell, "Visit people");
    let beside = &found
        .differences
        .iter()
        .find(|it| it.column == RecordColumn::Recipients);
    let beside = &beside.expect("it differs").beside;
    assert!(beside["Wexcombe Clinic"].ends_with("the notice names it as a source"));
    assert!(
        beside["DBS"].ends_with("the notice names “Disclosure and Barring Service” as a source")
    );
    assert!(!beside["Elm Clinic"].contains("source"));
}

#[test]
fn each_country_is_held_by_itself() {
    for (own, other, record, notice) in [
        (
            "Kenya",
            "Ghana",
            &["Ghana (field staff)"][..],
            &["Kenya"][..],
        ),
        (
            "Kenya",
            "Kenya and USA",
            &["Kenya and USA (field staff)"],
            &[],
        ),
        ("Kenya (field staff); ", "", &[], &["Kenya"]),
        ("Norway and Peru", "Norway", &[], &["Norway and Peru"]),
        (
            "Norway and Peru",
            "Chile and Peru",
            &["Chile and Peru"],
            &["Norway and Peru"],
        ),
        ("; Norway and Peru", "", &[], &["Norway and Peru"]),
        (TRANSFERS, "None", &["None"], &["Kenya", "Norway and Peru"]),
    ] {
        let cell = TRANSFERS.replace(own, other);
        let found = told(RecordColumn::Transfers, &cell, "Visit people");
        assert_eq!(found[0], record, "{cell}");
        assert_eq!(found[1].len(), notice.len(), "{cell}: {:?}", found[1]);
        for (said, begin) in found[1].iter().zip(notice) {
            assert!(said.starts_with(begin), "{cell}: {said}");
        }
    }
}

/// That a figure stands elsewhere in the notice does not make it the period of this.
#[test]
fn a_period_is_held_against_the_one_for_the_same_thing() {
    for (own, other) in [
        ("permit papers 1 year", "permit papers 6 years"),
        ("six years after leaving", "ten years after leaving"),
        ("10 years after death", "8 years after death"),
        ("8 years after last contact", "10 years after last contact"),
        ("images of cameras 28 days", "images of cameras 1 year"),
        ("3 years if paid", "7 years if paid"),
    ] {
        let cell = RETENTION.replace(own, other);
        let found = held(RecordColumn::Retention, &cell, "Visit people");
        let difference = &found
            .differences
            .iter()
            .find(|it| it.column == RecordColumn::Retention);
        let difference = difference.unwrap_or_else(|| panic!("{other} is not told"));
        assert_eq!(difference.record.len(), 1, "{other}: {difference:?}");
        assert!(difference.notice.is_empty(), "once: {difference:?}");
        let beside = &difference.beside[&difference.record[0]];
        assert!(beside.contains("the notice says “"), "{beside}");
    }
    let swapped = RETENTION
        .replace("10 years after d", "X")
        .replace("8 years after l", "10 years after l");
    let swapped = swapped.replace('X', "8 years after d");
    let [record, _] = told(RecordColumn::Retention, &swapped, "Visit people");
    assert_eq!(record.len(), 2, "{record:?}");
}

/// A cell with nothing but a figure is of what its row's purpose names, if the notice has that; else any such figure will do.
#[test]
fn a_figure_alone_is_of_its_purpose() {
    let differs = |cell: &str, purpose: &str| {
        let [record, _] = told(RecordColumn::Retention, cell, purpose);
        !record.is_empty()
    };
    assert!(differs("1 year", "Run cameras in the square"));
    assert!(!differs("28 days", "Run cameras in the square"));
    assert!(!differs("28 days", "Visit people"));
    assert!(!differs("Permanently", "Visit people"));
    assert!(differs("5 years", "Visit people"));
    let found = held(RecordColumn::Retention, "28 days", "Visit people");
    let pair = &found.taken[0];
    assert_eq!(
        [&pair.record[..], &pair.notice],
        ["28 days", "Camera images: 28 days"]
    );
}

#[test]
fn a_period_that_the_notice_alone_has_is_told() {
    let without = RETENTION.replace("images of cameras 28 days; ", "");
    let found = told(RecordColumn::Retention, &without, "Visit people");
    assert_eq!(found, [vec![], vec!["Camera images: 28 days".to_owned()]]);
    // What the record says of one thing is not said of another.
    let without = RETENTION.replace("permit papers 1 year", "library cards and cameras 1 year");
    let [record, _] = told(RecordColumn::Retention, &without, "Visit people");
    assert_eq!(record.len(), 1, "{record:?}");
}

#[test]
fn a_difference_is_told_as_a_table() {
    let columns = Columns::of("[record]\nservice = \"Service\"\nrecipients = \"Who\"\n");
    let columns = columns.expect("it can be read").expect("it is there");
    let table = "Ref,Service,Who\nA7,Visits,Elm Clinic\nA8,Dogs,\n";
    let rows = Activity::all("r.csv", table.as_bytes(), Some(&columns)).expect("a record");
    let csv = reconcile([&notice()], &rows, &columns, &DatedFacts::default()).csv();
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].ends_with("Service,Notice,Fact,What,The record says,The notice says,\"Where, and what stands beside it\""));
    assert!(lines.contains(&"Visits,visits,Recipients,only the record says it,Elm Clinic,,\"line 2 of the sheet, Ref A7\""), "{csv}");
    assert!(
        lines.contains(
            &"Visits,visits,Recipients,only the notice says it,,Department for Transport,"
        ),
        "{csv}"
    );
    assert!(
        lines.contains(&"Dogs,,,no notice,,,line 3 of the sheet"),
        "{csv}"
    );
}
