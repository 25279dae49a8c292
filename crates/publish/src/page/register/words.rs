//! Words and shapes: every mark and every severity has both, so that no meaning hangs on a colour.

use law::{Mark, Severity};

/// Returns a mark's word for attributes, its shape, and its word for people.
pub(super) const fn mark(mark: Mark) -> (&'static str, &'static str, &'static str) {
    match mark {
        Mark::NotApplicable => ("none", "–", "no case seen"),
        Mark::Present => ("present", "✓", "present"),
        Mark::Weak => ("weak", "~", "weak"),
        Mark::Missing => ("missing", "✗", "missing"),
        Mark::Outdated => ("outdated", "↻", "outdated"),
        Mark::Wrong => ("wrong", "!", "wrong"),
    }
}

/// What was no duty on the day. Elsewhere a rule that says nothing has seen nothing, and may have overlooked it.
pub(super) const NO_DUTY: (&str, &str, &str) = ("none", "–", "n/a");

/// What is there, with something to know of it: a tick beside "is not an address of today" would say the opposite.
pub(super) const NOTED: (&str, &str, &str) = ("noted", "·", "note");

/// Returns the same as [`mark`] for what was found: a finding is never a tick.
pub(super) const fn found(found: Mark) -> (&'static str, &'static str, &'static str) {
    match found {
        Mark::Present => NOTED,
        other => mark(other),
    }
}

/// Returns a severity's word for attributes, its heading, and what it means.
pub(super) const fn severity(severity: Severity) -> (&'static str, &'static str, &'static str) {
    match severity {
        Severity::Error => (
            "error",
            "Errors",
            "the notice does not do what the law asks, or misleads",
        ),
        Severity::Warning => ("warning", "Warnings", "should be put right"),
        Severity::Info => ("note", "Notes", "worth knowing"),
    }
}

/// Says how soon an answer is wanted, as a heading.
pub(super) const fn urgency(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "First, because the law asks for it",
        Severity::Warning => "Then, because it should be put right",
        Severity::Info => "When there is time",
    }
}

/// Writes a count with its noun: `3 warnings`.
pub(super) fn count(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Writes an age: `1 year 2 months`.
pub(super) fn age(months: u32) -> String {
    let part = |number: u32, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {word}")),
        number => Some(format!("{number} {word}s")),
    };
    let parts: Vec<_> = [part(months / 12, "year"), part(months % 12, "month")]
        .into_iter()
        .flatten()
        .collect();
    if parts.is_empty() {
        return "under a month".to_owned();
    }
    parts.join(" ")
}

/// Says what a Flesch reading ease means.
pub(super) fn ease(ease: f64) -> &'static str {
    match ease {
        ease if ease >= 80.0 => "easy",
        ease if ease >= 60.0 => "plain English",
        ease if ease >= 50.0 => "fairly difficult",
        ease if ease >= 30.0 => "difficult",
        _ => "very difficult",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_finding_is_a_tick() {
        for other in [Mark::Weak, Mark::Missing, Mark::Outdated, Mark::Wrong] {
            assert_eq!(found(other), mark(other));
        }
        assert_eq!(found(Mark::Present), NOTED);
    }

    #[test]
    fn ages_read_as_people_say_them() {
        assert_eq!(age(0), "under a month");
        assert_eq!(age(13), "1 year 1 month");
        assert_eq!(age(24), "2 years");
    }
}
