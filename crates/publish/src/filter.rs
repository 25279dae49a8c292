//! The gate's question "could a notice be placed on this page?", answered by the page's first folder in 64 digits whatever
//! the number of placements. A wrong yes costs one small download; there is never a wrong no.

use std::fmt::Write as _;

use notice::placement::{Placement, split};

/// How many bits a filter has.
pub(crate) const BITS: u32 = 256;
/// Two let pass less than any other number does, up to 90 folders; a council's site has a dozen or two.
const HASHES: u32 = 2;
/// Makes a Bloom filter over the first folders of all placements, as hexadecimal digits: bit n is in digit n / 4. The gate
/// (`www/gate/placement-filter.js`) holds the same rule for reading it: change both or neither.
#[must_use]
pub(crate) fn places(placements: &[Placement]) -> String {
    let mut digits = [0u8; BITS as usize / 4];
    for placement in placements {
        for bit in keys(&placement.address).iter().flat_map(|key| bits(key)) {
            digits[bit as usize >> 2] |= 1 << (bit & 3);
        }
    }
    digits.iter().fold(String::new(), |mut text, digit| {
        let _ = write!(text, "{digit:x}");
        text
    })
}

/// Lists host and first folder of an address pattern: `/housing`, `host/housing`. Without a folder the host alone, which is empty
/// for any: that is every page's.
fn keys(address: &str) -> Vec<String> {
    let host = split(address).0.to_ascii_lowercase();
    match folders(address) {
        folders if folders.is_empty() => vec![host],
        folders => folders.iter().map(|one| host.clone() + one).collect(),
    }
}

/// Lists the first folders that an address pattern's pages may be in: `/housing`; `/` for the home page, which goes by `/index.html`
/// too. None where a `*` stands in the folder, or nothing does: the pages may be in any.
pub(crate) fn folders(address: &str) -> Vec<&str> {
    let path = split(address).1;
    match path.split('/').nth(1) {
        Some("") => vec!["/", "/index.html"],
        Some(folder) if !folder.contains('*') => vec![&path[..=folder.len()]],
        _ => Vec::new(),
    }
}

/// Lists the bits of a key: eight bits of the hash for each, from bits 0 and 8 up.
fn bits(key: &str) -> impl Iterator<Item = u32> {
    let hash = hash(key);
    (0..HASHES).map(move |turn| (hash >> (8 * turn)) % BITS)
}

/// Computes the polynomial in 31 over UTF-16 units, because that is what a script's `charCodeAt` reads and its numbers hold.
pub(crate) fn hash(text: &str) -> u32 {
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
    fn the_home_page_has_two_names() {
        assert_eq!(
            keys("Derby.gov.uk/"),
            ["derby.gov.uk/", "derby.gov.uk/index.html"]
        );
    }

    #[test]
    fn a_key_is_the_host_in_lower_case_and_the_first_folder_as_it_is() {
        for (address, wanted) in [
            ("ConnectDerby.co.uk/Help/*", "connectderby.co.uk/Help"),
            ("connectderby.co.uk/**", "connectderby.co.uk"),
            ("connectderby.co.uk", "connectderby.co.uk"),
            ("/Housing/apply/*", "/Housing"),
            ("/tenancy.html", "/tenancy.html"),
            ("/hous*/apply", ""),
            ("/**", ""),
            ("/", "/"),
        ] {
            assert_eq!(keys(address)[0], wanted, "{address}");
        }
    }

    #[test]
    fn every_folder_is_found_few_others_are_and_size_does_not_grow() {
        let line = |number: u32| Placement {
            address: format!("/service-{}/{number}/*", number % 30),
            service: String::new(),
            part: None,
            audience: None,
            form: None,
        };
        let lines: Vec<_> = (0..1000).map(line).collect();
        let filter: Vec<u32> = places(&lines)
            .chars()
            .map(|digit| digit.to_digit(16).expect("a digit"))
            .collect();
        let holds =
            |key: &str| bits(key).all(|bit| filter[bit as usize >> 2] >> (bit & 3) & 1 == 1);
        assert!((0..30).all(|number| holds(&format!("/service-{number}"))));
        let wrong = (0..10_000)
            .filter(|number| holds(&format!("/other-{number}")))
            .count();
        assert!(wrong < 1000, "{wrong} of 10,000 foreign folders pass");
        assert_eq!(filter.len(), 64);
    }
}
