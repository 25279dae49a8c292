//! Sentences that are no more than a name with what is said of it: “Shelf Systems Ltd, our library system. The police, if they bring a
//! warrant.”

use super::{
    apart::apart,
    names::{is_named, without_brackets},
};

/// A name has so many words at most.
const WORDS: usize = 8;

/// Words with which somebody is named who has no name in capitals.
const LEADS: [&str; 6] = ["The", "Our", "Your", "A", "An", "Other"];

/// Lists whom the sentences of a paragraph name that say nothing else. `others` is how many the same paragraph names in sentences of
/// another manner: one fragment among sentences that name nobody is somebody's heading or aside.
pub(super) fn named_alone(text: &str, others: usize) -> Vec<String> {
    let mut all = 0;
    let found: Vec<String> = super::sentences(text)
        .inspect(|_| all += 1)
        .filter_map(fragment)
        .collect();
    let enough = found.len() == all || found.len() > 1 || others > 0;
    if enough { found } else { Vec::new() }
}

/// Returns the name of a sentence that has no verb of its own.
fn fragment(sentence: &str) -> Option<String> {
    let ends = sentence.ends_with(['?', ':']);
    let own = sentence.trim_end_matches(['.', ';', ' ']);
    let bare = without_brackets(own)?;
    let name = apart(&bare).name;
    // "Our volunteers, naturally."
    let name = match name.rsplit_once(", ") {
        Some((own, aside)) if !aside.contains(' ') && aside.ends_with("ly") => own,
        _ => name,
    };
    let first = name.split(' ').next().unwrap_or_default();
    let other = [
        "Not",
        "No",
        "None",
        "Nobody",
        "Yes",
        "If",
        "When",
        "Where",
        "Under",
        "For",
        "From",
        "To",
        "Please",
        "See",
        "This",
        "That",
        "These",
        "How",
        "What",
        "Why",
        "Only",
        "Data",
        "Tel",
        "Telephone",
        "Email",
        "Whoever",
    ];
    let told = name.len() < bare.len();
    // A word alone is a name only where something is said of it, or it has the capitals of one.
    let known = told || name.contains(' ');
    let fit = !ends
        && known
        && name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= WORDS
        && !own.contains([':', '@'])
        && !name.contains(',')
        && !name.contains(|mark: char| mark.is_ascii_digit())
        && !other.contains(&first)
        && is_named(name)
        && (LEADS.contains(&first) || is_in_capitals(name))
        && !says(name);
    fit.then(|| name.to_owned())
}

/// Says whether each word of a name has a capital, but for the small ones: behind “Quay Mail Ltd prints” something is said of it.
fn is_in_capitals(name: &str) -> bool {
    name.split(' ').all(|word| {
        word.starts_with(char::is_uppercase)
            || matches!(
                word,
                "of" | "and" | "for" | "the" | "&" | "plc" | "on" | "in"
            )
    })
}

/// Says whether a verb is among words that would be a name: “Names stay with us”, “Nobody else reads it”.
fn says(name: &str) -> bool {
    let lower = format!(" {} ", name.to_lowercase());
    [
        " us ",
        " them ",
        " they ",
        " he ",
        " she ",
        " do ",
        " does ",
        " did ",
        " see ",
        " sees ",
        " get ",
        " gets ",
        " know ",
        " knows ",
        " stay ",
        " stays ",
        " come ",
        " comes ",
        " go ",
        " goes ",
        " need ",
        " needs ",
        " reads ",
        " uses ",
        " hear ",
        " hears ",
        " keep ",
        " keeps ",
        " law ",
        " act ",
        " regulations ",
        " basis ",
        " consent ",
        " were ",
        " never ",
        " applies ",
    ]
    .iter()
    .any(|it| lower.contains(it))
}

#[cfg(test)]
mod tests {
    use super::named_alone;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_sentence_may_be_no_more_than_a_name() {
        for (text, names) in [
            (
                "Shelf Systems Ltd, our library system. Fetch Notices, which sends reminders by text.",
                &["Shelf Systems Ltd", "Fetch Notices"][..],
            ),
            (
                "Moss Networks. The police, if they bring a warrant or a formal request.",
                &["Moss Networks", "The police"],
            ),
            ("Inkwell Mailer Inc.", &["Inkwell Mailer Inc"]),
            (
                "Our volunteer drivers. Tarn Social Care, should we find you unwell.",
                &["Our volunteer drivers", "Tarn Social Care"],
            ),
        ] {
            assert_eq!(named_alone(text, 0), names, "{text}");
        }
        for text in [
            "Names stay with us.",
            "Not many people. We tell nobody.",
            "Nobody.",
            "For parents. See below.",
            "The police are told of it.",
            "Public task. Education Act 1996.",
            "Quay Mail Ltd prints our letters.",
            "Visit reports, with your name removed.",
            "Our doctors. We do not tell anybody else.",
        ] {
            assert_eq!(named_alone(text, 0), [""; 0], "{text}");
        }
        let text = "Our volunteers, naturally. The council is told of it.";
        assert_eq!(named_alone(text, 1), ["Our volunteers"]);
    }
}
