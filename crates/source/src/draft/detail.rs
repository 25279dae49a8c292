//! What a kind of data is called, apart from its examples: “characteristics (such as ethnicity, language and age)”.

use super::condition::{is_occasion, is_time};

/// Parts a kind of data from a list of examples in brackets, or behind “such as” and “including”. One example, and what says when, stay: they are as
/// good as the name.
pub(super) fn without_examples(text: &str) -> (&str, Option<&str>) {
    let several = |list: &str| list.contains(", ") || list.contains(" and ");
    let bracket = text.split_once(" (").and_then(|(name, behind)| {
        let inside = behind.strip_suffix(')')?;
        let examples = [
            "such as ",
            "for example ",
            "for example, ",
            "e.g. ",
            "including ",
        ];
        let listed = examples.iter().any(|it| inside.starts_with(it)) && several(inside);
        // "Card reference (we never see the whole number)" says something of it.
        let says = ["we ", "you ", "it ", "this ", "these ", "they ", "not "]
            .iter()
            .any(|it| inside.starts_with(it));
        let listed = listed || says;
        (listed && !inside.contains(['(', ')']) && !name.is_empty()).then_some((name, inside))
    });
    let marks = [" such as ", ", including "];
    let bare = || {
        let places = marks.iter().filter_map(|mark| text.find(mark));
        let at = places.min()?;
        let told = text[at..].trim_start_matches([',', ' ']);
        let whole = !text.contains('(') && several(told) && !text[..at].contains(',');
        whole.then_some((&text[..at], told))
    };
    match bracket.or_else(bare) {
        Some((name, told)) => (name, Some(told)),
        None => (text, None),
    }
}

/// Parts a kind of data from what says when it is held: “childcare costs, if you pay a childminder”. What goes on behind the condition
/// is of the name, and so is what has no mark before it: “the address where you live”.
pub(super) fn without_condition(text: &str) -> (&str, Option<&str>) {
    let marks = [", ", " (", " – ", " — ", " - "];
    let places = marks
        .iter()
        .filter_map(|mark| Some((text.rfind(mark)?, *mark)));
    let Some((at, mark)) = places.max() else {
        return (text, None);
    };
    let (name, said) = (&text[..at], &text[at + mark.len()..]);
    let bracket = mark == " (";
    let said = match (bracket, said.strip_suffix(')')) {
        (true, Some(inside)) => inside,
        (false, _) => said,
        (true, None) => return (text, None),
    };
    let first = said.split(' ').next().unwrap_or_default();
    let when = matches!(
        first,
        "if" | "where" | "when" | "whenever" | "unless" | "once" | "only" | "but"
    ) || is_occasion(said)
        || is_time(said);
    let fit = when && said.contains(' ') && !name.is_empty() && !name.ends_with(" and");
    if fit {
        (name, Some(said))
    } else {
        (text, None)
    }
}

#[cfg(test)]
mod tests {
    use super::{without_condition, without_examples};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn when_data_is_held_is_no_part_of_its_name() {
        for (text, name, condition) in [
            (
                "childcare costs, if you pay a childminder",
                "childcare costs",
                "if you pay a childminder",
            ),
            (
                "religious belief, where given",
                "religious belief",
                "where given",
            ),
            ("Hoarding (if we see it)", "Hoarding", "if we see it"),
            (
                "your bank details – only when we pay you",
                "your bank details",
                "only when we pay you",
            ),
            (
                "name, address and dietary needs, during a stay",
                "name, address and dietary needs",
                "during a stay",
            ),
        ] {
            assert_eq!(without_condition(text), (name, Some(condition)), "{text}");
        }
        for text in [
            "the address where you live",
            "whether you smoke",
            "where and when it happened",
            "name, address and, if you have one, e-mail",
            "make, calibre and where it is kept",
            "results (before and after) of tests",
            "photographs, where given, and signatures",
        ] {
            assert_eq!(without_condition(text), (text, None), "{text}");
        }
    }

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
                "safeguarding information (such as court orders and visits)",
                "safeguarding information",
                "such as court orders and visits",
            ),
            (
                "Contact details such as telephone numbers, addresses, and e-mail",
                "Contact details",
                "such as telephone numbers, addresses, and e-mail",
            ),
            (
                "medical conditions, including physical and mental health",
                "medical conditions",
                "including physical and mental health",
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
            "access arrangements, such as a key safe code",
            "details about you, such as your NHS number and next of kin",
            "your name, address and things such as pets and plants",
        ] {
            assert_eq!(without_examples(text), (text, None), "{text}");
        }
    }
}
