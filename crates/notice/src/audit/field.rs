//! What a form asks, out of the controls that were found in it.

use serde::{Deserialize, Serialize};

use crate::reasons::Marks;

/// A control as it stands in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Control {
    /// `type` of an input, else the element's name.
    pub kind: String,
    /// Its `name`.
    pub name: String,
    /// Its `autocomplete`.
    pub autocomplete: String,
    /// `data-notice-field` of the control, or of the group it stands in.
    pub mark: Option<String>,
    /// The words of its label.
    pub label: String,
    /// The legend of the group that it stands in.
    pub legend: String,
    /// Whether the form is not sent without it.
    pub required: bool,
}

/// What a form asks, and what it fills in by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormFields {
    /// The questions, in the order of the page.
    pub asked: Vec<Asked>,
    /// Names of hidden fields, but for our own.
    pub hidden: Vec<String>,
}

/// A question that the form asks. Buttons of one group are one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which of the controls it begins with.
    pub at: usize,
    /// What the page calls it.
    pub label: String,
    /// Its `name`, under which it is sent.
    pub name: String,
    /// By what a reason or a kind of data is found for it.
    pub marks: Marks,
    /// Whether it must be answered.
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

/// Gathers the questions of a form, in order, and its hidden fields apart; buttons are neither.
#[must_use]
pub fn gather(controls: Vec<Control>) -> FormFields {
    let mut asked: Vec<Asked> = Vec::new();
    let mut hidden: Vec<String> = Vec::new();
    for (at, seen) in controls.into_iter().enumerate() {
        let is_group = matches!(seen.kind.as_str(), "radio" | "checkbox");
        match seen.kind.as_str() {
            "submit" | "button" | "reset" | "image" => continue,
            "hidden" => {
                let is_told = seen.name.is_empty()
                    || seen.name.starts_with("council_notice")
                    || hidden.contains(&seen.name);
                if !is_told {
                    hidden.push(seen.name);
                }
                continue;
            }
            _ => {}
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
            at,
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
    FormFields { asked, hidden }
}

/// Returns one line of words, without the note that forms put at a label's end.
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

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn buttons_of_a_group_are_one_question_and_hidden_fields_stand_apart() {
        let radio = |label: &str| Control {
            kind: "radio".into(),
            name: "age".into(),
            label: label.into(),
            legend: "How old\n  are you? (optional)".into(),
            ..Control::default()
        };
        let hidden = |name: &str| Control {
            kind: "hidden".into(),
            name: name.into(),
            ..Control::default()
        };
        let button = Control {
            kind: "submit".into(),
            ..Control::default()
        };
        let own = hidden("council_notice_guardian");
        let found = gather(vec![
            button,
            radio("Young"),
            radio("Old"),
            own,
            hidden("campaign"),
            hidden("campaign"),
        ]);
        assert_eq!(found.hidden, ["campaign"]);
        let [asked] = found.asked.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!(asked.to_string(), "How old are you? (age)");
        assert_eq!(asked.at, 1, "the first button of the group");
    }

    #[test]
    fn a_text_in_a_group_keeps_its_own_label() {
        let text = Control {
            kind: "text".into(),
            name: "day".into(),
            label: "Day".into(),
            legend: "Date of birth".into(),
            ..Control::default()
        };
        assert_eq!(gather(vec![text]).asked[0].to_string(), "Day (day)");
    }
}
