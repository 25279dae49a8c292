//! The attributes of the script tag, read once. The only place where a default is written.

use std::{fmt, time::Duration};

use serde::Deserialize;

/// Idle time of a kiosk whose tag says none, or nothing that makes sense: better wiped than not.
const KIOSK_IDLE: Duration = Duration::from_secs(60);
/// Ten seconds to think, and the warning.
const KIOSK_SHORTEST: Duration = Duration::from_secs(30);
const KIOSK_LONGEST: Duration = Duration::from_secs(3600);

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
    /// Whether an editor may ask for the audit, by the page's address.
    pub audit: Option<String>,
    /// Idle seconds before a kiosk is wiped.
    pub kiosk: Option<String>,
}

/// An attribute that was not taken as it stands, in words for whoever wrote the tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning(String);

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
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

    /// How long a kiosk may stand idle before it is wiped, from 30 seconds to an hour; `None` where the page is no
    /// kiosk. The word on the attribute comes with it when it was not taken as it stands.
    #[must_use]
    pub fn kiosk_idle(&self) -> Option<(Duration, Option<Warning>)> {
        let said = self.kiosk.as_deref()?.trim();
        if matches!(said, "off" | "false") {
            return None;
        }
        let wanted = said.parse().map(Duration::from_secs);
        let taken = wanted.clone().unwrap_or(KIOSK_IDLE);
        let taken = taken.clamp(KIOSK_SHORTEST, KIOSK_LONGEST);
        let clear = said.is_empty() || wanted == Ok(taken);
        let warning = || {
            let seconds = taken.as_secs();
            Warning(format!(
                "data-kiosk=\"{said}\" is not a number of seconds from 30 to 3600: {seconds} is used"
            ))
        };
        Some((taken, (!clear).then(warning)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

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

    #[test]
    fn a_kiosk_is_wiped_after_the_time_it_says_or_a_sensible_one() {
        let idle = |said: Option<&str>| {
            let options = Options {
                kiosk: said.map(str::to_owned),
                ..Options::default()
            };
            let (idle, warning) = options.kiosk_idle()?;
            Some((idle.as_secs(), warning.is_some()))
        };
        for none in [None, Some("off"), Some("false")] {
            assert_eq!(idle(none), None);
        }
        for (said, seconds) in [
            ("60", 60),
            ("", 60),
            (" 45 ", 45),
            ("30", 30),
            ("3600", 3600),
        ] {
            assert_eq!(idle(Some(said)), Some((seconds, false)), "{said:?}");
        }
        for (said, seconds) in [
            ("0", 30),
            ("2", 30),
            ("29", 30),
            ("99999", 3600),
            ("-5", 60),
            ("1m", 60),
            ("60.5", 60),
            ("sixty", 60),
        ] {
            assert_eq!(idle(Some(said)), Some((seconds, true)), "{said:?}");
        }
        let tag = Options {
            kiosk: Some("2".into()),
            ..Options::default()
        };
        let (_, warning) = tag.kiosk_idle().expect("a kiosk");
        let words = "data-kiosk=\"2\" is not a number of seconds from 30 to 3600: 30 is used";
        assert_eq!(
            warning.map(|warning| warning.to_string()).as_deref(),
            Some(words)
        );
    }
}
