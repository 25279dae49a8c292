//! Every form of a page, and what the page stores that nobody declared.

use std::fmt;

use super::AuditReport;

/// Something on the device that the cookie policy does not declare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// `cookie`, `local-storage` or `session-storage`.
    pub kind: String,
    /// Its name on the device.
    pub name: String,
}

impl fmt::Display for Stored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = match self.kind.as_str() {
            "local-storage" => "kept in the browser’s storage",
            "session-storage" => "kept until the tab is closed",
            _ => "cookie",
        };
        write!(f, "{} ({place})", self.name)
    }
}

/// A form of the page by what it is called there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormAudit {
    /// What the form is called: its label, its id or its place.
    pub name: String,
    /// What the audit found in it.
    pub report: AuditReport,
}

/// The audit of a page as it stands. Shown as text it is the report of its one form, to the letter of `council-notice audit`;
/// names come before the reports of several forms, and what nobody declared comes last.
///
/// ```
/// use notice::audit::{AuditReport, FormAudit, PageAudit, Stored};
/// let report = AuditReport::default();
/// let mut page = PageAudit {
///     forms: vec![FormAudit { name: "#complaint".into(), report: report.clone() }],
///     undeclared: Vec::new(),
/// };
/// assert_eq!(page.to_string(), report.to_string());
/// page.undeclared.push(Stored { kind: "cookie".into(), name: "_visits".into() });
/// assert!(page.to_string().ends_with("- _visits (cookie)\n"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAudit {
    /// The forms, in the order of the page.
    pub forms: Vec<FormAudit>,
    /// What is stored on the device and not declared.
    pub undeclared: Vec<Stored>,
}

/// The heading over what nobody declared, and what to do about it.
pub const UNDECLARED: [&str; 2] = [
    "Stored, and declared by nobody",
    "Declare it in cookies.toml, or have it left out.",
];

impl fmt::Display for PageAudit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.forms.len();
        for (at, form) in self.forms.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            if count > 1 {
                writeln!(f, "Form {} of {count}: {}\n", at + 1, form.name)?;
            }
            write!(f, "{}", form.report)?;
        }
        if count == 0 {
            writeln!(f, "There is no form on this page.")?;
        }
        if !self.undeclared.is_empty() {
            let [heading, remedy] = UNDECLARED;
            writeln!(f, "\n{heading}\n  {remedy}")?;
            for stored in &self.undeclared {
                writeln!(f, "- {stored}")?;
            }
        }
        Ok(())
    }
}
