//! The receipt of a choice, in the form of ISO/IEC TS 27560:2023 (consent record information structure).
//!
//! The names are the specification's, as the W3C's guide to it quotes them
//! (<https://w3id.org/dpv/guides/consent-27560>); `policy`, `legal_reference` and `purpose_id` are ours. [`ReceiptTemplate`] is
//! the same for everyone and made when the site is published; the deferred module (`www/deferred/receipt.js`) adds the rest.

use serde::{Deserialize, Serialize};

use super::{CategoryPolicy, Footing, Policy};
use crate::Contact;

/// What this release writes.
pub const SCHEMA: &str = "ISO/IEC TS 27560:2023";

/// One choice, as the visitor keeps it and the council's endpoint receives it. `www/deferred/receipt.js` makes it; this is what
/// tests hold it to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// The form of the record: [`SCHEMA`].
    pub schema_version: String,
    /// Which policy was answered.
    pub policy: PolicyReference,
    /// What could be refused.
    pub purposes: Vec<ReceiptPurpose>,
    /// Who asked.
    pub party_identification: Vec<Party>,
    /// A random number for this choice. It does not identify the visitor.
    pub record_id: String,
    /// The same number: nobody is identified.
    pub pii_principal_id: String,
    /// The cookies page, then the notices that the page had shown.
    pub privacy_notice: Vec<NoticeReference>,
    /// In which the choice was offered.
    pub language: String,
    /// One a purpose.
    pub events: Vec<ReceiptEvent>,
}

/// The members of a [`Receipt`] that are the same for everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReceiptTemplate {
    /// The form of the record: [`SCHEMA`].
    pub schema_version: &'static str,
    /// Which policy is answered.
    pub policy: PolicyReference,
    /// What can be refused.
    pub purposes: Vec<ReceiptPurpose>,
    /// Who asks.
    pub party_identification: Vec<Party>,
}

/// Which policy was answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyReference {
    /// Its number in `cookies.toml`, which rises when visitors are to be asked again.
    pub revision: u32,
    /// Sixteen hexadecimal digits of its SHA-256.
    pub checksum: String,
}

/// A category that can be refused, or a service within it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptPurpose {
    /// Id of the category or the service.
    pub purpose_id: String,
    /// What it is for, in words.
    pub purpose: String,
    /// Id of the category, also for a service.
    pub purpose_type: String,
    /// Consent, or that it is exempt until objected to.
    pub lawful_basis: String,
    /// The law it stands on ([`Footing::law`]).
    pub legal_reference: String,
    /// Ids of the parties that decide about it.
    pub pii_controllers: Vec<String>,
    /// Others who receive what is stored, by name.
    pub recipient_third_parties: Vec<String>,
    /// The address of the button that takes the answer back.
    pub withdrawal_method: String,
}

/// The controller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Its key in `controllers.toml`.
    pub party_id: String,
    /// Its name.
    pub party_name: String,
    /// What it is in this: the controller.
    pub party_role: String,
    /// Its postal address, a line each.
    pub party_address: Vec<String>,
    /// Its e-mail address, where one is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party_email: Option<String>,
    /// Its telephone numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party_phone: Vec<String>,
}

/// A notice, as it stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeReference {
    /// Id of the notice; `cookies` for the policy.
    pub id: String,
    /// Its version at the time.
    pub version: String,
    /// The address of its page.
    pub url: String,
}

/// What was said to a purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptEvent {
    /// Id of the purpose that was answered.
    pub purpose_id: String,
    /// ISO 8601, in UTC.
    pub event_time: String,
    /// ISO 8601: how long the answer stands before the visitor is asked again.
    pub validity_duration: String,
    /// Who answered: the number of the choice, for nobody is identified.
    pub entity_id: String,
    /// How it was said.
    pub event_type: EventType,
    /// What was said.
    pub event_state: EventState,
}

/// How it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventType {
    /// The visitor answered.
    Explicit,
}

/// What was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventState {
    /// Allowed.
    Given,
    /// Not allowed, and never was.
    Refused,
    /// Given earlier, and taken back by this choice.
    Withdrawn,
    /// Exempt, and left on.
    NotObjected,
    /// Exempt, and switched off.
    Objected,
}

impl ReceiptTemplate {
    /// Makes the template of a policy whose checksum is given.
    #[must_use]
    pub fn of(policy: &Policy, checksum: String) -> Self {
        let Contact {
            name,
            address,
            phones,
            email,
            ..
        } = policy.controller.contact.clone();
        let optional = |one: &&CategoryPolicy| one.footing != Footing::Essential;
        Self {
            schema_version: SCHEMA,
            policy: PolicyReference {
                revision: policy.revision,
                checksum,
            },
            purposes: policy
                .categories
                .iter()
                .filter(optional)
                .flat_map(|category| purposes(category, &policy.controller.id))
                .collect(),
            party_identification: vec![Party {
                party_id: policy.controller.id.clone(),
                party_name: name,
                party_role: "controller".to_owned(),
                party_address: address,
                party_email: email,
                party_phone: phones.into_iter().map(|phone| phone.number).collect(),
            }],
        }
    }
}

/// Lists a category, and its services where each can be chosen by itself.
fn purposes(category: &CategoryPolicy, controller: &str) -> Vec<ReceiptPurpose> {
    let purpose = |id: &str, purpose: &str, providers: Vec<String>| ReceiptPurpose {
        purpose_id: id.to_owned(),
        purpose: purpose.to_owned(),
        purpose_type: category.id.id().to_owned(),
        lawful_basis: match category.footing {
            Footing::Consent => "consent",
            Footing::Essential | Footing::Exempt => "exempt from consent",
        }
        .to_owned(),
        legal_reference: category.footing.law().to_owned(),
        pii_controllers: vec![controller.to_owned()],
        recipient_third_parties: providers,
        withdrawal_method: "#council-notice-preferences".to_owned(),
    };
    let services = &category.services;
    let mut providers: Vec<String> = services.iter().map(|one| one.provider.clone()).collect();
    providers.dedup();
    let mut all = vec![purpose(category.id.id(), &category.purpose, providers)];
    if services.len() > 1 {
        let own = |one: &super::Service| purpose(&one.id, &one.purpose, vec![one.provider.clone()]);
        all.extend(services.iter().map(own));
    }
    all
}
