//! The cookie policy, as the browser is given it in the index.

use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::{Error, html, notices::json};
use crate::{
    cookies::{CategoryPolicy, Kind, Pattern, Policy},
    strings::Strings,
    ui::Preferences,
};

/// Members of the index.
#[derive(Serialize)]
pub struct Published<'a> {
    /// The preferences dialog, for the widget.
    preferences: Value,
    /// Every name that may be stored, for the steward: id of the category or service that allows it, kind, pattern.
    stored: Vec<(&'a str, Kind, &'a Pattern)>,
    checksum: String,
}

impl<'a> Published<'a> {
    /// The policy in the words of a language.
    ///
    /// # Errors
    /// [`Error::Markup`] for a slip in our own markup.
    pub fn of(policy: &'a Policy, t: &Strings) -> Result<Self, Error> {
        let html = html::render(|| view! { <Preferences policy=policy.clone() t=t.clone() /> });
        let stored = policy.categories.iter().flat_map(CategoryPolicy::stored);
        Ok(Self {
            preferences: html::tree("preferences", &html)?,
            stored: stored
                .map(|(id, item)| (id, item.kind, &item.name))
                .collect(),
            checksum: checksum(policy),
        })
    }
}

/// Sixteen hexadecimal digits of the policy's SHA-256: two receipts that bear the same were given for the same policy.
pub fn checksum(policy: &Policy) -> String {
    let digest = Sha256::digest(json(policy));
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
