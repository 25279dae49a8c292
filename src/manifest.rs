//! What `publish` writes and the browser reads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{cookies::Policy, placement::Placement, strings::Strings};

/// `index.<lang>.<hash>.json`: everything the widget needs to know before it fetches a notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    pub strings: Strings,
    /// By notice id.
    pub notices: BTreeMap<String, Entry>,
    pub placements: Vec<Placement>,
    pub policy: Policy,
}

/// Where a notice is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub title: String,
    /// Path under the published root: `notices/derby-homes.en.0a1b2c3d.json`.
    pub file: String,
}
