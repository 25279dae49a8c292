//! Escapes control and bidirectional characters for a terminal.

/// Makes a text safe to show on a terminal: what the terminal would obey, and what turns the direction of writing, becomes a mark
/// that can be seen. The text keeps its length in bytes, so that places in it stay.
#[must_use]
pub fn visible(text: &str) -> String {
    let seen = |mark: char| match mark {
        '\n' | '\r' | '\t' => mark,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ if mark.is_control() && mark.len_utf8() == 2 => '¿',
        _ if mark.is_control() => '?',
        _ => mark,
    };
    text.chars().map(seen).collect()
}
