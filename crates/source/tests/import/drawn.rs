//! PDFs with tables and dots that are drawn: browsers and word processors write these as shapes, and not as letters.

use notice::SectionId::*;

use crate::{
    html::bring,
    print::{Print, drawn},
    reader::{found, under},
};

/// Rules as browsers fill them: each edge of a cell a narrow area of its own.
fn filled(columns: &[u32], rows: &[u32]) -> String {
    let mut out = String::new();
    for y in rows {
        for pair in columns.windows(2) {
            out += &format!("{} {y} {} 1 re f\n", pair[0], pair[1] - pair[0]);
        }
    }
    for x in columns {
        for pair in rows.windows(2) {
            out += &format!("{x} {} 1 {} re f\n", pair[1], pair[0] - pair[1]);
        }
    }
    out
}

/// Rules as word processors draw them: each a line from end to end.
fn stroked(columns: &[u32], rows: &[u32]) -> String {
    let (left, right) = (columns[0], columns[columns.len() - 1]);
    let (top, foot) = (rows[0], rows[rows.len() - 1]);
    let level = rows
        .iter()
        .map(|y| format!("{left} {y} m {right} {y} l S\n"));
    let upright = columns
        .iter()
        .map(|x| format!("{x} {foot} m {x} {top} l S\n"));
    level.chain(upright).collect()
}

/// A dot as browsers draw it, from its left and its middle.
fn dot(x: u32, y: u32) -> String {
    let (left, right, top, foot) = (x, x + 4, y + 2, y - 2);
    let middle = x + 2;
    format!(
        "{left} {y} m {left} {top} {left} {top} {middle} {top} c {right} {top} {right} {top} {right} {y} c \
         {right} {foot} {right} {foot} {middle} {foot} c {left} {foot} {left} {foot} {left} {y} c f\n"
    )
}

/// Cells of several lines, each in the middle of its row as browsers set them.
fn kept() -> Print<'static> {
    vec![
        (60, 790, 18, "Bins privacy notice"),
        (60, 740, 14, "How long we keep your details"),
        (62, 704, 11, "Assisted collections"),
        (262, 704, 11, "2 years after the last one"),
        (262, 684, 11, "deleted once checked, and"),
        (62, 677, 11, "Medical evidence"),
        (262, 670, 11, "at most 30 days later"),
        (62, 651, 11, "Complaints about a"),
        (262, 644, 11, "6 years"),
        (62, 637, 11, "missed bin"),
        (60, 600, 14, "Who sees it"),
        (
            60,
            580,
            11,
            "Our contractor sees your address and nothing else.",
        ),
    ]
}

#[test]
fn cells_between_rules_keep_their_words_together() {
    let (columns, rows) = ([60, 260, 500], [716, 698, 664, 630]);
    for drawing in [
        filled(&columns, &rows),
        stroked(&columns, &rows),
        // The outer rules are left out as often as not.
        stroked(&columns, &rows).replace("60 630 m 60 716 l S\n", ""),
    ] {
        let (imported, notice) = bring(&drawn(&[kept()], &drawing, ""));
        assert_eq!(
            under(&notice, Retention),
            [
                "Assisted collections; 2 years after the last one",
                "Medical evidence; deleted once checked, and at most 30 days later",
                "Complaints about a missed bin; 6 years",
            ]
        );
        assert_eq!(
            found(&imported, "period"),
            ["2 years", "30 days", "6 years"]
        );
        assert_eq!(
            under(&notice, Recipients),
            ["Our contractor sees your address and nothing else."]
        );
    }
}

/// A line under a heading, a box round a paragraph, a cell that spans others: text as it stands.
#[test]
fn rules_that_part_no_cells_change_nothing() {
    let (columns, rows) = ([60, 260, 500], [716, 698, 664, 630]);
    let (plain, _) = bring(&drawn(&[kept()], "", ""));
    let spanning = filled(&columns, &rows) + "260 681 240 1 re f\n";
    for drawing in [
        "60 735 440 1 re f\n".to_owned(),
        stroked(&[60, 500], &rows),
        stroked(&columns, &[716, 630]),
        "60 630 440 86 re S\n".to_owned(),
        spanning,
    ] {
        let (imported, _) = bring(&drawn(&[kept()], &drawing, ""));
        assert_eq!(imported.text, plain.text, "{drawing}");
    }
}

#[test]
fn dots_that_are_drawn_begin_items() {
    let print = vec![
        (60, 790, 18, "Bins privacy notice"),
        (60, 740, 14, "Disclosures"),
        (60, 720, 11, "Your data may be disclosed to:"),
        (82, 700, 11, "our contractor, Tidy Streets Ltd"),
        (82, 686, 11, "the Police"),
        (82, 672, 11, "Citizens Advice, where you have asked them to"),
        (82, 658, 11, "speak for you"),
        (60, 630, 11, "Nobody else is told."),
    ];
    let dots = [700, 686, 672].map(|y| dot(70, y + 4)).concat();
    let (imported, notice) = bring(&drawn(std::slice::from_ref(&print), &dots, ""));
    assert_eq!(
        found(&imported, "recipient"),
        ["Tidy Streets Ltd", "the Police", "Citizens Advice"]
    );
    let told = |at: usize| {
        let it = &notice.recipients[at];
        (it.purpose.as_deref(), it.condition_detail.as_deref())
    };
    assert_eq!(told(0), (Some("our contractor"), None));
    assert_eq!(
        told(2),
        (None, Some("where you have asked them to speak for you"))
    );
    assert!(under(&notice, Recipients).contains(&"Nobody else is told.".to_owned()));
    // A dot elsewhere, or a blot, is of a picture.
    let (plain, _) = bring(&drawn(std::slice::from_ref(&print), "", ""));
    for drawing in [
        dot(300, 704),
        dot(70, 650),
        "60 690 20 20 re f\n".to_owned(),
    ] {
        let (imported, _) = bring(&drawn(std::slice::from_ref(&print), &drawing, ""));
        assert_eq!(imported.text, plain.text, "{drawing}");
    }
}
