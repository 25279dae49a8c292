//! The policy of `notices/cookies.toml`.

use serde::{Deserialize, Serialize};

/// The five categories of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    Essential,
    Preferences,
    Analytics,
    Media,
    Marketing,
}

impl Category {
    /// Every category, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Essential,
        Self::Preferences,
        Self::Analytics,
        Self::Media,
        Self::Marketing,
    ];

    /// The categories that a visitor can refuse.
    pub const OPTIONAL: &[Self] = Self::ALL.split_at(1).1;

    /// The id used in the record, in the tag and in the API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Preferences => "preferences",
            Self::Analytics => "analytics",
            Self::Media => "media",
            Self::Marketing => "marketing",
        }
    }
}

/// Why a category may be stored at all (PECR reg. 6 and Schedule A1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Footing {
    /// Strictly necessary: always on.
    Essential,
    /// Off until the visitor consents.
    Consent,
    /// Statistics or appearance: on until the visitor objects.
    Exempt,
}

/// A cookie or a storage key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredItem {
    /// Name or pattern (`_ga*`).
    pub name: String,
    pub provider: String,
    pub purpose: String,
    pub lifetime: String,
}

/// One category and what it stores.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryPolicy {
    pub id: Category,
    pub footing: Footing,
    pub title: String,
    /// What it does for the visitor, in a sentence or two.
    pub purpose: String,
    #[serde(default)]
    pub items: Vec<StoredItem>,
}

/// Everything the site stores on a visitor's device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Raised when everyone must be asked again.
    pub revision: u32,
    /// All five categories, in the order of [`Category::ALL`].
    pub categories: Vec<CategoryPolicy>,
}
