//! A long source takes time in proportion to its length.

use std::time::{Duration, Instant};

use source::draft::import;

use crate::reader::day;

/// A text of every kind of line, none of which repeats another.
fn text(parts: usize) -> String {
    let part = |at: usize| {
        format!(
            "Managed service {at}\n\nWe keep record {at} for {at} years under the Harbour {at} Act 1999. Call 01632 {at:06} or write to \
             a{at}@overton.gov.uk, {at} High Street, OV1 2AB.\n\n- item {at} of the list\n- another item {at}\n\nPurpose {at}: to look \
             after berth {at}\n\nBerth {at}\tName {at}\t6 years\nBerth {at}b\tName {at}b\t3 years\n\nPage {at} of {parts}\nOverton Harbour \
             {at} privacy notice version 1\n\u{c}\nLegal obligation\n\n"
        )
    };
    (0..parts).map(part).collect()
}

fn fastest(parts: usize) -> Duration {
    let text = text(parts);
    let once = |_| {
        let start = Instant::now();
        let imported = import(&text, "long", None, &[], day());
        assert!(imported.found.len() > parts);
        start.elapsed()
    };
    (0..3).map(once).min().expect("three times")
}

#[test]
fn time_grows_with_the_length_and_not_with_its_square() {
    let (short, long) = (fastest(150), fastest(1200));
    let times = long.as_secs_f64() / short.as_secs_f64();
    // Eight times the text: eight times the time, and 64 times if anything were quadratic.
    assert!(
        times < 20.0,
        "{short:?} for 150 parts, {long:?} for 1200: {times:.1} times"
    );
}
