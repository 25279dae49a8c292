//! What has been settled since the version that was kept last, and what is new.

use law::{Mark, Rule, Verdict};
use notice::Notice;

use super::is_open;
use crate::History;

/// Compares a notice with the version that was kept last. Both are held against the law of the same day, so that a change of the
/// law does not count as progress.
#[derive(Debug)]
pub(crate) struct RuleProgress {
    /// The version that was kept.
    pub version: String,
    /// Rules that found something then, and nothing now.
    pub settled: Vec<&'static Rule>,
    /// Rules that find something now, and nothing then.
    pub new: Vec<&'static Rule>,
}

impl RuleProgress {
    /// Finds what has changed since the version before; nothing where no other version has been kept. `check` holds a version against
    /// the law of the day.
    pub(crate) fn of(
        notice: &Notice,
        now: &[Verdict],
        history: &History,
        check: impl FnOnce(&Notice) -> Vec<Verdict>,
    ) -> Option<Self> {
        let kept = history.last_before(notice)?;
        let then = check(kept);
        let mut progress = Self {
            version: kept.version.clone(),
            settled: Vec::new(),
            new: Vec::new(),
        };
        for (then, now) in then.iter().zip(now) {
            match (is_told(then), is_told(now)) {
                (true, false) => progress.settled.push(now.rule),
                (false, true) => progress.new.push(now.rule),
                _ => {}
            }
        }
        Some(progress)
    }
}

fn is_told(verdict: &Verdict) -> bool {
    let mark: Mark = verdict.mark();
    is_open(mark)
}
