//! A day.

use std::{fmt, str::FromStr};

/// A day of the Gregorian calendar; later days are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A text that is no day as in `2026-11-22`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a date; write it like this: 2026-11-22")]
pub struct NotADate(String);

impl Date {
    /// The day in UTC of a Unix time in seconds.
    ///
    /// ```
    /// use law::Date;
    /// assert_eq!(Date::of_unix(951_782_400).to_string(), "2000-02-29");
    /// ```
    #[must_use]
    pub fn of_unix(seconds: u64) -> Self {
        let mut days = seconds / 86_400;
        let mut year = 1970;
        while days >= days_of(year) {
            days -= days_of(year);
            year += 1;
        }
        let mut month = 1;
        while days >= u64::from(days_in(year, month)) {
            days -= u64::from(days_in(year, month));
            month += 1;
        }
        Self {
            year,
            month,
            day: u8::try_from(days + 1).unwrap_or(1),
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, counted from one.
    #[must_use]
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> u8 {
        self.day
    }

    /// Whole months from an earlier day to this one; none from a later one.
    ///
    /// ```
    /// use law::Date;
    /// let day = |text: &str| text.parse::<Date>().unwrap();
    /// assert_eq!(day("2026-11-22").months_since(day("2025-11-23")), 11);
    /// assert_eq!(day("2026-11-22").months_since(day("2025-11-22")), 12);
    /// ```
    #[must_use]
    pub fn months_since(self, earlier: Self) -> u32 {
        let months = |date: Self| u32::from(date.year) * 12 + u32::from(date.month);
        let begun = u32::from(self.day < earlier.day);
        months(self).saturating_sub(months(earlier) + begun)
    }

    /// The same day, `years` earlier.
    #[must_use]
    pub fn before(self, years: u16) -> Self {
        Self {
            year: self.year.saturating_sub(years),
            ..self
        }
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let wrong = || NotADate(text.to_owned());
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(wrong());
        };
        if (year.len(), month.len(), day.len()) != (4, 2, 2) || !parts.into_iter().all(digits) {
            return Err(wrong());
        }
        let date = Self {
            year: year.parse().map_err(|_| wrong())?,
            month: month.parse().map_err(|_| wrong())?,
            day: day.parse().map_err(|_| wrong())?,
        };
        let is_day = (1..=12).contains(&date.month)
            && (1..=days_in(date.year, date.month)).contains(&date.day);
        is_day.then_some(date).ok_or_else(wrong)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year, self.month, self.day
        )
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
