//! A form held against its notice: what it asks, what the notice says of that, and what does not fit.
//!
//! An editor's tool, in the editor's words: over the page (`?council-notice=audit`) and at build time (`council-notice audit`).
//! Both only gather the fields; everything else is here.

mod field;
mod page;
mod report;
mod ungated;

pub use field::{Asked, Control, FormFields, gather};
pub use page::{FormAudit, PageAudit, Stored, UNDECLARED};
pub use report::{AuditReport, Title};
pub use ungated::{UNGATED, Ungated};

use serde::{Deserialize, Serialize};

use crate::{
    Data, Notice,
    reasons::{Reason, assign},
};

/// What a notice, narrowed to its reader, says of the details that it covers. Published beside the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditTerms {
    /// Name of the service.
    pub title: String,
    /// Version of the notice.
    pub version: String,
    /// Kinds of data; none where the notice lists none.
    pub kinds: Vec<DataKind>,
    /// Why single fields are asked for.
    pub reasons: Vec<Reason>,
}

/// A kind of data that the notice declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DataKind {
    /// What the notice calls it.
    pub name: String,
    /// As in [`Reason::matches`]; marks count among the tokens.
    pub matches: Vec<String>,
}

impl From<&Data> for DataKind {
    fn from(data: &Data) -> Self {
        Self {
            name: data.name.clone(),
            matches: data.matches.clone(),
        }
    }
}

impl AuditTerms {
    /// Collects the terms of a notice that has been narrowed to its reader.
    #[must_use]
    pub fn of(notice: &Notice) -> Self {
        Self {
            title: notice.title.clone(),
            version: notice.version.clone(),
            kinds: notice.data.iter().map(DataKind::from).collect(),
            reasons: notice.fields.iter().map(Reason::from).collect(),
        }
    }
}

/// A field with what the notice says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditedField {
    /// The question.
    pub field: Asked,
    /// The kind of data that the notice counts it to.
    pub kind: Option<String>,
    /// The reason that the notice gives for it.
    pub why: Option<String>,
}

impl AuditedField {
    /// Says whether the notice says something of it.
    #[must_use]
    pub fn is_mentioned(&self) -> bool {
        self.kind.is_some() || self.why.is_some()
    }

    /// Returns the mark of a reason that the notice does not have, where the field has one.
    #[must_use]
    pub fn stray_mark(&self) -> Option<&str> {
        let mark = self.field.marks.explicit.as_deref()?;
        self.why.is_none().then_some(mark)
    }
}

/// Holds the fields of a form against the terms of its notice.
///
/// ```
/// use notice::audit::{DataKind, Control, AuditTerms, audit, gather};
/// let terms = AuditTerms {
///     title: "Visiting".into(),
///     version: "1".into(),
///     kinds: vec![DataKind { name: "Contact details".into(), matches: vec!["tel".into()] }],
///     reasons: Vec::new(),
/// };
/// let input = |name: &str, label: &str| Control { kind: "text".into(), name: name.into(), label: label.into(), ..Control::default() };
/// let report = audit(&gather(vec![input("tel", "Phone"), input("car", "Vehicle")]), &terms);
/// assert!(report.to_string().contains("The notice never mentions: Vehicle (car)."));
/// ```
#[must_use]
pub fn audit(fields: &FormFields, terms: &AuditTerms) -> AuditReport {
    let asked = &fields.asked;
    let marks: Vec<_> = asked.iter().map(|field| field.marks.clone()).collect();
    let lines = asked
        .iter()
        .zip(reasons(&marks, terms))
        .map(|(field, why)| AuditedField {
            field: field.clone(),
            kind: kind(field, &terms.kinds),
            why,
        })
        .collect();
    AuditReport::new(terms, lines, fields.hidden.clone())
}

/// Finds the reason of each field. On the page a reason that fits several fields stands once; for the audit it speaks of all.
fn reasons(marks: &[crate::reasons::Marks], terms: &AuditTerms) -> Vec<Option<String>> {
    let why = |at: Option<usize>| Some(terms.reasons[at?].why.clone());
    marks
        .iter()
        .map(|one| why(assign(std::slice::from_ref(one), &terms.reasons)[0]))
        .collect()
}

fn kind(field: &Asked, kinds: &[DataKind]) -> Option<String> {
    let mut marks = field.marks.clone();
    if let Some(mark) = marks.explicit.take() {
        marks.tokens = [marks.tokens, mark].join(" ");
    }
    let found = kinds
        .iter()
        .find(|kind| crate::reasons::fits(&kind.matches, &marks));
    found.map(|kind| kind.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn terms() -> AuditTerms {
        AuditTerms {
            title: "Complaints".into(),
            version: "3".into(),
            kinds: vec![
                DataKind {
                    name: "Contact details".into(),
                    matches: vec!["email".into(), "contact".into()],
                },
                DataKind {
                    name: "Bank details".into(),
                    matches: vec!["sort code".into()],
                },
            ],
            reasons: vec![Reason {
                field: "contact".into(),
                why: "To answer you.".into(),
                matches: vec!["email".into()],
            }],
        }
    }

    fn input(name: &str, label: &str) -> Control {
        Control {
            kind: "text".into(),
            name: name.into(),
            label: label.into(),
            ..Control::default()
        }
    }

    fn marked(name: &str, label: &str, mark: &str) -> Control {
        Control {
            mark: Some(mark.into()),
            ..input(name, label)
        }
    }

    #[test]
    fn every_field_is_listed_with_kind_and_reason() {
        let fields = gather(vec![
            input("email", "Email"),
            marked("phone", "Phone", "contact"),
        ]);
        let report = audit(&fields, &terms());
        let text = report.to_string();
        assert!(
            text.contains(
                "Email (email)\n    Kind of data: Contact details\n    Why: To answer you."
            ),
            "{text}"
        );
        assert!(
            text.contains(
                "Phone (phone)\n    Kind of data: Contact details\n    Why: To answer you."
            ),
            "{text}"
        );
        assert!(report.unmentioned().next().is_none());
    }

    #[test]
    fn what_the_notice_never_mentions_is_more_than_it_allows() {
        let report = audit(&gather(vec![input("vehicle", "Vehicle")]), &terms());
        let text = report.to_string();
        assert!(
            text.contains("The notice never mentions: Vehicle (vehicle)."),
            "{text}"
        );
        assert!(
            text.contains("The page asks for more than the notice allows"),
            "{text}"
        );
        assert!(!report.is_clean());
    }

    #[test]
    fn a_notice_without_kinds_cannot_say_what_is_too_much() {
        let terms = AuditTerms {
            kinds: Vec::new(),
            ..terms()
        };
        let text = audit(&gather(vec![input("vehicle", "Vehicle")]), &terms).to_string();
        assert!(text.contains("lists no kinds of data"), "{text}");
        assert!(!text.contains("more than the notice allows"), "{text}");
        assert!(
            text.contains("The notice never mentions: Vehicle (vehicle)."),
            "{text}"
        );
    }

    #[test]
    fn what_is_declared_and_never_asked_is_told() {
        let text = audit(&gather(vec![input("email", "Email")]), &terms()).to_string();
        assert!(text.contains("No field asks for: Bank details."), "{text}");
        let all = gather(vec![input("email", "Email"), input("x", "Sort code")]);
        let text = audit(&all, &terms()).to_string();
        assert!(!text.contains("No field asks for"), "{text}");
        assert!(
            text.contains("Sort code (x)\n    Kind of data: Bank details\n    Why: the notice gives no reason for this field"),
            "{text}"
        );
    }

    #[test]
    fn a_mark_that_the_notice_does_not_know_is_told_by_name() {
        let fields = gather(vec![marked("reg", "Vehicle", "vehicle")]);
        let text = audit(&fields, &terms()).to_string();
        assert!(
            text.contains("Vehicle (reg) is marked data-notice-field=\"vehicle\""),
            "{text}"
        );
    }

    #[test]
    fn a_hidden_field_is_told_apart() {
        let hidden = Control {
            kind: "hidden".into(),
            name: "campaign".into(),
            ..Control::default()
        };
        let report = audit(&gather(vec![input("email", "Email"), hidden]), &terms());
        assert_eq!(report.lines.len(), 1);
        let text = report.to_string();
        assert!(text.contains("fills in by itself: campaign."), "{text}");
        assert!(report.is_clean(), "{text}");
    }

    #[test]
    fn a_form_that_fits_says_so() {
        let fields = gather(vec![input("email", "Email"), input("x", "Sort code")]);
        let report = audit(&fields, &terms());
        assert!(report.is_clean(), "{report}");
        assert!(report.to_string().contains("Nothing to put right."));
    }
}
