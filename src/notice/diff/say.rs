//! A change in a line of English.

use std::fmt;

use crate::notice::{Basis, Condition};

use super::{Change, Kind, Topic};

/// The name of a condition, as in a notice's source.
pub(super) fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::Permission => "permission",
        Condition::Emergency => "emergency",
        Condition::Law => "law",
    }
}

/// The name of a basis, as in a notice's source. `None`: not stated.
pub(super) fn basis(basis: Basis) -> Option<&'static str> {
    Some(match basis {
        Basis::Consent => "consent",
        Basis::Contract => "contract",
        Basis::LegalObligation => "legal-obligation",
        Basis::VitalInterests => "vital-interests",
        Basis::PublicTask => "public-task",
        Basis::RecognisedLegitimateInterest => "recognised-legitimate-interest",
        Basis::LegitimateInterests => "legitimate-interests",
        Basis::NotStated => return None,
    })
}

/// What a topic is called within a line.
fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::Title => "title",
        Topic::Restates => "the document restated",
        Topic::Caution => "caution at the top",
        Topic::Part => "part of the service",
        Topic::Audience => "audience",
        Topic::Controller => "controller",
        Topic::Officer => "data protection officer",
        Topic::Answer => "first layer",
        Topic::Data => "data",
        Topic::Special => "sensitive data",
        Topic::Source => "source of data",
        Topic::OpenSources => "more sources than are named",
        Topic::Purpose => "purpose",
        Topic::Basis => "lawful basis",
        Topic::Recipient => "recipient",
        Topic::Condition => "condition",
        Topic::OpenRecipients => "more recipients than are named",
        Topic::Retention => "how long data is kept",
        Topic::Transfers => "transfers abroad",
        Topic::Right => "right",
        Topic::Automated => "automated decisions",
        Topic::Children => "line for children",
        Topic::Complaint => "where to complain",
        Topic::Law => "law cited",
        Topic::Field => "reason for a form field",
        Topic::Text => "text",
    }
}

impl fmt::Display for Change {
    /// One line: `recipient added: Ofsted, the police — to keep children safe`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = match (self.topic, self.kind) {
            (Topic::Condition, Kind::Removed) => "lost",
            (_, Kind::Added) => "added",
            (_, Kind::Removed) => "removed",
            (_, Kind::Changed) => "changed",
            (_, Kind::Shortened) => "shortened",
            (_, Kind::Lengthened) => "lengthened",
        };
        write!(formatter, "{} {done}", name(self.topic))?;
        let scope = [&self.scope.part, &self.scope.audience];
        let scope: Vec<&str> = scope.into_iter().filter_map(Option::as_deref).collect();
        if !scope.is_empty() {
            write!(formatter, " ({})", scope.join(", "))?;
        }
        if !self.what.is_empty() {
            write!(formatter, ": {}", self.what.join(", "))?;
        }
        let none = match self.topic {
            Topic::Condition => "none",
            _ => "not stated",
        };
        let dash = if self.what.is_empty() { ": " } else { " — " };
        match (&self.was, &self.now) {
            (Some(was), Some(now)) => write!(formatter, "{dash}“{was}” → “{now}”"),
            (Some(text), None) if self.kind == Kind::Removed => {
                write!(formatter, "{dash}“{text}”")
            }
            (None, Some(text)) if self.kind == Kind::Added => write!(formatter, "{dash}“{text}”"),
            (Some(was), None) => write!(formatter, "{dash}“{was}” → {none}"),
            (None, Some(now)) => write!(formatter, "{dash}{none} → “{now}”"),
            (None, None) => Ok(()),
        }
    }
}
