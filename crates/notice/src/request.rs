//! A person's request under data protection law: to whom it goes, and in what words. Nothing here sends anything.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Contact;

/// Who answers for the data, and how to reach them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactPoint {
    /// The controller's name.
    pub controller: String,
    /// Nothing when the notice gives no address, phone number or e-mail.
    pub contact: Option<Contact>,
    /// Whether the contact can be written to by e-mail.
    pub mail: Mail,
}

/// What is known of an e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mail {
    /// It can be written to.
    Works(String),
    /// Its domain was to be gone by the day in question.
    Retired,
    /// None is given.
    NotStated,
}

/// A message that is ready to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Id of the right, or `complaint`.
    pub id: String,
    /// What it is, for people.
    pub name: String,
    /// What the law gives whoever sends it.
    pub terms: String,
    /// The subject line.
    pub subject: String,
    /// Lines end in `\n`.
    pub body: String,
    /// Where to send it when that is another place than for the rest.
    pub desk: Option<ContactPoint>,
}

/// Everything that a notice lets people ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requests {
    /// Where to send them, unless a message says otherwise.
    pub desk: ContactPoint,
    /// One for each thing that can be asked for.
    pub messages: Vec<Message>,
    /// The messages say the same in English below.
    pub twice: bool,
}

/// What RFC 3986 leaves as it is, wherever it stands.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// An address has a sign more.
const ADDRESS: &AsciiSet = &UNRESERVED.remove(b'@');

/// Returns the link that opens a message in the visitor's own e-mail (RFC 6068: UTF-8, lines end in CRLF).
///
/// ```
/// use notice::request::mailto;
/// assert_eq!(
///     mailto("a@b.example", "Q & A", "Zażółć\n?"),
///     "mailto:a@b.example?subject=Q%20%26%20A&body=Za%C5%BC%C3%B3%C5%82%C4%87%0D%0A%3F"
/// );
/// ```
#[must_use]
pub fn mailto(address: &str, subject: &str, body: &str) -> String {
    let address = utf8_percent_encode(address, ADDRESS);
    let body = body.replace('\n', "\r\n");
    let [subject, body] = [subject, &body].map(|text| utf8_percent_encode(text, UNRESERVED));
    format!("mailto:{address}?subject={subject}&body={body}")
}
