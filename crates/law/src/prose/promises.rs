//! Promises of a source text that it breaks itself.

use notice::Notice;

use super::{Prose, Said, absent, acts, inward, sharing::tells_who, somebody::is_somebody};
use crate::{
    Date, DatedFacts, Found, Outcome,
    anybody::{ANYONE, EXCEPT},
    found,
    text::{denies, fold, has, words},
};

/// Finds that nothing goes to anybody under any circumstances, beside those whom it goes to, and that what is said not to be there is.
pub(crate) fn sharing(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let mut denied = absent::denied(&text.texts);
    denied.extend(acts::denied(&text.texts));
    let never = said.iter().find(|it| never_shares(it.text));
    let inward = inward::broken(&said).map(|it| {
        let message = "The text says that data stays within, and sends it to somebody outside";
        Found::wrong(message).at(it)
    });
    denied.extend(inward.filter(|_| never.is_none()));
    let Some(never) = never else {
        return (!denied.is_empty()).then_some(denied);
    };
    // Whoever is told "outside the council" is none of the council's own.
    let own: &[&str] = match without_own_bounds(never.text) {
        text if text == fold(never.text) => &[],
        _ => &[
            "our ",
            "team",
            "staff",
            "the council's",
            "councillor",
            "within",
        ],
    };
    let named = |it: &&Said<'_>| {
        it.text != never.text
            // A list of those who get nothing.
            && (!it.denies || denies(it.text))
            && it.text.split(';').any(|text| {
                let part = Said {
                    text,
                    denies: denies(text),
                    ..**it
                };
                tells_who(&part) && is_somebody(text) && !has(text, &inward::BOUND) && !has(text, own)
            })
    };
    let message = "The text says that nobody is told anything, and names who receives the data";
    let named = said.iter().find(named);
    let broken = named.map(|_| Found::wrong(message).at(never.text));
    found(broken.into_iter().chain(denied))
}

/// Returns a sentence without the words that keep data within the one body that promises it: "to anybody outside the council". What
/// stays "within the partnership" goes to several.
fn without_own_bounds(sentence: &str) -> String {
    const BODIES: [&str; 14] = [
        "the council",
        "the trust",
        "the school",
        "the university",
        "the college",
        "the association",
        "the surgery",
        "the practice",
        "the charity",
        "the company",
        "the constabulary",
        "the organisation",
        "our organisation",
        "this organisation",
    ];
    BODIES.iter().fold(fold(sentence), |text, body| {
        text.replace(&format!(" outside {body}"), "")
    })
}

/// Says whether a sentence promises that data goes to nobody, whatever happens.
fn never_shares(sentence: &str) -> bool {
    let absolute = [
        "under no circumstances",
        "in no circumstances",
        "in no case",
        "never share",
        "never pass",
        "never disclose",
        "never give",
        "will never be shared",
        "will never be passed",
        "will never be disclosed",
        "are never shared",
        "is never shared",
    ];
    let kept = [
        "sold",
        "card",
        "password",
        "bank",
        "who ",
        "whom",
        "where you",
        "for their own",
    ];
    let shares = words(sentence).iter().any(|it| {
        ["shar", "pass", "disclos", "give", "given", "releas"]
            .iter()
            .any(|start| it.starts_with(start))
    });
    has(sentence, &absolute)
        && shares
        && has(sentence, &ANYONE)
        && !has(&without_own_bounds(sentence), &EXCEPT)
        && !has(sentence, &kept)
}

#[cfg(test)]
mod tests {
    use super::never_shares;

    #[test]
    fn a_promise_without_exception_is_told_from_others() {
        for sentence in [
            "Under no circumstances do we pass information about a student to any third party.",
            "We never share your details with anyone.",
            "Your data will never be passed to third parties.",
            "In no circumstances will we disclose your record to any other organisation.",
            "Your information is never shared with anybody.",
            "We never pass on what you tell us to anybody outside the council.",
            "We never share your record with anyone outside our organisation.",
        ] {
            assert!(never_shares(sentence), "{sentence}");
        }
        for sentence in [
            "We never share your details with anyone for marketing.",
            "We never share your details with third parties without telling you.",
            "We will never give anyone your bank details.",
            "We shall never tell a person from whom you have fled where you are.",
            "We never sell your data to third parties.",
            "We never share it with anyone outside the partnership.",
            "We never share it with anyone outside the council without your consent.",
        ] {
            assert!(!never_shares(sentence), "{sentence}");
        }
    }
}
