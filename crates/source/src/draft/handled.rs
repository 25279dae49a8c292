//! Who a sentence of a section on recipients says has the data: “The caretaker has the names and plot numbers”, or handles it for us:
//! “Two firms work for us: Fen Software, which hosts the system, and Quay Print”.

use super::{
    find,
    giver::either,
    leads::denies,
    names::{is_named, last_two, listed_names, name_alone, without_brackets},
};

/// How somebody comes to know of data.
const HAS: [&str; 28] = [
    "has",
    "have",
    "sees",
    "see",
    "gets",
    "get",
    "hears",
    "hear",
    "receives",
    "receive",
    "reads",
    "read",
    "is given",
    "are given",
    "is told",
    "are told",
    "is shown",
    "are shown",
    "is sent",
    "are sent",
    "can see",
    "may see",
    "may read",
    "can read",
    "will read",
    "will see",
    "hear from",
    "hears from",
];

/// Lists who the sentences of a section on recipients say has the data.
pub(super) fn handlers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in super::sentences(text) {
        let sentence = sentence.trim_end_matches(['.', ';']);
        if sentence.ends_with(['?', ':']) {
            continue;
        }
        match works_for_us(sentence) {
            Some(names) => found.extend(names),
            None => found.extend(who_has(sentence).unwrap_or_default()),
        }
    }
    found
}

/// Reads “Two companies handle information for us: Fen Software, which hosts the system, and Quay Print, which prints our letters”.
fn works_for_us(sentence: &str) -> Option<Vec<String>> {
    let (said, names) = sentence.split_once(": ")?;
    let lower = said.to_lowercase();
    let works = [
        "for us",
        "on our behalf",
        "our processors",
        "our suppliers",
        "our contractors",
        "under contract",
        "on our instructions",
    ];
    if denies(names) || !works.iter().any(|it| lower.contains(it)) {
        return None;
    }
    let names = without_brackets(names)?;
    let names = listed_names(&names).into_iter().map(name_alone);
    let names: Vec<String> = names.map(str::to_owned).collect();
    let proper = |name: &String| {
        let capital = name
            .trim_start_matches("the ")
            .starts_with(char::is_uppercase);
        is_named(name) && (capital || find::body_alone(name).is_some())
    };
    names.iter().all(proper).then_some(names)
}

/// Reads “The caretaker has the names”, “The internal auditor, Mr Peel, sees the rents”, “Overton Council hears about rats”.
fn who_has(sentence: &str) -> Option<Vec<String>> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let at = (1..words.len()).find(|&at| {
        let pair = words[at..]
            .iter()
            .take(2)
            .copied()
            .collect::<Vec<_>>()
            .join(" ");
        HAS.contains(&words[at]) || HAS.contains(&&*pair)
    })?;
    let (who, what) = (words[..at].join(" "), words[at + 1..].join(" "));
    let who = doer(&who).unwrap_or(&who);
    let who = who.strip_prefix("And ").unwrap_or(who);
    let first = who.split(' ').next().unwrap_or_default().to_lowercase();
    let other = [
        "you", "we", "i", "it", "they", "this", "that", "these", "those", "nobody", "no", "none",
        "neither", "there", "if", "when", "where", "all", "each", "everyone", "anyone", "who",
        "what", "every", "any", "some", "once", "people", "not", "to", "in", "for", "as",
    ];
    // Who has a duty or a contract is told nothing by that.
    let has = matches!(words[at], "has" | "have" | "get" | "gets");
    let object = what.split(' ').next().unwrap_or_default();
    let held = what.starts_with("your ")
        || what.starts_with("access to ")
        || matches!(object, "the" | "names" | "copies" | "details") && is_of_data(&what);
    let who = who.trim_end_matches(',');
    let fit = !other.contains(&&*first)
        && who.starts_with(char::is_uppercase)
        && who.split(' ').count() <= 9
        && who.matches(", ").count() <= 1
        && is_named(who)
        && !denies(who)
        && (!has || held)
        && !what.is_empty();
    if !fit {
        return None;
    }
    let names = match last_two(who).filter(|_| !who.contains(", ")) {
        Some((one, two)) => vec![one, two],
        // "The Board or the children's service hear from us": each is told.
        None => either(who),
    };
    Some(names.into_iter().map(str::to_owned).collect())
}

/// Reads “Brightmeter Vouchers sends your voucher, and”: whoever does something, and is told of somebody by it.
fn doer(who: &str) -> Option<&str> {
    let said = who.strip_suffix(", and")?;
    let mut end = 0;
    for word in said.split(' ') {
        if !word.starts_with(char::is_uppercase) && !matches!(word, "of" | "for" | "&") {
            break;
        }
        end += word.len() + 1;
    }
    let name = said.get(..end.checked_sub(1)?)?;
    (name.contains(' ') && !name.ends_with(',')).then_some(name)
}

fn is_of_data(what: &str) -> bool {
    let kinds = [
        "name",
        "number",
        "address",
        "detail",
        "record",
        "file",
        "list",
        "information",
        "data",
        "copy",
        "copies",
        "form",
        "result",
    ];
    kinds.iter().any(|it| what.contains(it))
}

#[cfg(test)]
mod tests {
    use super::handlers;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn whoever_has_the_data_is_named() {
        for (text, names) in [
            (
                "Two companies handle information for us under contract and may use it for nothing else: Fen Software, which hosts \
                 the benefits system, and Quay Print, which prints and posts our letters.",
                &["Fen Software", "Quay Print"][..],
            ),
            (
                "The caretaker has the names and plot numbers. The internal auditor, Mr Peel, sees the accounts. Overton Council hears \
                 about rats, if there are rats. The Allotment Society gets your name when you join.",
                &[
                    "The caretaker",
                    "The internal auditor, Mr Peel",
                    "Overton Council",
                    "The Allotment Society",
                ],
            ),
            (
                "Inkwell Vouchers sends your voucher, and is told your name and no more.",
                &["Inkwell Vouchers"],
            ),
            (
                "The police and the coroner are told of a death.",
                &["The police", "the coroner"],
            ),
        ] {
            assert_eq!(handlers(text), names, "{text}");
        }
        for text in [
            "Nobody else has your name.",
            "The council has a duty to share it.",
            "You get a copy of the list.",
            "The hall has two doors.",
            "We see your records.",
            "Everyone has the right to see the file.",
            "It works for us: we save time.",
            "No one sees the file.",
        ] {
            assert_eq!(handlers(text), [""; 0], "{text}");
        }
    }
}
