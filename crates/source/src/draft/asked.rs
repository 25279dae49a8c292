//! Whom a sentence says that we turn to for data: “We speak with your doctor and your referees”, “We draw on the register”.

use super::{
    giver::{either, from_whom, is_giver, is_thing},
    leads::denies,
    names::{listed_names, repeated, without_brackets},
    sender::without_adverb,
};

/// How we turn to somebody, each with the word that may stand before every name.
const WAYS: [(&str, &str); 14] = [
    ("speak with ", "with"),
    ("speak to ", "to"),
    ("talk with ", "with"),
    ("talk to ", "to"),
    ("draw on ", "on"),
    ("draw upon ", "upon"),
    ("turn to ", "to"),
    ("consult ", "with"),
    ("consult with ", "with"),
    ("contact ", ""),
    ("ask ", ""),
    ("check with ", "with"),
    ("make enquiries of ", "of"),
    ("make inquiries of ", "of"),
];

/// Words that may stand between “we” and what we do.
const BETWEEN: [&str; 10] = [
    "may ",
    "also ",
    "will ",
    "then ",
    "sometimes ",
    "often ",
    "always ",
    "usually ",
    "can ",
    "might ",
];

/// Lists whom a sentence of a section on sources says that we turn to. Elsewhere the same words say whom we tell.
pub(super) fn asked(sentence: &str) -> Option<Vec<String>> {
    let own = without_adverb(sentence);
    let mut said = ["We ", "we ", "I "]
        .iter()
        .find_map(|who| own.strip_prefix(who))?;
    while let Some(rest) = BETWEEN.iter().find_map(|word| said.strip_prefix(word)) {
        said = rest;
    }
    let mut ways = WAYS.iter().rev();
    let (names, word) = ways.find_map(|(way, word)| Some((said.strip_prefix(way)?, *word)))?;
    if denies(names) {
        return None;
    }
    let names = without_brackets(names)?;
    let parts = match repeated(&names, word) {
        Some(parts) => parts,
        None => listed_names(&names).into_iter().flat_map(either).collect(),
    };
    let mut found: Vec<String> = Vec::new();
    for part in parts {
        // "And, if you shoot at one, the secretary of your club": the condition names nobody.
        let when = ["if ", "where ", "when ", "for "];
        if part == "and" || when.iter().any(|it| part.starts_with(it)) {
            continue;
        }
        let name = from_whom(part.strip_prefix("and ").unwrap_or(part));
        if matches!(name, "you" | "") || is_thing(name) {
            continue;
        }
        if !is_giver(name) {
            return None;
        }
        found.push(name.to_owned());
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn whom_we_turn_to_is_named_one_after_the_other() {
        for (text, names) in [
            (
                "We speak with your doctor, other forces in whose area you have lived, the Police National Computer, and, if you \
                 shoot at one, the secretary of your club",
                &[
                    "your doctor",
                    "other forces in whose area you have lived",
                    "the Police National Computer",
                    "the secretary of your club",
                ][..],
            ),
            (
                "We draw on Companies House, on the electoral roll, on newspapers and radio, and on the files of the post office",
                &[
                    "Companies House",
                    "the electoral roll",
                    "newspapers and radio",
                    "the files of the post office",
                ],
            ),
            (
                "Sometimes we may also contact your landlord or the council",
                &["your landlord", "the council"],
            ),
            ("We ask your referees about your work", &["your referees"]),
            ("We consult the Land Registry", &["the Land Registry"]),
        ] {
            assert_eq!(
                asked(text).as_deref(),
                Some(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]),
                "{text}"
            );
        }
        for text in [
            "We do not contact your employer",
            "You can speak to your doctor",
            "We ask you for it",
            "We ask that you tell us",
            "We share it with your doctor",
        ] {
            assert_eq!(asked(text).unwrap_or_default(), [""; 0], "{text}");
        }
    }
}
