//! A day.

use std::{fmt, str::FromStr};

use jiff::{Timestamp, ToSpan, civil, tz::TimeZone};

/// A day of the Gregorian calendar; later days are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

/// A text that is no day as in `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date; write it like this: 2026-11-22")]
pub struct NotADate(String);

impl Date {
    /// Makes the day in UTC of a Unix time in seconds; the last one that there is for a time beyond the calendar.
    ///
    /// ```
    /// use law::Date;
    /// assert_eq!(Date::of_unix(951_782_400).to_string(), "2000-02-29");
    /// ```
    #[must_use]
    pub fn of_unix(seconds: u64) -> Self {
        let time = i64::try_from(seconds).map(Timestamp::from_second);
        let time = time.ok().and_then(Result::ok).unwrap_or(Timestamp::MAX);
        Self(TimeZone::UTC.to_datetime(time).date())
    }

    /// Returns the year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.0.year().unsigned_abs()
    }

    /// Returns the month, counted from one.
    #[must_use]
    pub fn month(self) -> u8 {
        self.0.month().unsigned_abs()
    }

    /// Returns the day of the month.
    #[must_use]
    pub fn day(self) -> u8 {
        self.0.day().unsigned_abs()
    }

    /// Counts whole months from an earlier day to this one; none from a later one.
    ///
    /// ```
    /// use law::Date;
    /// let day = |text: &str| text.parse::<Date>().unwrap();
    /// assert_eq!(day("2026-11-22").months_since(day("2025-11-23")), 11);
    /// assert_eq!(day("2026-11-22").months_since(day("2025-11-22")), 12);
    /// assert_eq!(day("2026-11-22").months_since(day("2027-01-01")), 0);
    /// ```
    #[must_use]
    pub fn months_since(self, earlier: Self) -> u32 {
        let span = earlier.0.until((jiff::Unit::Month, self.0));
        span.map_or(0, |span| u32::try_from(span.get_months()).unwrap_or(0))
    }

    /// Makes the day so many days later; the calendar's last day beyond it.
    ///
    /// ```
    /// let day: law::Date = "2028-03-31".parse().unwrap();
    /// assert_eq!(day.after(1).to_string(), "2028-04-01");
    /// ```
    #[must_use]
    pub fn after(self, days: u16) -> Self {
        Self(self.0.saturating_add(i64::from(days).days()))
    }

    /// Makes the same day, `years` earlier: the day before it where that year has none, 29 February for one.
    ///
    /// ```
    /// let day: law::Date = "2024-02-29".parse().unwrap();
    /// assert_eq!(day.before(1).to_string(), "2023-02-28");
    /// ```
    #[must_use]
    pub fn before(self, years: u16) -> Self {
        Self(self.0.saturating_sub(i64::from(years).years()))
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let date = civil::Date::strptime("%Y-%m-%d", text).map(Self).ok();
        // What is read more freely than it is written (`2026-1-2`, a sign, spaces) is not how dates are written here.
        date.filter(|date| date.to_string() == text)
            .ok_or_else(|| NotADate(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_only_as_it_is_written() {
        for text in ["2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(
                text.parse::<Date>().map(|date| date.to_string()),
                Ok(text.to_owned())
            );
        }
        for text in [
            "",
            "2023-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-11-31",
            "2026-1-2",
            "20261122",
            "26-11-22",
            " 2026-11-22",
            "2026-11-22T00:00",
            "+2026-11-22",
            "-2026-11-22",
            "22/11/2026",
        ] {
            assert_eq!(text.parse::<Date>(), Err(NotADate(text.to_owned())));
        }
    }

    #[test]
    fn a_time_beyond_the_calendar_is_its_last_day() {
        assert_eq!(Date::of_unix(u64::MAX).year(), 9999);
        assert_eq!(Date::of_unix(0).to_string(), "1970-01-01");
    }
}
