//! What the script tag asks for, as the gate has read it (`www/gate/tag.js`, `www/deferred/options.js`).
//!
//! The gate alone reads the attributes: it knows what each means when it is absent, empty, `off` or nonsense, and tells
//! what it does not take as it stands. Whatever is here is ready to be used.

use std::time::Duration;

use serde::Deserialize;
use strum::VariantNames;

/// What the widget and the bundles beside it take from the tag.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Options {
    /// `data-guardian`; `None` where the notice decides.
    pub guardian: Option<GuardianMode>,
    /// `data-audit`: whether an editor may ask for the audit, by the page's address.
    pub audit: bool,
    /// `data-kiosk`: idle seconds before the screen is wiped, at least [`LEAST_IDLE`](crate::kiosk::LEAST_IDLE); 0 where the page is no kiosk.
    pub kiosk: u32,
}

/// What happens when the guardian question is open. The build puts the list into `www/deferred/options.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum GuardianMode {
    /// Ask, and never hold the form back.
    Prompt,
    /// Hold the form back until the question is answered.
    Require,
    /// Do not ask.
    Off,
}

impl GuardianMode {
    /// What the tag may say.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;
}

impl Options {
    /// Returns the guardian mode for a notice that has (or has not) a line for children.
    ///
    /// ```
    /// use notice::options::{GuardianMode, Options};
    /// let silent = Options::default();
    /// assert_eq!(silent.guardian_mode(true), GuardianMode::Prompt);
    /// assert_eq!(silent.guardian_mode(false), GuardianMode::Off);
    /// ```
    #[must_use]
    pub fn guardian_mode(&self, notice_has_line: bool) -> GuardianMode {
        self.guardian.unwrap_or(if notice_has_line {
            GuardianMode::Prompt
        } else {
            GuardianMode::Off
        })
    }

    /// Says how long a kiosk may stand idle before it is wiped; `None` where the page is no kiosk.
    #[must_use]
    pub fn kiosk_idle(&self) -> Option<Duration> {
        (self.kiosk > 0).then(|| Duration::from_secs(self.kiosk.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn the_tag_decides_and_the_notice_when_it_says_nothing() {
        for mode in [
            GuardianMode::Prompt,
            GuardianMode::Require,
            GuardianMode::Off,
        ] {
            let options = Options {
                guardian: Some(mode),
                ..Options::default()
            };
            for line in [true, false] {
                assert_eq!(options.guardian_mode(line), mode);
            }
        }
    }

    #[test]
    fn a_page_without_idle_seconds_is_no_kiosk() {
        let idle = |kiosk| {
            let options = Options {
                kiosk,
                ..Options::default()
            };
            options.kiosk_idle()
        };
        assert_eq!(idle(0), None);
        assert_eq!(idle(45), Some(Duration::from_secs(45)));
    }
}
