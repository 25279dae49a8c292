//! What a template leaves to be filled in: `[insert name of school]`, `page XX`, `{date}`.

use super::text::fold;

/// Words with which such a blank begins.
const BEGINS: [&str; 14] = [
    "insert",
    "add",
    "enter",
    "name of",
    "names of",
    "date of",
    "title of",
    "address of",
    "details of",
    "delete as",
    "please",
    "number of",
    "to be",
    "link",
];

/// Words with which it ends, or that are all that it says.
const ENDS: [&str; 14] = [
    "website",
    "name",
    "date",
    "link",
    "url",
    "address",
    "email",
    "e-mail",
    "telephone",
    "number",
    "tbc",
    "tbd",
    "here",
    "year",
];

/// Returns the first blank that a text leaves.
pub(super) fn blank(text: &str) -> Option<&str> {
    bracketed(text).or_else(|| crossed_out(text))
}

/// Finds what stands in brackets, and tells an editor what to write there.
fn bracketed(text: &str) -> Option<&str> {
    let opens = text.char_indices().filter_map(|(at, mark)| match mark {
        '[' => Some((at, ']')),
        '<' => Some((at, '>')),
        '{' => Some((at, '}')),
        // "Our policy (link)": other words in round brackets are the text's own.
        '(' if ["(link)", "(insert "]
            .iter()
            .any(|it| text[at..].to_lowercase().starts_with(it)) =>
        {
            Some((at, ')'))
        }
        _ => None,
    });
    opens.into_iter().find_map(|(at, close)| {
        let rest = &text[at + 1..];
        let inside = &rest[..rest.find(close)?];
        let said = fold(inside.trim_matches(['{', '}', '<', '>', ' ']));
        (asks(&said) || is_crossed(inside.trim())).then(|| &text[at..=at + 1 + inside.len()])
    })
}

/// Says whether words ask an editor for other words; “[at]” of an address, and a note's number, do not.
fn asks(said: &str) -> bool {
    let count = said.split_whitespace().count();
    let begins = BEGINS.iter().any(|start| {
        said.strip_prefix(start)
            .is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric))
    });
    let last = said.split_whitespace().last().unwrap_or_default();
    (1..=12).contains(&count) && (begins || (count <= 5 && ENDS.contains(&last)))
}

/// Returns a word of crosses: `XX`, `xxx`. What counts chapters in Roman numbers is none.
fn crossed_out(text: &str) -> Option<&str> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let counts = ["chapter", "part", "title", "volume"];
    (0..words.len()).find_map(|at| {
        let word = words[at].trim_matches(|mark: char| !mark.is_alphanumeric());
        let before = at.checked_sub(1).map(|at| words[at].to_lowercase());
        let counted = before.is_some_and(|before| counts.contains(&before.as_str()));
        (word.len() > 1 && is_crossed(word) && !counted).then_some(word)
    })
}

fn is_crossed(word: &str) -> bool {
    !word.is_empty()
        && (word.bytes().all(|byte| byte == b'x') || word.bytes().all(|byte| byte == b'X'))
}

#[cfg(test)]
mod tests {
    use super::blank;

    #[test]
    fn a_blank_of_a_template_is_known_by_what_it_asks_for() {
        for (text, wanted) in [
            ("Write to [insert address].", Some("[insert address]")),
            ("The [School Name] keeps it.", Some("[School Name]")),
            (
                "Kept for {{number of years}} years",
                Some("{{number of years}"),
            ),
            ("See Annex [X].", Some("[X]")),
            ("Our policy (link) is on [website].", Some("(link)")),
            ("Turn to page XX for more.", Some("XX")),
            ("Ring 01632 xxx xxx.", Some("xxx")),
            ("officer [at] council [dot] gov [dot] uk", None),
            ("As the court said in [2019] UKSC 3[4].", None),
            ("Chapter XX applies, and part XXX.", None),
            ("Ask [our team] first.", None),
        ] {
            assert_eq!(blank(text), wanted, "{text}");
        }
    }
}
