//! The facts of a notice, one type a fact.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};

use super::{Link, Scope};

/// The six questions of the first layer, in the usual order; [`Notice::questions`](super::Notice::questions) decides.
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
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Question {
    /// Who is asking?
    Who,
    /// Why do they ask?
    Why,
    /// Must I give it?
    Must,
    /// Who sees it? The surprising ones first.
    Sees,
    /// How long is it kept?
    Keeps,
    /// What are my rights, and how do I complain?
    Rights,
}

impl Question {
    /// All six, in the usual order.
    pub const ALL: &[Self] = <Self as VariantArray>::VARIANTS;
}

/// One line of the first layer: at most 20 words. A question may have several lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question that is answered.
    pub question: Question,
    /// The answer, in plain words.
    pub text: String,
    /// What the answer depends on, if on anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// Whom the answer concerns.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// When something is shared only under a condition. Nothing here means: shared as part of the service.
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
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Condition {
    /// Only if the person agrees.
    Permission,
    /// Only in an emergency.
    Emergency,
    /// Only if the law says so.
    Law,
}

/// A category of personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Data {
    /// What it is called: `Contact details`.
    pub name: String,
    /// Examples, or what is meant by the name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Special-category or criminal-offence data (UK GDPR Arts. 9 and 10).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub special: bool,
    /// By what a form's field of this kind is known, for the audit: a mark, a token of `name` or `autocomplete`, or with
    /// a space in it words of the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<String>,
    /// Whose data it is.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// Where data comes from when the person did not give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataSource {
    /// What these bodies have in common: `Outside the council`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The bodies, by name.
    pub names: Vec<String>,
    /// What they give, or why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The source says that the list is not complete; its own words for the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<String>,
    /// Whose data comes from there.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// Lawful bases of UK GDPR Art. 6(1).
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
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Basis {
    /// (a)
    Consent,
    /// (b)
    Contract,
    /// (c)
    LegalObligation,
    /// (d)
    VitalInterests,
    /// (e)
    PublicTask,
    /// (ea)
    RecognisedLegitimateInterest,
    /// (f)
    LegitimateInterests,
    /// The source names none.
    NotStated,
}

/// Why data is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purpose {
    /// What the data is used for.
    pub text: String,
    /// The lawful basis, or that none is stated.
    pub basis: Basis,
    /// The source's words for the basis: which interest, which Act, which agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis_detail: Option<String>,
    /// Whose data is used for it.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// Who receives data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// What these bodies have in common: `Inside the council`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The bodies, by name.
    pub names: Vec<String>,
    /// What they receive it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// When they receive it, if not as part of the service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// The condition as the source puts it: `as you say on your Shared Agreement`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_detail: Option<String>,
    /// What they are to the controller, where the source says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RecipientRole>,
    /// The source says that the list is not complete; what else it allows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub open: Option<String>,
    /// Whose data they receive.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// What a recipient is to the controller. Nothing here means: the source does not say.
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
    VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum RecipientRole {
    /// It uses the data for the controller alone, on its instructions (UK GDPR Arts. 4(8) and 28).
    Processor,
}

/// How long data is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retention {
    /// How long, in the words of the notice.
    pub text: String,
    /// Where the schedule of periods stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// The longest period in months, when the source gives a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
}

/// The rights of UK GDPR Arts. 15 to 22, in the order of their articles.
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
pub enum RightId {
    /// Art. 15: to see the data.
    Access,
    /// Art. 16: to have it corrected.
    Rectification,
    /// Art. 17: to have it deleted.
    Erasure,
    /// Art. 18: to have its use limited.
    Restriction,
    /// Art. 20: to take it elsewhere.
    Portability,
    /// Art. 21: to object to its use.
    Objection,
    /// Art. 22 (since 5 February 2026 Arts. 22A to 22D): not to be decided about by a machine alone.
    AutomatedDecisions,
}

impl RightId {
    /// Names the article of the UK GDPR that gives the right. That on automated decisions is told by its old number, under which
    /// vocabularies still know it.
    #[must_use]
    pub fn article(self) -> u8 {
        match self {
            Self::Access => 15,
            Self::Rectification => 16,
            Self::Erasure => 17,
            Self::Restriction => 18,
            Self::Portability => 20,
            Self::Objection => 21,
            Self::AutomatedDecisions => 22,
        }
    }

    /// Returns the id in a notice's `[[right]]` and in the anchors of its page.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// A right of the person, as the notice tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Right {
    /// Which right it is.
    pub id: RightId,
    /// What the right is called for people.
    pub name: String,
    /// What one may ask for by it.
    pub text: String,
}

/// What the source says of decisions made without a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Automated {
    /// Whether such decisions are made.
    pub used: bool,
    /// What is said of them.
    pub text: String,
}

/// The source's line for children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Children {
    /// The line is for people younger than this.
    pub under: u8,
    /// The line itself, with the age in it.
    pub text: String,
}

/// Why one form field is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// What an input names in `data-notice-field`.
    pub name: String,
    /// One or two sentences.
    pub why: String,
    /// Other marks by which the field is known: a `name` or `autocomplete` token.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<String>,
    /// When it is asked for, if not always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Condition>,
    /// Whose form asks for it.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}
