//! For how long a choice holds, before the visitor is asked again. The one source for the record, the receipt, Consent Mode and
//! the endpoint that sets the record again; a test holds the texts about cookies against it.

/// Months after a choice that allows nothing which needs consent: whoever has refused is left alone for so long.
pub const REFUSED: u32 = 6;
/// Months after a choice that allows something which needs consent.
pub const ACCEPTED: u32 = 12;

/// So many months in seconds, each of them a twelfth of a year of 365 days, as browsers are told.
///
/// ```
/// use notice::cookies::life;
/// assert_eq!(life::seconds(life::ACCEPTED), 365 * 24 * 60 * 60);
/// ```
#[must_use]
pub const fn seconds(months: u32) -> u32 {
    months * 365 * 24 * 60 * 60 / 12
}
