//! What is to be published, in memory.

use std::collections::BTreeMap;

use serde::Serialize;

use super::hash::hash;

/// Files by their path under the published root, with `/` between folders; and where those will be that have a hash in their names.
/// Pages and includes ask an [`Asset`] for the address of one; what scripts load they find by `files` (`www/gate/tag.js`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dist {
    files: BTreeMap<String, Vec<u8>>,
    hashed_at: Option<String>,
}

impl Dist {
    /// Begins with nothing. `hashed_at` is the address, with a slash at its end, of the host that has the hashed files, where that is
    /// another than the pages' own.
    pub(crate) fn new(hashed_at: Option<String>) -> Self {
        Self {
            hashed_at,
            ..Self::default()
        }
    }

    /// Returns the address of the hashed files' own host; an empty string where they are beside the gate.
    pub(crate) fn hashed_at(&self) -> &str {
        self.hashed_at.as_deref().unwrap_or_default()
    }

    /// Adds a file under a stable name.
    pub(crate) fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Adds a file whose name carries its content's hash, and gives the name: a browser may keep it for ever.
    pub(crate) fn add_hashed(
        &mut self,
        stem: &str,
        end: &str,
        bytes: impl Into<Vec<u8>>,
    ) -> String {
        let bytes = bytes.into();
        let path = format!("{stem}{}{end}", hash(&bytes));
        self.add(path.clone(), bytes);
        path
    }

    /// Adds such a file for pages to name.
    pub(crate) fn add_asset(&mut self, stem: &str, end: &str, bytes: impl Into<Vec<u8>>) -> Asset {
        Asset {
            name: self.add_hashed(stem, end, bytes),
            at: self.hashed_at.clone(),
        }
    }

    /// Lists path and content of every file, sorted by path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Returns the content of one file.
    #[must_use]
    pub(crate) fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }
}

/// A hashed file that pages name.
#[derive(Clone, Debug)]
pub(crate) struct Asset {
    name: String,
    /// Its host, where that is another than the page's own.
    at: Option<String>,
}

impl Asset {
    /// Returns its address for a page from which `up` leads to the published root.
    pub(crate) fn seen_from(&self, up: &str) -> String {
        [self.at.as_deref().unwrap_or(up), &self.name].concat()
    }
}

/// Writes compact JSON.
pub(crate) fn json(value: &impl Serialize) -> Vec<u8> {
    // The published types have string keys only, which is all that JSON could object to.
    serde_json::to_vec(value).expect("published types are plain JSON")
}
