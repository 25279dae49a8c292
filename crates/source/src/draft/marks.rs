//! What stands before the text of a line: the mark of a bullet, a number, a letter.

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    None,
    /// A sign that stands for nothing but the beginning of an item.
    Sign,
    /// `a)`, `(iv)`, `1)`: counts the items of a list.
    Item,
    /// `1.`, `2.3`, `B.`: counts items, or sections.
    Number,
    /// `##`: a heading of Markdown.
    Hash,
}

/// Returns the mark that a line begins with, and the text behind it.
pub(super) fn lead(line: &str) -> (Lead, &str) {
    let Some((first, rest)) = line.split_once([' ', '\t']) else {
        return (Lead::None, line);
    };
    let rest = rest.trim_start();
    if rest.is_empty() || !rest.contains(char::is_alphanumeric) {
        return (Lead::None, line);
    }
    let kind = if first.len() <= 6 && first.bytes().all(|byte| byte == b'#') {
        Lead::Hash
    } else if is_sign(first, rest) {
        Lead::Sign
    } else {
        counted(first)
    };
    match kind {
        Lead::None => (kind, line),
        kind => (kind, rest),
    }
}

/// Says what stands behind a capital letter, or a Roman number in capitals, that may count a section: `B. Purposes`,
/// `IV. On what basis`. It may be an initial just as well: whoever asks looks at what stands behind it.
pub(super) fn behind_capital(line: &str) -> Option<&str> {
    let (first, rest) = line.split_once([' ', '\t'])?;
    let mark = first.strip_suffix(['.', ')', ':']).unwrap_or_default();
    let letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_uppercase());
    let roman = mark.bytes().all(|byte| byte.is_ascii_uppercase()) && is_roman(mark);
    (letter || roman).then(|| rest.trim_start())
}

/// Returns a text without the number that counts it as a paragraph: `E1.`, `3.2`, `(4)`.
pub(super) fn without_count(text: &str) -> &str {
    let Some((first, rest)) = text.split_once([' ', '\t']) else {
        return text;
    };
    let own = first.trim_start_matches('(').trim_end_matches(['.', ')']);
    let digits = own.strip_prefix(|mark: char| mark.is_ascii_uppercase());
    let digits = digits.unwrap_or(own);
    let numbers = digits.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    let short = own.len() <= 6 && digits.starts_with(|mark: char| mark.is_ascii_digit());
    // "30 days" begins with no mark that would count.
    let marked = first.len() > own.len() || own.contains('.');
    match short && numbers && marked {
        true => rest.trim_start(),
        false => text,
    }
}

/// Returns the number that counts a line, and the numbers above it: `2.3` is the third of `2`.
pub(super) fn number(line: &str) -> Option<(String, u16)> {
    let first = line.split_whitespace().next().unwrap_or_default();
    let (above, own) = match first.trim_end_matches('.').rsplit_once('.') {
        Some((above, own)) => (above, own),
        None => ("", first.trim_end_matches('.')),
    };
    let counts = lead(line).0 == Lead::Number;
    counts.then(|| Some((above.to_owned(), own.parse().ok()?)))?
}

/// Says whether a word is a sign and no part of a sentence: any symbol or dash that stands alone, and the letters that Word's
/// symbol fonts leave behind in plain text.
fn is_sign(word: &str, rest: &str) -> bool {
    let mut marks = word.chars();
    let (Some(mark), None) = (marks.next(), marks.next()) else {
        // `->`, `--`, `>>`, `**`.
        return word.len() == 2
            && word
                .bytes()
                .all(|byte| matches!(byte, b'-' | b'>' | b'*' | b'='));
    };
    match mark {
        'o' | 'Ø' | 'ü' => true,
        // `§ 17` is a section of a law.
        '§' => !rest.starts_with(|mark: char| mark.is_ascii_digit()),
        '&' | '%' | '#' | '@' | '/' | '|' | '"' | '\'' | '“' | '”' | '‘' | '’' | '«' | '('
        | '[' | '{' | ')' | ']' | '}' | '…' | '.' | ',' | ';' | ':' | '!' | '?' | '£' | '$'
        | '€' | '¥' | '<' | '=' | '\u{fffd}' => false,
        mark => !mark.is_alphanumeric() && !mark.is_whitespace(),
    }
}

fn counted(word: &str) -> Lead {
    let inner = word.strip_prefix('(');
    let closed = word.strip_suffix(')');
    if let Some(body) = closed {
        let body = inner.map_or(body, |_| &body[1..]);
        return if is_count(body) {
            Lead::Item
        } else {
            Lead::None
        };
    }
    let dotted = word.strip_suffix('.').unwrap_or(word);
    let parts = dotted.split('.');
    let numbers = parts.clone().all(|part| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let is_dotted = dotted.len() < word.len();
    if numbers && (is_dotted || parts.count() > 1) {
        return Lead::Number;
    }
    // A capital with a full stop may be somebody's initial: only the clean look of a list's letter counts.
    let letter =
        is_dotted && dotted.len() == 1 && dotted.bytes().all(|byte| byte.is_ascii_lowercase());
    let roman = is_dotted && dotted.len() > 1 && is_roman(dotted);
    if letter || roman {
        Lead::Item
    } else {
        Lead::None
    }
}

/// Says whether a number of up to three digits, one letter, or a small Roman number.
fn is_count(word: &str) -> bool {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    // `(020) 7946 0000` begins with the code of a town.
    let counts = word.len() < 3 || !word.starts_with('0');
    !word.is_empty()
        && word.len() <= 5
        && ((digits && word.len() < 4 && counts) || letter || is_roman(word))
}

/// Says whether a word may count an item: a small letter, a small Roman number, or a number of one or two digits.
pub(super) fn is_letter_or_roman(word: &str) -> bool {
    let digits = word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_count(word) && (digits || word.bytes().all(|byte| byte.is_ascii_lowercase()))
}

/// Says whether a word is a Roman number, all of it large or all small: `Xiv.` is somebody's word.
fn is_roman(word: &str) -> bool {
    let alike = word.bytes().all(|byte| byte.is_ascii_lowercase())
        || word.bytes().all(|byte| byte.is_ascii_uppercase());
    let word = word.to_ascii_lowercase();
    alike
        && !word.is_empty()
        && word.len() <= 5
        && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

#[cfg(test)]
mod tests {
    use super::{Lead, lead};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_sign_alone_before_a_text_begins_an_item() {
        for line in [
            "- x y",
            "– x",
            "— x",
            "o x",
            "§ x",
            "➢ x",
            "✓ x",
            "•\tx",
            "\u{f0b7} x",
            "» x",
            "◦ x",
            "-> x",
        ] {
            assert_eq!(lead(line).0, Lead::Sign, "{line}");
        }
        for line in [
            "a) x", "(b) x", "(i) x", "iv) x", "1) x", "(12) x", "c. x", "ii. x",
        ] {
            assert_eq!(lead(line).0, Lead::Item, "{line}");
        }
        for line in ["1. x", "2.3 x", "10.2.1. x"] {
            assert_eq!(lead(line).0, Lead::Number, "{line}");
        }
        for line in [
            "§ 17 of the Act",
            "£ 10",
            "A house",
            "I ask",
            "& more",
            "“ x”",
            "18 years",
            "A. Smith",
            "Vi. asks",
            "-",
            "(see x)",
            "(020) 7946 0322",
        ] {
            assert_eq!(lead(line), (Lead::None, line), "{line}");
        }
    }
}
