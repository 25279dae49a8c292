//! A period with what else decides when it ends: “six years or until the case is closed, whichever is later”.

use super::keeping::plain;

/// Which of two ends counts.
const WHICH: [&str; 13] = [
    "longer", "longest", "later", "latest", "last", "greater", "shorter", "shortest", "sooner",
    "soonest", "earlier", "earliest", "first",
];
/// The other end is told in so many words at most.
const WORDS: usize = 14;

/// Returns where the words of the period that stands from `at` to `end` begin and end, with its condition.
pub(super) fn whole(words: &[&str], at: usize, end: usize) -> (usize, usize) {
    let is = |at: usize, names: &[&str]| {
        words
            .get(at)
            .is_some_and(|word| names.contains(&&*plain(word)))
    };
    // "The longer of six years and the life of the tenancy"
    if at > 2 && is(at - 1, &["of"]) && is(at - 2, &WHICH) && is(at - 3, &["the"]) {
        let stop = stop(words, end);
        let two = (end..stop).any(|at| is(at, &["and", "or"]));
        return if two { (at - 3, stop) } else { (at, end) };
    }
    if let Some(end) = whichever(words, end) {
        return (at, end);
    }
    // A comma before it tells of another case: “3 years, or until 21 for the young”.
    let joined = !words[end - 1].ends_with([',', '.', ')']);
    let other = joined && is(end, &["or"]) && is(end + 1, &["until", "till", "when", "once"]);
    let mut last = end;
    if other {
        last = end + 2;
        while last < words.len() && last - end < WORDS && !is(last, &["or", "and", "but", "if"]) {
            last += 1;
            if words[last - 1].ends_with([',', ':', ')']) {
                break;
            }
        }
        if last == end + 2 {
            return (at, end);
        }
    }
    // "If that is later", "if sooner"
    let if_so = is(last, &["if"]).then(|| {
        let that = usize::from(is(last + 1, &["that", "this", "it"]) && is(last + 2, &["is"])) * 2;
        last + 1 + that
    });
    match if_so.filter(|&at| is(at, &WHICH)) {
        Some(which) => (at, which + 1),
        None => (at, last),
    }
}

/// Returns the end of what stands up to the next mark.
fn stop(words: &[&str], from: usize) -> usize {
    let most = words.len().min(from + WORDS);
    let mark = (from..most).find(|&at| words[at].ends_with([',', ':', ')']));
    mark.map_or(most, |at| at + 1)
}

/// Returns the end of “whichever is longer” that belongs to a period: it follows at once, or behind one other end.
fn whichever(words: &[&str], end: usize) -> Option<usize> {
    let most = words.len().min(end + 2 * WORDS);
    let at = (end..most).find(|&at| plain(words[at]) == "whichever")?;
    let which =
        (at + 1..words.len().min(at + 6)).find(|&at| WHICH.contains(&&*plain(words[at])))?;
    let own = &words[end..at];
    let or = own
        .iter()
        .position(|word| matches!(&*plain(word), "or" | "and"));
    let fits = match or {
        None => own.is_empty(),
        Some(or) => {
            let marks = |list: &[&str]| list.iter().any(|word| word.ends_with([',', ':']));
            // A comma may stand right before the one and the other.
            let before = &own[..or.saturating_sub(1)];
            let behind = &own[or..own.len() - 1];
            // Behind a comma “or” stands at once: else another thing is told of.
            let follows = or == 0 || !words[end - 1].ends_with(',');
            follows && !marks(before) && !marks(behind) && own.len() - or > 1
        }
    };
    fits.then_some(which + 1)
}

#[cfg(test)]
mod tests {
    use crate::draft::find::periods;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn said(text: &str) -> Vec<String> {
        periods(text).into_iter().map(|it| it.text).collect()
    }

    #[test]
    fn a_period_keeps_what_else_ends_it() {
        for (text, found) in [
            (
                "We keep it for six years or until the case is closed, whichever is later.",
                &["six years or until the case is closed, whichever is later"][..],
            ),
            (
                "Kept for 6 years after you leave or until you are 25, whichever comes first",
                &["6 years after you leave or until you are 25, whichever comes first"],
            ),
            (
                "Kept until the tenancy ends or for 3 years, whichever is the longer.",
                &["until the tenancy ends or for 3 years, whichever is the longer"],
            ),
            (
                "It is held for 2 years, or 5 years after the last visit, whichever is sooner.",
                &["2 years, or 5 years after the last visit, whichever is sooner"],
            ),
            (
                "Files are kept for 7 years or until the debt is paid.",
                &["7 years or until the debt is paid"],
            ),
            (
                "Kept for two years or when you leave if that is earlier, and then deleted",
                &["two years or when you leave if that is earlier"],
            ),
            (
                "Held for 12 months, whichever is longer",
                &["12 months, whichever is longer"],
            ),
            (
                "Kept for the longer of 6 years and the life of the building.",
                &["the longer of 6 years and the life of the building"],
            ),
        ] {
            assert_eq!(said(text), found, "{text}");
        }
    }

    #[test]
    fn what_is_of_another_period_is_left_to_it() {
        for (text, found) in [
            (
                "Rents are kept for 6 years, plots for 2 years or until you leave, whichever is later.",
                &["6 years", "2 years or until you leave, whichever is later"][..],
            ),
            (
                "Letters: 3 years. Files: 5 years or until paid, whichever is later.",
                &["3 years", "5 years or until paid, whichever is later"],
            ),
            (
                "Accident book: 3 years, or until 21 for the young",
                &["3 years", "until 21"],
            ),
            ("Kept for 6 years or more", &["6 years"]),
            ("Kept for 6 years if you ask", &["6 years"]),
            (
                "Kept for two years and deleted first thing in May",
                &["two years"],
            ),
            (
                "Kept for two years, in whichever office you ask first",
                &["two years"],
            ),
            (
                "one calendar month or 30 working days",
                &["one calendar month", "30 working days"],
            ),
        ] {
            assert_eq!(said(text), found, "{text}");
        }
    }
}
