//! What is found in a text beside what is wanted: the same, whatever it looks like.

use source::draft::Imported;

/// A value as it is compared: its case, its spaces and the look of its quotes say nothing.
pub(crate) fn same(kind: &str, text: &str) -> String {
    if kind == "phones" {
        let digits: String = text.replace("(0)", "").replace("+44", "0");
        return digits.chars().filter(char::is_ascii_digit).collect();
    }
    let text = text.to_lowercase().replace('’', "'");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // "To bill you" is the purpose of billing you.
    let text = text
        .strip_prefix("to ")
        .filter(|_| kind == "purposes")
        .unwrap_or(&text);
    // What joins the last two items of a list is of neither.
    let text = text.trim_end_matches("; and");
    let text = text.trim_end_matches(['.', ',', ';']);
    text.strip_prefix("the ").unwrap_or(text).to_owned()
}

fn numbers(text: &str) -> Vec<&str> {
    let words = text.split(|mark: char| !mark.is_alphanumeric());
    let number =
        |word: &&str| law::NUMBERS.contains(word) || word.bytes().any(|it| it.is_ascii_digit());
    words.filter(number).collect()
}

/// Whether a value that was found is the one that is wanted.
pub(crate) fn is(kind: &str, given: &str, wanted: &str) -> bool {
    let (given, wanted) = (same(kind, given), same(kind, wanted));
    match kind {
        "postcodes" => given.ends_with(&wanted),
        "rights" => given == wanted,
        // With more words round it, or with fewer, but never with fewer numbers.
        "periods" => {
            given.contains(&wanted)
                || (wanted.contains(&given)
                    && numbers(&wanted)
                        .iter()
                        .all(|it| numbers(&given).contains(it)))
        }
        _ => given == wanted,
    }
}

/// Returns the bases that stand beside a purpose in the draft: “line 12 gives a public task for this”.
pub(crate) fn based(imported: &Imported, purpose: &str) -> Vec<String> {
    const NAMES: [&str; 7] = [
        "consent",
        "contract",
        "legal obligation",
        "vital interests",
        "public task",
        "recognised legitimate interest",
        "legitimate interests",
    ];
    let mut found = imported.found.iter().filter(|it| it.what == "purpose");
    let it = found.find(|it| is("purposes", &it.text, purpose));
    let said = it.and_then(|it| it.basis.clone()).unwrap_or_default();
    let all = NAMES.iter().filter(|name| said.contains(**name));
    all.map(|name| name.replace(' ', "-")).collect()
}

/// A date as it is compared.
pub(crate) fn day(text: &str) -> String {
    let words = text.to_lowercase().replace([',', '.'], " ");
    let words = words.split_whitespace().filter(|it| *it != "of");
    let words = words.map(|word| {
        let number = word
            .trim_end_matches(char::is_alphabetic)
            .trim_start_matches('0');
        match number {
            "" => word.chars().take(3).collect(),
            number => number.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The heading as far as it names a section: without its number, and without what ends it.
pub(crate) fn named(heading: &str) -> String {
    let heading = heading.trim_start_matches(|mark: char| {
        mark.is_ascii_digit() || matches!(mark, '.' | ')' | ' ' | '\t')
    });
    let heading = heading.strip_prefix("Q. ").unwrap_or(heading);
    heading
        .trim_end_matches(':')
        .replace('’', "'")
        .to_lowercase()
}
