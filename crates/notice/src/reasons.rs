//! Which reason of a notice belongs to which field of a form.

use serde::{Deserialize, Serialize};

use crate::Field;

/// Why a form field is asked for (see [`Field`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What an input names in `data-notice-field`.
    pub field: String,
    /// The reason, in a sentence or two.
    pub why: String,
    /// Tokens of `name` and `autocomplete`; with a space in it, words of the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matches: Vec<String>,
}

impl From<&Field> for Reason {
    fn from(field: &Field) -> Self {
        Self {
            field: field.name.clone(),
            why: field.why.clone(),
            matches: field.matches.clone(),
        }
    }
}

/// By what a field of a form can be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Its `data-notice-field`.
    pub explicit: Option<String>,
    /// Its `name` and the tokens of its `autocomplete`, with spaces between them.
    pub tokens: String,
    /// The words of its label.
    pub label: String,
}

/// Says whether one of the patterns fits. Letters are compared without regard to case as far as ASCII goes: tables for the
/// rest weigh more in the browser than they would ever match.
#[must_use]
pub fn fits(patterns: &[String], marks: &Marks) -> bool {
    patterns.iter().any(|pattern| {
        if pattern.contains(' ') {
            let words = pattern.as_bytes();
            let label = marks.label.as_bytes();
            label
                .windows(words.len())
                .any(|part| part.eq_ignore_ascii_case(words))
        } else {
            // `data[email]`, as servers that read lists want it, is `email`.
            let mut tokens = marks.tokens.split([' ', '[', ']']);
            tokens.any(|token| token == pattern)
        }
    })
}

/// Finds the reason of each field, as a place in `reasons`.
///
/// A field's own mark decides, also when it names no reason. Patterns speak only for a reason that no field is marked
/// for, and then for the first field that fits: buttons of one group share a name, and one reason beside them is enough.
///
/// ```
/// use notice::reasons::{Marks, Reason, assign};
/// let details = Reason { field: "details".into(), why: "To look into it.".into(), matches: vec!["service".into()] };
/// let select = Marks { tokens: "service".into(), ..Marks::default() };
/// let marked = Marks { explicit: Some("details".into()), ..Marks::default() };
/// assert_eq!(assign(&[select.clone()], &[details.clone()]), [Some(0)]);
/// assert_eq!(assign(&[select, marked], &[details]), [None, Some(0)]);
/// ```
#[must_use]
pub fn assign(fields: &[Marks], reasons: &[Reason]) -> Vec<Option<usize>> {
    let mut given: Vec<Option<usize>> = fields
        .iter()
        .map(|marks| {
            let mark = marks.explicit.as_deref()?;
            reasons.iter().position(|reason| reason.field == mark)
        })
        .collect();
    for (at, marks) in fields.iter().enumerate() {
        if marks.explicit.is_none() {
            let first = reasons
                .iter()
                .position(|reason| fits(&reason.matches, marks));
            given[at] = first.filter(|_| !given.contains(&first));
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn reason(field: &str, matches: &[&str]) -> Reason {
        Reason {
            field: field.into(),
            why: String::new(),
            matches: matches.iter().map(|one| (*one).to_owned()).collect(),
        }
    }

    fn marked(mark: &str) -> Marks {
        Marks {
            explicit: Some(mark.into()),
            ..Marks::default()
        }
    }

    fn named(tokens: &str) -> Marks {
        Marks {
            tokens: tokens.into(),
            ..Marks::default()
        }
    }

    fn labelled(label: &str) -> Marks {
        Marks {
            label: label.into(),
            ..Marks::default()
        }
    }

    #[test]
    fn names_in_brackets_are_known() {
        for name in ["email", "data[email]", "contact[0][email]", "email[]"] {
            let marks = Marks {
                tokens: format!("{name} off"),
                ..Marks::default()
            };
            assert!(fits(&["email".into()], &marks), "{name}");
            assert!(!fits(&["mail".into()], &marks), "{name}");
        }
    }

    #[test]
    fn a_mark_wins_over_a_name_wherever_it_stands() {
        let reasons = [reason("details", &["service", "details"])];
        let fields = [
            named("service"),
            marked("details"),
            named("details"),
            marked("details"),
        ];
        assert_eq!(assign(&fields, &reasons), [None, Some(0), None, Some(0)]);
    }

    #[test]
    fn a_mark_that_names_no_reason_is_not_overruled_by_a_name() {
        let reasons = [reason("details", &["service"])];
        let field = Marks {
            tokens: "service".into(),
            ..marked("vehicle")
        };
        assert_eq!(assign(&[field], &reasons), [None]);
    }

    #[test]
    fn a_pattern_is_a_whole_token_of_name_or_autocomplete() {
        let reasons = [reason("contact", &["tel", "email"])];
        assert_eq!(assign(&[named("phone section-a tel")], &reasons), [Some(0)]);
        assert_eq!(assign(&[named("hotel telephone")], &reasons), [None]);
    }

    #[test]
    fn a_pattern_with_a_space_is_looked_for_in_the_label() {
        let reasons = [reason("bank", &["sort code"])];
        assert_eq!(
            assign(&[labelled("Your Sort Code\n required")], &reasons),
            [Some(0)]
        );
        assert_eq!(assign(&[labelled("Code of the sort")], &reasons), [None]);
        assert_eq!(assign(&[labelled("")], &reasons), [None]);
    }

    #[test]
    fn buttons_of_a_group_carry_a_reason_once() {
        let reasons = [reason("age", &["age-band"]), reason("other", &["age-band"])];
        let fields = [named("age-band"), named("age-band")];
        assert_eq!(assign(&fields, &reasons), [Some(0), None]);
    }
}
