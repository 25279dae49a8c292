//! The gate's question "could a notice be placed on this page?", answered in 256 digits whatever the number of
//! placements. A wrong yes costs one download; there is never a wrong no.

use std::fmt::Write as _;

use notice::placement::{Placement, literal_prefix};

const BITS: u32 = 1024;
/// Two let pass less than any other number does, from 20 placements to 500.
const HASHES: u32 = 2;

/// A Bloom filter over the literal prefixes of all placements, as hexadecimal digits: bit n is in digit n / 4. The gate
/// holds the same rule for reading it: change both or neither.
#[must_use]
pub fn places(placements: &[Placement]) -> String {
    let mut digits = [0u8; BITS as usize / 4];
    for placement in placements {
        for bit in bits(&key(&placement.address)) {
            digits[bit as usize >> 2] |= 1 << (bit & 3);
        }
    }
    digits.iter().fold(String::new(), |mut text, digit| {
        let _ = write!(text, "{digit:x}");
        text
    })
}

/// The filter that compresses worst: half full, and no digit says anything of the next.
#[must_use]
pub fn fullest() -> String {
    // Marsaglia's xorshift.
    let mut state = 2_463_534_242_u32;
    (0..BITS / 4).fold(String::new(), |mut text, _| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        let _ = write!(text, "{:x}", state >> 28);
        text
    })
}

/// The literal prefix with its host in lower case, as browsers give it.
fn key(address: &str) -> String {
    let prefix = literal_prefix(address);
    let (host, path) = prefix.split_at(prefix.find('/').unwrap_or(prefix.len()));
    host.to_ascii_lowercase() + path
}

/// Ten bits of the hash for each, from bits 0 and 10 up.
fn bits(key: &str) -> impl Iterator<Item = u32> {
    let hash = hash(key);
    (0..HASHES).map(move |turn| (hash >> (10 * turn)) % BITS)
}

/// The polynomial in 31 over UTF-16 units, because that is what a script's `charCodeAt` reads and its numbers hold.
fn hash(text: &str) -> u32 {
    text.encode_utf16().fold(0_u32, |hash, unit| {
        hash.wrapping_mul(31).wrapping_add(u32::from(unit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hash_has_the_published_values() {
        // Those of Java's String.hashCode.
        assert_eq!(hash(""), 0);
        assert_eq!(hash("a"), 97);
        assert_eq!(hash("council-notice"), 0x6c01_6384);
    }

    #[test]
    fn host_is_lower_case_and_path_is_kept() {
        assert_eq!(key("ConnectDerby.co.uk/Help/*"), "connectderby.co.uk/Help");
        assert_eq!(key("/Housing/*"), "/Housing");
    }

    #[test]
    fn every_placement_is_found_and_size_does_not_grow() {
        let line = |number: u32| Placement {
            address: format!("/service-{number}/*"),
            service: String::new(),
            part: None,
            audience: None,
            form: None,
        };
        let lines: Vec<_> = (0..100).map(line).collect();
        let filter: Vec<u32> = places(&lines)
            .chars()
            .map(|digit| digit.to_digit(16).expect("a digit"))
            .collect();
        let holds =
            |key: &str| bits(key).all(|bit| filter[bit as usize >> 2] >> (bit & 3) & 1 == 1);
        assert!((0..100).all(|number| holds(&format!("/service-{number}"))));
        let wrong = (0..10_000)
            .filter(|number| holds(&format!("/other-{number}")))
            .count();
        assert!(wrong < 100, "{wrong} of 10,000 foreign addresses pass");
        assert_eq!(filter.len(), 256);
    }
}
