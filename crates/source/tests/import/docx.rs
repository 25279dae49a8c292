//! Word documents that are brought in. They are packed here, of the parts that Word writes.

use std::io::{Cursor, Write as _};

use notice::SectionId::*;
use proptest::prelude::*;
use source::draft::{DraftContext, Refused, import_file};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    html::bring,
    reader::{cases, day, found, line, under},
    sentences::{lost, sentences},
};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

const STYLES: &str = "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>\
    <w:style w:styleId=\"H2\"><w:name w:val=\"heading 2\"/></w:style>\
    <w:style w:styleId=\"Council\"><w:name w:val=\"Council heading\"/><w:basedOn w:val=\"H2\"/></w:style>\
    <w:style w:styleId=\"Punkt\"><w:name w:val=\"List Bullet\"/></w:style>\
    <w:style w:styleId=\"TOC1\"><w:name w:val=\"toc 1\"/></w:style>";

const LINKS: &str = "<Relationship Id=\"r1\" Type=\"hyperlink\" Target=\"https://www.overton.example/copy\" TargetMode=\"External\"/>";

fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        out.start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        out.write_all(text.as_bytes()).expect("its text");
    }
    out.finish().expect("a package").into_inner()
}

pub(crate) fn document(body: &str, more: &[(&str, String)]) -> Vec<u8> {
    let mut parts = vec![
        (
            "word/document.xml",
            format!("<?xml version=\"1.0\"?><w:document {W}><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/styles.xml",
            format!("<w:styles {W}>{STYLES}</w:styles>"),
        ),
        (
            "word/_rels/document.xml.rels",
            format!("<Relationships>{LINKS}</Relationships>"),
        ),
    ];
    parts.extend(more.iter().cloned());
    packed(&parts)
}

pub(crate) fn p(style: &str, text: &str) -> String {
    let style = if style.is_empty() {
        String::new()
    } else {
        format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")
    };
    format!("<w:p>{style}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

pub(crate) fn item(text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

pub(crate) fn row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| format!("<w:tc>{}</w:tc>", p("", text)))
        .collect();
    format!("<w:tr>{cells}</w:tr>")
}

#[test]
fn a_document_comes_in_with_its_headings_lists_tables_and_links() {
    let body = [
        p("berschrift1", "Allotments privacy notice"),
        p("TOC1", "Who we are 2"),
        p("Council", "Who we are"),
        p("", "Overton Town Council is the data controller."),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>What we collect</w:t></w:r></w:p>".to_owned(),
        item("your name"),
        p("Punkt", "your plot"),
        p("Council", "Who we share your details with"),
        p("", "• the police"),
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>the allot</w:t></w:r><w:ins><w:r><w:t>ment association</w:t></w:r></w:ins>\
         <w:del><w:r><w:delText>the secret service</w:delText></w:r></w:del></w:p>".to_owned(),
        p("Council", "How long we keep it"),
        format!("<w:tbl>{}{}{}</w:tbl>", row(&["Record", "How long"]), row(&["Tenancies", "6 years"]), row(&["Complaints", "2 years"])),
        p("Council", "Your rights"),
        "<w:p><w:r><w:t xml:space=\"preserve\">You may </w:t></w:r><w:hyperlink r:id=\"r1\"><w:r><w:t>ask for a copy</w:t></w:r></w:hyperlink>\
         <w:r><w:t xml:space=\"preserve\"> of it.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Do not show.</w:t></w:r></w:p>".to_owned(),
    ]
    .concat();
    let footer = (
        "word/footer1.xml",
        format!(
            "<w:ftr {W}>{}</w:ftr>",
            p("", "Allotments notice v2 May 2018")
        ),
    );
    let notes = (
        "word/footnotes.xml",
        format!(
            "<w:footnotes {W}><w:footnote>{}</w:footnote></w:footnotes>",
            p("", "A note under the Smallholdings Act 1908.")
        ),
    );
    let comments = (
        "word/comments.xml",
        format!(
            "<w:comments {W}><w:comment>{}</w:comment></w:comments>",
            p("", "Is this so?")
        ),
    );
    let (imported, notice) = bring(&document(&body, &[footer, notes, comments]));
    assert_eq!(notice.title, "Allotments privacy notice");
    assert_eq!(
        notice.restates.as_deref(),
        Some("Allotments privacy notice, version 2, May 2018")
    );
    assert_eq!(found(&imported, "data"), ["your name", "your plot"]);
    assert_eq!(
        found(&imported, "recipient"),
        ["the police", "the allotment association"]
    );
    assert_eq!(line(&imported, "recipient", "the police").0, 9);
    assert_eq!(
        under(&notice, Retention),
        [
            "Record: Tenancies; How long: 6 years",
            "Record: Complaints; How long: 2 years"
        ]
    );
    assert!(
        imported
            .source
            .contains("[ask for a copy](https://www.overton.example/copy) of it."),
        "{}",
        imported.source
    );
    assert_eq!(notice.laws, ["Smallholdings Act 1908"]);
    let left: Vec<(&str, &str)> = imported
        .removed
        .iter()
        .map(|it| (it.text.as_str(), it.reason))
        .collect();
    assert_eq!(
        left,
        [
            ("Who we are 2", "the table of contents"),
            (
                "the secret service",
                "deleted in the document, as its tracked changes say"
            ),
            ("Do not show.", "hidden in the document"),
            ("Is this so?", "a comment on the document"),
            (
                "Allotments notice v2 May 2018",
                "a header or a footer of the page"
            ),
        ]
    );
    let said = imported.to_string();
    for place in [
        "  paragraph 1 under “Allotments privacy notice”: Who we are 2 (the table of contents)",
        "  paragraph 2 under “Who we share your details with”: the secret service (deleted",
        "  a comment: Is this so? (a comment on the document)",
        "  the edge of the pages: Allotments notice v2 May 2018 (a header or a footer of the page)",
        "  paragraph 1 under “What we collect”: data: your name",
        "  row 3 of the table under “How long we keep it”: period: 2 years",
        "  a footnote: law: Smallholdings Act 1908",
    ] {
        assert!(said.contains(place), "{place}: {said}");
    }
    let source = &imported.source;
    for place in [
        "# paragraph 2 under “What we collect”\n",
        "**To be rewritten (row 2 of the table under “How long we keep it”):**",
        "# row 2 of the table under “How long we keep it”: period: 6 years",
    ] {
        assert!(source.contains(place), "{place}: {source}");
    }
    for text in [&said, source] {
        let mut lines = text.split("line ").skip(1);
        let numbered = lines.any(|it| it.starts_with(|mark: char| mark.is_ascii_digit()));
        assert!(!numbered, "nobody sees a line in Word: {text}");
    }
}

/// A table's heads are what the document marks as heads, whatever they say; where it marks none, what stands as the rows below is a row.
#[test]
fn the_heads_of_a_table_are_those_that_are_marked() {
    let bold = |cells: &[&str]| row(cells).replace("<w:r><w:t", "<w:r><w:rPr><w:b/></w:rPr><w:t");
    let repeated =
        |cells: &[&str]| row(cells).replacen("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1);
    let off = |cells: &[&str]| {
        let mark = "<w:tr><w:trPr><w:tblHeader w:val=\"0\"/></w:trPr>";
        row(cells).replacen("<w:tr>", mark, 1)
    };
    let heads = ["Of 2018", "To say why"];
    let rest = [["Rents", "To bill you"], ["Plots", "To let them"]];
    let said = |first: String| {
        let rows: String = rest.iter().map(|cells| row(cells)).collect();
        let body = [
            p("Council", "How long we keep it"),
            format!("<w:tbl>{first}{rows}</w:tbl>"),
        ];
        let (_, notice) = bring(&document(&body.concat(), &[]));
        under(&notice, Retention)
    };
    let headed = [
        "Of 2018: Rents; To say why: To bill you",
        "Of 2018: Plots; To say why: To let them",
    ];
    assert_eq!(said(bold(&heads)), headed);
    assert_eq!(said(repeated(&heads)), headed);
    let bare = [
        "Of 2018; To say why",
        "Rents; To bill you",
        "Plots; To let them",
    ];
    assert_eq!(said(row(&heads)), bare);
    assert_eq!(said(off(&heads)), bare);
}

/// Empty paragraphs are none for whoever counts, and rows are counted by their table.
#[test]
fn a_place_in_a_document_is_counted_as_its_reader_counts() {
    let body = [
        p("", "We are Overton."),
        p("", ""),
        p("Council", "How long we keep your details, and what else decides about all of that, at some length"),
        p("", ""),
        p("", "We keep a file for 3 years."),
        format!("<w:tbl>{}{}</w:tbl>", row(&["Record", "Kept"]), row(&["Rents", "4 years"])),
        format!("<w:tbl>{}{}</w:tbl>", row(&["Record", "Kept"]), row(&["Plots", "5 years"])),
        p("", "We keep letters for 7 years."),
    ]
    .concat();
    let (imported, _) = bring(&document(&body, &[]));
    let said = imported.to_string();
    let under = "“How long we keep your details, and what else decides about…”";
    for place in [
        format!("paragraph 1 under {under}: period: 3 years"),
        format!("row 2 of the table under {under}: period: 4 years"),
        format!("row 2 of table 2 under {under}: period: 5 years"),
        format!("paragraph 2 under {under}: period: 7 years"),
    ] {
        assert!(said.contains(&place), "{place}: {said}");
    }
}

#[test]
fn what_is_no_document_is_refused_with_advice() {
    let known = DraftContext {
        id: "x",
        controller: None,
        shared: &[],
        day: day(),
    };
    let refused = |bytes: &[u8]| import_file(bytes, &known).expect_err("it is refused");
    assert_eq!(
        refused(&packed(&[("content.xml", String::new())])),
        Refused::Unknown
    );
    assert!(matches!(
        refused(b"PK\x03\x04 and no more"),
        Refused::Broken(_)
    ));
    assert!(matches!(
        refused(&packed(&[("word/document.xml", "<w:p>".to_owned())])),
        Refused::Broken(_)
    ));
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Refused::Old);
    assert_eq!(refused(b"{\\rtf1 x}"), Refused::Unknown);
    assert!(refused(b"{\\rtf1 x}").to_string().contains("help:"));
}

proptest! {
    #![proptest_config(cases(400))]
    /// Any document that is made of such paragraphs comes in whole.
    #[test]
    fn nothing_of_a_generated_document_is_lost(lines in prop::collection::vec((0..14_u8, "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,12}[.:;]?"), 0..20)) {
        let body: String = lines.iter().map(|(kind, text)| match kind {
            0 => p("H2", text),
            1 => item(text),
            2 => format!("<w:tbl>{}{}</w:tbl>", row(&["One", text]), row(&[text, "6"])),
            3 => format!("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>", p("Punkt", text)),
            4 => format!("<w:p><w:r><w:t>{text}</w:t><w:br/><w:t>{text}</w:t></w:r></w:p>"),
            // Two text boxes on one paragraph, each written for newer and for older programs.
            6 => {
                let held = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p("", text));
                let drawn = format!("<w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:drawing>{0}</w:drawing></mc:Choice><mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent></w:r>", held(text));
                format!("<w:p>{drawn}{drawn}<w:r><w:t>{text}</w:t></w:r></w:p>")
            }
            // Cells and rows in content controls, and one that was put in by a tracked change.
            7 => format!("<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>{0}</w:tc></w:sdtContent></w:sdt><w:tc>{0}</w:tc></w:tr><w:sdt><w:sdtContent>{1}</w:sdtContent></w:sdt><w:ins>{1}</w:ins></w:tbl>", p("", text), row(&[text, "7"])),
            // A table within a table.
            8 => format!("<w:tbl><w:tr><w:tc>{}<w:tbl>{}</w:tbl>{}</w:tc></w:tr></w:tbl>", p("", text), row(&[text, "8"]), p("", "")),
            9 => format!("<w:p><w:smartTag><w:r><w:t>{text}</w:t></w:r></w:smartTag><w:r><w:ptab/></w:r><w:bdo><w:r><w:t>{text}</w:t></w:r></w:bdo></w:p>"),
            10 => format!("<w:p><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>{text}</w:t></w:r></w:fldSimple><w:moveTo><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>{text}</w:t></w:r></w:moveFrom></w:p>"),
            11 => format!("<w:tbl><w:tr><w:tc><w:p><w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r></w:p></w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", p("", text), item(text)),
            12 => format!("<w:p><w:r><w:t>for</w:t><w:softHyphen/><w:t>tune</w:t><w:noBreakHyphen/><w:t>teller</w:t></w:r></w:p>{}", p("TOC1", text)),
            13 => format!("<w:p><w:r><w:ruby><w:rt><w:r><w:t>{text}</w:t></w:r></w:rt><w:rubyBase><w:r><w:t xml:space=\"preserve\"> {text}</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"),
            _ => p("", text),
        }).collect();
        let (imported, notice) = bring(&document(&body, &[]));
        // Each as often as the document shows it.
        let times = |kind: u8| match kind {
            2 | 4 | 8 | 9 | 10 | 11 | 13 => 2,
            6 => 3,
            7 => 4,
            _ => 1,
        };
        let source: Vec<String> = lines.iter().flat_map(|(kind, text)| (0..times(*kind)).flat_map(|_| sentences(text)).collect::<Vec<_>>()).collect();
        let lost = lost(&source, &imported, &notice);
        prop_assert!(lost.is_empty(), "{:?}\n{:?}\n{}", lost, lines, imported.source);
    }
}
