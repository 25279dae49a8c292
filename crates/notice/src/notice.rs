//! A privacy notice, whole.

use serde::{Deserialize, Serialize};

use crate::{
    Answer, Automated, Children, Contact, Controller, Data, DataSource, Field, Officer, Part,
    Purpose, Question, Recipient, Retention, Right, Section,
};

/// Who looks after a notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upkeep {
    /// The team or the person that answers for what it says.
    pub owner: Option<String>,
    /// ISO 8601 date by which they go through it next.
    pub review: Option<String>,
}

/// A privacy notice of one service, in one language.
///
/// `Option::None` and an empty list always mean *not stated by the source*; nothing is ever filled in by guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Stable id, as in the tag: `customer-management`.
    pub id: String,
    /// Name of the service: `Customer Management`.
    pub title: String,
    /// BCP 47 language tag of the texts.
    pub lang: String,
    /// Translated by a machine and reviewed by nobody yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub machine_made: bool,
    /// What a form records as `council_notice=<id>@<version>`.
    pub version: String,
    /// ISO 8601 date on which this version was published.
    pub published: String,
    /// The document that this notice restates, with its own date or version when it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restates: Option<String>,
    /// A warning that stands above everything else, when the source is known to be out of date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caution: Option<String>,
    /// Who decides why and how the data is used (UK GDPR Art. 13(1)(a)).
    pub controller: Controller,
    /// Who decides together with it (Art. 26(1)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub joint: Vec<Controller>,
    /// The data protection officer (Art. 13(1)(b)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<Officer>,
    /// Where requests under data protection law go, when that is neither the officer nor the controller's own contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requests: Option<Contact>,
    /// Contexts of the service with facts of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// Groups of readers with facts of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audiences: Vec<Part>,
    /// The first layer: six questions, answered in a line or two each.
    pub answers: Vec<Answer>,
    /// Categories of personal data (Art. 14(1)(d)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<Data>,
    /// Where data comes from when not from the person (Art. 14(2)(f)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<DataSource>,
    /// Purposes, each with its lawful basis or none stated (Art. 13(1)(c)).
    pub purposes: Vec<Purpose>,
    /// Who receives the data (Art. 13(1)(e)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Recipient>,
    /// How long the data is kept (Art. 13(2)(a)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<Retention>,
    /// Transfers outside the United Kingdom, in words (Art. 13(1)(f)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfers: Option<String>,
    /// The rights that the source states (Art. 13(2)(b)).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<Right>,
    /// Automated decisions (Art. 13(2)(f)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub automated: Option<Automated>,
    /// The line for children, where the source has one (Art. 8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Children>,
    /// The service says that it is for adults alone, so that a line for children is not missed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub adults_only: bool,
    /// Whom to complain to: the controller's own contact first, then the regulator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub complaints: Vec<Contact>,
    /// Acts and regulations that the source cites, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub laws: Vec<String>,
    /// Reasons for single form fields ("why we ask").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Who looks after the notice, for the desk alone: no published notice carries it.
    #[serde(skip)]
    pub upkeep: Upkeep,
    /// The whole notice in reading order: headings and prose; the facts above are shown under the heading they belong to.
    pub sections: Vec<Section>,
}

impl Notice {
    /// Lists everyone who decides: the controller first, then those who decide together with it.
    pub fn controllers(&self) -> impl Iterator<Item = &Controller> {
        std::iter::once(&self.controller).chain(&self.joint)
    }

    /// Lists the names of everyone who decides, in a line.
    #[must_use]
    pub fn who_decides(&self) -> String {
        let names = self.controllers().map(|it| it.contact.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    /// Lists the six questions in the order in which its pages ask them, and its cards those that are left after
    /// [`Self::at_a_glance`]: the same for every notice, so that people who have read one find their way in the next.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        Question::ALL
    }

    /// Lists the questions that its card answers at a glance, before all others. A card has the others beside them where it is
    /// wide, and behind one click on a phone, where the form must come into sight.
    #[must_use]
    pub fn at_a_glance(&self) -> &[Question] {
        &[Question::Who, Question::Why, Question::Sees]
    }
}
