//! A change in a line of English.

use std::fmt;

use crate::{Basis, Condition};

use super::{Change, ChangeKind, Changes, Rise, Topic};

/// Returns the name of a condition, as in a notice's source.
pub(super) fn condition(condition: Condition) -> &'static str {
    condition.into()
}

/// Returns the name of a basis, as in a notice's source. `None`: not stated.
pub(super) fn basis(basis: Basis) -> Option<&'static str> {
    (basis != Basis::NotStated).then(|| basis.into())
}

/// Says what a topic is called within a line.
fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::Title => "title",
        Topic::Restates => "the document restated",
        Topic::Caution => "caution at the top",
        Topic::Part => "part of the service",
        Topic::Audience => "audience",
        Topic::Controller => "controller",
        Topic::Joint => "joint controller",
        Topic::Officer => "data protection officer",
        Topic::Requests => "where requests go",
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
    /// Writes one line: `recipient added: Ofsted, the police — to keep children safe`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let done = match (self.topic, self.kind) {
            (Topic::Condition, ChangeKind::Removed) => "lost",
            (_, ChangeKind::Added) => "added",
            (_, ChangeKind::Removed) => "removed",
            (_, ChangeKind::Changed) => "changed",
            (_, ChangeKind::Shortened) => "shortened",
            (_, ChangeKind::Lengthened) => "lengthened",
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
            (Some(text), None) if self.kind == ChangeKind::Removed => {
                write!(formatter, "{dash}“{text}”")
            }
            (None, Some(text)) if self.kind == ChangeKind::Added => {
                write!(formatter, "{dash}“{text}”")
            }
            (Some(was), None) => write!(formatter, "{dash}“{was}” → {none}"),
            (None, Some(now)) => write!(formatter, "{dash}{none} → “{now}”"),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Display for Changes {
    /// Writes what changed, and what follows from it for `version`, in lines of English.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (old, new) = (&self.old, &self.new);
        let groups = [
            ("Facts", self.material().collect::<Vec<_>>()),
            ("Wording only", self.editorial().collect()),
        ];
        for (heading, list) in &groups {
            if !list.is_empty() {
                writeln!(formatter, "{heading} ({})", list.len())?;
                for change in list {
                    writeln!(formatter, "  - {change}")?;
                }
                writeln!(formatter)?;
            }
        }
        let facts = !groups[0].1.is_empty();
        let id = &self.notice;
        match (self.rise(), facts) {
            (Rise::Rose, true) => write!(
                formatter,
                "{id}: facts changed, and `version` rose from {old} to {new}."
            ),
            (Rise::Rose, false) => write!(
                formatter,
                "{id}: no fact changed. `version` rose from {old} to {new}, which it need not have."
            ),
            (Rise::Same, true) => write!(
                formatter,
                "{id}: facts changed, and `version` is still {old}. It must rise; set `published` to the day as well."
            ),
            (Rise::Same, false) if self.list.is_empty() => {
                write!(formatter, "{id}: nothing changed.")
            }
            (Rise::Same, false) => write!(
                formatter,
                "{id}: no fact changed. `version` may stay {old}."
            ),
            (Rise::Fell, _) => write!(
                formatter,
                "{id}: `version` fell from {old} to {new}. It must rise: forms have recorded {old} already."
            ),
        }
    }
}
