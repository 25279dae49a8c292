//! The policy of `notices/cookies.toml`.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::Pattern;
use crate::Controller;

/// The categories of cookies. A new one needs a table in `notices/cookies.toml` and in the one that `init` writes
/// (`crates/publish/init/notices/cookies.toml`): tests hold both to this list. What else has the list is written from it, also
/// the types for compilers (`www/council-notice.d.ts`). Every site's own policy needs the table, too: `council-notice migrate`
/// tells its editors. Where Google's Consent Mode has a signal for it, that goes into [`SIGNALS`](super::SIGNALS).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Category {
    /// What the site cannot do without: nobody can refuse it.
    Essential,
    /// What a visitor set, remembered.
    Preferences,
    /// How the site is used, counted.
    Analytics,
    /// Films, maps and other content from elsewhere.
    Media,
    /// Advertisements, and what follows people to show them.
    Marketing,
}

impl Category {
    /// Every category, in the order they are shown.
    pub const ALL: &[Self] = <Self as VariantArray>::VARIANTS;

    /// Other names that a page may give to a category.
    pub const ALIASES: [(&str, Self); 3] = [
        ("statistics", Self::Analytics),
        ("measurement", Self::Analytics),
        ("necessary", Self::Essential),
    ];

    /// Says whether it may go without asking: PECR Schedule A1 knows no grounds but statistics and appearance for that (paragraphs
    /// 5 and 6).
    #[must_use]
    pub fn may_be_exempt(self) -> bool {
        match self {
            Self::Preferences | Self::Analytics => true,
            Self::Essential | Self::Media | Self::Marketing => false,
        }
    }

    /// Returns the id used in the record, in the tag and in the API.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Why a category may be stored at all (PECR reg. 6 and Schedule A1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Footing {
    /// Strictly necessary: always on.
    Essential,
    /// Off until the visitor consents.
    Consent,
    /// Statistics or appearance: on until the visitor objects.
    Exempt,
}

impl Footing {
    /// Names the law that it stands on. Schedule A1 was put in by the Data (Use and Access) Act 2025, s. 112, from 5 February 2026
    /// (SI 2026/82).
    #[must_use]
    pub fn law(self) -> &'static str {
        match self {
            Self::Essential => {
                "Privacy and Electronic Communications Regulations 2003, regulation 6 and Schedule A1, paragraphs 3 and 4 (transmission; strictly necessary)"
            }
            Self::Consent => {
                "Privacy and Electronic Communications Regulations 2003, regulation 6 and Schedule A1, paragraph 2 (consent)"
            }
            Self::Exempt => {
                "Privacy and Electronic Communications Regulations 2003, regulation 6 and Schedule A1, paragraphs 5 and 6 (statistics; appearance: each with a way to object)"
            }
        }
    }
}

/// Where something is stored. What one page stores under a name in one of these says nothing of the others. How each is read and
/// emptied is in `www/deferred/store.js`.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum StorageKind {
    /// A cookie.
    #[default]
    Cookie,
    /// The local storage of an origin, which stays.
    LocalStorage,
    /// The session storage of a tab, which goes with it.
    SessionStorage,
}

impl StorageKind {
    /// All of them, as policies and events name them.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;
}

/// A cookie or a storage key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredItem {
    /// Its name, or a pattern of names.
    pub name: Pattern,
    /// Where it is stored.
    pub kind: StorageKind,
    /// Who set it.
    pub provider: String,
    /// What it is for.
    pub purpose: String,
    /// How long it stays, in words.
    pub lifetime: String,
}

/// Someone's content within a category, which can be allowed by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// No other service's, and no category's.
    pub id: String,
    /// What it is called for people.
    pub title: String,
    /// Who runs it.
    pub provider: String,
    /// What it does for the visitor, in a sentence or two.
    pub purpose: String,
    /// Why it is declared though it stores nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stores_nothing: Option<String>,
    /// What it stores.
    #[serde(default)]
    pub items: Vec<StoredItem>,
}

/// One category and what it stores: in `items`, or all of it in `services`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryPolicy {
    /// Which category this is.
    pub id: Category,
    /// Why it may be stored at all.
    pub footing: Footing,
    /// What it is called for people.
    pub title: String,
    /// What it does for the visitor, in a sentence or two.
    pub purpose: String,
    /// Why a category (or service) without a single item is declared at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stores_nothing: Option<String>,
    /// What it stores, apart from its services.
    #[serde(default)]
    pub items: Vec<StoredItem>,
    /// Services that can be allowed one by one.
    #[serde(default)]
    pub services: Vec<Service>,
}

impl CategoryPolicy {
    /// Lists everything it stores, with the id that allows it: the category's own or a service's.
    pub fn stored(&self) -> impl Iterator<Item = (&str, &StoredItem)> {
        let own = self.items.iter().map(|item| (self.id.id(), item));
        own.chain(self.services.iter().flat_map(|service| {
            let id = service.id.as_str();
            service.items.iter().map(move |item| (id, item))
        }))
    }
}

/// Everything the site stores on a visitor's device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Raised when everyone must be asked again.
    pub revision: u32,
    /// Who answers for all of it.
    pub controller: Controller,
    /// All categories, in the order of [`Category::ALL`].
    pub categories: Vec<CategoryPolicy>,
}
