//! Whom a section says that its “it” is, or includes: “It always includes your GP and two referees”, “Usually it was your neighbour”.

use notice::SectionId;

use super::{
    giver::{either, from_whom, is_giver, is_thing},
    leads::denies,
    names::{last_two, without_brackets},
    sender::{senders, without_adverb},
};

/// What says who is meant, each with whether one name alone is enough.
const SAYS: [(&str, bool); 17] = [
    ("it always includes ", true),
    ("it also includes ", true),
    ("it may include ", true),
    ("it can include ", true),
    ("it includes ", true),
    ("they include ", true),
    ("they may include ", true),
    ("these include ", true),
    ("it was ", true),
    ("it might have been ", true),
    ("it may have been ", true),
    ("it could have been ", true),
    ("it will be ", false),
    ("it would be ", false),
    ("it is ", false),
    ("it may be ", false),
    ("they are ", false),
];

/// Lists whom a sentence of a section on sources says that those are who gave data.
pub(super) fn predicated(sentence: &str) -> Option<Vec<String>> {
    let sentence = sentence.trim_end_matches(['.', ' ']);
    let own = without_adverb(sentence);
    let lower = own.to_lowercase();
    let says = SAYS.iter().find(|(says, _)| lower.starts_with(says));
    let says = says.map(|(says, alone)| (says.len(), *alone));
    // "Sometimes your GP or the school": what often stands before a name says of it is said of whom it comes from.
    let bare = || {
        let often = own.len() < sentence.len();
        (often && senders(SectionId::Sources, sentence).is_empty()).then_some((0, false))
    };
    let (at, alone) = given_by(&lower).or(says).or_else(bare)?;
    let list = without_brackets(own.get(at..)?)?;
    if denies(&list) {
        return None;
    }
    let mut found: Vec<String> = Vec::new();
    for part in list.split("; ").flat_map(|part| part.split(", ")) {
        let part = part.trim_start_matches("and ").trim_start_matches("or ");
        let part = part.strip_prefix("by ").unwrap_or(part);
        let whens = [
            "if ", "when ", "where ", "unless ", "who ", "which ", "for ",
        ];
        if whens.iter().any(|it| part.starts_with(it)) {
            continue;
        }
        let both = last_two(part).map_or_else(|| vec![part], |(one, two)| vec![one, two]);
        for name in both.into_iter().flat_map(either).map(whose) {
            // "Every council where you have lived": which of all is of the name.
            let kind = name.split(" where ").next().unwrap_or(name);
            if !is_giver(kind) || is_thing(kind) || !is_somebody(name) {
                return None;
            }
            found.push(name.to_owned());
        }
    }
    (found.len() > 1 || (alone && found.len() == 1)).then_some(found)
}

/// Reads “Information is given by …”: returns where those who give it begin, and that one is enough.
fn given_by(lower: &str) -> Option<(usize, bool)> {
    let ways = ["given by ", "supplied by ", "provided by ", "sent by "];
    let verbs = [" is ", " are ", " was ", " were "];
    let (at, verb) = verbs
        .iter()
        .filter_map(|verb| Some((lower.find(verb)?, *verb)))
        .min()?;
    let last = lower[..at].rsplit(' ').next().unwrap_or_default();
    let data = [
        "information",
        "data",
        "details",
        "particulars",
        "it",
        "they",
    ];
    let way = ways
        .iter()
        .find(|way| lower[at + verb.len()..].starts_with(**way))?;
    let fit = data.contains(&last) && lower[..at].split(' ').count() <= 3;
    fit.then_some((at + verb.len() + way.len(), true))
}

/// Returns a name with what tells which is meant: “every council where you have lived”.
fn whose(part: &str) -> &str {
    let every = ["every ", "each ", "any "]
        .iter()
        .any(|it| part.starts_with(it));
    if every { part } else { from_whom(part) }
}

fn is_somebody(name: &str) -> bool {
    let begins = [
        "the ",
        "your ",
        "a ",
        "an ",
        "our ",
        "other ",
        "two ",
        "three ",
        "every ",
        "each ",
        "any ",
        "local ",
        "his ",
        "former ",
        "previous ",
    ];
    begins.iter().any(|it| name.starts_with(it)) || name.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::predicated;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn who_gave_data_may_be_said_of_it() {
        for (text, names) in [
            (
                "It always includes your GP, the Disclosure and Barring Service, two referees, and every council where you have lived.",
                &[
                    "your GP",
                    "the Disclosure and Barring Service",
                    "two referees",
                    "every council where you have lived",
                ][..],
            ),
            (
                "It may include a former partner, if you had children; your employer, when you work with them; and the Armed Forces, if \
                 you served.",
                &["a former partner", "your employer", "the Armed Forces"],
            ),
            ("Usually it was your neighbour.", &["your neighbour"]),
            (
                "Sometimes your GP, the ward sister, the probation service or a worried relative.",
                &[
                    "your GP",
                    "the ward sister",
                    "the probation service",
                    "a worried relative",
                ],
            ),
            (
                "Information is given by the informant, or by the couple.",
                &["the informant", "the couple"],
            ),
            ("It was sent by your last school.", &["your last school"]),
            (
                "Otherwise it will be a social worker at the Council, the district nurses, or the discharge team.",
                &[
                    "a social worker at the Council",
                    "the district nurses",
                    "the discharge team",
                ],
            ),
            (
                "Often it is your neighbour or a friend.",
                &["your neighbour", "a friend"],
            ),
            (
                "It might have been your housing officer, the noise team, a councillor, or a police officer.",
                &[
                    "your housing officer",
                    "the noise team",
                    "a councillor",
                    "a police officer",
                ],
            ),
        ] {
            assert_eq!(
                predicated(text).as_deref(),
                Some(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]),
                "{text}"
            );
        }
        for text in [
            "It is important.",
            "It is a form, a letter or the notes of a call.",
            "It will be the same, or better.",
            "It was necessary to ask.",
            "It may be your right.",
            "It includes forms that you filled in.",
            "It was not your neighbour.",
            "They are kept for a year.",
        ] {
            assert_eq!(predicated(text), None, "{text}");
        }
    }
}
