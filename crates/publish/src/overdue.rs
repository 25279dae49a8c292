//! The day on which a notice was to be gone through, once it has passed. It is no fact of what is published, so no rule of law reads it: whoever
//! checks is told beside what the rules found.

use law::{Date, Found, Mark, Verdict};
use notice::Notice;

/// The rule that asks whether a notice is too old.
const RULE: &str = "VER-01";

/// Says whether the day of the next review has passed.
pub(crate) fn is_overdue(notice: &Notice, at: Date) -> bool {
    let review = notice.upkeep.review.as_deref().map(str::parse::<Date>);
    review.is_some_and(|review| review.is_ok_and(|review| review < at))
}

/// Adds to what the rules say of a notice that its review is overdue, as advice.
pub(crate) fn add_overdue(verdicts: &mut [Verdict], notice: &Notice, at: Date) {
    let review = notice
        .upkeep
        .review
        .as_deref()
        .filter(|_| is_overdue(notice, at));
    let rule = verdicts.iter_mut().find(|it| it.rule.id == RULE);
    let (Some(review), Some(verdict)) = (review, rule) else {
        return;
    };
    verdict.found.get_or_insert_default().push(Found {
        mark: Mark::Weak,
        message: format!("The review of this notice was due by {review}"),
        place: Some(format!("review = {review}")),
        entry: None,
        advice: true,
        at_most: None,
        pending: false,
        remedy: Some("Go through the notice, and write the day of the next review as `review`."),
        everywhere: false,
    });
}

#[cfg(test)]
mod tests {
    use super::is_overdue;
    use notice::Upkeep;

    #[test]
    fn a_review_is_overdue_from_the_day_after_it() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/notices/good");
        let source = crate::load(folder.as_ref()).expect("the notices are good");
        let mut notice = source.notices[0].clone();
        for (review, at, wanted) in [
            (Some("2026-10-31"), "2026-10-31", false),
            (Some("2026-10-31"), "2026-11-01", true),
            (None, "2026-11-01", false),
        ] {
            notice.upkeep = Upkeep {
                review: review.map(str::to_owned),
                ..Upkeep::default()
            };
            let at = at.parse().expect("a day");
            assert_eq!(is_overdue(&notice, at), wanted, "{review:?} {at}");
        }
    }
}
