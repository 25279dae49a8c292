//! What a rule can say of a notice: the marks, what was found, and the verdict of one rule.

use notice::{Answer, Contact, Question};
use serde::Serialize;

use super::Rule;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Should be put right.
    Warning,
    /// The notice does not do what the law asks, or misleads.
    Error,
}

/// What a rule makes of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The rule does not concern this notice on this day.
    NotApplicable,
    /// All is as the rule wants it.
    Present,
    /// There, but not enough.
    Weak,
    /// Not there.
    Missing,
    /// Right once, and not so today.
    Outdated,
    /// Never right, or against something else that the notice says.
    Wrong,
}

/// An entry of the files that a notice is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The answer to a question of the first layer.
    Answer(Question),
    /// A contact that several notices share.
    Contact,
    /// Whatever speaks for the controller of this key: the notice, what it shares, and the controller's own table. That of another may say
    /// the same, and keep it.
    Own(String),
}

/// What a rule found: one thing to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How grave it is.
    pub mark: Mark,
    /// What is the matter, in a sentence.
    pub message: String,
    /// The text of the notice that it concerns, letter for letter.
    pub place: Option<String>,
    /// The entry whose text it concerns, where others may be worded alike.
    pub entry: Option<Entry>,
    /// Good advice, which no law asks for: never graver than a note.
    pub advice: bool,
    /// How much it matters at most, where that is less than what else its rule finds.
    pub at_most: Option<Severity>,
    /// An import has left it for whoever finishes the draft: nobody else can settle it.
    pub pending: bool,
    /// What to do about it, in a sentence, where that is not what the rule says.
    pub remedy: Option<&'static str>,
    /// It is so wherever a file states the same text: each of these places is told.
    pub everywhere: bool,
}

impl Found {
    pub(crate) fn new(mark: Mark, message: impl Into<String>) -> Self {
        Self {
            mark,
            message: message.into(),
            place: None,
            entry: None,
            advice: false,
            at_most: None,
            pending: false,
            remedy: None,
            everywhere: false,
        }
    }

    /// Says how much it matters, found by a rule of that severity. A mark of [`Mark::Present`] is a note beside what is there.
    #[must_use]
    pub fn severity(&self, rule: Severity) -> Severity {
        if self.advice || self.mark <= Mark::Present {
            Severity::Info
        } else {
            self.at_most.map_or(rule, |most| most.min(rule))
        }
    }

    /// Makes it a warning where its rule finds errors.
    pub(crate) fn into_warning(self) -> Self {
        Self {
            at_most: Some(Severity::Warning),
            ..self
        }
    }

    /// Makes it a note where its rule finds something graver: no law asks this of every notice.
    pub(crate) fn into_note(self) -> Self {
        Self {
            at_most: Some(Severity::Info),
            ..self
        }
    }

    /// Makes a finding of what would be better, and is no duty.
    pub(crate) fn advice(message: impl Into<String>) -> Self {
        Self {
            advice: true,
            ..Self::weak(message)
        }
    }

    pub(crate) fn weak(message: impl Into<String>) -> Self {
        Self::new(Mark::Weak, message)
    }

    pub(crate) fn missing(message: impl Into<String>) -> Self {
        Self::new(Mark::Missing, message)
    }

    pub(crate) fn outdated(message: impl Into<String>) -> Self {
        Self::new(Mark::Outdated, message)
    }

    pub(crate) fn wrong(message: impl Into<String>) -> Self {
        Self::new(Mark::Wrong, message)
    }

    pub(crate) fn at(mut self, place: &str) -> Self {
        self.place = Some(place.to_owned());
        self
    }

    /// Concerns an answer of the first layer.
    pub(crate) fn at_answer(mut self, answer: &Answer) -> Self {
        self.entry = Some(Entry::Answer(answer.question));
        self.at(&answer.text)
    }

    /// Concerns whom people complain to, by name.
    pub(crate) fn at_contact(mut self, contact: &Contact) -> Self {
        self.entry = Some(Entry::Contact);
        self.at(&contact.name)
    }
}

/// `None`: the rule does not concern the notice. An empty list: all is well.
pub type Outcome = Option<Vec<Found>>;

/// What one rule says of one notice.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The rule that was asked.
    pub rule: &'static Rule,
    /// Where the duty stood in the law of the day.
    pub law: String,
    /// What it found.
    pub found: Outcome,
}

impl Verdict {
    /// Returns the gravest mark of what was found.
    #[must_use]
    pub fn mark(&self) -> Mark {
        self.found.as_ref().map_or(Mark::NotApplicable, |found| {
            let marks = found.iter().map(|found| found.mark);
            marks.max().unwrap_or(Mark::Present)
        })
    }
}

/// Makes the outcome of a rule that concerns the notice, of what was found, if anything.
pub(crate) fn found(found: impl IntoIterator<Item = Found>) -> Outcome {
    Some(found.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::{Found, Severity};

    #[test]
    fn a_finding_is_never_graver_than_its_rule_or_than_itself() {
        for (found, rule, wanted) in [
            (Found::weak("a"), Severity::Error, Severity::Error),
            (
                Found::weak("a").into_warning(),
                Severity::Error,
                Severity::Warning,
            ),
            (
                Found::weak("a").into_warning(),
                Severity::Info,
                Severity::Info,
            ),
            (
                Found::advice("a").into_warning(),
                Severity::Error,
                Severity::Info,
            ),
        ] {
            assert_eq!(found.severity(rule), wanted, "{found:?}");
        }
    }
}
