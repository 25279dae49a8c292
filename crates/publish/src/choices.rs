//! What visitors may choose under a policy, and for how long a choice holds: what every script knows that reads the record.

use std::collections::BTreeMap;

use notice::cookies::{Footing, Policy, life};
use serde::Serialize;

/// Holds what a record of a choice may say.
#[derive(Serialize)]
pub(crate) struct Choices<'a> {
    revision: u32,
    /// Categories that can be refused: those that are off until allowed, then those that are on until objected to.
    optional: Vec<&'static str>,
    /// How many of them are off until allowed.
    #[serde(rename = "consentCount")]
    consent_count: usize,
    /// The services of a category that has any.
    services: BTreeMap<&'static str, Vec<&'a str>>,
    #[serde(flatten)]
    life: Life,
}

/// Holds for how many seconds a choice is remembered.
#[derive(Serialize)]
pub(crate) struct Life {
    accepted: u32,
    refused: u32,
}

impl Default for Life {
    fn default() -> Self {
        Self {
            accepted: life::seconds(life::ACCEPTED_MONTHS),
            refused: life::seconds(life::REFUSED_MONTHS),
        }
    }
}

impl<'a> Choices<'a> {
    /// Lists what visitors may choose under a policy.
    pub(crate) fn of(policy: &'a Policy) -> Self {
        let consent = with_footing(policy, Footing::Consent);
        Self {
            revision: policy.revision,
            consent_count: consent.len(),
            optional: [consent, with_footing(policy, Footing::Exempt)].concat(),
            services: services(policy),
            life: Life::default(),
        }
    }
}

/// Says whether something is on before anybody was asked.
pub(crate) fn is_exempt(policy: &Policy) -> bool {
    !with_footing(policy, Footing::Exempt).is_empty()
}

fn with_footing(policy: &Policy, footing: Footing) -> Vec<&'static str> {
    policy
        .categories
        .iter()
        .filter(|one| one.footing == footing)
        .map(|one| one.id.id())
        .collect()
}

fn services(policy: &Policy) -> BTreeMap<&'static str, Vec<&str>> {
    let categories = policy.categories.iter();
    categories
        .filter(|one| one.footing != Footing::Essential && !one.services.is_empty())
        .map(|one| {
            let services = one.services.iter().map(|service| service.id.as_str());
            (one.id.id(), services.collect())
        })
        .collect()
}
