//! An entry of a list by its words: what is of its name, and whether it is one at all.

/// An entry has so many words at most.
const WORDS: usize = 16;

/// Returns an entry without what joins it to the next.
pub(super) fn entry(text: &str) -> &str {
    let text = text.trim();
    let text = text
        .strip_prefix("and ")
        .or_else(|| text.strip_prefix("and, "))
        .unwrap_or(text);
    let text = text.strip_suffix(" and").unwrap_or(text);
    // "Where the law says so, the police": the condition is no part of the name.
    let text = match text.split_once(", ") {
        Some((condition, name)) if is_condition(condition) && !name.contains(',') => name,
        _ => text,
    };
    text.trim_end_matches(['.', ',', ';', ' '])
}

/// Says whether a text says when or where, and names nobody.
pub(super) fn is_condition(text: &str) -> bool {
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    matches!(first.as_str(), "where" | "if" | "when" | "unless" | "with")
}

/// Says whether an entry is one: a few words, and not that there is none.
pub(super) fn is_entry(text: &str) -> bool {
    let none = matches!(
        text.to_lowercase().as_str(),
        "" | "none" | "nobody" | "n/a" | "no one" | "not applicable" | "-" | "–"
    );
    // A letter or a number counts, and names nothing.
    let counts = text.chars().filter(|mark| mark.is_alphanumeric()).count() < 2;
    !none && !counts && text.split_whitespace().count() <= WORDS && !text.contains(". ")
}

/// Parts the name of a body from what is told of it: “Quay Payments Ltd, who take your fee for us”, “Civica (our supplier)”, “the
/// Cabinet Office, for the National Fraud Initiative”. A condition (“where you owe us money”) stays: it says when, and not what for.
pub(super) fn apart(text: &str) -> (&str, Option<&str>) {
    let first = |told: &str| told.split([' ', ',']).next().unwrap_or_default().to_owned();
    let says = |told: &str, list: &[&str]| list.contains(&first(told).as_str());
    let comma = [
        "who", "which", "whose", "for", "to", "so", "acting", "as", "our", "because",
    ];
    let more = [
        "runs",
        "run",
        "hosts",
        "host",
        "provides",
        "provide",
        "process",
        "processes",
        "manages",
        "manage",
    ];
    let places = text
        .match_indices([',', '–', '—', '-', '(', ':'])
        .filter_map(|(at, mark)| {
            let behind = &text[at + mark.len()..];
            let told = behind.trim_start();
            let spaced = mark == "(" || behind.starts_with(' ');
            let dashed = text[..at].ends_with(' ') && (says(told, &comma) || says(told, &more));
            let fit = match mark {
                "," => says(told, &comma[..9]),
                // A name ends with its bracket, and what stands there names nothing more.
                "(" => {
                    told.ends_with(')')
                        && told.find(')') == Some(told.len() - 1)
                        && says(told, &comma)
                }
                ":" => says(told, &more) || says(told, &comma),
                _ => dashed,
            };
            (spaced && fit).then_some((at, told))
        });
    let mut places = places;
    match places.next() {
        Some((at, told)) if at > 0 && told.contains(' ') => {
            let name = text[..at].trim_end();
            let bracket = text[at..].starts_with('(');
            (
                name,
                Some(if bracket {
                    told.trim_end_matches(')')
                } else {
                    told
                }),
            )
        }
        _ => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_told_of_a_body_is_no_part_of_its_name() {
        for (text, name, told) in [
            (
                "Quay Payments Ltd, who take your fee for us",
                "Quay Payments Ltd",
                "who take your fee for us",
            ),
            ("Civica (our supplier)", "Civica", "our supplier"),
            (
                "Chipside Ltd – runs the portal for us, as our processor",
                "Chipside Ltd",
                "runs the portal for us, as our processor",
            ),
            (
                "the Cabinet Office, for the National Fraud Initiative",
                "the Cabinet Office",
                "for the National Fraud Initiative",
            ),
            (
                "Capita (which prints our letters)",
                "Capita",
                "which prints our letters",
            ),
            ("HMRC: to check your income", "HMRC", "to check your income"),
            (
                "ParentPay, our payment provider",
                "ParentPay",
                "our payment provider",
            ),
        ] {
            assert_eq!(apart(text), (name, Some(told)), "{text}");
        }
        for text in [
            "Department for Work and Pensions (DWP)",
            "contractors who carry out repairs",
            "Debt collectors – only where you owe us money",
            "our contractor, Tidy Streets Ltd",
            "the police, where there is a safeguarding concern",
            "schools (primary and secondary)",
            "health, social care and housing bodies",
            "Kier (our)",
            "Stoke-on-Trent City Council",
        ] {
            assert_eq!(apart(text), (text, None), "{text}");
        }
    }
}
