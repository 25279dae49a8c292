//! Whom a section says that its “it” is, or includes: “It always includes your GP and two referees”, “Usually it was your neighbour”.

use super::{
    giver::{either, from_whom, is_giver, is_thing},
    leads::denies,
    names::{last_two, without_brackets},
    sender::without_adverb,
};

/// What says who is meant, each with whether one name alone is enough.
const SAYS: [(&str, bool); 14] = [
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
    ("it may be ", false),
    ("they are ", false),
];

/// Lists whom a sentence of a section on sources says that those are who gave data.
pub(super) fn predicated(sentence: &str) -> Option<Vec<String>> {
    let own = without_adverb(sentence.trim_end_matches(['.', ' ']));
    let lower = own.to_lowercase();
    let (says, alone) = SAYS.iter().find(|(says, _)| lower.starts_with(says))?;
    let list = without_brackets(own.get(says.len()..)?)?;
    if denies(&list) {
        return None;
    }
    let mut found: Vec<String> = Vec::new();
    for part in list.split("; ").flat_map(|part| part.split(", ")) {
        let part = part.trim_start_matches("and ").trim_start_matches("or ");
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
    (found.len() > 1 || (*alone && found.len() == 1)).then_some(found)
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
