//! What an answer about age leads to (UK GDPR Art. 8; the council's own line for children).

/// The answer to "How old are you?". Kept in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeAnswer {
    Under,
    Over,
    Unsaid,
}

/// The answer to "does a parent or guardian say it's fine?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    Given,
    NotYet,
}

/// Where the visitor stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Step {
    /// The question is open.
    #[default]
    Asking,
    /// Old enough: nothing more is asked.
    NotNeeded,
    /// Under age, or would rather not say: the permission line is shown.
    Permission(AgeAnswer),
    /// A parent or guardian says it's fine.
    Confirmed(AgeAnswer),
    /// Not yet. The form still works.
    NotConfirmed(AgeAnswer),
}

impl Step {
    /// The step after an answer about age. The answer may be changed at any time.
    #[must_use]
    pub fn age(answer: AgeAnswer) -> Self {
        match answer {
            AgeAnswer::Over => Self::NotNeeded,
            AgeAnswer::Under | AgeAnswer::Unsaid => Self::Permission(answer),
        }
    }

    /// The step after an answer about permission; no change where none was asked for.
    #[must_use]
    pub fn permission(self, answer: Permission) -> Self {
        match (self, answer) {
            (
                Self::Permission(age) | Self::Confirmed(age) | Self::NotConfirmed(age),
                Permission::Given,
            ) => Self::Confirmed(age),
            (
                Self::Permission(age) | Self::Confirmed(age) | Self::NotConfirmed(age),
                Permission::NotYet,
            ) => Self::NotConfirmed(age),
            (other, _) => other,
        }
    }

    /// The value of the form field `council_notice_guardian`.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Asking | Self::Permission(AgeAnswer::Unsaid) => "unsaid",
            Self::NotNeeded => "not-needed",
            Self::Confirmed(_) => "confirmed",
            Self::Permission(_) | Self::NotConfirmed(_) => "not-confirmed",
        }
    }

    /// The age answer given so far.
    #[must_use]
    pub fn answer(self) -> Option<AgeAnswer> {
        match self {
            Self::Asking => None,
            Self::NotNeeded => Some(AgeAnswer::Over),
            Self::Permission(age) | Self::Confirmed(age) | Self::NotConfirmed(age) => Some(age),
        }
    }

    /// Whether a form that requires an answer may be sent.
    #[must_use]
    pub fn is_answered(self) -> bool {
        !matches!(self, Self::Asking | Self::Permission(_))
    }
}
