//! The findings in words.

use std::fmt;

use super::{Line, Terms};

/// What an audit found. Shown as text it can be copied into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub title: String,
    pub version: String,
    pub lines: Vec<Line>,
    /// Kinds of data that the notice declares and no field asks for.
    pub unasked: Vec<String>,
    /// Whether the notice lists kinds of data at all.
    pub lists_kinds: bool,
}

impl Report {
    pub(super) fn new(terms: &Terms, lines: Vec<Line>) -> Self {
        let unasked = terms
            .kinds
            .iter()
            .map(|kind| &kind.name)
            .filter(|name| !lines.iter().any(|line| line.kind.as_ref() == Some(name)));
        Self {
            title: terms.title.clone(),
            version: terms.version.clone(),
            unasked: unasked.cloned().collect(),
            lists_kinds: !terms.kinds.is_empty(),
            lines,
        }
    }

    /// The fields of which the notice says nothing.
    pub fn unmentioned(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| !line.is_mentioned())
    }

    /// Whether there is nothing to put right. A kind of data that is not asked for on this page may be on another.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings().is_empty()
    }

    /// What to put right, a sentence each.
    #[must_use]
    pub fn findings(&self) -> Vec<String> {
        let mut findings = Vec::new();
        let unmentioned = list(self.unmentioned().map(|line| line.field.to_string()));
        let count = self.unmentioned().count();
        if count > 0 {
            findings.push(format!("The notice never mentions: {unmentioned}."));
        }
        if count > 0 && self.lists_kinds {
            findings.push(format!(
                "The page asks for more than the notice allows: {count} of its {} fields fit none of the kinds of data that the notice lists. Leave them out, or have the notice say why they are asked.",
                self.lines.len()
            ));
        }
        for line in &self.lines {
            if let Some(mark) = line.stray_mark() {
                findings.push(format!(
                    "{} is marked data-notice-field=\"{mark}\", and the notice has no reason of that name for this reader.",
                    line.field
                ));
            }
        }
        findings
    }

    /// What to know, without anything being wrong with the page.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if !self.lists_kinds {
            remarks.push("The notice lists no kinds of data, so it cannot tell whether the page asks for too much. That is for the notice to put right.".to_owned());
        }
        if !self.unasked.is_empty() {
            remarks.push(format!(
                "No field asks for: {}. The notice declares it; another page may ask.",
                list(self.unasked.iter().cloned())
            ));
        }
        remarks
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "Form audit against “{}”, version {}",
            self.title, self.version
        )?;
        writeln!(f, "\nWhat to put right")?;
        let findings = self.findings();
        if findings.is_empty() {
            writeln!(f, "  Nothing to put right.")?;
        }
        for finding in findings {
            writeln!(f, "- {finding}")?;
        }
        let remarks = self.remarks();
        if !remarks.is_empty() {
            writeln!(f, "\nGood to know")?;
            for remark in remarks {
                writeln!(f, "- {remark}")?;
            }
        }
        writeln!(f, "\nFields ({})", self.lines.len())?;
        for line in &self.lines {
            let required = if line.field.required {
                ", required"
            } else {
                ""
            };
            let nothing = "the notice names none for this field";
            let kind = line.kind.as_deref().unwrap_or(nothing);
            let why = line
                .why
                .as_deref()
                .unwrap_or("the notice gives no reason for this field");
            writeln!(
                f,
                "  {}{required}\n    Kind of data: {kind}\n    Why: {why}",
                line.field
            )?;
        }
        Ok(())
    }
}
