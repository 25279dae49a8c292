//! Whom a sentence of a section on recipients says that data is passed on to: “we must tell the Safeguarding Hub, and the police if there
//! was a crime”, “your report is read by the Panel and by our doctor”, “we use Fen Software to hold the files”.

use super::{
    condition::is_condition,
    giver::{either, from_whom, is_giver},
    leads::denies,
    names::{last_two, listed_names, without_brackets},
};

/// What we do to somebody who is told.
const TELL: [&str; 6] = ["tell", "inform", "alert", "notify", "warn", "consult"];

/// What we do with data, and the word before whoever has it then.
const PASS: [(&str, &str); 9] = [
    ("share", " with "),
    ("discuss", " with "),
    ("disclose", " to "),
    ("pass", " to "),
    ("send", " to "),
    ("give", " to "),
    ("report", " to "),
    ("show", " to "),
    ("write", " to "),
];

/// Words between “we” and what we do.
const BETWEEN: [&str; 14] = [
    "will",
    "may",
    "must",
    "can",
    "might",
    "also",
    "then",
    "have",
    "to",
    "need",
    "sometimes",
    "always",
    "only",
    "shall",
];

/// What is done with data, each with who does it behind it.
const DONE: [&str; 15] = [
    " read by ",
    " seen by ",
    " looked at by ",
    " checked by ",
    " considered by ",
    " heard by ",
    " handled by ",
    " held by ",
    " hosted by ",
    " run by ",
    " stored by ",
    " goes to ",
    " go to ",
    " shown to ",
    " handed to ",
];

/// Lists whom the sentences of a text say that data is passed on to.
pub(super) fn passed_on(text: &str) -> Vec<String> {
    let sentences = super::sentences(text).filter(|it| !it.ends_with(['?', ':']));
    sentences.flat_map(of_sentence).collect()
}

/// Lists whom one sentence says that data is passed on to.
pub(super) fn of_sentence(sentence: &str) -> Vec<String> {
    let sentence = sentence.trim_end_matches(['.', ';', '!']);
    let none = ["Nothing ", "No ", "None ", "Nobody ", "Neither "]
        .iter()
        .any(|it| sentence.starts_with(it));
    if none || denies(sentence) {
        return Vec::new();
    }
    if let Some(names) = used(sentence) {
        return names;
    }
    let place = ours(sentence).or_else(|| {
        let ends = DONE.iter().filter_map(|way| {
            let at = sentence.find(way)?;
            Some((at, at + way.len()))
        });
        ends.min().map(|(_, end)| &sentence[end..])
    });
    place.map(named).unwrap_or_default()
}

/// Returns whom we tell, or pass data on to, with what is said behind it.
fn ours(sentence: &str) -> Option<&str> {
    let mut at = 0;
    sentence.split(' ').find_map(|word| {
        at += word.len() + 1;
        let we = matches!(word, "We" | "we" | "I");
        we.then(|| whom(sentence.get(at..)?))?
    })
}

/// Reads “will tell the Hub”, “may also disclose information to the police”.
fn whom(mut said: &str) -> Option<&str> {
    let (verb, behind) = loop {
        let (word, rest) = said.split_once(' ')?;
        if !BETWEEN.contains(&word) {
            break (word, rest);
        }
        said = rest;
    };
    if TELL.contains(&verb) {
        return Some(behind);
    }
    let link = PASS.iter().find(|(own, _)| *own == verb)?.1;
    // "Write to the authorities": the link may be the next word.
    if verb == "write" {
        return behind.strip_prefix(link.trim_start());
    }
    let (what, names) = behind.split_once(link)?;
    // "Give advice to residents" names no data.
    let data = [
        "it",
        "them",
        "this",
        "your",
        "data",
        "information",
        "details",
        "names",
        "name",
        "the",
        "copies",
        "a",
    ];
    let mut words = what.split(' ');
    (words.clone().count() <= 12 && words.any(|it| data.contains(&it))).then_some(names)
}

/// Reads “We use Carepath Records Ltd to hold the files and Meadow Advisers to read the reports”.
fn used(sentence: &str) -> Option<Vec<String>> {
    let said = sentence
        .strip_prefix("We use ")
        .or_else(|| sentence.strip_prefix("We also use "))?;
    let mut found = Vec::new();
    for part in said.split(" and ") {
        let part = part.split(", and ").next().unwrap_or(part);
        let Some((name, _)) = part.split_once(" to ").or_else(|| part.split_once(" for ")) else {
            continue;
        };
        let proper = name
            .split(' ')
            .all(|word| word.starts_with(char::is_uppercase) || word == "&");
        if proper && name.contains(' ') && is_giver(name) {
            found.push(name.to_owned());
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Lists the names that a text begins with, up to the first part that names nobody.
fn named(text: &str) -> Vec<String> {
    let Some(text) = without_brackets(text) else {
        return Vec::new();
    };
    // "Those who will look after you: your GP and the hospital".
    let text = match text.split_once(": ") {
        Some((kind, names)) if kind.starts_with("those ") || kind.starts_with("others ") => names,
        _ => text.as_str(),
    };
    let ends = [" about ", " such as "];
    let end = ends.iter().filter_map(|it| text.find(it)).min();
    let text = &text[..end.unwrap_or(text.len())];
    let mut found: Vec<String> = Vec::new();
    // "The crew, if you are ill; the police, if there was a crime": semicolons part whom we tell, each with its condition.
    for part in text.split("; ").flat_map(listed_names) {
        let part = part.trim_start_matches("and ");
        for own in joined(part).into_iter().flat_map(either) {
            let own = ["by ", "to ", "with ", "or "]
                .iter()
                .find_map(|it| own.strip_prefix(it))
                .unwrap_or(own);
            if is_condition(own) {
                continue;
            }
            let name = from_whom(own);
            if !(is_giver(name) && is_somebody(name)) {
                return found;
            }
            found.push(name.to_owned());
        }
    }
    found
}

/// Parts two that “and” joins before the condition of the second: “the Officer, and the police where a crime was done”.
fn joined(part: &str) -> Vec<&str> {
    let cut = [" where ", " if ", " when ", " once ", " unless "];
    let end = cut.iter().filter_map(|it| part.find(it)).min();
    let own = &part[..end.unwrap_or(part.len())];
    match last_two(own).filter(|(_, two)| is_somebody(two.trim_start_matches("by "))) {
        Some((one, two)) => vec![one, two],
        None => vec![own],
    }
}

/// Says whether words begin as the name of somebody does, and not as that of anybody at all.
fn is_somebody(name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or_default();
    let nobody = [
        "You",
        "We",
        "It",
        "They",
        "This",
        "I",
        "Our",
        "Us",
        "Parliament",
        "Ms",
        "Mr",
        "Mrs",
        "Dr",
    ];
    let small = ["the", "our", "your", "other"];
    let thing = [
        "the public",
        "the same",
        "the person",
        "the end",
        "the next",
        "the address",
        "your address",
    ];
    let capital = first.starts_with(char::is_uppercase) && !nobody.contains(&first);
    let led = small.contains(&first) && name.contains(' ');
    (capital || led) && !thing.iter().any(|it| name.starts_with(it)) && name.split(' ').count() <= 8
}

#[cfg(test)]
mod tests {
    use super::passed_on;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn whoever_is_told_or_reads_it_is_named() {
        for (text, names) in [
            (
                "If we believe that a child is at risk, we will tell the Tarn Safeguarding Hub.",
                &["the Tarn Safeguarding Hub"][..],
            ),
            (
                "Should a claim be made, we must tell the Designated Officer, and the police where a crime was done.",
                &["the Designated Officer", "the police"],
            ),
            (
                "Your report is read by the Tarn Panel and by the decision maker of your council.",
                &["the Tarn Panel", "the decision maker of your council"],
            ),
            (
                "We pass your record to those who care for you next: the ward, your GP practice, and the NHS 111 provider if need be.",
                &["the ward", "your GP practice", "the NHS 111 provider"],
            ),
            (
                "We use Carepath Records Ltd to hold the files and Meadow Advisers to read reports.",
                &["Carepath Records Ltd", "Meadow Advisers"],
            ),
            (
                "We may also disclose information to the police or the DWP if we suspect fraud.",
                &["the police", "the DWP"],
            ),
            (
                "Where a journey crosses the border, we share the route with Tarn City Council.",
                &["Tarn City Council"],
            ),
            (
                "We will tell the Disclosure and Barring Service if a driver has harmed a child.",
                &["the Disclosure and Barring Service"],
            ),
            (
                "If you ask for a review, your report goes to the Independent Review Board.",
                &["the Independent Review Board"],
            ),
            (
                "We may tell other teams such as Parks and Play about the support you get and the benefit that you have.",
                &["other teams"],
            ),
            (
                "We will tell the police that a child is missing, and the school about it.",
                &["the police", "the school"],
            ),
            (
                "We tell the ambulance service, if you are ill or have fallen; the police, if we suspect a crime; and HM Revenue and \
                 Customs, when you have signed.",
                &[
                    "the ambulance service",
                    "the police",
                    "HM Revenue and Customs",
                ],
            ),
            (
                "We tell the school; it must then act; the police may be told.",
                &["the school"],
            ),
            (
                "Our notes sit in a system run by Lumen Casework Co-operative.",
                &["Lumen Casework Co-operative"],
            ),
        ] {
            assert_eq!(passed_on(text), names, "{text}");
        }
        for text in [
            "We do not tell the police.",
            "We tell you first.",
            "We give advice to residents.",
            "Nothing is shown to the police.",
            "We use cookies to count visits.",
            "Do we tell the police?",
            "We will tell you if the police ask.",
            "We need to tell people what we do.",
            "Your bins are looked at by us.",
        ] {
            assert_eq!(passed_on(text), [""; 0], "{text}");
        }
    }
}
