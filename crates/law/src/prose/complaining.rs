//! The two ways to complain, as a source text tells of them.

use notice::{Notice, SectionId};

use super::Prose;
use crate::{
    Date, DatedFacts, FactKind, Found, Outcome,
    complain_first::{FIRST, forbids_regulator, makes_regulator_wait},
    found,
    text::{has, mentions, words},
};

/// Finds that a whole notice gives no way to complain to the controller.
pub(crate) fn controller(notice: &Notice, facts: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    if !text.is_whole() {
        return None;
    }
    let unhappy = [
        "complain",
        "concerned about",
        "concerns about",
        "concern about",
        "a concern",
        "your concern",
        "any concern",
        "unhappy",
        "not happy",
        "dissatisfied",
        "not satisfied",
        "grievance",
        "worried",
        "not content",
        "got something wrong",
        "mishandled",
    ];
    let ours = ["us", "our", "we", "data protection officer"];
    let told = text.said().iter().any(|it| {
        let names = is_named(it.text, facts);
        let about = (has(it.text, &unhappy) && !has(it.text, &["ombudsman"]))
            || it.section == SectionId::Complaints;
        let joined = it.section == SectionId::Complaints && joins_another(it.text);
        about
            && (joined
                || !names
                || it.text.contains('@')
                || ours.iter().any(|us| mentions(it.text, us)))
    });
    let message = "The text gives no way to complain to the controller";
    found((!told).then(|| Found::missing(message)))
}

/// Says whether a sentence puts another beside somebody: "or", "and" or "then", and not another way to reach the same one, as in "at
/// ico.org.uk or on 0303 123 1113".
fn joins_another(sentence: &str) -> bool {
    const WAYS: [&str; 24] = [
        "on",
        "at",
        "by",
        "call",
        "calling",
        "ring",
        "ringing",
        "phone",
        "telephone",
        "tel",
        "online",
        "via",
        "visit",
        "visiting",
        "email",
        "e",
        "through",
        "write",
        "writing",
        "its",
        "their",
        "they",
        "it",
        "go",
    ];
    let all = words(sentence);
    (0..all.len()).any(|at| {
        let next = all.get(at + 1).map(String::as_str).unwrap_or_default();
        let figure = next.starts_with(|mark: char| mark.is_ascii_digit());
        matches!(all[at].as_str(), "or" | "and" | "then") && !figure && !WAYS.contains(&next)
    })
}

/// Finds that people are kept from the regulator, and that a whole notice does not name it.
pub(crate) fn regulator(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let text = Prose::of(notice);
    let texts = &text.texts;
    let joined = text.pieces.windows(2).filter_map(|pair| {
        let [one, two] = pair else { return None };
        (one.section == two.section)
            .then(|| (one.text.as_str(), format!("{} {}", one.text, two.text)))
    });
    let own = texts.iter().map(|text| (text.as_str(), text.clone()));
    let mut all = own.chain(joined);
    let shut = all.find_map(|(place, text)| {
        let message = if makes_regulator_wait(&text, facts) {
            "People may complain to the regulator, and the text has them complain to the controller first"
        } else if forbids_regulator(&text, facts) {
            "People may complain to the regulator, and the text says that they may not"
        } else {
            return None;
        };
        Some(Found { remedy: Some(FIRST), ..Found::wrong(message).at(place) })
    });
    let named = texts.iter().any(|text| is_named(text, facts));
    let message = "The text does not say that people may complain to the regulator";
    let missing = (shut.is_none() && !named && text.is_whole()).then(|| Found::missing(message));
    found(
        missing
            .into_iter()
            .chain(shut)
            .chain(facts.old_citations("CMP-02", texts, at)),
    )
}

/// Says whether a text names the regulator, by any name or by its address.
fn is_named(text: &str, facts: &DatedFacts) -> bool {
    facts.named(FactKind::Regulator, text).next().is_some()
        || mentions(text, "ico")
        || mentions(text, "the regulator")
        || mentions(text, "supervisory authority")
        || has(text, &["ico.org.uk", "information commission"])
}
