//! What is to be published, in memory.

use std::collections::BTreeMap;

use serde::Serialize;

use super::hash::hash;

/// Files by their path under the published root, with `/` between folders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Dist(BTreeMap<String, Vec<u8>>);

impl Dist {
    /// Adds a file under a stable name.
    pub(crate) fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
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

    /// Lists path and content of every file, sorted by path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Returns the content of one file.
    #[must_use]
    pub(crate) fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }
}

/// Writes compact JSON.
pub(crate) fn json(value: &impl Serialize) -> Vec<u8> {
    // The published types have string keys only, which is all that JSON could object to.
    serde_json::to_vec(value).expect("published types are plain JSON")
}
