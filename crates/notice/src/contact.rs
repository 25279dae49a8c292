//! People and bodies that can be written to or called.

use serde::{Deserialize, Serialize};

/// A link with the words that say where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The words.
    pub text: String,
    /// Absolute `https:` address.
    pub url: String,
}

/// A telephone number as people read it, with what to know before dialling ("local rate").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// The number, with the spaces that people read it by.
    pub number: String,
    /// What to know before dialling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How to reach a body. Empty lists mean that the source gives none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Name of the body, or of the office in it.
    pub name: String,
    /// Postal address, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// Telephone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Its page, with the words that lead there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<Link>,
    /// What to use it for, or what to know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Contact {
    /// Says whether it gives any way to reach the body.
    #[must_use]
    pub fn can_be_reached(&self) -> bool {
        !self.address.is_empty()
            || !self.phones.is_empty()
            || self.email.is_some()
            || self.web.is_some()
    }
}

/// The body that decides why and how data is used (UK GDPR Art. 4(7)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controller {
    /// Key in `controllers.toml`.
    pub id: String,
    /// What the body is, in a sentence that names it wherever it stands.
    pub about: String,
    /// Its registration number with the ICO, in the register of fee payers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
    /// How to reach it.
    pub contact: Contact,
    /// Who is to take over from it, for the desk and the static pages alone.
    #[serde(skip)]
    pub succession: Option<Succession>,
}

/// That a body ends, and who takes over from it, as it is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Succession {
    /// ISO 8601 date of the last day on which the body decides.
    pub until: String,
    /// Key of the successor in `controllers.toml`.
    pub id: String,
    /// The successor's name.
    pub name: String,
}

/// The data protection officer (UK GDPR Art. 37).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// How to reach the officer.
    pub contact: Contact,
}
