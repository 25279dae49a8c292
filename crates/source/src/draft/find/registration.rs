//! The number under which a body is registered with the regulator.

/// Lists numbers of the register of fee payers: a Z, and seven figures or a letter and six.
pub(crate) fn registrations(text: &str) -> Vec<String> {
    if !text.contains('Z') {
        return Vec::new();
    }
    let words = text.split(|mark: char| !mark.is_ascii_alphanumeric());
    let is = |word: &&str| {
        let bytes = word.as_bytes();
        bytes.len() == 8
            && bytes[0] == b'Z'
            && (bytes[1].is_ascii_uppercase() || bytes[1].is_ascii_digit())
            && bytes[2..].iter().all(u8::is_ascii_digit)
    };
    words.filter(is).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::registrations;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_number_of_the_register_has_its_own_look() {
        for text in [
            "We are registered as a data controller, number Z1234567, and",
            "ICO registration: Z1234567.",
            "(ref Z1234567)",
            "Registration number Z1234567; renewed each May",
            "Reg. No. Z1234567",
        ] {
            assert_eq!(registrations(text), ["Z1234567"], "{text}");
        }
        assert_eq!(registrations("Number ZA123456."), ["ZA123456"]);
        for text in [
            "Z12345678",
            "Zone 1234567",
            "ZAB12345",
            "z1234567",
            "A Z to be 1234567",
        ] {
            assert_eq!(registrations(text), [""; 0], "{text}");
        }
    }
}
