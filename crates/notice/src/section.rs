//! The sections of a notice: headings and prose.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Scope;

/// The sections of a notice, in reading order. The name in kebab case is the anchor on the static page.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SectionId {
    /// Who asks: the controller and its officer.
    Who,
    /// How the details are collected.
    Collection,
    /// What is collected.
    Data,
    /// Where details come from when the person did not give them.
    Sources,
    /// What the details are used for, and on which lawful basis.
    Purposes,
    /// Whether a person has to give them.
    Choice,
    /// Research and statistics.
    Research,
    /// Who sees them.
    Recipients,
    /// Transfers outside the United Kingdom.
    Transfers,
    /// How long they are kept.
    Retention,
    /// How they are kept safe.
    Security,
    /// How they are kept right, and who has to say when they change.
    Accuracy,
    /// What a person may ask for.
    Rights,
    /// Decisions made without a person.
    Automated,
    /// What is said to and of children.
    Children,
    /// Cookies and what else is stored on the device.
    Cookies,
    /// How to complain, and to whom.
    Complaints,
    /// How the notice itself changes.
    Changes,
}

impl SectionId {
    /// Every section, in reading order.
    pub const ALL: &[Self] = Self::VARIANTS;
}

/// A heading, the prose under it, and (by its id) the facts that follow the prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Which section this is; facts are shown under it by this id.
    pub id: SectionId,
    /// The heading, in the words of the notice.
    pub heading: String,
    /// The prose under the heading.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body: Vec<Block>,
    /// Whom the section concerns.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// A block of prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with bullets, an item each.
    List(Vec<Vec<Inline>>),
}

/// A run of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that are stressed.
    Strong(String),
    /// Words that lead somewhere.
    Link {
        /// The words.
        text: String,
        /// The address, absolute.
        url: String,
    },
}
