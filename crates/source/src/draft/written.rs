//! What a section on data says is held, in sentences of its own manner: “It begins with your name, and to that we add …”, or in
//! sentences that are no more than names: “Your name and where you live. A telephone number.”

use super::{
    detail::without_condition,
    entry::{entry, is_entry},
    find,
    leads::denies,
    names::{is_named, listed_names, name_alone, without_brackets},
};

/// What leads up to a list of data, which may have whole clauses in it.
const LEADS: [&str; 12] = [
    "begins with ",
    "begin with ",
    "starts with ",
    "consists of ",
    "consist of ",
    "we add ",
    "we may add ",
    "we have added ",
    "we may have added ",
    "we carry over ",
    "we may know of ",
    "we know of ",
];

/// What leads up to one thing only where a condition stands before it: “If you gift us money we keep your declaration”.
const IN_A_CASE: [&str; 6] = [
    "we note ",
    "we keep ",
    "we hold ",
    "we record ",
    "we may know of ",
    "we also keep ",
];

/// Words with which a clause begins that names what is held: “how you like to be contacted”.
const ASKS: [&str; 8] = [
    "what", "how", "where", "whether", "when", "which", "who", "why",
];

/// Words with which a name begins.
const BEGINS: [&str; 7] = ["your", "the", "a", "an", "any", "our", "anything"];

/// Lists the data that a paragraph of a section on data says is held.
pub(super) fn written(text: &str) -> Vec<String> {
    let told = || {
        let first = super::sentence(text);
        let bare = bare_list(first).unwrap_or_default();
        let told = super::sentences(text).filter_map(sentence_told);
        bare.into_iter().chain(told.flatten()).collect()
    };
    fragments(text).unwrap_or_else(told)
}

/// Reads “Your name and where you live. A telephone number. Which plot you have. Letters between us.”
pub(super) fn fragments(text: &str) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for sentence in super::sentences(text).flat_map(clauses) {
        let own = sentence.trim_end_matches('.');
        let own = without_condition(own).0;
        // What is said of a case stands beside the names: “If you are ill, that too.”
        if own.starts_with("If ") && found.len() > 2 {
            continue;
        }
        let more = [" if ", ", so that ", ", including ", " without "];
        let end = more.iter().filter_map(|it| own.find(it)).min();
        let own = &own[..end.unwrap_or(own.len())];
        // "What the quarrel is about: noise, hedges, pets", "anything that hurts, such as a cough".
        let own = own.split([':', '(']).next().unwrap_or(own).trim_end();
        let own = own.split(", such as ").next().unwrap_or(own);
        let first = own.split(' ').next().unwrap_or_default().to_lowercase();
        let starts = BEGINS.contains(&&*first) || ASKS.contains(&&*first);
        let asks = ASKS.contains(&&*first);
        let says = [
            " is ", " are ", " will ", " has ", " was ", " may ", " can ",
        ];
        // "Any court order you are under": which is meant is of the name.
        let which = own.replace(" you are ", " ").replace(" you have ", " ");
        let said = !asks && says.iter().any(|it| which.contains(it)) && !own.contains(" and how ");
        let short = own.split(' ').count() <= 4 && is_named(own);
        if said || own.ends_with('?') || !is_entry(own) || !(starts || short) {
            return None;
        }
        found.push(own.to_owned());
    }
    (found.len() > 2).then_some(found)
}

/// Parts a sentence of two questions: “Who lives with you, and how old they are.”
fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    let two = sentence.split_once(", and ").filter(|(one, two)| {
        let asks = |text: &str| {
            let first = text.split(' ').next().unwrap_or_default().to_lowercase();
            // "Whether you rent or own" says more of the first.
            ASKS.contains(&&*first) && first != "whether"
        };
        asks(one) && asks(two)
    });
    let (one, two) = two.map_or((sentence, None), |(one, two)| (one, Some(two)));
    std::iter::once(one).chain(two)
}

/// Reads “Why you cannot come in (illness or caring), what you like to read, and how to get through your door”.
fn bare_list(sentence: &str) -> Option<Vec<String>> {
    let own = sentence.trim_end_matches(['.', ' ']);
    let list = without_brackets(own)?;
    let items = joined(listed_names(&list).into_iter().map(entry).collect());
    let first = list.split(' ').next().unwrap_or_default().to_lowercase();
    let starts = BEGINS.contains(&&*first) || ASKS.contains(&&*first) || first.starts_with("name");
    // "When you apply we take your name" is a sentence, and "What you tell us: your name" a group by its name.
    let says = sentence.contains([':', '?']) || sentence.contains(" we ");
    let fit = starts
        && !says
        && items.len() > 1
        && items
            .iter()
            .all(|it| is_datum(it) || is_datum(&it.to_lowercase()));
    fit.then_some(items)
}

fn sentence_told(sentence: &str) -> Option<Vec<String>> {
    let sentence = sentence.trim_end_matches(['.', ' ']);
    if sentence.ends_with(['?', ':']) {
        return None;
    }
    let place = |leads: &[&str]| {
        let ends = leads
            .iter()
            .filter_map(|it| Some(sentence.find(it)? + it.len()));
        ends.min()
    };
    let in_a_case = sentence.starts_with("If ") || sentence.starts_with("When ");
    let at = place(&LEADS).or_else(|| place(&IN_A_CASE).filter(|_| in_a_case))?;
    let (said, list) = sentence.split_at(at);
    if denies(said.split_once(" we ").map_or(said, |it| it.1)) || said.split(' ').count() > 14 {
        return None;
    }
    // "We keep it for a year" says how long.
    if !find::periods(list).is_empty() {
        return None;
    }
    let list = without_brackets(list)?;
    let items = joined(listed_names(&list).into_iter().map(name_alone).collect());
    let enough = items.len() > 1 || in_a_case;
    (enough && items.iter().all(|it| is_datum(it))).then_some(items)
}

/// Puts together what is told of several at once: “the halls, clubs and teams you belonged to”.
fn joined(parts: Vec<&str>) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for part in parts {
        let first = part.split(' ').next().unwrap_or_default();
        let goes_on = !BEGINS.contains(&first) && part.contains(" and ") && part.contains(" you ");
        match items.last_mut() {
            Some(last) if goes_on && last.split(' ').count() == 2 => {
                *last = format!("{last}, {part}");
            }
            _ => items.push(part.to_owned()),
        }
    }
    items
}

/// Says whether words name what may be held: a thing, or a clause that asks.
fn is_datum(item: &str) -> bool {
    let first = item.split(' ').next().unwrap_or_default();
    let clause = ASKS.contains(&first);
    // "The events you came to"
    let which = item.split_once(" you ").is_some_and(|(name, _)| {
        is_named(name.trim_end_matches(" that").trim_end_matches(" which"))
    });
    let none = ["it", "them", "this", "that", "you", "to"];
    is_entry(item) && !none.contains(&first) && (clause || which || is_named(item))
}

#[cfg(test)]
mod tests {
    use super::written;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_is_held_may_be_told_in_any_manner() {
        for (text, items) in [
            (
                "Who you are and where you live. Who lives with you, and how old they are. Your bank details, so that we can pay you. If \
                 you are ill, that too.",
                &[
                    "Who you are and where you live",
                    "Who lives with you",
                    "how old they are",
                    "Your bank details",
                ][..],
            ),
            (
                "Your name and how to reach you without giving you away. Your test results, including those for HIV. Any court order you \
                 are under.",
                &[
                    "Your name and how to reach you",
                    "Your test results",
                    "Any court order you are under",
                ],
            ),
            (
                "It begins with your name and how you like to be contacted. To that we add what you do for them, how you are \
                 sleeping, and whether you have a job.",
                &[
                    "your name",
                    "how you like to be contacted",
                    "what you do for them",
                    "how you are sleeping",
                    "whether you have a job",
                ][..],
            ),
            (
                "If you use the sitting service we note where the key is kept. If you gift us money we keep your declaration.",
                &["where the key is kept", "your declaration"],
            ),
            (
                "From the old list we carry over your name, the halls, clubs and teams you belonged to, and your address. Since then we \
                 may have added the events you came to, gifts you have made, and notes of conversations with us.",
                &[
                    "your name",
                    "the halls, clubs and teams you belonged to",
                    "your address",
                    "the events you came to",
                    "gifts you have made",
                    "notes of conversations with us",
                ],
            ),
            (
                "Your name and where you live. A telephone number. Which plot you have and how big it is. Letters between us. Your \
                 date of birth, if you pay less. Who to ring if we find you ill.",
                &[
                    "Your name and where you live",
                    "A telephone number",
                    "Which plot you have and how big it is",
                    "Letters between us",
                    "Your date of birth",
                    "Who to ring",
                ],
            ),
        ] {
            assert_eq!(written(text), items, "{text}");
        }
        for text in [
            "The hall is open. A key hangs there. Your fee is due.",
            "If you leave we keep it for two years.",
            "If you ask we do not keep your name.",
            "It begins with a walk.",
            "What do we hold? How is it kept? Who sees it?",
            "We keep the hall clean.",
            "If you pay late we keep to the law.",
        ] {
            assert_eq!(written(text), [""; 0], "{text}");
        }
    }
}
