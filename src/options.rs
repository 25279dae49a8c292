//! The attributes of the script tag, read once. The only place where a default is written.

use serde::Deserialize;

/// What the widget takes from the tag. The gate hands over the raw strings; cookies are the gate's own affair.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Options {
    pub service: Option<String>,
    pub part: Option<String>,
    pub audience: Option<String>,
    /// CSS selector of the form that the notice belongs to.
    pub form: Option<String>,
    pub guardian: Option<String>,
    /// Idle seconds before a kiosk is wiped.
    pub kiosk: Option<String>,
}

/// What happens when the guardian question is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuardianMode {
    /// Ask, and never hold the form back.
    Prompt,
    /// Hold the form back until the question is answered.
    Require,
    /// Do not ask.
    Off,
}

impl Options {
    /// The guardian mode for a notice that has (or has not) a line for children. A word that is not of the
    /// contract counts as not said.
    #[must_use]
    pub fn guardian_mode(&self, notice_has_line: bool) -> GuardianMode {
        match self.guardian.as_deref() {
            Some("prompt") => GuardianMode::Prompt,
            Some("require") => GuardianMode::Require,
            Some("off") => GuardianMode::Off,
            _ if notice_has_line => GuardianMode::Prompt,
            _ => GuardianMode::Off,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tag_decides_and_the_notice_when_it_says_nothing() {
        let mode = |word: Option<&str>, line| {
            let options = Options {
                guardian: word.map(str::to_owned),
                ..Options::default()
            };
            options.guardian_mode(line)
        };
        for line in [true, false] {
            assert_eq!(mode(Some("prompt"), line), GuardianMode::Prompt);
            assert_eq!(mode(Some("require"), line), GuardianMode::Require);
            assert_eq!(mode(Some("off"), line), GuardianMode::Off);
        }
        for word in [None, Some(""), Some("Require!")] {
            assert_eq!(mode(word, true), GuardianMode::Prompt, "{word:?}");
            assert_eq!(mode(word, false), GuardianMode::Off, "{word:?}");
        }
    }
}
