//! Who decides: the body that a text names as the controller.

use super::{bare, sentences};

/// A body that may be the controller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Body {
    pub name: String,
    /// Whether the text itself calls it the controller.
    pub sure: bool,
}

/// Words in the names of bodies that decide.
const KINDS: [&str; 26] = [
    "Council",
    "Cyngor",
    "Trust",
    "University",
    "College",
    "School",
    "Academy",
    "Homes",
    "Housing",
    "Association",
    "Authority",
    "Police",
    "Constabulary",
    "Commissioner",
    "Limited",
    "Ltd",
    "Borough",
    "Board",
    "Service",
    "Commission",
    "Office",
    "Agency",
    "Partnership",
    "Society",
    "Foundation",
    "PLC",
];

/// Small words within a name.
const SMALL: [&str; 8] = ["of", "and", "the", "for", "&", "upon", "on", "in"];

/// Words that begin a sentence and no name.
const FIRST: [&str; 18] = [
    "The",
    "Our",
    "We",
    "This",
    "As",
    "For",
    "In",
    "Under",
    "Your",
    "When",
    "At",
    "A",
    "An",
    "If",
    "Here",
    "Where",
    "Data",
    "Controller",
];

/// The bodies that a text calls the controller, or says that “we” are.
pub(crate) fn controllers(text: &str) -> Vec<Body> {
    let mut found = Vec::new();
    let lower = text.to_lowercase();
    if !lower.contains("controller") && !lower.contains("we are") && !lower.contains("part of") {
        return found;
    }
    for sentence in sentences(text) {
        let all: Vec<&str> = sentence.split_whitespace().collect();
        let is = |at: usize, want: &str| {
            all.get(at)
                .is_some_and(|word| bare(word).eq_ignore_ascii_case(want))
        };
        let controls = (0..all.len()).find(|&at| is(at, "controller") || is(at, "controllers"));
        if let Some(at) = controls {
            // `X is the data controller`, or `the data controller is X`, `Data controller: X`.
            let before = (0..at)
                .rev()
                .find(|&at| matches!(bare(all[at]), "is" | "are" | "as"));
            let name = before.and_then(|at| name_before(&all[..at]));
            let name = name.or_else(|| {
                let rest = &all[at + 1..];
                let is = rest
                    .iter()
                    .position(|word| matches!(bare(word), "is" | "are"));
                let from = match is {
                    Some(is) => is + 1,
                    None if all[at].ends_with(':') => 0,
                    None => return None,
                };
                name_after(&rest[from..])
            });
            found.extend(name.map(|name| Body { name, sure: true }));
        } else if let Some(at) = (0..all.len()).find(|&at| is(at, "we") && is(at + 1, "are")) {
            found.extend(
                name_after(&all[at + 2..])
                    .filter(|name| is_body(name))
                    .map(|name| Body { name, sure: false }),
            );
        } else if let Some(at) = (0..all.len()).find(|&at| is(at, "part") && is(at + 1, "of")) {
            found.extend(
                name_after(&all[at + 2..])
                    .filter(|name| is_body(name))
                    .map(|name| Body { name, sure: false }),
            );
        }
    }
    found
}

fn is_body(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| KINDS.contains(&bare(word)))
}

fn is_name(word: &str) -> bool {
    word.trim_start_matches(['(', '“', '"', '‘'])
        .starts_with(char::is_uppercase)
}

/// The last name before a verb: `Leeds City Council`, past what stands in brackets behind it.
fn name_before(words: &[&str]) -> Option<String> {
    let mut end = words.len();
    while end > 0 && (words[end - 1].ends_with([')', '”', '"']) || !is_name(words[end - 1])) {
        end -= 1;
    }
    let mut start = end;
    while start > 0 {
        let word = words[start - 1];
        let small = SMALL.contains(&word) && start >= 2 && is_name(words[start - 2]);
        if !(is_name(word) || small) || (word.ends_with([',', ':']) && start < end) {
            break;
        }
        start -= 1;
    }
    whole(&words[start..end])
}

/// The first name in words.
fn name_after(words: &[&str]) -> Option<String> {
    let start = words.iter().take(4).position(|word| is_name(word))?;
    let rest = &words[start..];
    let mut end = 0;
    while end < rest.len() {
        let small =
            SMALL.contains(&rest[end]) && rest.get(end + 1).is_some_and(|next| is_name(next));
        if !(is_name(rest[end]) || small) {
            break;
        }
        end += 1;
        if rest[end - 1].ends_with([',', '.', ';', ':', ')']) {
            break;
        }
    }
    whole(&rest[..end])
}

/// A name of at least two words, without what begins a sentence.
fn whole(words: &[&str]) -> Option<String> {
    let skip = words
        .iter()
        .take_while(|word| FIRST.contains(&bare(word)))
        .count();
    let name = words[skip..].join(" ");
    let name = name
        .trim_matches(|mark: char| !mark.is_alphanumeric())
        .to_owned();
    (name.contains(' ') && name.len() <= 100).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::controllers;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_controller_is_taken_from_what_the_text_says() {
        for (text, name, sure) in [
            (
                "Leeds City Council is the data controller.",
                "Leeds City Council",
                true,
            ),
            (
                "The London Borough of Camden (“we”) is the controller of your data",
                "London Borough of Camden",
                true,
            ),
            (
                "The data controller for this service is Overton NHS Foundation Trust.",
                "Overton NHS Foundation Trust",
                true,
            ),
            (
                "Data controller: Overton Homes Ltd",
                "Overton Homes Ltd",
                true,
            ),
            (
                "We are Leeds City Council, and we look after parks.",
                "Leeds City Council",
                false,
            ),
            (
                "Connect Derby is part of Derby City Council which is the authority",
                "Derby City Council",
                false,
            ),
            (
                "For the purposes of the law, Brighton and Hove City Council is registered as a data controller.",
                "Brighton and Hove City Council",
                true,
            ),
        ] {
            let found = controllers(text);
            let found: Vec<(&str, bool)> =
                found.iter().map(|it| (it.name.as_str(), it.sure)).collect();
            assert_eq!(found, [(name, sure)], "{text}");
        }
        assert_eq!(
            controllers("We are here to help. You control who sees it."),
            []
        );
    }
}
