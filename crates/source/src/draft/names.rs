//! The names that a sentence lists, one after the other.

use super::{apart::apart, entry::entry};

/// A name has so many words at most.
const WORDS: usize = 12;

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
pub(super) fn listed_names(names: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    let mut rest = names;
    while let Some((part, behind)) = rest.split_once(", ") {
        parts.push(part);
        rest = behind;
        if says_more(behind) {
            // It lasts to the next that is named, or to the end.
            let next = [", and the ", ", the ", " and the "].iter();
            let next = next.filter_map(|next| behind.find(next));
            let capital = behind.match_indices(", and ").find(|(at, and)| {
                let named = &behind[at + and.len()..];
                named.starts_with(char::is_uppercase)
            });
            match next.chain(capital.map(|it| it.0)).min() {
                Some(at) => rest = behind[at..].trim_start_matches([',', ' ']),
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

/// Parts a list whose every name has the same word before it: “X; from Y, and, for staff, from Z”, where `word` is “from” and stands
/// before the first as well. None where fewer than two are told so.
pub(super) fn repeated<'a>(names: &'a str, word: &str) -> Option<Vec<&'a str>> {
    let own: Vec<&str> = names.split(&format!(" {word} ")).collect();
    let (last, rest) = own.split_last()?;
    let mut parts = Vec::new();
    for part in rest {
        let bare = part.trim_end_matches([',', ';', ' ']);
        // "And, for agency staff, from the agency" says of whom.
        let ends = [" and", " or"].iter().find_map(|it| bare.strip_suffix(it));
        let aside = || {
            [" and, ", " or, "]
                .iter()
                .find_map(|it| bare.rsplit_once(it))
                .map(|it| it.0)
        };
        if bare.len() == part.len() && ends.is_none() {
            return None;
        }
        let bare = ends.or_else(aside).unwrap_or(bare);
        parts.push(bare.trim_end_matches([',', ';', ' ']));
    }
    // What stands behind a semicolon is no part of the list.
    parts.push(last.split(';').next().unwrap_or(last));
    (parts.len() > 1).then_some(parts)
}

fn says_more(text: &str) -> bool {
    ["who ", "which ", "that ", "where ", "whose "]
        .iter()
        .any(|word| text.starts_with(word))
}

/// Parts the last two of a list at the “and” between them, unless it stands within a name: “HM Revenue and Customs”.
pub(super) fn last_two(text: &str) -> Option<(&str, &str)> {
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
        // "Primary and secondary schools" are of one kind, "schools and the police" and "address and age" are two.
        let alone = |text: &str| !text.contains(' ');
        let adjectives = alone(one)
            && last.starts_with(char::is_lowercase)
            && !last.ends_with('s')
            && !alone(two);
        // "The Police and Crime Panel" is one body.
        let crime = two.starts_with("Crime ");
        ((!joined || registered(one)) && !adjectives && !crime).then_some(at)
    })?;
    Some((&text[..at], &text[at + 5..]))
}

/// Returns a name without what joins it to the others, or is said of it.
pub(super) fn name_alone(part: &str) -> &str {
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
    use super::{listed_names, name_alone, repeated, without_brackets};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_word_before_each_parts_a_list() {
        for (text, word, names) in [
            (
                "you; from the ward; from your family, friends or attorney; and from your agency",
                "from",
                &[
                    "you",
                    "the ward",
                    "your family, friends or attorney",
                    "your agency",
                ][..],
            ),
            (
                "the Register and, for agency staff, from the agency",
                "from",
                &["the Register", "the agency"],
            ),
            (
                "the police, by a midwife or health visitor, or by another refuge",
                "by",
                &[
                    "the police",
                    "a midwife or health visitor",
                    "another refuge",
                ],
            ),
        ] {
            assert_eq!(repeated(text, word).as_deref(), Some(names), "{text}");
        }
        for text in [
            "the police and the courts",
            "a letter from the school",
            "records that come from the council",
        ] {
            assert_eq!(repeated(text, "from"), None, "{text}");
        }
    }

    #[test]
    fn a_list_within_a_sentence_is_taken_apart() {
        for (text, names) in [
            (
                "HM Revenue and Customs, the police, and your landlord",
                &["HM Revenue and Customs", "the police", "your landlord"][..],
            ),
            (
                "Pay Ltd, who print your name, address and card, and the bank",
                &["Pay Ltd", "the bank"],
            ),
            (
                "Fen Software, which hosts the system, and Quay Print, which prints and posts our letters",
                &["Fen Software", "Quay Print"],
            ),
            (
                "the Registry, the courts and our bank",
                &["the Registry", "the courts", "our bank"],
            ),
            (
                "your GP, the police where there is a concern, and NHS England (returns, too)",
                &["your GP", "the police", "NHS England"],
            ),
        ] {
            let own = without_brackets(text).expect("they close");
            let found: Vec<&str> = listed_names(&own).into_iter().map(name_alone).collect();
            assert_eq!(found, names, "{text}");
        }
        assert_eq!(without_brackets("the police (and others"), None);
    }
}
