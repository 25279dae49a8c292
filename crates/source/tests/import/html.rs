//! Web pages that are brought in.

use notice::{Notice, SectionId::*};
use proptest::prelude::*;
use source::draft::{DraftContext, Imported, import_file};

use crate::{
    reader::{cases, day, found, line, read, under},
    sentences::{lost, sentences},
};

const PAGE: &str = include_str!("texts/page.html");

pub(crate) fn bring(bytes: &[u8]) -> (Imported, Notice) {
    let known = DraftContext {
        id: "brought",
        controller: None,
        shared: &[],
        day: day(),
    };
    let imported = import_file(bytes, &known).unwrap_or_else(|refused| panic!("{refused}"));
    let notice = read(&imported);
    (imported, notice)
}

/// The text of a page, by other means than the reader's: tags are taken away, those of blocks end a line.
pub(crate) fn plain(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    let mut silent = None;
    while let Some((before, after)) = rest.split_once('<') {
        if silent.is_none() {
            if before.starts_with(char::is_whitespace) {
                out.push(' ');
            }
            out.push_str(&before.split_whitespace().collect::<Vec<_>>().join(" "));
            if before.ends_with(char::is_whitespace) {
                out.push(' ');
            }
        }
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        // No browser shows it on a page.
        if let Some(data) = after.strip_prefix("![CDATA[") {
            rest = data.split_once("]]>").map_or("", |(_, rest)| rest);
            continue;
        }
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        let name = tag
            .split([' ', '/'])
            .find(|name| !name.is_empty())
            .unwrap_or_default();
        let closes = tag.starts_with('/');
        match silent {
            Some(open) if closes && name == open => silent = None,
            None if !closes && matches!(name, "script" | "style") => {
                silent = Some(if name == "script" { "script" } else { "style" })
            }
            _ => {}
        }
        let inline = matches!(
            name,
            "a" | "b" | "strong" | "em" | "span" | "i" | "bdo" | "wbr" | "abbr" | "sup"
        );
        out.push_str(if inline { "" } else { "\n" });
        rest = after;
    }
    out.push_str(rest);
    out.replace("&amp;", "&")
        .replace("&nbsp;", " ")
        .replace("&rsquo;", "’")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&copy;", "©")
        .replace("&shy;", "")
        .replace("&eacute;", "é")
        .replace("&#233;", "é")
        .replace("&#x2014;", "—")
        .replace("&hellip;", "…")
        .replace("&zwnj;", "")
}

/// What a number leads to is told where it is another number than the one that stands there.
#[test]
fn the_heads_of_a_pages_table_are_those_that_are_marked() {
    let said = |rows: &str| {
        let page = format!(
            "<html><body><main><h1>Toys privacy notice</h1><h2>How long we keep it</h2><table>{rows}</table></main></body></html>"
        );
        under(&bring(page.as_bytes()).1, Retention)
    };
    let rest =
        "<tr><td>Rents</td><td>To bill you</td></tr><tr><td>Plots</td><td>To let them</td></tr>";
    assert_eq!(
        said(&format!(
            "<tr><th>Of 2018</th><th>To say why</th></tr>{rest}"
        )),
        [
            "Of 2018: Rents; To say why: To bill you",
            "Of 2018: Plots; To say why: To let them"
        ]
    );
    assert_eq!(
        said(&format!(
            "<tr><td>Of 2018</td><td>To say why</td></tr>{rest}"
        )),
        [
            "Of 2018; To say why",
            "Rents; To bill you",
            "Plots; To let them"
        ]
    );
    // Each row has its own head, the first too.
    assert_eq!(
        said("<tr><th>Toys</th><td>Lost</td></tr><tr><th>Games</th><td>Sold</td></tr>"),
        ["Toys; Lost", "Games; Sold"]
    );
}

#[test]
fn a_number_that_can_be_tapped_is_said_once() {
    let page = |number: &str| {
        let page = format!(
            "<main><h1>Bins</h1><h2>Complaints</h2><p>Call <a href=\"tel:{number}\">0303 123 1113</a> (local rate).</p></main>"
        );
        under(&bring(page.as_bytes()).1, Complaints).join(" ")
    };
    assert_eq!(page("03031231113"), "Call 0303 123 1113 (local rate).");
    let other = "Call 0303 123 1113 (+443031231113) (local rate).";
    assert_eq!(page("+443031231113"), other);
}

#[test]
fn the_main_part_of_a_page_comes_in_with_its_headings_lists_tables_and_links() {
    let (imported, notice) = bring(PAGE.as_bytes());
    assert_eq!(notice.title, "Allotments privacy notice");
    assert_eq!(
        found(&imported, "data"),
        ["your name", "your plot’s number, see our map of plots"]
    );
    assert_eq!(
        found(&imported, "recipient"),
        ["the allotment association", "the police"]
    );
    assert_eq!(
        line(&imported, "recipient", "the police").0,
        1 + PAGE
            .lines()
            .position(|it| it.contains("the police"))
            .expect("it is there")
    );
    assert_eq!(
        under(&notice, Retention),
        [
            "Record: Tenancies; How long: 6 years; Why: Limitation Act 1980",
            "Record: Complaints; How long: 2 years; Why: our policy",
        ]
    );
    assert!(
        under(&notice, Rights)
            .iter()
            .any(|it| *it == "You may ask for a copy of it, or object (/object).")
    );
    assert!(
        imported
            .source
            .contains("[ask for a copy](https://www.overton.example/copy)"),
        "{}",
        imported.source
    );
    assert_eq!(
        found(&imported, "address"),
        ["Town Hall High Street Overton OV1 2AB"]
    );
    assert!(
        under(&notice, Security)
            .iter()
            .any(|it| it.starts_with("We lock your details away")),
        "an opened accordion"
    );
    assert!(
        under(&notice, Cookies)
            .iter()
            .any(|it| it.contains("keeps a cookie")),
        "the notice's own section"
    );
}

#[test]
fn what_is_around_it_is_left_out_and_said_so() {
    let (imported, notice) = bring(PAGE.as_bytes());
    let why = |text: &str| {
        let left = imported.removed.iter().find(|it| it.text.contains(text));
        left.unwrap_or_else(|| panic!("{text}: {:?}", imported.removed))
            .reason
    };
    for text in [
        "Skip to main",
        "Bins",
        "Home",
        "Follow us",
        "Overton Town Council 2026",
    ] {
        assert!(why(text).contains("the page"), "{text}: {}", why(text));
    }
    assert_eq!(why("We would like to set cookies"), "a cookie banner");
    assert_eq!(why("Accept all"), "a cookie banner");
    assert_eq!(
        why("Allotments privacy notice - Overton"),
        "the name of the page in the browser"
    );
    assert_eq!(why("Print this page"), "a form or a button");
    assert!(!imported.source.contains("window.track") && !imported.source.contains("color: red"));
    let lost = lost(&sentences(&plain(PAGE)), &imported, &notice);
    assert_eq!(lost, [""; 0]);
}

#[test]
fn pages_that_do_not_mark_their_main_part_come_in_whole() {
    let page = "<html><head><title>Bins</title></head><body><table><tr><td><h1>Bins privacy notice</h1><p><b>Who we share with</b></p>\
        <p>&bull; the police<br>&bull; the DVLA</p><p><strong>How long we keep it</strong><br>We keep it for 6 years.</p></td></tr></table></body></html>";
    let (imported, notice) = bring(page.as_bytes());
    assert_eq!(notice.title, "Bins privacy notice");
    assert_eq!(found(&imported, "recipient"), ["the police", "the DVLA"]);
    assert_eq!(found(&imported, "period"), ["6 years"]);
    assert!(
        imported.warnings.iter().any(|it| it.contains("main part")),
        "{:?}",
        imported.warnings
    );
}

#[test]
fn a_heading_that_is_said_twice_above_the_main_part_is_told_twice() {
    let page = "<body><h1>Allotments</h1><h1>Allotments</h1><main><p>We are Overton Town Council, and we let allotments.</p></main>";
    let (imported, notice) = bring(page.as_bytes());
    assert_eq!(notice.title, "Allotments");
    let left: Vec<&str> = imported.removed.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(left, ["Allotments"]);
}

#[test]
fn a_page_without_end_is_no_trouble() {
    let deep = format!("<html><body><main>{}We keep it.", "<div>".repeat(2_000));
    let (_, notice) = bring(deep.as_bytes());
    assert_eq!(under(&notice, Who), ["We keep it."]);
    let (_, notice) = bring(
        "\u{feff}<!DOCTYPE html><p>Caf\u{e9} &amp; bar</p>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
            .as_slice(),
    );
    assert_eq!(under(&notice, Who), ["Café & bar"]);
}

fn block() -> impl Strategy<Value = String> {
    let text = "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,12}[.:;]?";
    let inline = prop_oneof![
        3 => text,
        1 => ("[a-z]{3,8}", "[a-z]{3,8}").prop_map(|(one, two)| format!("We <strong>{one}</strong> and <a href=\"https://a.example/{two}\">{two}</a>.")),
        1 => ("[a-z]{3,8}", "[a-z]{3,8}").prop_map(|(one, two)| format!("{one}<br>{two}<br/>Town Hall")),
        1 => ("[a-z]{3,8}", "[a-z]{3,8}").prop_map(|(one, two)| format!("For&shy;{one} caf&eacute;s &amp; {two}&nbsp;r&#233;sum&#233;s &#x2014; &lt;{one}&gt;&hellip;")),
        1 => ("[a-z]{3,8}", "[a-z]{3,8}").prop_map(|(one, two)| format!("We {one}<wbr>{two}<!-- no {two} --> and<![CDATA[ hidden {one} ]]> more<sup>2</sup>")),
        1 => ("[א-ת]{2,6}( [א-ת]{2,6}){0,5}", "[ا-ي]{3,6}").prop_map(|(one, two)| format!("<bdo dir=\"rtl\">{one}</bdo> <span dir=\"rtl\">{two}</span>.")),
    ];
    let heading = prop_oneof![
        Just("Who we are"),
        Just("Your rights"),
        Just("Managed services"),
        Just("Who we share with"),
        Just("1. What we collect")
    ];
    prop_oneof![
        (1..5_u8, heading).prop_map(|(level, text)| format!("<h{level}>{text}</h{level}>")),
        inline.clone().prop_map(|text| format!("<p>{text}</p>\n")),
        prop::collection::vec(inline.clone(), 1..4).prop_map(|items| format!("<ul>{}</ul>", items.iter().map(|it| format!("<li>{it}</li>")).collect::<String>())),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<ul><li>{one}<ul><li>{two}</li></ul></li></ul>")),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<dl><dt>{one}</dt><dd>{two}</dd></dl>")),
        ("[a-z]{3,8}", "[a-z]{3,8}", "[0-9]{2}").prop_map(|(one, two, three)| format!("<table><tr><th>{one}</th><th>{two}</th></tr><tr><td>{two}</td><td>{three}</td></tr></table>")),
        inline.clone().prop_map(|text| format!("<nav><a href=\"/\">{text}</a></nav>")),
        inline.clone().prop_map(|text| format!("<div class=\"cookie-banner\">{text}<button>Yes</button></div>")),
        inline.clone().prop_map(|text| format!("<div>{text}</div> loose text ")),
        inline.clone().prop_map(|text| format!("{text}\n")),
        inline.clone().prop_map(|text| format!("<address>{text}<br>Town Hall</address>")),
        inline.clone().prop_map(|text| format!("<blockquote><p>{text}</p></blockquote>")),
        inline.clone().prop_map(|text| format!("<pre>{text}\n  and more\n</pre>")),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<details><summary>{one}</summary>{two}<p>Below</p></details>")),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<figure><img src=\"a\" alt=\"\"><figcaption>{one}</figcaption></figure>{two}")),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<dl><dt><p>{one}</p></dt><dt>{two}</dt><dd><ul><li>{one}</li></ul></dd><dd>{two}</dd><dt>Last</dt></dl>")),
        inline.clone().prop_map(|text| format!("<dt>{text}</dt>")),
        // Terms that begin sections, and rows that are named by them.
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<dl><dt>Who we are</dt><dd>{one}</dd><dt>What we collect</dt><dd>{one}</dd><dd>{two}</dd><div><dt>Your rights</dt><dd><p>{two}</p></dd></div><dt>{one}</dt><dd>{two}</dd><dt>Contact us</dt></dl>")),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<table><tr><th>Who we share it with</th><td>{one}; {two}</td></tr><tr><th>How long we keep it</th><td>{two}</td></tr><tr><th>Purpose</th><td></td></tr><tr><th>{one}</th><td>{two}</td></tr></table>")),
        (inline.clone(), inline.clone()).prop_map(|(one, two)| format!("<ol><li><h3>{one}</h3>{two}<ol><li><p>{one}</p><p>{two}</p></li></ol>after</li><li></li></ol>")),
        (inline.clone(), inline.clone(), "[a-z]{3,8}").prop_map(|(one, two, three)| format!("<table><caption>{three}</caption><tr><td>{one}<table><tr><td>{two}</td><td><h4>{three}</h4>{two}</td></tr></table></td></tr></table>")),
        (inline.clone(), inline.clone(), "[a-z]{3,8}").prop_map(|(one, two, three)| format!("<table><thead><tr><th>{three}</th><th></th></tr></thead><tbody><tr><td><h4>{one}</h4><blockquote>{two}</blockquote></td></tr><tr><td colspan=2>{two}</td><td><dl><dt>{one}</dt><dd>{three}</dd></dl></td></tr></tbody><tfoot><tr><td>{three}</td></tr></tfoot></table>")),
        (inline.clone(), "[a-z]{3,8}").prop_map(|(one, two)| format!("<section><header><h2>{two}</h2></header><article>{one}</article></section>")),
        (inline.clone(), "[a-z]{3,8}").prop_map(|(one, two)| format!("<form><fieldset><legend>{two}</legend><label>{two}<select><option>{two}</option></select></label>{one}<textarea>{two}</textarea></fieldset></form>")),
        (inline, "[a-z]{3,8}").prop_map(|(one, two)| format!("<h2>{two}</h2><h2>{two}</h2><noscript>{two} later</noscript><p>{one}")),
    ]
}

proptest! {
    #![proptest_config(cases(200))]
    /// Any page that is made of such blocks comes in whole, with and without a main part.
    #[test]
    fn nothing_of_a_generated_page_is_lost(before in prop::collection::vec(block(), 0..4), blocks in prop::collection::vec(block(), 0..12), main in any::<bool>()) {
        let (open, close) = if main { ("<main>", "</main>") } else { ("", "") };
        let page = format!("<!doctype html><html><head><title>A page</title></head><body>{}{open}{}{close}</body></html>", before.concat(), blocks.concat());
        let (imported, notice) = bring(page.as_bytes());
        let lost = lost(&sentences(&plain(&page)), &imported, &notice);
        prop_assert!(lost.is_empty(), "{:?}\n{}\n{}\n{}", lost, page, imported, imported.source);
    }
}

/// What opens at a click is the page's text, however short, and the button over it is its heading.
#[test]
fn what_a_button_opens_is_brought_in_under_it() {
    let page = br#"<!doctype html><html lang="en"><body><main><h1>Bins privacy notice</h1>
        <p>We are Overton Borough Council, and we empty the bins of the borough.</p>
        <h2><button aria-expanded="false">What we collect</button></h2>
        <div hidden><ul><li>Name</li><li>Income</li></ul></div>
        <button type="button" aria-expanded="false" aria-controls="k">How long we keep it</button>
        <div id="k" hidden><p>Six years. Ring <a href="tel:+441632960123">01632 960123</a>.</p></div>
        <div hidden>For robots</div><button>Print</button></main></body></html>"#;
    let (imported, notice) = bring(page);
    assert_eq!(found(&imported, "data"), ["Name", "Income"]);
    let kept = notice.sections.iter().find(|it| it.id == Retention);
    assert_eq!(kept.expect("there is one").heading, "How long we keep it");
    assert_eq!(found(&imported, "phone"), ["01632 960123"]);
    let left: Vec<&str> = imported.removed.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(left, ["For robots", "Print"]);
}
