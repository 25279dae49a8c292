//! What the law says of notices, kept from one build of a preview to the next: most of a build's time goes into finding it out.

use std::{
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
};

use law::{Date, DatedFacts, Verdict, check};
use notice::Notice;

/// Keeps verdicts by everything that they come of: the whole notice, the facts and the day. None can grow old.
#[derive(Debug, Default)]
pub(crate) struct KnownVerdicts(Mutex<Vec<Known>>);

#[derive(Debug)]
struct Known {
    notice: Notice,
    facts: DatedFacts,
    at: Date,
    verdicts: Vec<Verdict>,
    /// Asked for since [`KnownVerdicts::forget_unused`].
    is_used: bool,
}

impl KnownVerdicts {
    /// Does what [`check`] does, or gives what came of the same before.
    pub(crate) fn check(&self, notice: &Notice, facts: &DatedFacts, at: Date) -> Vec<Verdict> {
        let is_same =
            |one: &&mut Known| one.at == at && one.notice == *notice && one.facts == *facts;
        if let Some(known) = self.all().iter_mut().find(is_same) {
            known.is_used = true;
            return known.verdicts.clone();
        }
        let verdicts = check(notice, facts, at);
        self.all().push(Known {
            notice: notice.clone(),
            facts: facts.clone(),
            at,
            verdicts: verdicts.clone(),
            is_used: true,
        });
        verdicts
    }

    /// Drops what nobody has asked for since the last call: a preview runs for days.
    pub(crate) fn forget_unused(&self) {
        self.all().retain_mut(|known| mem::take(&mut known.is_used));
    }

    fn all(&self) -> MutexGuard<'_, Vec<Known>> {
        // Whoever panicked has left whole entries.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use source::parse::facts;

    use super::*;
    use crate::{dated_law, load};

    #[test]
    fn nothing_is_known_of_what_differs() {
        let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices/good");
        let source = load(&good).expect("the notices are good");
        let notice = &source.notices[0];
        let mut other = notice.clone();
        other.rights.clear();
        let law = facts(&dated_law::facts(None)).expect("they can be read");
        let none = DatedFacts::default();
        let [today, then] = ["2026-12-01", "2017-12-01"].map(|day| day.parse().expect("a day"));
        let all = [
            (notice, &law, today),
            (&other, &law, today),
            (notice, &none, today),
            (notice, &law, then),
        ];
        let known = KnownVerdicts::default();
        for turn in 0..2 {
            for (notice, facts, at) in all {
                let told = known.check(notice, facts, at);
                let fresh = check(notice, facts, at);
                assert_eq!(format!("{told:?}"), format!("{fresh:?}"), "{turn}");
            }
            assert_eq!(known.all().len(), all.len(), "{turn}");
        }
        known.forget_unused();
        let _ = known.check(notice, &law, today);
        known.forget_unused();
        assert_eq!(known.all().len(), 1, "what the last build asked for stays");
    }
}
