//! PDFs that are brought in.

use notice::SectionId::*;
use proptest::prelude::*;
use source::draft::{DraftContext, Refused, import_file};

use crate::{
    html::bring,
    print::{Print, page, printed},
    reader::{cases, day, found, under},
    sentences::{lost, sentences},
};

fn refused(bytes: &[u8]) -> Refused {
    let known = DraftContext {
        id: "x",
        controller: None,
        shared: &[],
        day: day(),
    };
    import_file(bytes, &known).expect_err("it is refused")
}

#[test]
fn a_pdf_with_text_comes_in_without_what_belonged_to_its_pages() {
    let first = [
        (18, "Allotments privacy notice"),
        (11, ""),
        (14, "Who we are"),
        (
            11,
            "Overton Town Council (the council) is the data controller. It lets plots",
        ),
        (11, "to anyone who lives in Overton."),
        (11, ""),
        (14, "Who we share your details with"),
        (11, "We may share your details with:"),
        (11, "- the allotment association"),
        (
            11,
            "- the police, where the law asks us to tell them about a plot and who",
        ),
        (9, "Allotments privacy notice version 1"),
        (9, "Page 1 of 2"),
    ];
    let second = [
        (11, "has it"),
        (11, ""),
        (14, "How long we keep it"),
        (
            11,
            "We keep it for 6 years, as the Limitation Act 1980 says.",
        ),
        (9, "Allotments privacy notice version 1"),
        (9, "Page 2 of 2"),
    ];
    let (imported, notice) = bring(&printed(&[page(&first), page(&second)], ""));
    assert_eq!(notice.title, "Allotments privacy notice");
    assert_eq!(
        under(&notice, Who),
        [
            "Overton Town Council (the council) is the data controller. It lets plots to anyone who lives in Overton."
        ]
    );
    assert_eq!(
        found(&imported, "recipient"),
        ["the allotment association", "the police"]
    );
    assert_eq!(
        notice.recipients[1].condition_detail.as_deref(),
        Some("where the law asks us to tell them about a plot and who has it")
    );
    assert_eq!(found(&imported, "period"), ["6 years"]);
    assert_eq!(imported.removed.len(), 4, "{:?}", imported.removed);
    let said = imported.to_string();
    for place in [
        "  page 2, under “How long we keep it”: Page 2 of 2 (",
        "  page 1, under “Who we share your details with”: recipient: the police",
        "  page 2, under “How long we keep it”: period: 6 years",
    ] {
        assert!(said.contains(place), "{place}: {said}");
    }
    let mark = "**To be rewritten (page 1, under “Who we are”):**";
    assert!(imported.source.contains(mark), "{}", imported.source);
    let source: Vec<String> = first
        .iter()
        .chain(&second)
        .flat_map(|(_, line)| sentences(line))
        .collect();
    assert_eq!(lost(&source, &imported, &notice), [""; 0]);
}

#[test]
fn a_printed_table_keeps_its_cells_apart() {
    let mut print = page(&[(14, "How long we keep it"), (11, "")]);
    for (at, (one, two)) in [
        ("Record", "How long"),
        ("Tenancies", "6 years"),
        ("Complaints", "2 years"),
    ]
    .iter()
    .enumerate()
    {
        let y = 700 - u32::try_from(at).expect("three rows") * 14;
        print.extend([(60, y, 11, *one), (300, y, 11, *two)]);
    }
    let (_, notice) = bring(&printed(&[print], ""));
    assert_eq!(
        under(&notice, Retention),
        [
            "Record: Tenancies; How long: 6 years",
            "Record: Complaints; How long: 2 years"
        ]
    );
}

#[test]
fn what_cannot_be_read_rightly_is_refused_with_advice() {
    let lines: Vec<(u32, u32, u32, &str)> = (0..20)
        .flat_map(|at| {
            [
                (60, 700 - at * 14, 10, "a line of the left column here"),
                (320, 700 - at * 14, 10, "and one of the right column"),
            ]
        })
        .collect();
    assert_eq!(refused(&printed(&[lines], "")), Refused::Columns(1));
    assert_eq!(
        refused(&printed(&[Vec::new(), Vec::new()], "")),
        Refused::Scanned
    );
    let lock = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (00000000000000000000000000000000) /U (11111111111111111111111111111111) /P -4 >> /ID [(a) (b)]";
    assert_eq!(
        refused(&printed(
            &[page(&[(11, "We keep it for years and years.")])],
            lock
        )),
        Refused::Locked
    );
    for refusal in [
        Refused::Columns(1),
        Refused::Scanned,
        Refused::Locked,
        Refused::Unnamed,
        Refused::Broken(String::new()),
    ] {
        assert!(refusal.to_string().contains("help:"), "{refusal}");
    }
}

#[test]
fn a_damaged_pdf_is_refused_and_breaks_nothing() {
    let whole = printed(
        &[page(&[(
            11,
            "We keep it for six years, and then delete it.",
        )])],
        "",
    );
    for cut in (0..whole.len()).step_by(37) {
        let mut bytes = whole[..cut].to_vec();
        bytes.splice(0..0, b"%PDF-".iter().copied());
        let known = DraftContext {
            id: "x",
            controller: None,
            shared: &[],
            day: day(),
        };
        // What can still be read may come in; nothing may panic.
        let _ = import_file(&bytes, &known);
        let mut bytes = whole.clone();
        if let Some(byte) = bytes.get_mut(cut) {
            *byte = b'9';
        }
        let _ = import_file(&bytes, &known);
    }
}

/// A bullet may be printed larger than its words; it makes no heading of them, and one item of no list.
#[test]
fn bullets_in_large_print_part_their_items() {
    let mut page: Print<'_> = vec![
        (60, 780, 18, "Garden waste"),
        (60, 740, 14, "The information we hold"),
    ];
    let items = ["Name and address", "Card details", "A record of complaints"];
    for (at, item) in (0..).zip(items) {
        let y = 715 - at * 12;
        page.push((60, y, 14, "*"));
        page.push((76, y, 10, item));
    }
    page.push((
        60,
        660,
        10,
        "We use your details to empty your bin and to take your payment.",
    ));
    let (imported, _) = bring(&printed(&[page], ""));
    assert_eq!(found(&imported, "data"), items);
}

/// A footer may be long: who says it, what it is, its version, the page.
#[test]
fn a_long_footer_on_each_page_is_left_out() {
    let footer = "Overton Borough Council - Garden Waste Collection Service Privacy Notice v1.2";
    let page = |heading: &'static str, says: &'static str, number: &'static str| {
        let mut page: Print<'_> = vec![(60, 780, 14, heading), (60, 750, 10, says)];
        page.extend([(60, 40, 8, footer), (480, 40, 8, number)]);
        page
    };
    let pages = [
        page(
            "Who we are",
            "We are the council, and we empty your garden waste bin each week.",
            "Page 1",
        ),
        page(
            "How long we keep it",
            "We keep your details for six years after you leave.",
            "Page 2",
        ),
    ];
    let (imported, _) = bring(&printed(&pages, ""));
    let left: Vec<&str> = imported.removed.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(left.iter().all(|text| text.contains("v1.2")), "{left:?}");
    let prose = imported.source.rsplit("+++").next().expect("it has prose");
    assert!(!prose.contains("v1.2"), "{prose}");
}

/// What a browser prints at the edges of pages is left out; a heading that comes again is not, wherever pages end.
#[test]
fn a_heading_that_comes_again_is_no_footer() {
    let numbers: Vec<String> = (1..=6).map(|at| format!("{at} / 6")).collect();
    let facts: Vec<String> = (1..=6)
        .map(|at| format!("We keep record {at} for {at} years."))
        .collect();
    let page = |at: usize| {
        let mut print: Print<'_> = vec![(30, 820, 8, "11/30/26, 6:41 AM    Bins: privacy notice")];
        // It stands right at the top of two pages, and in the middle of others.
        let places: &[u32] = match at {
            1 | 3 => &[790],
            2 | 5 => &[600],
            _ => &[],
        };
        print.extend(places.iter().map(|y| (60, *y, 14, "Enquiries and reports")));
        print.extend([
            (
                60,
                700,
                10,
                "You may ask what this is about, and we tell you.",
            ),
            (60, 560, 10, facts[at].as_str()),
            (60, 400, 8, "extra protection by law"),
        ]);
        print.push((500, 20, 8, numbers[at].as_str()));
        print
    };
    let pages: Vec<Print<'_>> = (0..6).map(page).collect();
    let (imported, notice) = bring(&printed(&pages, ""));
    let left: Vec<&str> = imported.removed.iter().map(|it| it.text.as_str()).collect();
    let own = ["Enquiries and reports"];
    assert!(left.iter().all(|text| !own.contains(text)), "{left:?}");
    assert_eq!(left.iter().filter(|it| it.contains(" AM ")).count(), 6);
    assert_eq!(left.iter().filter(|it| it.contains(" / ")).count(), 6);
    let all = crate::reader::texts(&notice);
    let times = all.iter().filter(|it| it.contains("Enquiries and reports"));
    assert_eq!(times.count(), 4, "{all:?}");
    // Nor is what comes again within longer lines.
    let page = |at: usize| {
        let mut print: Print<'_> = vec![(30, 820, 8, "11/30/26, 6:41 AM    Bins: privacy notice")];
        let marked: &[(u32, &str)] = match at {
            0 => &[(780, "Health"), (760, "extra protection by law")],
            1 => &[
                (790, "extra protection by law"),
                (760, "Origin: extra protection by law"),
            ],
            _ => &[(760, "We tell nobody else.")],
        };
        print.extend(marked.iter().map(|(y, text)| (60, *y, 10, *text)));
        print.push((60, 560, 10, facts[at].as_str()));
        print.push((500, 20, 8, numbers[at].as_str()));
        print
    };
    let pages: Vec<Print<'_>> = (0..6).map(page).collect();
    let (imported, _) = bring(&printed(&pages, ""));
    let mut left = imported.removed.iter();
    assert!(
        !left.any(|it| it.text.contains("law")),
        "{:?}",
        imported.removed
    );
}

/// What a line of print says, and in which size: headings, sentences cut at the end of a line, items, rows, furniture.
fn line() -> impl Strategy<Value = (u32, String)> {
    let words = "[a-z]{2,8}( [a-z]{2,8}){0,8}";
    prop_oneof![
        2 => Just((11, String::new())),
        1 => "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,4}".prop_map(|text| (14, text)),
        1 => Just((14, "How long we keep it".to_owned())),
        3 => words.prop_map(|text| (11, format!("We {text}."))),
        2 => words.prop_map(|text| (11, text)),
        2 => ("[-*o]", words).prop_map(|(mark, text)| (11, format!("{mark} {text}"))),
        1 => "[A-Z][a-z]{2,8}: [0-9]{1,2} years".prop_map(|text| (11, text)),
        1 => "[A-Z][a-z]{2,8} \\([a-z]{2,8}\\) [a-z]{2,8}".prop_map(|text| (10, text)),
        1 => Just((9, "Overton privacy notice version 1".to_owned())),
    ]
}

proptest! {
    #![proptest_config(cases(200))]
    /// Any print that is made of such lines comes in whole, or is refused with advice.
    #[test]
    fn nothing_of_a_generated_print_is_lost(pages in prop::collection::vec(prop::collection::vec(line(), 1..30), 1..4)) {
        let lines: Vec<Vec<(u32, &str)>> = pages.iter().map(|page| page.iter().map(|(size, text)| (*size, text.as_str())).collect()).collect();
        let prints: Vec<Print<'_>> = lines.iter().map(|lines| page(lines)).collect();
        let bytes = printed(&prints, "");
        let known = DraftContext { id: "brought", controller: None, shared: &[], day: day() };
        let refusal = import_file(&bytes, &known).err();
        if let Some(refusal) = refusal {
            // A page or two of next to no text is taken for a scan.
            prop_assert!(matches!(refusal, Refused::Scanned), "{refusal}");
            return Ok(());
        }
        let (imported, notice) = bring(&bytes);
        let source: Vec<String> = pages.iter().flatten().flat_map(|(_, text)| sentences(text)).collect();
        let lost = lost(&source, &imported, &notice);
        prop_assert!(lost.is_empty(), "{:?}\n{:?}\n{}\n{}", lost, pages, imported, imported.source);
    }
}
