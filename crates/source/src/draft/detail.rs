//! What a kind of data is called, apart from its examples: “characteristics (such as ethnicity, language and age)”.

/// Parts a kind of data from a list of examples in brackets behind it. One example, and what says when, stay: they are as good as
/// the name.
pub(super) fn without_examples(text: &str) -> (&str, Option<&str>) {
    let parted = text.split_once(" (").and_then(|(name, behind)| {
        let inside = behind.strip_suffix(')')?;
        let listed = inside.contains(", ") && !inside.contains(['(', ')']);
        let examples = [
            "such as ",
            "for example ",
            "for example, ",
            "e.g. ",
            "including ",
        ]
        .iter()
        .any(|it| inside.starts_with(it));
        (listed && examples && !name.is_empty()).then_some((name, Some(inside)))
    });
    parted.unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use super::without_examples;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn examples_are_no_part_of_a_name() {
        for (text, name, told) in [
            (
                "characteristics (such as ethnicity, language and age)",
                "characteristics",
                "such as ethnicity, language and age",
            ),
            (
                "Attendance (for example, absences, reasons and schools before)",
                "Attendance",
                "for example, absences, reasons and schools before",
            ),
            (
                "contact details (including name, address and e-mail)",
                "contact details",
                "including name, address and e-mail",
            ),
            (
                "health (e.g. allergies, medicines)",
                "health",
                "e.g. allergies, medicines",
            ),
            (
                "rent account (including payments, arrears and credits)",
                "rent account",
                "including payments, arrears and credits",
            ),
        ] {
            assert_eq!(without_examples(text), (name, Some(told)), "{text}");
        }
        for text in [
            "National Insurance number (NINO)",
            "unique identifiers (such as your NI number)",
            "age (if over 60) and sex",
            "governance details (role, start and end dates, governor ID)",
            "health, including mental health",
        ] {
            assert_eq!(without_examples(text), (text, None), "{text}");
        }
    }
}
