//! Whom a sentence says that data is shared with: “We share it with X, your GP and Y Ltd”.

use super::{
    condition::is_condition,
    find,
    leads::denies,
    names::{is_named, listed_names, name_alone, repeated, without_brackets},
};

/// Lists whom a sentence says that data is shared with, each without what is said of it. A list that it leaves open, and anything
/// that does not read as a list of names, is none.
pub(super) fn shared_with(sentence: &str) -> Option<Vec<String>> {
    let clause = sentence.split(';').next()?.trim_end_matches(['.', ' ']);
    let lower = clause.to_lowercase();
    let act = [
        "share ",
        "shared ",
        "disclose ",
        "disclosed ",
        "pass ",
        "passed ",
        "send ",
        "sent ",
        "give ",
        "given ",
    ];
    let act = act.iter().filter_map(|act| lower.find(act)).min()?;
    let link = [" with ", " to "].iter().filter_map(|link| {
        let at = lower[act..].find(link)? + act;
        Some((at, link.len()))
    });
    let (at, length) = link.min()?;
    // The text has as many bytes as its small letters, but for rare marks.
    let (said, names) = (clause.get(..at)?, clause.get(at + length..)?);
    let about = [
        "it",
        "them",
        "this",
        "data",
        "information",
        "details",
        "record",
        "records",
    ];
    let mut words = said.split(|mark: char| !mark.is_alphanumeric());
    let about_data = words.any(|word| about.contains(&word.to_lowercase().as_str()));
    let open = [
        "such as",
        "etc",
        "for example",
        "e.g",
        "including",
        "among others",
        ": ",
    ];
    if !about_data
        || denies(said)
        || open.iter().any(|it| names.contains(it))
        || is_condition(names)
    {
        return None;
    }
    let names = without_brackets(names)?;
    let mut found: Vec<String> = Vec::new();
    // "With the police, if there is a crime, and with the inspectors".
    let with = clause.get(at..at + length).filter(|link| *link == " with ");
    let each = with.and_then(|_| repeated(&names, "with"));
    let apart = each.is_some();
    let parts = each.unwrap_or_else(|| vec![&names]);
    for part in parts.into_iter().flat_map(listed_names) {
        let name = name_alone(part);
        // "and, if there's a claim, the insurer": the condition names nobody.
        if is_condition(name) {
            continue;
        }
        if !is_named(name) {
            return None;
        }
        found.push(name.to_owned());
    }
    let body = |name: &String| find::body_alone(name).is_some();
    (apart || found.len() > 2 || found.iter().all(body)).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::shared_with;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn those_whom_a_sentence_names_are_each_one() {
        for (text, names) in [
            (
                "We share it with NHS Overton Integrated Care Board, your GP practice, the ambulance service and Liquidlogic Ltd.",
                &[
                    "NHS Overton Integrated Care Board",
                    "your GP practice",
                    "the ambulance service",
                    "Liquidlogic Ltd",
                ][..],
            ),
            (
                "We may share your information with your GP, NHS England (statutory returns), the Police where there is a \
                 concern, and the Office of the Public Guardian; our system is theirs.",
                &[
                    "your GP",
                    "NHS England",
                    "the Police",
                    "the Office of the Public Guardian",
                ],
            ),
            (
                "We share your details with Quay Payments Ltd, who take your fee for us.",
                &["Quay Payments Ltd"],
            ),
            (
                "Your data may be disclosed to the DVLA, the courts and our bailiffs",
                &["the DVLA", "the courts", "our bailiffs"],
            ),
            (
                "We share data with the local authority, the Department for Education and NHS England.",
                &[
                    "the local authority",
                    "the Department for Education",
                    "NHS England",
                ],
            ),
            (
                "We give your details to the Registry, the Home Office and our bank.",
                &["the Registry", "the Home Office", "our bank"],
            ),
            (
                "It is passed to HM Revenue and Customs, the police, and your landlord.",
                &["HM Revenue and Customs", "the police", "your landlord"],
            ),
            (
                "We share details with the Group (police, fire, ambulance), Harbour Homes Ltd and, if there's a claim, Zurich.",
                &["the Group", "Harbour Homes Ltd", "Zurich"],
            ),
            (
                "We share information with the police, if we see signs of a crime, and with the Fire Inspectorate, when it audits us.",
                &["the police", "the Fire Inspectorate"],
            ),
            (
                "We share them with Pay Ltd, who print your name, address and card, and the bank.",
                &["Pay Ltd", "the bank"],
            ),
        ] {
            if names.len() == 2 && !text.contains("and with") {
                // Two are a list only where both name a body.
                assert_eq!(shared_with(text), None, "{text}");
            } else {
                assert_eq!(
                    shared_with(text).as_deref(),
                    Some(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]),
                    "{text}"
                );
            }
        }
        for text in [
            "We do not share your data with advertisers, brokers or social media.",
            "We share your data with others, such as the police, courts and banks.",
            "We share data to help you, to make payments, and to prevent fraud.",
            "Your record is given to order tests and medicines, and to pay the practice.",
            "We share data with Kent Council, Essex Council and for checks the bank.",
            "You share a home with your parents, brothers and sisters.",
            "We share information with your consent, by law, or in an emergency.",
            "We give talks to schools, clubs and churches.",
            "We do not send your data to brokers, insurers or shops.",
            "We share our news with readers, schools and libraries.",
        ] {
            assert_eq!(shared_with(text), None, "{text}");
        }
    }
}
