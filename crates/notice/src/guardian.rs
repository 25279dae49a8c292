//! What an answer about age leads to (UK GDPR Art. 8; the council's own line for children).

use strum::{IntoStaticStr, VariantNames};

/// The answer to "How old are you?". Kept in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeAnswer {
    /// Younger than the age in question.
    Under,
    /// Of that age or older.
    OldEnough,
    /// Would rather not say.
    Unsaid,
}

/// The answer to "does a parent or guardian say it's fine?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// They said yes.
    Given,
    /// Nobody was asked yet.
    NotYet,
}

/// What the form field `council_notice_guardian` says. The engine's build writes the list into `www/council-notice.d.ts`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum GuardianValue {
    /// Old enough.
    NotNeeded,
    /// A parent or guardian says it's fine.
    Confirmed,
    /// They were not asked yet.
    NotConfirmed,
    /// No answer about age.
    Unsaid,
}

impl GuardianValue {
    /// All that it may say.
    pub const NAMES: &'static [&'static str] = <Self as VariantNames>::VARIANTS;
}

/// Where the visitor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuardianStep {
    /// The question is open.
    #[default]
    Asking,
    /// Old enough: nothing more is asked.
    NotNeeded,
    /// Under age, or would rather not say: the permission line is shown.
    AskingPermission(AgeAnswer),
    /// A parent or guardian says it's fine.
    Confirmed(AgeAnswer),
    /// Not yet. The form still works.
    NotConfirmed(AgeAnswer),
}

impl GuardianStep {
    /// Makes the step after an answer about age. The answer may be changed at any time.
    #[must_use]
    pub fn age(answer: AgeAnswer) -> Self {
        match answer {
            AgeAnswer::OldEnough => Self::NotNeeded,
            AgeAnswer::Under | AgeAnswer::Unsaid => Self::AskingPermission(answer),
        }
    }

    /// Makes the step after an answer about permission; no change where none was asked for.
    #[must_use]
    pub fn permission(self, answer: Permission) -> Self {
        match (self, answer) {
            (
                Self::AskingPermission(age) | Self::Confirmed(age) | Self::NotConfirmed(age),
                Permission::Given,
            ) => Self::Confirmed(age),
            (
                Self::AskingPermission(age) | Self::Confirmed(age) | Self::NotConfirmed(age),
                Permission::NotYet,
            ) => Self::NotConfirmed(age),
            (other, _) => other,
        }
    }

    /// Returns the value of the form field `council_notice_guardian`.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Asking | Self::AskingPermission(AgeAnswer::Unsaid) => GuardianValue::Unsaid,
            Self::NotNeeded => GuardianValue::NotNeeded,
            Self::Confirmed(_) => GuardianValue::Confirmed,
            Self::AskingPermission(_) | Self::NotConfirmed(_) => GuardianValue::NotConfirmed,
        }
        .into()
    }

    /// Returns the age answer given so far.
    #[must_use]
    pub fn answer(self) -> Option<AgeAnswer> {
        match self {
            Self::Asking => None,
            Self::NotNeeded => Some(AgeAnswer::OldEnough),
            Self::AskingPermission(age) | Self::Confirmed(age) | Self::NotConfirmed(age) => {
                Some(age)
            }
        }
    }

    /// Says whether a form that requires an answer may be sent.
    #[must_use]
    pub fn is_answered(self) -> bool {
        !matches!(self, Self::Asking | Self::AskingPermission(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const AGES: [AgeAnswer; 3] = [AgeAnswer::Under, AgeAnswer::OldEnough, AgeAnswer::Unsaid];

    /// Lists every step that answers can lead to.
    fn steps() -> Vec<GuardianStep> {
        let permitted = |step: GuardianStep| {
            [
                step,
                step.permission(Permission::Given),
                step.permission(Permission::NotYet),
            ]
        };
        let answered = AGES.map(GuardianStep::age).into_iter().flat_map(permitted);
        std::iter::once(GuardianStep::Asking)
            .chain(answered)
            .collect()
    }

    #[test]
    fn nothing_is_assumed_before_an_answer() {
        assert_eq!(GuardianStep::default(), GuardianStep::Asking);
        assert_eq!(GuardianStep::Asking.answer(), None);
        assert_eq!(GuardianStep::Asking.field(), "unsaid");
        assert!(!GuardianStep::Asking.is_answered());
        for answer in [Permission::Given, Permission::NotYet] {
            assert_eq!(
                GuardianStep::Asking.permission(answer),
                GuardianStep::Asking
            );
        }
    }

    #[test]
    fn whoever_is_old_enough_is_asked_nothing_more() {
        let step = GuardianStep::age(AgeAnswer::OldEnough);
        assert_eq!(step.field(), "not-needed");
        assert!(step.is_answered());
        assert_eq!(step.permission(Permission::NotYet), step);
    }

    #[test]
    fn a_child_and_whoever_would_rather_not_say_are_asked_for_permission() {
        for (age, open) in [
            (AgeAnswer::Under, "not-confirmed"),
            (AgeAnswer::Unsaid, "unsaid"),
        ] {
            let step = GuardianStep::age(age);
            assert_eq!(step.field(), open);
            assert!(!step.is_answered());
            assert_eq!(step.permission(Permission::Given).field(), "confirmed");
            assert_eq!(step.permission(Permission::NotYet).field(), "not-confirmed");
        }
    }

    #[test]
    fn every_answer_can_be_changed_and_is_remembered_as_given() {
        for step in steps() {
            for age in AGES {
                assert_eq!(GuardianStep::age(age).answer(), Some(age), "after {step:?}");
            }
            let given = step.permission(Permission::Given);
            assert_eq!(given.answer(), step.answer());
            assert_eq!(
                given.permission(Permission::NotYet),
                step.permission(Permission::NotYet)
            );
        }
    }

    #[test]
    fn the_form_field_is_one_of_the_four_words_of_the_contract() {
        for step in steps() {
            assert!(
                ["not-needed", "confirmed", "not-confirmed", "unsaid"].contains(&step.field()),
                "{step:?}"
            );
        }
    }
}
