//! The findings in words.

use std::fmt;

use super::{AuditTerms, AuditedField, FormFields};

/// Which notice a form was held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// Name of the service.
    pub title: String,
    /// Version of the notice.
    pub version: String,
}

impl fmt::Display for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}”, version {}", self.title, self.version)
    }
}

/// What an audit found. Shown as text it can be copied into a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditReport {
    /// None where no notice speaks for the form.
    pub notice: Option<Title>,
    /// What is asked, each with what the notice says of it.
    pub lines: Vec<AuditedField>,
    /// Names of hidden fields.
    pub hidden: Vec<String>,
    /// Kinds of data that the notice declares and no field asks for.
    pub unasked: Vec<String>,
    /// Whether the notice lists kinds of data at all.
    pub lists_kinds: bool,
    /// What on the page is marked to wait for a choice and cannot, a sentence each.
    pub ungated: Vec<String>,
}

impl AuditReport {
    pub(super) fn new(terms: &AuditTerms, lines: Vec<AuditedField>, hidden: Vec<String>) -> Self {
        let unasked = terms
            .kinds
            .iter()
            .map(|kind| &kind.name)
            .filter(|name| !lines.iter().any(|line| line.kind.as_ref() == Some(name)));
        Self {
            notice: Some(Title {
                title: terms.title.clone(),
                version: terms.version.clone(),
            }),
            hidden,
            unasked: unasked.cloned().collect(),
            lists_kinds: !terms.kinds.is_empty(),
            lines,
            ungated: Vec::new(),
        }
    }

    /// Makes the report on a form that no notice speaks for.
    #[must_use]
    pub fn without_notice(fields: &FormFields) -> Self {
        let line = |field: &super::Asked| AuditedField {
            field: field.clone(),
            kind: None,
            why: None,
        };
        Self {
            lines: fields.asked.iter().map(line).collect(),
            hidden: fields.hidden.clone(),
            ..Self::default()
        }
    }

    /// Lists the fields of which the notice says nothing.
    pub fn unmentioned(&self) -> impl Iterator<Item = &AuditedField> {
        self.lines.iter().filter(|line| !line.is_mentioned())
    }

    /// Says whether there is nothing to put right. A kind of data that is not asked for on this page may be on another.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings().is_empty()
    }

    /// Lists what to put right, a sentence each.
    #[must_use]
    pub fn findings(&self) -> Vec<String> {
        let mut findings = self.ungated.clone();
        if self.notice.is_none() {
            let bare =
                "No notice speaks for this form. If it asks for details of people, it needs one.";
            findings.push(bare.to_owned());
            return findings;
        }
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

    /// Lists what to know, without anything being wrong with the page.
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.notice.is_some() && !self.lists_kinds {
            remarks.push("The notice lists no kinds of data, so it cannot tell whether the page asks for too much. That is for the notice to put right.".to_owned());
        }
        if !self.unasked.is_empty() {
            remarks.push(format!(
                "No field asks for: {}. The notice declares it; another page may ask.",
                list(self.unasked.iter().cloned())
            ));
        }
        if !self.hidden.is_empty() {
            remarks.push(format!(
                "Hidden fields, which the page fills in by itself: {}. If they tell of a person, the notice has to say so.",
                list(self.hidden.iter().cloned())
            ));
        }
        remarks
    }

    /// Says in words what the form was held against.
    #[must_use]
    pub fn heading(&self) -> String {
        match &self.notice {
            Some(notice) => format!("Form audit against {notice}"),
            None => "Form audit without a notice".to_owned(),
        }
    }
}

impl AuditedField {
    /// Names the kind of data, or says that there is none.
    #[must_use]
    pub fn kind_words(&self) -> &str {
        let nothing = "the notice names none for this field";
        self.kind.as_deref().unwrap_or(nothing)
    }

    /// Returns the reason, or says that there is none.
    #[must_use]
    pub fn why_words(&self) -> &str {
        let nothing = "the notice gives no reason for this field";
        self.why.as_deref().unwrap_or(nothing)
    }
}

fn list(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("; ")
}

impl fmt::Display for AuditReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.heading())?;
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
            writeln!(f, "  {}{required}", line.field)?;
            if self.notice.is_some() {
                let (kind, why) = (line.kind_words(), line.why_words());
                writeln!(f, "    Kind of data: {kind}\n    Why: {why}")?;
            }
        }
        Ok(())
    }
}
