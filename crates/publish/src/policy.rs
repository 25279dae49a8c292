//! The cookie policy, as the browser is given it in the index.

use leptos::prelude::*;
use notice::{
    cookies::{Category, CategoryPolicy, Policy, StorageKind},
    seen,
    strings::Strings,
};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use ui::{PolicyLanguage, Preferences};

use super::{Error, dist::json, html};

/// Members of the index.
#[derive(Serialize)]
pub(crate) struct PublishedPolicy<'a> {
    /// The preferences dialog, for the widget.
    preferences: Value,
    /// The category or service that allows the widget to keep which version of a notice was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    seen_by: Option<&'a str>,
}

impl<'a> PublishedPolicy<'a> {
    /// Makes the policy in the words of a language; `foreign` is the policy's own, when that is another.
    ///
    /// # Errors
    /// [`Error::Markup`] for a slip in our own markup.
    pub(crate) fn of(
        policy: &'a Policy,
        t: &Strings,
        foreign: Option<PolicyLanguage>,
    ) -> Result<Self, Error> {
        let html =
            html::render(|| view! { <Preferences policy=policy.clone() t=t.clone() foreign /> });
        Ok(Self {
            preferences: html::tree("preferences", &html)?,
            seen_by: seen_by(policy),
        })
    }
}

/// Names what allows to keep the version read: only as a preference, and only as declared.
fn seen_by(policy: &Policy) -> Option<&str> {
    let preferences = policy.categories.iter();
    let preferences = preferences.filter(|one| one.id == Category::Preferences);
    let key = seen::key("notice", "part/audience");
    preferences
        .flat_map(CategoryPolicy::stored)
        .find(|(_, item)| item.kind == StorageKind::LocalStorage && item.name.matches(&key))
        .map(|(id, _)| id)
}

/// Returns sixteen hexadecimal digits of the policy's SHA-256: two receipts that bear the same were given for the same policy.
pub(crate) fn checksum(policy: &Policy) -> String {
    let digest = Sha256::digest(json(policy));
    digest[..8]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
