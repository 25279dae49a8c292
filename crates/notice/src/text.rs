//! Headings and prose of a notice.

use serde::{Deserialize, Serialize};

use super::Scope;

/// The sections of a notice, in reading order. The name in kebab case is the anchor on the static page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionId {
    Who,
    Collection,
    Data,
    Sources,
    Purposes,
    Choice,
    Research,
    Recipients,
    Transfers,
    Retention,
    Security,
    Accuracy,
    Rights,
    Automated,
    Children,
    Cookies,
    Complaints,
    Changes,
}

impl SectionId {
    /// Every section, in reading order.
    pub const ALL: [Self; 18] = [
        Self::Who,
        Self::Collection,
        Self::Data,
        Self::Sources,
        Self::Purposes,
        Self::Choice,
        Self::Research,
        Self::Recipients,
        Self::Transfers,
        Self::Retention,
        Self::Security,
        Self::Accuracy,
        Self::Rights,
        Self::Automated,
        Self::Children,
        Self::Cookies,
        Self::Complaints,
        Self::Changes,
    ];
}

/// A heading, the prose under it, and (by its id) the facts that follow the prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub id: SectionId,
    pub heading: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// A block of prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Paragraph(Vec<Inline>),
    List(Vec<Vec<Inline>>),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    Text(String),
    Strong(String),
    Link { text: String, url: String },
}
