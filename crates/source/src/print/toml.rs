//! Keys and values of TOML.

use std::fmt::Write as _;

/// A list that is wider than this stands on lines of its own.
const WIDE: usize = 100;

/// Returns a text in quotes.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for mark in text.chars() {
        match mark {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            mark if mark.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04X}", u32::from(mark));
            }
            mark => out.push(mark),
        }
    }
    out.push('"');
    out
}

/// Returns a list of texts.
pub(super) fn texts(list: &[String]) -> String {
    let all: Vec<String> = list.iter().map(|item| text(item)).collect();
    let line = format!("[{}]", all.join(", "));
    if line.len() <= WIDE {
        return line;
    }
    let lines: String = all.iter().map(|item| format!("  {item},\n")).collect();
    format!("[\n{lines}]")
}

/// Returns a table on one line.
pub(super) fn inline(entries: &[(&str, Option<String>)]) -> String {
    let entries = entries.iter().filter_map(|(key, value)| {
        let value = value.as_ref()?;
        Some(format!("{key} = {value}"))
    });
    let entries: Vec<String> = entries.collect();
    format!("{{ {} }}", entries.join(", "))
}

/// Lines of keys and values, those that have one.
pub(super) fn lines(entries: &[(&str, Option<String>)]) -> String {
    let mut out = String::new();
    for (key, value) in entries {
        if let Some(value) = value {
            let _ = writeln!(out, "{key} = {value}");
        }
    }
    out
}

/// Returns a text, if there is one.
pub(super) fn maybe(text: &Option<String>) -> Option<String> {
    text.as_deref().map(self::text)
}

/// Returns a list, if it is not empty.
pub(super) fn list(list: &[String]) -> Option<String> {
    (!list.is_empty()).then(|| texts(list))
}

/// Returns a comment of any number of lines.
pub(super) fn comment(text: &str) -> String {
    let clean = |line: &str| line.replace(|mark: char| mark.is_control() && mark != '\t', " ");
    let mut out = String::new();
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("# {}", clean(line)).trim_end());
    }
    out
}
