//! E-mail, web and postal addresses.

/// The words of an address are at most so many.
const WORDS: usize = 30;

/// Ends of names of hosts that are written without `www.`.
const ENDS: [&str; 14] = [
    ".uk", ".com", ".org", ".net", ".eu", ".wales", ".cymru", ".scot", ".info", ".london", ".gov",
    ".ie", ".int", ".edu",
];

/// Says whether a text is a number, or an address, and nothing else.
pub(crate) fn is_contact(text: &str) -> bool {
    let is = |found: Vec<String>| found.first().is_some_and(|it| it == text.trim());
    is(emails(text)) || is(webs(text)) || is(super::phones(text)) || is(addresses(text))
}

/// Finds e-mail addresses.
pub(crate) fn emails(text: &str) -> Vec<String> {
    // Written so that no robot reads it: "dpo [at] council.gov.uk".
    let plain = [" [at] ", "[at]", " (at) ", "(at)"];
    let hides = ["at]", "at)"].iter().any(|at| text.contains(at));
    let plain = hides.then(|| {
        let plain = plain.iter();
        plain.fold(text.to_owned(), |text, at| text.replace(at, "@"))
    });
    let text = plain.as_deref().unwrap_or(text);
    if !text.contains('@') {
        return Vec::new();
    }
    words(text)
        .map(|word| word.rsplit([':', '<', '(']).next().unwrap_or(word))
        .filter(|word| {
            word.split_once('@').is_some_and(|(name, host)| {
                let inner = host.trim_matches('.');
                !name.is_empty() && inner.contains('.') && !host.contains(['@', '/'])
            })
        })
        .map(|word| trimmed(word).to_owned())
        .collect()
}

/// Finds web addresses, with and without `https://` and `www.`.
pub(crate) fn webs(text: &str) -> Vec<String> {
    if !text.contains('.') {
        return Vec::new();
    }
    words(text)
        .map(|word| word.rsplit("](").next().unwrap_or(word))
        .filter(|word| is_web(word))
        .map(|word| trimmed(word).to_owned())
        .collect()
}

fn is_web(word: &str) -> bool {
    if word.contains("://") || word.starts_with("www.") {
        return true;
    }
    let host = word.split(['/', '?', '#']).next().unwrap_or_default();
    let name = host.to_ascii_lowercase();
    let shape = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    let labels = name.split('.').all(|label| !label.is_empty());
    name.bytes().all(shape)
        && labels
        && ENDS
            .iter()
            .any(|end| name.len() > end.len() + 1 && name.ends_with(end))
}

/// Finds postal addresses: what leads up to a postcode, from the last words that begin with a capital.
pub(crate) fn addresses(text: &str) -> Vec<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let mut found = Vec::new();
    for at in 1..all.len() {
        if !is_postcode(all[at - 1], all[at]) {
            continue;
        }
        let is_part = |word: &str| {
            let starts = |mark: char| mark.is_uppercase() || mark.is_ascii_digit();
            // "(Town Hall, OV1 2AB)" begins behind its bracket.
            let word = word.strip_prefix('(').unwrap_or(word);
            let joins = matches!(word, "of" | "on" | "the" | "and" | "&" | "upon");
            (word.starts_with(starts) || joins) && !word.ends_with(['.', ':', '?', '!', ';'])
        };
        let first = (at - 1).saturating_sub(WORDS);
        let start = all[first..at - 1]
            .iter()
            .rposition(|word| !is_part(word))
            .map_or(first, |last| first + last + 1);
        let skip = all[start..at]
            .iter()
            .take_while(|word| word.starts_with(char::is_lowercase) || **word == "&")
            .count();
        let opened = all[start..at]
            .iter()
            .rposition(|word| word.starts_with('('));
        let skip = opened.unwrap_or_default().max(skip);
        let whole = all[start + skip..=at].join(" ");
        let whole = whole.trim_start_matches('(');
        found.push(whole.trim_end_matches(['.', ',', ';', ':', ')']).to_owned());
    }
    found
}

fn is_postcode(out: &str, into: &str) -> bool {
    let into = into.trim_end_matches(|mark: char| !mark.is_alphanumeric());
    let out: Vec<char> = out.trim_start_matches('(').chars().collect();
    let inside: Vec<char> = into.chars().collect();
    let area = out
        .iter()
        .take_while(|mark| mark.is_ascii_uppercase())
        .count();
    let capitals = |marks: &[char]| marks.iter().all(char::is_ascii_uppercase);
    (1..=2).contains(&area)
        && (2..=4).contains(&out.len())
        && out.get(area).is_some_and(char::is_ascii_digit)
        && inside.len() == 3
        && inside[0].is_ascii_digit()
        && capitals(&inside[1..])
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(trimmed)
        .filter(|word| !word.is_empty())
}

fn trimmed(word: &str) -> &str {
    word.trim_matches([
        '.', ',', ';', ':', '(', ')', '<', '>', '"', '“', '”', '‘', '’', '\'', '?', '!', '*', '[',
        ']', '|',
    ])
}

#[cfg(test)]
mod tests {
    use super::{addresses, emails, webs};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn addresses_are_found_in_running_text() {
        assert_eq!(
            emails("Write to <dpo@a.gov.uk>, e-mail:x.y@b.org.uk. Not @handle"),
            ["dpo@a.gov.uk", "x.y@b.org.uk"]
        );
        assert_eq!(
            webs(
                "See ico.org.uk/make-a-complaint, https://a.gov.uk/x. and (www.b.org); not e.g. this.that or dpo@a.gov.uk"
            ),
            [
                "ico.org.uk/make-a-complaint",
                "https://a.gov.uk/x",
                "www.b.org"
            ]
        );
        assert_eq!(
            addresses("Write to Town Hall, Stoke on Trent, OV1 2AB, or M1 7BL."),
            ["Town Hall, Stoke on Trent, OV1 2AB", "M1 7BL"]
        );
        assert_eq!(
            addresses(
                "The Council (Town Hall, Overton OV1 2AB; 01632 960123) and Tarn House (Tarn OV1 2AC)."
            ),
            ["Town Hall, Overton OV1 2AB", "Tarn OV1 2AC"]
        );
    }
}
