//! Whom a sentence says that data is shared with: “We share it with X, your GP and Y Ltd”.

use super::{
    apart::{apart, is_condition},
    entry::entry,
    find,
    leads::denies,
};

/// A name has so many words at most.
const WORDS: usize = 12;

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
    for part in parts(&names) {
        let name = alone(part);
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
    (found.len() > 2 || found.iter().all(body)).then_some(found)
}

/// Returns a text without what stands in brackets, whose commas part nothing; none where they do not close.
pub(super) fn without_brackets(text: &str) -> Option<String> {
    let mut own = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('(') {
        own.push_str(before.trim_end());
        rest = inside.split_once(')')?.1;
    }
    own.push_str(rest);
    Some(own)
}

/// Lists what a list names, one after the other, and leaves out what is said of one: “, who take your fee for us”.
pub(super) fn parts(names: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = names;
    while let Some((part, behind)) = rest.split_once(", ") {
        parts.push(part);
        rest = behind;
        if says_more(behind) {
            // It lasts to the next that is named, or to the end.
            let next = [", and the ", ", the ", " and the "].iter();
            let next = next.filter_map(|next| Some((behind.find(next)?, next)));
            match next.min() {
                Some((at, _)) => rest = behind[at..].trim_start_matches([',', ' ']),
                None => return parts,
            }
        }
    }
    match last_two(rest) {
        Some((one, two)) => parts.extend([one, two]),
        None => parts.push(rest),
    }
    parts
}

fn says_more(text: &str) -> bool {
    ["who ", "which ", "that ", "where ", "whose "]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Parts the last two of a list at the “and” between them, unless it stands within a name: “HM Revenue and Customs”.
fn last_two(text: &str) -> Option<(&str, &str)> {
    if text.starts_with("and ") {
        return None;
    }
    let mut places = text.match_indices(" and ");
    let registered = |name: &str| {
        [
            "Ltd",
            "Limited",
            "Council",
            "Police",
            "GP",
            "for Education",
            "NHS England",
        ]
        .iter()
        .any(|it| name.ends_with(it))
    };
    let at = places.find_map(|(at, and)| {
        let (one, two) = (&text[..at], &text[at + and.len()..]);
        let last = one.rsplit(' ').next().unwrap_or_default();
        let joined = last.starts_with(char::is_uppercase) && two.starts_with(char::is_uppercase);
        let adjectives = one.split(' ').count() == 1 && last.starts_with(char::is_lowercase);
        ((!joined || registered(one)) && !adjectives).then_some(at)
    })?;
    Some((&text[..at], &text[at + 5..]))
}

/// Returns a name without what joins it to the others, or is said of it.
pub(super) fn alone(part: &str) -> &str {
    let name = apart(entry(part)).name;
    // In a sentence, what is said of one goes on without a mark.
    let more = [" where ", " who ", " which ", " that ", " under ", " ("];
    let end = more.iter().filter_map(|more| name.find(more)).min();
    name[..end.unwrap_or(name.len())].trim_end_matches([',', ' '])
}

/// Says whether words name somebody, as far as looks tell.
pub(super) fn is_named(name: &str) -> bool {
    const SAYS: [&str; 24] = [
        "is", "are", "was", "be", "been", "has", "have", "will", "may", "can", "must", "we", "it",
        "so", "not", "help", "make", "provide", "prevent", "ensure", "for", "you", "them", "check",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = words.first().copied().unwrap_or_default();
    let how = [
        "by", "through", "via", "in", "on", "at", "to", "with", "as", "only",
    ];
    (1..=WORDS).contains(&words.len())
        && !how.contains(&first)
        && !words.iter().enumerate().any(|(at, word)| {
            SAYS.contains(&word.to_lowercase().as_str()) && !within_name(&words, at)
        })
}

/// Says whether a word joins two with capitals: “the Department for Education”.
fn within_name(words: &[&str], at: usize) -> bool {
    let capital = |at: usize| {
        words
            .get(at)
            .is_some_and(|it| it.starts_with(char::is_uppercase))
    };
    words[at] == "for" && at > 0 && capital(at - 1) && capital(at + 1)
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
                "It is passed to HM Revenue and Customs, the police, and your landlord.",
                &["HM Revenue and Customs", "the police", "your landlord"],
            ),
            (
                "We share details with the Group (police, fire, ambulance), Harbour Homes Ltd and, if there's a claim, Zurich.",
                &["the Group", "Harbour Homes Ltd", "Zurich"],
            ),
            (
                "We share them with Pay Ltd, who print your name, address and card, and the bank.",
                &["Pay Ltd", "the bank"],
            ),
        ] {
            if names.len() == 2 {
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
            "We share data with Kent Council, Essex Council and for checks the bank.",
            "You share a home with your parents, brothers and sisters.",
            "We share information with your consent, by law, or in an emergency.",
            "We share our news with readers, schools and libraries.",
        ] {
            assert_eq!(shared_with(text), None, "{text}");
        }
    }
}
