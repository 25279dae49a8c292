//! Which of two versions of a notice is the newer one, as far as their names tell.

/// Says whether a version is surely newer than another. Versions are days as ISO 8601 has them, with a number from the second one
/// of a day on: `2026-11-30-2`. Of others nobody can say.
///
/// ```
/// use notice::version::is_newer;
///
/// assert!(is_newer("2026-12-01", "2026-11-30-2"));
/// assert!(is_newer("2026-11-30-10", "2026-11-30-9"));
/// assert!(!is_newer("2026-11-30", "2026-11-30"));
/// assert!(!is_newer("1.10", "1.9"));
/// ```
#[must_use]
pub fn is_newer(version: &str, other: &str) -> bool {
    match (day(version), day(other)) {
        // Of two numbers the one with more digits is the larger.
        (Some(one), Some(two)) => (one, version.len(), version) > (two, other.len(), other),
        _ => false,
    }
}

/// Returns the day that a version begins with.
fn day(version: &str) -> Option<&str> {
    let day = version.get(..10)?;
    let bytes = day.as_bytes();
    (bytes[4] == b'-' && bytes[7] == b'-').then_some(day)
}
