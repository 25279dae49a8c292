//! What changed between two versions of a notice: in facts, and in words only.
//!
//! A reader must be told of a [`Weight::Material`] change, and the notice's `version` must rise with it. In doubt a
//! change is material: a version costs nothing, an untold change costs trust.
//!
//! | module | what it compares |
//! |---|---|
//! | `facts` | the facts, each with its twin |
//! | `bodies` | those who give and those who get data, one by one |
//! | `contacts` | how to reach people |
//! | `prose` | the text under the headings |
//! | `reword` | one text, as a change |
//! | `words` | two texts: is a word's worth changed, or only the wording? |
//! | `pair` | which item of one list is which of the other |

mod bodies;
mod contacts;
mod facts;
mod pair;
mod prose;
mod reword;
mod say;
mod words;

use serde::{Deserialize, Serialize};

use super::{Notice, Scope, SectionId};

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// The name of the service.
    Title,
    /// The document that the notice restates.
    Restates,
    /// The warning above everything else.
    Caution,
    /// A part of the service.
    Part,
    /// A group of readers.
    Audience,
    /// Who decides why and how the data is used.
    Controller,
    /// Somebody who decides together with the controller.
    Joint,
    /// The data protection officer.
    Officer,
    /// Where requests go.
    Requests,
    /// A line of the first layer.
    Answer,
    /// A kind of data.
    Data,
    /// Whether a kind of data is of the special categories.
    Special,
    /// Where data comes from.
    Source,
    /// Whether the list of sources is complete: *added* says that it no longer is.
    OpenSources,
    /// What data is used for.
    Purpose,
    /// The lawful basis of a purpose.
    Basis,
    /// Who receives data.
    Recipient,
    /// When a recipient gets the data: *removed* says that it no longer depends on anything.
    Condition,
    /// Whether the list of recipients is complete: *added* says that it no longer is.
    OpenRecipients,
    /// How long data is kept.
    Retention,
    /// Transfers outside the United Kingdom.
    Transfers,
    /// A right of the person.
    Right,
    /// Decisions made without a person.
    Automated,
    /// The line for children.
    Children,
    /// Whom to complain to.
    Complaint,
    /// An Act or regulations that the notice cites.
    Law,
    /// Why a form field is asked for.
    Field,
    /// Prose under a heading.
    Text,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is there no longer.
    Removed,
    /// It says something else.
    Changed,
    /// A period is shorter.
    Shortened,
    /// A period is longer.
    Lengthened,
}

/// Whether a reader must be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// A fact is another.
    Material,
    /// The same is said in other words.
    Editorial,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What the change is about.
    pub topic: Topic,
    /// What became of it.
    pub kind: ChangeKind,
    /// Whether a reader must be told.
    pub weight: Weight,
    /// What it concerns, by name: recipients, a purpose, a kind of data. Empty where the topic says it all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub what: Vec<String>,
    /// How it was, in the notice's own words; for a basis or a condition its name in the notice's source. `None`:
    /// nothing was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// How it is, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
    /// Where the notice's page shows it.
    pub section: SectionId,
    /// Whom it concerns.
    #[serde(default, skip_serializing_if = "Scope::is_everyone")]
    pub scope: Scope,
}

/// What became of `version`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rise {
    /// It is the same.
    Same,
    /// It is higher.
    Rose,
    /// It is lower, which no new version may be.
    Fell,
}

/// Everything that differs between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Id of the notice.
    pub notice: String,
    /// `version` of the older one.
    pub old: String,
    /// `version` of the newer one.
    pub new: String,
    /// `published` of the newer one.
    pub published: String,
    /// In the order in which the notice's page shows them, material ones first.
    pub list: Vec<Change>,
}

impl Changes {
    /// Lists the changes that a reader must be told of.
    pub fn material(&self) -> impl Iterator<Item = &Change> {
        self.list
            .iter()
            .filter(|change| change.weight == Weight::Material)
    }

    /// Lists the changes of wording.
    pub fn editorial(&self) -> impl Iterator<Item = &Change> {
        self.list
            .iter()
            .filter(|change| change.weight == Weight::Editorial)
    }

    /// Says what became of `version`. Runs of digits count as numbers, so `10` is above `9`.
    #[must_use]
    pub fn rise(&self) -> Rise {
        match words::natural(&self.old, &self.new) {
            std::cmp::Ordering::Less => Rise::Rose,
            std::cmp::Ordering::Equal => Rise::Same,
            std::cmp::Ordering::Greater => Rise::Fell,
        }
    }

    /// Says whether `version` has to be raised, and is not.
    #[must_use]
    pub fn must_rise(&self) -> bool {
        match self.rise() {
            Rise::Rose => false,
            Rise::Same => self.material().next().is_some(),
            // A form that recorded the greater version would seem to be of the future.
            Rise::Fell => true,
        }
    }
}

/// Lists what differs between two versions of a notice, in one language.
///
/// ```
/// use notice::{diff::{diff, Rise}, Notice};
/// # let old: Notice = toml::from_str(include_str!("../../../source/tests/check/good.toml")).unwrap();
/// let mut new = old.clone();
/// new.recipients[0].condition = None;
/// let changes = diff(&old, &new);
/// assert_eq!(changes.material().count(), 1, "a condition was lost");
/// assert!(changes.must_rise() && changes.rise() == Rise::Same);
/// ```
#[must_use]
pub fn diff(old: &Notice, new: &Notice) -> Changes {
    let mut list = facts::compare(old, new);
    list.extend(prose::compare(&old.sections, &new.sections));
    // Stable: within a section the order is that of the facts.
    list.sort_by_key(|change| (change.weight, change.section));
    Changes {
        notice: new.id.clone(),
        old: old.version.clone(),
        new: new.version.clone(),
        published: new.published.clone(),
        list,
    }
}

impl Change {
    fn new(topic: Topic, section: SectionId, scope: &Scope) -> Self {
        Self {
            topic,
            kind: ChangeKind::Changed,
            weight: Weight::Material,
            what: Vec::new(),
            was: None,
            now: None,
            section,
            scope: scope.clone(),
        }
    }

    fn of(mut self, what: impl Into<String>) -> Self {
        self.what.push(what.into());
        self
    }

    /// Sets what was and what is, and the kind by which of the two there is.
    fn between(mut self, was: Option<String>, now: Option<String>) -> Self {
        self.kind = match (&was, &now) {
            (None, Some(_)) => ChangeKind::Added,
            (Some(_), None) => ChangeKind::Removed,
            _ => ChangeKind::Changed,
        };
        (self.was, self.now) = (was, now);
        self
    }

    fn kind(mut self, kind: ChangeKind) -> Self {
        self.kind = kind;
        self
    }

    fn weight(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }
}
