//! The filters of the gate that compress worst, to hold its size against its limit however many placements a site has.

use std::fmt::Write as _;

use super::filter::BITS;

/// How many fillings of the filter are tried: the largest gate among them is the largest of any site to a byte or two.
const FILLINGS: usize = 16;

/// Lists filters that compress worst, half full and with no digit that says anything of the next: among several the largest is
/// about what any deployment can come to.
pub(crate) fn all() -> impl Iterator<Item = String> {
    // Marsaglia's xorshift.
    let mut state = 2_463_534_242_u32;
    let mut digit = move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state >> 28
    };
    (0..FILLINGS).map(move |_| {
        (0..BITS / 4).fold(String::new(), |mut text, _| {
            let _ = write!(text, "{:x}", digit());
            text
        })
    })
}
