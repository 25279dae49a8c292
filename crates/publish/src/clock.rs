//! What day it is.

use std::time::SystemTime;

use law::Date;

/// Returns today's date in UTC, by the clock of this machine.
#[must_use]
pub fn today() -> Date {
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    Date::of_unix(since.as_secs())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_clock_of_this_machine_is_set() {
        assert!(super::today() >= "2026-01-01".parse().expect("a day"));
    }
}
