//! The bytes of a text file into text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, with the encoding in which it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The whole of it, without a byte order mark.
    pub text: String,
    /// As the Encoding Standard names it: `UTF-8`, `UTF-16LE`, `windows-1252`.
    pub encoding: &'static str,
    /// Characters that could not be read and stand as U+FFFD.
    pub unread: usize,
}

/// Reads a text of any encoding that office programs write: UTF-8 and UTF-16, with or without a byte order mark, and
/// Windows-1252 (which is how the web reads ISO 8859-1 as well).
///
/// ```
/// let decoded = source::draft::decode(b"\x93Your rights\x94");
/// assert_eq!(decoded.text, "“Your rights”");
/// assert_eq!(decoded.encoding, "windows-1252");
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded {
    let encoding = encoding(bytes);
    let (text, encoding, _) = encoding.decode(bytes);
    Decoded {
        unread: text.matches('\u{fffd}').count(),
        text: text.into_owned(),
        encoding: encoding.name(),
    }
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    // Text without a mark whose every second byte is mostly zero: UTF-16 of a western language.
    let start = &bytes[..bytes.len().min(4096)];
    let zeros = |from: usize| {
        start
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let most = start.len() / 4;
    if start.len() >= 4 && zeros(1) > most {
        UTF_16LE
    } else if start.len() >= 4 && zeros(0) > most {
        UTF_16BE
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    }
}

/// Returns a text without what is written and never seen, with every end of a line written as `\n`; and for each of its lines the
/// number that the line has in the file.
///
/// A soft hyphen at the end of a line joins the two halves of the word, so that a line may stand for two.
pub(super) fn seen(text: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(text.len());
    let mut numbers = vec![1];
    let mut line = 1;
    let mut marks = text.chars().peekable();
    let mut last = ' ';
    while let Some(mark) = marks.next() {
        // Joiners spell words of Urdu and Persian; between Latin letters they are left over from somewhere.
        let joiner = matches!(mark, '\u{200c}' | '\u{200d}');
        let latin = |mark: char| mark.is_ascii_alphanumeric();
        if joiner && (latin(last) || marks.peek().copied().is_some_and(latin)) {
            continue;
        }
        last = mark;
        let is_soft = mark == '\u{ad}';
        let end = if is_soft {
            marks.next_if(|&next| is_end(next))
        } else {
            Some(mark).filter(|&mark| is_end(mark))
        };
        if let Some(end) = end {
            if end == '\r' {
                let _ = marks.next_if_eq(&'\n');
            }
            line += 1;
            if !is_soft {
                out.push('\n');
                numbers.push(line);
            }
        } else if !is_soft && !is_invisible(mark) {
            out.push(if mark == '\u{a0}' || mark == '\u{202f}' {
                ' '
            } else {
                mark
            });
        }
    }
    (out, numbers)
}

/// Says whether a character ends a line. A vertical tab is Word's line break.
fn is_end(mark: char) -> bool {
    matches!(
        mark,
        '\n' | '\r' | '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_invisible(mark: char) -> bool {
    matches!(
        mark,
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' | '\0'
    )
}
