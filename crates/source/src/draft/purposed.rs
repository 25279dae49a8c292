//! What a sentence says that data is used for: “We use it to process your application, to keep a waiting list and to …”.

use super::{
    basis_told::{BasisOf, basis_told},
    find,
    grounded::without_basis,
    leads::denies,
    used::used,
    verbs::each,
};

/// A purpose has so many words at most.
const WORDS: usize = 30;

/// A purpose that a sentence tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ToldPurpose {
    pub text: String,
    /// The bases that the sentence gives for it.
    pub bases: Vec<&'static str>,
}

/// Lists the purposes that a sentence tells, each from its “to” on.
pub(super) fn purposes_told(sentence: &str) -> Vec<ToldPurpose> {
    // Most sentences need no closer look.
    if ![
        "use", "need", "process", "collect", "hold", "held", "our l", "rely", "basis",
    ]
    .iter()
    .any(|it| sentence.contains(it))
    {
        return Vec::new();
    }
    told(sentence)
        .or_else(|| match basis_told(sentence)? {
            (BasisOf::Named(text), bases) => Some(vec![ToldPurpose { text, bases }]),
            _ => None,
        })
        .unwrap_or_default()
}

fn told(sentence: &str) -> Option<Vec<ToldPurpose>> {
    if sentence.ends_with(['?', ':']) || !sentence.contains(" to ") {
        return None;
    }
    let sentence = sentence.trim_end_matches(['.', '!', ';']);
    let plain = |word: &str| {
        let word = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        word.replace('’', "'").to_lowercase()
    };
    let words: Vec<&str> = sentence.split(' ').collect();
    let plains: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let to = (1..words.len()).find(|&at| {
        let used = used(&plains[..at]);
        let verb = words.get(at + 1).copied().unwrap_or_default();
        words[at] == "to" && is_verb(verb) && used
    })?;
    let said = words[..to].join(" ");
    let first = plain(words[0]);
    // What you use, or may do with it, is no purpose of ours.
    let law = [" obliges ", " requires ", " entitles ", " controls "];
    if law.iter().any(|it| said.contains(it))
        || denies(&said)
        || matches!(&*first, "you" | "if" | "when" | "where" | "they")
    {
        return None;
    }
    let all = words[to..].join(" ");
    // "As part of our public task we use it to run schools"; "to bill you and to write to you, because the law says so".
    let mut shared: Vec<_> = find::bases(&said).into_iter().map(|it| it.0).collect();
    let mut found: Vec<ToldPurpose> = Vec::new();
    for part in aims(&all) {
        let (own, ground) = without_basis(part);
        let bases = ground.map(find::bases_given).unwrap_or_default();
        if !part.ends_with(')') && !bases.is_empty() {
            shared.clone_from(&bases);
        }
        // "To perform a task in the public interest" is a basis, and no purpose.
        let fit = |it: &&str| {
            (2..=WORDS).contains(&it.split(' ').count())
                && !it.contains(" not ")
                && find::bases(it).is_empty()
        };
        let purposes = each(aim_alone(own)).into_iter().filter(fit);
        found.extend(purposes.map(|text| ToldPurpose {
            text: text.to_owned(),
            bases: bases.clone(),
        }));
    }
    for it in found.iter_mut().filter(|it| it.bases.is_empty()) {
        it.bases.clone_from(&shared);
    }
    Some(found)
}

/// Says whether a word behind “to” may be a verb: “to the council” names somebody.
pub(super) fn is_verb(word: &str) -> bool {
    let none = [
        "the", "a", "an", "our", "your", "us", "you", "any", "all", "other", "others", "this",
        "be", "them", "which", "whom", "date", "do",
    ];
    word.starts_with(char::is_lowercase) && !none.contains(&word)
}

/// Lists what a sentence names with a “to” each.
fn aims(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    loop {
        let marks = [
            "; and to ",
            ", and to ",
            ", or to ",
            "; to ",
            ", to ",
            " and to ",
        ];
        let next = marks
            .iter()
            .filter_map(|mark| Some((rest.find(mark)?, mark.len())))
            .min();
        let Some((at, length)) = next else {
            found.push(rest);
            return found;
        };
        found.push(&rest[..at]);
        rest = &rest[at + length - "to ".len()..];
    }
}

/// Returns a purpose without how it is reached, and what else is said of it.
fn aim_alone(text: &str) -> &str {
    let more = [
        ", for example",
        ", such as",
        ", because",
        ", so that",
        ", which",
        ", where",
        ", unless",
        ", under",
        ", by ",
        ", as ",
        ", in line",
        ", in accordance",
        " – ",
        " (",
        ". ",
    ];
    let end = more.iter().filter_map(|more| text.find(more)).min();
    text[..end.unwrap_or(text.len())].trim_end_matches([',', ' '])
}

#[cfg(test)]
mod tests {
    use super::purposes_told;
    use crate::draft::sentences;

    fn texts(text: &str) -> Vec<String> {
        let told = sentences(text).flat_map(purposes_told);
        told.map(|it| it.text).collect()
    }

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_a_sentence_says_that_data_is_used_for_are_purposes() {
        for (text, purposes) in [
            (
                "We use your information to process your application for a school place, to co-ordinate offers with \
                 neighbouring authorities and academies, to maintain waiting lists, and to arrange appeals.",
                &[
                    "to process your application for a school place",
                    "to co-ordinate offers with neighbouring authorities and academies",
                    "to maintain waiting lists",
                    "to arrange appeals",
                ][..],
            ),
            (
                "We also use it to plan school places and to detect fraud, for example by checking your address.",
                &["to plan school places", "to detect fraud"],
            ),
            (
                "It is yours. Your details are used to assess your claim and pay your benefit.",
                &["to assess your claim and pay your benefit"],
            ),
            (
                "The Trust processes it. The surgery uses your records to book appointments; and to refer you.",
                &["to book appointments", "to refer you"],
            ),
            (
                "We collect this information in order to let you a garage.",
                &["to let you a garage"],
            ),
            (
                "For the detection of fraudulent applications we rely on our legitimate interests.",
                &["the detection of fraudulent applications"],
            ),
            (
                "We use your name, address and bank details to let you a garage and to collect the rent.",
                &["to let you a garage", "to collect the rent"],
            ),
            (
                "We use the information that you provide to us to answer you.",
                &["to answer you"],
            ),
            (
                "Your data will be used by the council to collect the tax.",
                &["to collect the tax"],
            ),
            (
                "We need your child's photograph to make a card.",
                &["to make a card"],
            ),
            (
                "To license taxis, our lawful basis is public task.",
                &["To license taxis"],
            ),
        ] {
            assert_eq!(texts(text), purposes, "{text}");
        }
        for text in [
            "We will not use your data to send you adverts.",
            "The Act obliges us to assess your needs and to provide transport.",
            "The Returning Officer controls the data used to run an election.",
            "We need to share it with the police.",
            "We need your consent to share it.",
            "The team will use the lift to get to you.",
            "Councils are used to change.",
            "We use Royal Mail to send letters.",
            "We process your claim when we have all the papers to hand in.",
            "You may use this form to apply.",
            "Do we use it to decide?",
            "We use your information to:",
            "We send the records that we hold to the archive.",
            "If you want us to use your data to help you, ask.",
            "For special category data we rely on substantial public interest.",
            "We hold data to the standards of our code.",
            "We use it to perform a task in the public interest.",
            "We process data where we need it to meet our legal obligations.",
            "For advice ring us, and we rely on you to be ready.",
        ] {
            assert_eq!(texts(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_sentence_may_give_the_basis_of_what_it_tells() {
        for (text, told) in [
            (
                "We use your details to bill you because the law says so.",
                &[("to bill you", "legal obligation")][..],
            ),
            (
                "We use your details to bill you, and our lawful basis for this is contract.",
                &[("to bill you", "contract")],
            ),
            (
                "As part of our public task we use your records to run schools and to plan places.",
                &[
                    ("to run schools", "public task"),
                    ("to plan places", "public task"),
                ],
            ),
            (
                "We use it to issue permits (public task), to fine you (legal obligation) and to answer you.",
                &[
                    ("to issue permits", "public task"),
                    ("to fine you", "legal obligation"),
                    ("to answer you", ""),
                ],
            ),
            (
                "We use your e-mail address to send you news with your consent.",
                &[("to send you news", "consent")],
            ),
            (
                "Our lawful basis for collecting rent is contract.",
                &[("collecting rent", "contract")],
            ),
            (
                "We use your name to write to you because you asked.",
                &[("to write to you because you asked", "")],
            ),
        ] {
            let found = purposes_told(text);
            let found: Vec<_> = found
                .iter()
                .map(|it| {
                    let first = it.bases.first().and_then(|it| it.split(',').next());
                    (it.text.as_str(), first.unwrap_or_default())
                })
                .collect();
            assert_eq!(found, told, "{text}");
        }
    }
}
