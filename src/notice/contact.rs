//! People and bodies that can be written to or called.

use serde::{Deserialize, Serialize};

/// A link with the words that say where it leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub text: String,
    /// Absolute `https:` address.
    pub url: String,
}

/// A telephone number as people read it, with what to know before dialling ("local rate").
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    pub number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How to reach a body. Empty lists mean that the source gives none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: String,
    /// Postal address, a line each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<Link>,
    /// What to use it for, or what to know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The body that decides why and how data is used (UK GDPR Art. 4(7)).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Controller {
    /// Key in `controllers.toml`.
    pub id: String,
    /// What the body is, in a sentence that names it wherever it stands.
    pub about: String,
    /// Its number in the regulator's register of fee payers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
    pub contact: Contact,
}

/// The data protection officer (UK GDPR Art. 37).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    pub contact: Contact,
}
