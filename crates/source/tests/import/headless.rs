//! Tables without heads: of bases, and of who owns a text and of which day it is.

use crate::{html::bring, reader::found};

fn page(rows: &[(&str, &str)]) -> String {
    let rows = rows
        .iter()
        .map(|(one, two)| format!("<tr><td>{one}</td><td>{two}</td></tr>"));
    let rows: String = rows.collect();
    format!(
        "<!DOCTYPE html><html><body><main><h1>Visits privacy notice</h1><h2>Why we use it</h2><table>{rows}</table></main></body></html>"
    )
}

#[test]
fn rows_that_each_give_a_basis_need_no_head() {
    let (imported, _) = bring(
        page(&[
            (
                "Proving that you have your degree",
                "Public task: our Charter",
            ),
            ("Emailing invitations", "Consent"),
            ("Selling you a ticket", "Contract"),
        ])
        .as_bytes(),
    );
    assert_eq!(
        found(&imported, "purpose"),
        [
            "Proving that you have your degree",
            "Emailing invitations",
            "Selling you a ticket"
        ]
    );
    // A head stays one.
    let (imported, _) = bring(
        page(&[
            ("What we do", "Lawful basis"),
            ("Emailing invitations", "Consent"),
            ("Selling you a ticket", "Contract"),
        ])
        .as_bytes(),
    );
    assert_eq!(
        found(&imported, "purpose"),
        ["Emailing invitations", "Selling you a ticket"]
    );
    // Half of the rows say something else.
    let (imported, _) = bring(
        page(&[
            ("Emailing invitations", "Consent"),
            ("The car park", "Open on Sundays"),
        ])
        .as_bytes(),
    );
    assert_eq!(found(&imported, "purpose"), [""; 0]);
}

#[test]
fn a_table_of_document_control_dates_the_text() {
    for (rows, date, next) in [
        (
            &[
                ("Document owner", "Director of People"),
                ("Approved by trustees on", "22 May 2026"),
                ("To be reviewed", "May 2027"),
            ][..],
            "22 May 2026",
            &["May 2027"][..],
        ),
        (
            &[("Author", "The clerk"), ("In force from", "1 June 2026")],
            "1 June 2026",
            &[],
        ),
    ] {
        let (imported, notice) = bring(page(rows).as_bytes());
        let restates = notice.restates.unwrap_or_default();
        assert!(restates.contains(date), "{restates}");
        assert_eq!(found(&imported, "next review"), next);
    }
    // A column of days is of what stands beside them.
    let (imported, _) = bring(
        page(&[
            ("Document", "Reviewed"),
            ("Fire plan", "3 May 2026"),
            ("Hall rules", "4 May 2026"),
        ])
        .as_bytes(),
    );
    assert!(
        imported
            .source
            .contains("Document: Fire plan; Reviewed: 3 May 2026")
    );
}

#[test]
fn what_stands_beside_a_link_around_the_text_is_a_word_of_its_own() {
    let page = "<!DOCTYPE html><html><body><header><a href=\"#main\">Jump to content</a><span>Overton Police</span></header>\
                <main id=\"main\"><h1>Bins privacy notice</h1><p>We keep <a href=\"/lists\">list</a><i>s</i> of bins, and who they belong to.</p>\
                </main></body></html>";
    let (imported, _) = bring(page.as_bytes());
    let left = imported
        .removed
        .iter()
        .any(|it| it.text.contains("content Overton"));
    assert!(left, "{:?}", imported.removed);
    // Within the text a link may be part of a word.
    assert!(
        imported.source.contains(")s of bins"),
        "{}",
        imported.source
    );
}
