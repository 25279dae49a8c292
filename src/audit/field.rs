//! What a form asks, out of the controls that were found in it.

use serde::{Deserialize, Serialize};

use crate::reasons::Marks;

/// A control as it stands in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// `type` of an input, else the element's name.
    pub kind: String,
    pub name: String,
    pub autocomplete: String,
    /// `data-notice-field` of the control, or of the group it stands in.
    pub mark: Option<String>,
    /// The words of its label.
    pub label: String,
    /// The legend of the group that it stands in.
    pub legend: String,
    pub required: bool,
}

/// A question that the form asks. Buttons of one group are one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub label: String,
    pub name: String,
    pub marks: Marks,
    pub required: bool,
}

impl std::fmt::Display for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.label.as_str(), self.name.as_str()) {
            ("", "") => f.write_str("a field without label or name"),
            ("", name) => write!(f, "the field “{name}”, which has no label"),
            (label, "") => f.write_str(label),
            (label, name) => write!(f, "{label} ({name})"),
        }
    }
}

/// The questions of a form, in order. What asks nobody anything (hidden fields, buttons) is left out.
#[must_use]
pub fn gather(controls: Vec<Seen>) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for seen in controls {
        let is_group = matches!(seen.kind.as_str(), "radio" | "checkbox");
        if matches!(
            seen.kind.as_str(),
            "hidden" | "submit" | "button" | "reset" | "image"
        ) {
            continue;
        }
        if is_group && !seen.name.is_empty() && asked.iter().any(|one| one.name == seen.name) {
            continue;
        }
        let own = words(&seen.label);
        let label = match words(&seen.legend) {
            legend if is_group && !legend.is_empty() => legend,
            _ => own,
        };
        asked.push(Asked {
            marks: Marks {
                explicit: seen.mark,
                tokens: [seen.name.as_str(), seen.autocomplete.as_str()].join(" "),
                label: label.clone(),
            },
            label,
            name: seen.name,
            required: seen.required,
        });
    }
    asked
}

/// One line of words, without the note that forms put at a label's end.
fn words(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let noted = |word: &&str| {
        let word = word.trim_matches(|mark: char| !mark.is_alphabetic());
        matches!(word, "required" | "optional" | "")
    };
    while words.len() > 1 && words.last().is_some_and(noted) {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons_of_a_group_are_one_question_and_hidden_fields_none() {
        let radio = |label: &str| Seen {
            kind: "radio".into(),
            name: "age".into(),
            label: label.into(),
            legend: "How old\n  are you? (optional)".into(),
            ..Seen::default()
        };
        let hidden = Seen {
            kind: "hidden".into(),
            name: "council_notice".into(),
            ..Seen::default()
        };
        let asked = gather(vec![radio("Young"), radio("Old"), hidden]);
        assert_eq!(asked.len(), 1);
        assert_eq!(asked[0].to_string(), "How old are you? (age)");
    }

    #[test]
    fn a_text_in_a_group_keeps_its_own_label() {
        let text = Seen {
            kind: "text".into(),
            name: "day".into(),
            label: "Day".into(),
            legend: "Date of birth".into(),
            ..Seen::default()
        };
        assert_eq!(gather(vec![text])[0].to_string(), "Day (day)");
    }
}
