//! Whose a number or an address is: the regulator's and an ombudsman's are not the officer's.

/// Names of whom people complain to, as lower case.
const REGULATORS: [&str; 8] = [
    "information commission",
    "ombudsman",
    "the ico",
    "ico ",
    "ico:",
    "supervisory authority",
    "regulator",
    "tribunal",
];

/// Names of those who are asked at the council itself, as lower case.
const OWN: [&str; 6] = [
    "protection officer",
    "dpo",
    "the council",
    "our ",
    "write to us",
    "contact us",
];

/// Says whether the last who is named before `fact` in a text is whom people complain to, or the first behind it where none is.
pub(crate) fn is_regulators(text: &str, fact: &str) -> bool {
    let Some(at) = text.find(fact) else {
        return false;
    };
    // The fact may begin with the name itself: "Information Commission, Wycliffe House".
    let fact = fact.to_lowercase();
    if REGULATORS.iter().any(|name| fact.contains(name)) {
        return true;
    }
    let before = format!(" {}", text[..at].to_lowercase());
    let last = |names: &[&str]| {
        let found = names.iter().filter_map(|name| before.rfind(name));
        found.max()
    };
    match (last(&REGULATORS), last(&OWN)) {
        (Some(theirs), own) => own.is_none_or(|own| own < theirs),
        (None, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_regulators;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_number_is_of_whom_the_text_named_last() {
        for (text, fact) in [
            (
                "Complain to the Information Commissioner's Office on 0303 123 1113.",
                "0303 123 1113",
            ),
            (
                "The ICO can be contacted at Wycliffe House, SK9 5AF.",
                "Wycliffe House, SK9 5AF",
            ),
            (
                "Write to us first, then to the Ombudsman on 0300 061 0614.",
                "0300 061 0614",
            ),
            (
                "Information Commission, Water Lane, SK9 5AF",
                "Information Commission, Water Lane, SK9 5AF",
            ),
            ("ICO: casework@ico.org.uk", "casework@ico.org.uk"),
        ] {
            assert!(is_regulators(text, fact), "{text}");
        }
        for (text, fact) in [
            (
                "Ring our Data Protection Officer on 01632 960 123.",
                "01632 960 123",
            ),
            (
                "Ring us on 01632 960 123, or complain to the ICO.",
                "01632 960 123",
            ),
            (
                "Before you go to the ICO, ring our officer on 01632 960 123.",
                "01632 960 123",
            ),
            (
                "The ICO regulates us. Contact us at dpo@overton.example.",
                "dpo@overton.example",
            ),
            (
                "Town Hall, Market Street, OV1 1AA",
                "Town Hall, Market Street, OV1 1AA",
            ),
        ] {
            assert!(!is_regulators(text, fact), "{text}");
        }
    }
}
