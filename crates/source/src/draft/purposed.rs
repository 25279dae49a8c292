//! What a sentence says that data is used for: “We use it to process your application, to keep a waiting list and to …”.

use super::{find, leads::denies, verbs::each};

/// A purpose has so many words at most.
const WORDS: usize = 30;

/// Words of use, behind which data and then a purpose is named.
const ACTS: [&str; 11] = [
    "use",
    "uses",
    "used",
    "need",
    "needs",
    "process",
    "processed",
    "collect",
    "collected",
    "hold",
    "held",
];

/// Words that may stand between the use and the purpose: they name the data, and nothing that is done.
const DATA: [&str; 46] = [
    "it",
    "them",
    "this",
    "these",
    "that",
    "the",
    "your",
    "their",
    "his",
    "her",
    "child's",
    "personal",
    "information",
    "data",
    "details",
    "record",
    "records",
    "about",
    "you",
    "and",
    "we",
    "collect",
    "hold",
    "have",
    "following",
    "some",
    "all",
    "of",
    "any",
    "in",
    "order",
    "also",
    "only",
    "mainly",
    "so",
    "as",
    "us",
    "give",
    "given",
    "provide",
    "by",
    "council",
    "trust",
    "school",
    "service",
    "team",
];

/// Lists the purposes that the sentences of a paragraph tell, each from its “to” on.
pub(super) fn purposes_told(text: &str) -> Vec<String> {
    // Most paragraphs need no closer look.
    if ![
        "use", "need", "process", "collect", "hold", "held", "our l", "rely",
    ]
    .iter()
    .any(|it| text.contains(it))
    {
        return Vec::new();
    }
    super::sentences(text)
        .filter_map(|sentence| told(sentence).or_else(|| based(sentence)))
        .flatten()
        .collect()
}

fn told(sentence: &str) -> Option<Vec<String>> {
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
    let purposes = parts(&all).into_iter().map(alone).flat_map(each);
    let fit = |it: &&str| (2..=WORDS).contains(&it.split(' ').count()) && !it.contains(" not ");
    Some(purposes.filter(fit).map(str::to_owned).collect())
}

/// Says whether words say that data is used: an act, and behind it what names data, or the act of what was named before.
fn used(words: &[String]) -> bool {
    // "The information that you give to us" is as good as "give us".
    let to_us = |at: usize| words[at] == "to" && words.get(at + 1).is_some_and(|it| it == "us");
    let own = words.iter().enumerate().filter(|(at, _)| !to_us(*at));
    let own: Vec<&String> = own.map(|(_, word)| word).collect();
    let run = own.into_iter().rev();
    let mut run = run.take_while(|it| DATA.contains(&it.as_str()) || ACTS.contains(&it.as_str()));
    // "We need to share" says what we do; "It is used to plan" names the data before.
    let nouns = ["information", "data", "details", "record", "records", "it"];
    let named = words.iter().any(|it| nouns.contains(&it.as_str()));
    let near = run.by_ref().enumerate().any(|(own, word)| {
        let passive = matches!(word.as_str(), "used" | "processed" | "held" | "collected");
        ACTS.contains(&word.as_str()) && (own > 0 || (passive && named))
    });
    near || names_data(words)
}

/// Says whether words end with an act and a few things that are yours: “we use your name, address and bank details”.
fn names_data(words: &[String]) -> bool {
    const OTHER: [&str; 21] = [
        "until",
        "when",
        "if",
        "where",
        "unless",
        "that",
        "which",
        "who",
        "from",
        "with",
        "ask",
        "is",
        "are",
        "will",
        "may",
        "for",
        "permission",
        "consent",
        "agreement",
        "help",
        "place",
    ];
    let act = words.iter().rposition(|word| {
        matches!(
            word.as_str(),
            "use" | "uses" | "need" | "collect" | "process"
        )
    });
    act.is_some_and(|act| {
        let things = &words[act + 1..];
        let yours = things
            .first()
            .is_some_and(|it| matches!(it.as_str(), "your" | "their" | "this" | "these"));
        yours && things.len() <= 10 && !things.iter().any(|it| OTHER.contains(&it.as_str()))
    })
}

/// Says whether a word behind “to” may be a verb: “to the council” names somebody.
fn is_verb(word: &str) -> bool {
    let none = [
        "the", "a", "an", "our", "your", "us", "you", "any", "all", "other", "others", "this",
        "be", "them", "which", "whom", "date", "do",
    ];
    word.starts_with(char::is_lowercase) && !none.contains(&word)
}

/// Parts what is named with a “to” each.
fn parts(text: &str) -> Vec<&str> {
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
fn alone(text: &str) -> &str {
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

/// Reads “For the detection of fraud we rely on our legitimate interests”: what a basis is told for is a purpose.
fn based(sentence: &str) -> Option<Vec<String>> {
    let ours = [
        ", we rely on ",
        " we rely on ",
        ", our lawful basis",
        " our lawful basis",
        ", our legal basis",
        " our legal basis",
    ];
    let at = ours.iter().filter_map(|it| sentence.find(it)).min()?;
    let (said, basis) = sentence.split_at(at);
    let purpose = said
        .strip_prefix("For ")
        .or_else(|| said.starts_with("To ").then_some(said))?;
    // "For special category data we rely on …" names data.
    let data = [
        "data",
        "information",
        "this",
        "these",
        "most",
        "health",
        "which",
    ];
    let lower = purpose.to_lowercase();
    let names = lower
        .split(|mark: char| !mark.is_alphanumeric())
        .any(|word| data.contains(&word));
    let fit = !names
        && !denies(basis)
        && !find::bases(basis).is_empty()
        && purpose.split(' ').count() <= WORDS;
    fit.then(|| vec![purpose.trim_end_matches(',').to_owned()])
}

#[cfg(test)]
mod tests {
    use super::purposes_told;

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
            assert_eq!(purposes_told(text), purposes, "{text}");
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
            "For advice ring us, and we rely on you to be ready.",
        ] {
            assert_eq!(purposes_told(text), [""; 0], "{text}");
        }
    }
}
