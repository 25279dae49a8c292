//! Sums of money in a text.

use super::text::mentions;

/// Lists the sums of money in a text, in whole pounds.
pub(super) fn pounds(text: &str) -> impl Iterator<Item = u32> + '_ {
    let figures = text.split('£').skip(1).filter_map(|rest| {
        let digits: String = rest
            .trim_start()
            .chars()
            .take_while(|mark| mark.is_ascii_digit() || *mark == ',')
            .filter(char::is_ascii_digit)
            .collect();
        digits.parse().ok()
    });
    let spelt = mentions(text, "ten pound") || mentions(text, "10 pound");
    figures.chain(spelt.then_some(10))
}
