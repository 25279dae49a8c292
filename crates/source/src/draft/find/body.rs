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

/// Words without which a text says of no body that it may be the controller.
const SPOKEN: [&str; 8] = [
    "controller",
    "we are",
    "part of",
    "run by",
    "provided by",
    "delivered by",
    "managed by",
    "how ",
];

/// The bodies that a text calls the controller, says that “we” are, or says to run the service or to use the data. Whom
/// people complain to is none of them, and what a body is registered with is not what it is.
pub(crate) fn controllers(text: &str) -> Vec<Body> {
    let mut found = Vec::new();
    let lower = text.to_lowercase();
    if !SPOKEN.iter().any(|word| lower.contains(word)) {
        return found;
    }
    let mut sentences = sentences(text).peekable();
    while let Some(sentence) = sentences.next() {
        let all: Vec<&str> = sentence.split_whitespace().collect();
        let is = |at: usize, want: &str| {
            all.get(at)
                .is_some_and(|word| bare(word).eq_ignore_ascii_case(want))
        };
        let controls = (0..all.len()).find(|&at| is(at, "controller") || is(at, "controllers"));
        if let Some(at) = controls {
            // "Who is the data controller? X"
            if sentence.ends_with('?') {
                let answer = sentences.peek().copied().unwrap_or_default();
                let answer: Vec<&str> = answer.split_whitespace().collect();
                let name = name_after(&answer).filter(|name| is_body(name));
                found.extend(name.map(|name| Body { name, sure: true }));
                continue;
            }
            // `X is the data controller`, or `the data controller is X`, `Data controller: X`.
            let before = (0..at)
                .rev()
                .find(|&at| matches!(bare(all[at]), "is" | "are" | "as"));
            // "X is registered with the ICO as a data controller."
            let registered = (1..at).find(|&at| is(at, "registered"));
            let before = registered.map(|at| at - 1).or(before);
            let name = before.and_then(|at| {
                // Behind the name there may be its address.
                let whole = name_before(&all[..at]).filter(|name| is_body(name));
                whole
                    .or_else(|| first_body(&all[..at]))
                    .or_else(|| name_before(&all[..at]))
            });
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
        } else {
            let with = ["registered", "regulated", "here", "there"];
            let own = |at: usize| is(at, "we") && is(at + 1, "are");
            let runs = |at: usize| {
                let does = ["run", "provided", "delivered", "managed"];
                does.iter().any(|does| is(at, does)) && is(at + 1, "by")
            };
            let after = (0..all.len()).find(|&at| {
                (own(at) && !with.iter().any(|word| is(at + 2, word)))
                    || (is(at, "part") && is(at + 1, "of"))
                    || runs(at)
            });
            let name = after.and_then(|at| name_after(&all[at + 2..]));
            let uses = || {
                let at = (0..all.len()).find(|&at| is(at, "how"))?;
                let rest = &all[at + 1..];
                let starts = rest.iter().take(2).any(|word| is_name(word));
                starts.then(|| name_after(rest)).flatten()
            };
            let name = name.or_else(uses).filter(|name| is_body(name));
            found.extend(name.map(|name| Body { name, sure: false }));
        }
    }
    found.retain(|it| !it.name.to_lowercase().contains("information commission"));
    found
}

fn is_body(name: &str) -> bool {
    name.split_whitespace()
        .any(|word| KINDS.contains(&bare(word)))
}

/// The first part between commas that names a body.
fn first_body(words: &[&str]) -> Option<String> {
    let text = words.join(" ");
    text.split(',').find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        name_before(&words).filter(|name| is_body(name))
    })
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
                "Overton Borough Council, Civic Offices, London Road, Overton, OV2 4LF is the data controller.",
                "Overton Borough Council",
                true,
            ),
            (
                "Who is the data controller? Overton Borough Council",
                "Overton Borough Council",
                true,
            ),
            (
                "The University of Overton is registered with the ICO as a data controller.",
                "University of Overton",
                true,
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
        for (text, name) in [
            (
                "The youth club is run by Overton Borough Council. We are registered with the Information Commissioner.",
                "Overton Borough Council",
            ),
            (
                "This notice explains how Overton Borough Council uses your information.",
                "Overton Borough Council",
            ),
            (
                "This privacy notice tells you how the University of Overton collects and uses your data",
                "University of Overton",
            ),
            (
                "The service is provided by Overton Community NHS Trust for the council.",
                "Overton Community NHS Trust",
            ),
        ] {
            let found = controllers(text);
            let found: Vec<(&str, bool)> =
                found.iter().map(|it| (it.name.as_str(), it.sure)).collect();
            assert_eq!(found, [(name, false)], "{text}");
        }
        for text in [
            "We are registered with the Information Commissioner’s Office as a fee payer.",
            "We are regulated by the Care Quality Commission.",
            "Find out how Parliament works.",
            "The Information Commissioner’s Office is the controller’s regulator.",
        ] {
            assert_eq!(controllers(text), [], "{text}");
        }
        assert_eq!(
            controllers("We are here to help. You control who sees it."),
            []
        );
    }
}
