//! For how long a choice holds, before the visitor is asked again. The one source for the record, the receipt and Consent Mode.
//! The nginx block in the manual, which sets the record again, has the same as seconds: a test holds it, and the texts about
//! cookies, against this.

/// Asks again so many months after a choice that allows nothing which needs consent.
pub const REFUSED_MONTHS: u32 = 6;
/// Asks again so many months after a choice that allows something which needs consent.
pub const ACCEPTED_MONTHS: u32 = 12;

/// Turns months into seconds, as browsers are told: a month is a twelfth of a year of 365 days.
///
/// ```
/// use notice::cookies::life;
/// assert_eq!(life::seconds(life::ACCEPTED_MONTHS), 365 * 24 * 60 * 60);
/// ```
#[must_use]
pub const fn seconds(months: u32) -> u32 {
    months * 365 * 24 * 60 * 60 / 12
}
