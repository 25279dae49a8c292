//! A day as people of a language write it.

use law::Date;
use notice::strings::{Strings, Text};

/// Writes a day as `22 November 2026`; gives the text as it is when it is no day, or the language has not named twelve months.
pub(super) fn spoken(iso: &str, t: &Strings) -> String {
    let said = || {
        let date: Date = iso.parse().ok()?;
        let mut months = t.get(Text::Months).split_whitespace();
        let month = months.nth(usize::from(date.month()) - 1)?;
        Some(format!("{} {month} {}", date.day(), date.year()))
    };
    // A draft may not know its day yet.
    let open = || if iso.is_empty() { "…" } else { iso }.to_owned();
    said().unwrap_or_else(open)
}
