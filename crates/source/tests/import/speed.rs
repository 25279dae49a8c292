//! A long source takes time in proportion to its length, in every format.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use source::draft::{DraftContext, import_file};

use crate::{
    docx::{document, item, p, row},
    print::{page, printed},
    reader::day,
};

/// Writes a source of so many parts, none of which repeats another.
type Write = fn(usize) -> Vec<u8>;

const FORMATS: [(&str, Write); 4] = [
    ("text", text),
    ("page", html),
    ("document", word),
    ("print", print),
];

/// Every kind of line.
fn text(parts: usize) -> Vec<u8> {
    let part = |at: usize| {
        format!(
            "Managed service {at}\n\nWe keep record {at} for {at} years under the Harbour {at} Act 1999. Call 01632 {at:06} or write to \
             a{at}@overton.gov.uk, {at} High Street, OV1 2AB.\n\n- item {at} of the list\n- another item {at}\n\nPurpose {at}: to look \
             after berth {at}\n\nBerth {at}\tName {at}\t6 years\nBerth {at}b\tName {at}b\t3 years\n\nPage {at} of {parts}\nOverton Harbour \
             {at} privacy notice version 1\n\u{c}\nLegal obligation\n\n"
        )
    };
    (0..parts).map(part).collect::<String>().into_bytes()
}

/// Headings, paragraphs with links, lists and tables.
fn html(parts: usize) -> Vec<u8> {
    let part = |at: usize| {
        format!(
            "<section><h2>Managed service {at}</h2><p>We keep record {at} for {at} years under the Harbour {at} Act 1999. Call 01632 \
             {at:06} or <a href=\"mailto:a{at}@overton.gov.uk\">write to us</a>, {at} High Street, OV1 2AB.</p><ul><li>item {at} of the \
             list</li><li>another item {at}</li></ul><table><tr><th>Berth</th><th>Kept</th></tr><tr><td>Berth {at}</td><td>6 years</td></tr>\
             </table></section>\n"
        )
    };
    let body: String = (0..parts).map(part).collect();
    format!("<!doctype html><html lang=\"en\"><body><nav>Menu</nav><main><h1>Harbour privacy notice</h1>{body}</main></body></html>").into_bytes()
}

fn word(parts: usize) -> Vec<u8> {
    let part = |at: usize| {
        [
            p("H2", &format!("Managed service {at}")),
            p("", &format!("We keep record {at} for {at} years under the Harbour {at} Act 1999. Call 01632 {at:06} or write to a{at}@overton.gov.uk.")),
            item(&format!("item {at} of the list")),
            format!("<w:tbl>{}</w:tbl>", row(&[&format!("Berth {at}"), "6 years"])),
        ]
        .concat()
    };
    document(&(0..parts).map(part).collect::<String>(), &[])
}

/// Eight parts a page.
fn print(parts: usize) -> Vec<u8> {
    const EACH: usize = 8;
    let part = |at: usize| {
        [
            (14, format!("Managed service {at}")),
            (
                11,
                format!("We keep record {at} for {at} years under the Harbour {at} Act 1999."),
            ),
            (
                11,
                format!("Call 01632 {at:06} or write to a{at}@overton.gov.uk."),
            ),
            (11, format!("- item {at} of the list")),
            (11, String::new()),
        ]
    };
    let pages: Vec<Vec<(u32, String)>> = (0..parts.div_ceil(EACH))
        .map(|page| {
            let parts = page * EACH..parts.min((page + 1) * EACH);
            let mut lines: Vec<(u32, String)> = parts.flat_map(part).collect();
            lines.push((9, format!("Page {}", page + 1)));
            lines
        })
        .collect();
    let prints = pages.iter().map(|lines| {
        let lines: Vec<(u32, &str)> = lines
            .iter()
            .map(|(size, text)| (*size, text.as_str()))
            .collect();
        page(&lines)
    });
    printed(&prints.collect::<Vec<_>>(), "")
}

/// The time that this thread has had, which does not grow where others work beside it; elsewhere than on Linux that of the clock.
fn spent() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let own = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    own.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn fastest(bytes: &[u8], times: usize) -> Duration {
    let known = DraftContext {
        id: "long",
        controller: None,
        shared: &[],
        day: day(),
    };
    let once = |_| {
        let start = spent();
        let imported = import_file(bytes, &known);
        let imported = imported.unwrap_or_else(|refused| panic!("{refused}"));
        assert!(!imported.found.is_empty());
        spent() - start
    };
    (0..times).map(once).min().expect("at least once")
}

#[test]
fn time_grows_with_the_length_and_not_with_its_square() {
    for (format, write) in FORMATS {
        let (short, long) = (fastest(&write(100), 3), fastest(&write(800), 3));
        let times = long.as_secs_f64() / short.as_secs_f64();
        println!("{format}: {short:?} for 100 parts, {long:?} for 800");
        // Eight times the text: eight times the time, and 64 times if anything were quadratic.
        assert!(
            times < 20.0,
            "{format}: {short:?} for 100 parts, {long:?} for 800: {times:.1} times"
        );
    }
}

/// What a release of the program does with a source that is longer than any notice.
#[cfg(not(debug_assertions))]
#[test]
fn five_megabytes_come_in_within_two_seconds() {
    const SIZE: usize = 5_000_000;
    let mut slow = Vec::new();
    for (format, write) in FORMATS {
        // A document is packed: its length is that of what is in it.
        let one = if format == "document" {
            1_100
        } else {
            write(1_000).len() / 1_000
        };
        let bytes = write(SIZE / one);
        let took = fastest(&bytes, 3);
        println!("{format}: {} bytes in {took:?}", bytes.len());
        // So much print is a book of two thousand pages, each letter with its place, which comes close to two seconds.
        let most = Duration::from_millis(if format == "print" { 2_500 } else { 2_000 });
        slow.extend((took >= most).then(|| format!("{format}: {took:?}")));
    }
    assert!(slow.is_empty(), "{slow:?}");
}
