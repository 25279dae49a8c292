//! The two ways to complain, as a source text tells of them.

use notice::{Notice, SectionId};

use super::{Prose, Said};
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
    let said = text.said();
    let told = said.iter().enumerate().any(|(at, it)| {
        let before = at.checked_sub(1).map(|at| said[at]);
        let before = before.filter(|before| before.section == it.section);
        // "You may do that at any time": what is said of the regulator still.
        let theirs = before.is_some_and(|before| is_named(before.text, facts))
            && !has(it.text, &unhappy)
            && !is_to_us(it.text)
            && !it
                .text
                .contains(|mark: char| mark == '@' || mark.is_ascii_digit());
        let names = is_named(it.text, facts) || theirs;
        let about = (has(it.text, &unhappy) && !has(it.text, &["ombudsman"]) && !is_a_mention(it))
            || it.section == SectionId::Complaints;
        let joined = it.section == SectionId::Complaints && joins_another(it.text);
        about && (joined || !names || it.text.contains('@') || is_to_us(it.text))
    });
    let message = "The text gives no way to complain to the controller";
    found((!told).then(|| Found::missing(message)))
}

/// Says whether a sentence speaks of complaints as something that there is, and has nobody make one: "complaints from passengers" are
/// data, and "looking into complaints" is a use of it.
fn is_a_mention(said: &Said<'_>) -> bool {
    let elsewhere = matches!(
        said.section,
        SectionId::Data | SectionId::Purposes | SectionId::Sources | SectionId::Retention
    );
    let all = words(said.text);
    let people = all.iter().any(|it| {
        matches!(
            it.as_str(),
            "you" | "your" | "anyone" | "anybody" | "please" | "us" | "who"
        )
    });
    let noun = has(
        said.text,
        &[
            "complaints from",
            "complaints made",
            "complaints received",
            "complaints against",
            "complaints about",
            "complaints of",
            "record of complaints",
            "records of complaints",
            "handling of complaints",
            "investigating complaints",
            "looking into complaints",
            "dealing with complaints",
        ],
    );
    !people && (elsewhere || noun)
}

/// Says whether a sentence has people turn to the controller. That "we have broken the law" is what they complain of, and that
/// they "have complained to us" what they have done before.
fn is_to_us(sentence: &str) -> bool {
    let ours = ["us", "our", "we", "data protection officer"];
    let dealt = [
        "to us",
        "with us",
        "told us",
        "asked us",
        "contacted us",
        "our answer",
        "our reply",
        "our response",
        "our decision",
        "our handling",
        "we deal",
        "we dealt",
        "we have dealt",
        "we handle",
        "we have handled",
        "we answer",
        "we have answered",
        "we reply",
        "we respond",
    ];
    let first = words(sentence).into_iter().next().unwrap_or_default();
    let conditional = matches!(first.as_str(), "if" | "where" | "when" | "should");
    let parts = sentence.split_once(',').filter(|_| conditional);
    let (condition, rest) = parts.unwrap_or(("", sentence));
    has(condition, &dealt) || ours.iter().any(|us| mentions(rest, us))
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
        || is_an_office_of_data(text)
}

/// Says whether a text names an office for data that is none of the controller's, whatever it is called in truth: "the Data Protection
/// Commissioner", "the Privacy Ombudsman".
fn is_an_office_of_data(text: &str) -> bool {
    let all = words(text);
    (1..all.len()).any(|at| {
        let office = matches!(
            all[at].as_str(),
            "commissioner"
                | "commission"
                | "registrar"
                | "regulator"
                | "ombudsman"
                | "authority"
                | "agency"
                | "tribunal"
        );
        let data = matches!(
            all[at - 1].as_str(),
            "protection" | "information" | "privacy" | "data"
        );
        let child = at > 1 && matches!(all[at - 2].as_str(), "child" | "environmental" | "health");
        office && data && !child
    })
}

#[cfg(test)]
mod tests {
    use super::{Said, SectionId, is_a_mention, is_an_office_of_data, is_to_us};

    fn in_purposes(text: &str) -> Said<'_> {
        Said {
            section: SectionId::Purposes,
            text,
            next: "",
            is_listed: true,
            denies: false,
        }
    }

    #[test]
    fn complaints_that_there_are_are_told_from_a_way_to_complain() {
        for text in [
            "Looking into complaints about drivers",
            "complaints from passengers",
            "To keep a record of complaints made against licence holders",
            "Dealing with complaints",
            "Concerns about noise, and complaints of smells",
            "Handling of complaints by the panel",
        ] {
            assert!(is_a_mention(&in_purposes(text)), "{text}");
        }
        for text in [
            "To complain, write to us.",
            "If you are unhappy with this, ring the clerk.",
            "Please send complaints about data to the clerk.",
            "Your complaint goes to the manager.",
            "Anyone who is dissatisfied may see the clerk.",
            "You may complain about how we use your data.",
        ] {
            assert!(!is_a_mention(&in_purposes(text)), "{text}");
        }
    }

    #[test]
    fn an_office_for_data_is_known_by_what_it_is_called() {
        for text in [
            "You have the right to complain to the Data Protection Commissioner.",
            "Complain to the Data Protection Registrar.",
            "Write to the Privacy Ombudsman.",
            "The Information Tribunal hears it.",
            "Go to the Data Protection Authority.",
            "The Information Regulator can help.",
        ] {
            assert!(is_an_office_of_data(text), "{text}");
        }
        for text in [
            "Complain to the data protection officer.",
            "The Police and Crime Commissioner is the controller.",
            "Complain to the information team of the authority.",
            "The child protection agency sees it.",
            "Tell the Local Government Ombudsman.",
            "Our data is safe with the authority.",
        ] {
            assert!(!is_an_office_of_data(text), "{text}");
        }
    }

    #[test]
    fn what_people_complain_of_is_told_from_whom_they_complain_to() {
        for sentence in [
            "If you are unhappy, ring us or the Information Commission.",
            "If you have complained to us and are still unhappy, go to the ICO.",
            "If you do not like how we dealt with it, complain to the regulator.",
            "Complain to our clerk, or to the ICO.",
        ] {
            assert!(is_to_us(sentence), "{sentence}");
        }
        for sentence in [
            "If you believe that we have broken the law, you can complain to the ICO.",
            "Where you think our use of data is wrong, the regulator takes complaints.",
            "You may do that at any time.",
        ] {
            assert!(!is_to_us(sentence), "{sentence}");
        }
    }
}
