//! Who a sentence says sends us something: “Your nursery sends us a summary”.

use notice::SectionId;

use super::{
    giver::either,
    leads::denies,
    names::{is_named, last_two},
};

/// Ways to tell us something, as a sentence says in any section.
const ACTS: [&str; 20] = [
    " confirms to us ",
    " confirm to us ",
    " tells us ",
    " tell us ",
    " sends us ",
    " send us ",
    " gives us ",
    " give us ",
    " supplies us ",
    " supply us ",
    " writes to us",
    " write to us",
    " passes us ",
    " pass us ",
    " reports to us",
    " report to us",
    " tells me ",
    " tell me ",
    " sends me ",
    " gives me ",
];

/// What is to tell us something only in a section on sources.
const THERE: [&str; 16] = [
    " sent you to us",
    " referred you to us",
    " gets in touch",
    " get in touch",
    " gets in contact",
    " get in contact",
    " contacts us",
    " contact us",
    " rings us",
    " ring us",
    " lets us know",
    " let us know",
    " writes about",
    " write about",
    " passes on ",
    " pass on ",
];

/// Words before a sentence that say how often it is so.
const ADVERBS: [&str; 13] = [
    "Otherwise",
    "Sometimes",
    "Now and then",
    "From time to time",
    "Often",
    "Occasionally",
    "At times",
    "Usually",
    "In some cases",
    "Every so often",
    "Once in a while",
    "Mostly",
    "Perhaps",
];

/// Returns a sentence without how often it is so.
pub(super) fn without_adverb(sentence: &str) -> &str {
    let mut own = ADVERBS.iter().filter_map(|it| sentence.strip_prefix(it));
    let rest = own.find(|rest| rest.starts_with([' ', ',']));
    rest.map_or(sentence, |it| it.trim_start_matches([',', ' ']))
}

/// Lists who a sentence says tells us something: “Sometimes a ward sister, a school or a worried relative gets in touch”, “The
/// caretaker tells me of it, the neighbours write about it, or the last tenant passes on an address”.
pub(super) fn senders(here: SectionId, sentence: &str) -> Vec<String> {
    let mut acts: Vec<&str> = ACTS.to_vec();
    if here == SectionId::Sources {
        acts.extend(THERE);
    }
    let own = without_adverb(sentence);
    let often = own.len() < sentence.len();
    let mut found: Vec<String> = Vec::new();
    let mut waiting: Vec<&str> = Vec::new();
    for part in own.split(", ") {
        let goes_on = !waiting.is_empty() || !found.is_empty();
        let part = ["and ", "or "]
            .iter()
            .find_map(|it| part.strip_prefix(it).filter(|_| goes_on))
            .unwrap_or(part);
        let act = acts
            .iter()
            .filter_map(|act| Some((part.find(act)?, *act)))
            .min();
        let Some((at, act)) = act else {
            if found.is_empty() {
                waiting.push(part);
            }
            continue;
        };
        let who = &part[..at];
        let several = match goes_on || often {
            true => last_two(who).map_or_else(|| either(who), |(one, two)| vec![one, two]),
            false => vec![who],
        };
        let begins = |who: &str| {
            let small = ["the ", "a ", "an ", "your ", "our ", "other ", "local "];
            who.starts_with(char::is_uppercase)
                || ((goes_on || often) && small.iter().any(|it| who.starts_with(it)))
        };
        let what = part[at + act.len()..].trim();
        let mut names = Vec::new();
        for who in waiting.drain(..).chain(several) {
            let who = without_verb(who);
            if !(begins(who) && tells(who, act, part, at, what)) {
                return found;
            }
            names.push(who.to_owned());
        }
        found.extend(names);
    }
    found
}

/// Returns a name without the small words before its verb.
fn without_verb(who: &str) -> &str {
    [
        "each",
        "all",
        "both",
        "may",
        "can",
        "will",
        "also",
        "sometimes",
        "then",
        "have",
        "has",
        "may",
        "might",
        "will",
    ]
    .iter()
    .fold(who.trim(), |who, word| {
        who.strip_suffix(word)
            .filter(|rest| rest.ends_with(' '))
            .map_or(who, str::trim_end)
    })
}

/// Says whether somebody tells us `what`, of data: not who gives a power, or asks for something to be done.
fn tells(who: &str, act: &str, part: &str, at: usize, what: &str) -> bool {
    // "A parent may write to us" gives leave, and tells of nothing that has come.
    let leave = [" may", " can"].iter().any(|it| part[..at].ends_with(it));
    if leave && act.contains("write") {
        return false;
    }
    let lower = who.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let other = [
        "you",
        "it",
        "this",
        "that",
        "which",
        "they",
        "we",
        "i",
        "if",
        "when",
        "please",
        "to",
        "people",
        "who",
        "what",
        "parents",
        "these",
        "those",
        "in",
        "for",
        "as",
        "where",
        "and",
        "so",
        "not",
        "nobody",
        "no",
        "customers",
        "residents",
        "patients",
        "pupils",
        "tenants",
        "anyone",
        "everyone",
    ];
    let law = [
        " act",
        "law",
        "regulation",
        "code",
        "guidance",
        "consent",
        "commissioner",
        "parliament",
        "schedule",
        "measure",
        "order",
        "court",
        "gdpr",
        "article",
        "contract",
        "duty",
        "number",
        "data",
        "information",
        "cookie",
        "camera",
        "system",
        "form",
    ];
    let empowers = [
        "to ",
        "power",
        "right",
        "duty",
        "permission",
        "consent",
        "how to",
        "why",
        "time",
        "a power",
        "a duty",
        "the duty",
        "legal",
        "more time",
        "notice",
    ];
    (1..=7).contains(&who.split_whitespace().count())
        && is_named(who)
        && !who.contains([',', ':', '(', '–'])
        && !other.contains(&first)
        && !law.iter().any(|it| lower.contains(it))
        && !empowers.iter().any(|it| what.starts_with(it))
        && !denies(who)
}

#[cfg(test)]
mod tests {
    use notice::SectionId::{Sources, Who};

    use super::senders;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn whoever_confirms_or_sends_people_is_one() {
        for (text, names) in [
            (
                "The Department for Work and Pensions confirms to us that you receive a benefit",
                &["The Department for Work and Pensions"][..],
            ),
            (
                "A school, a health visitor or your housing officer may have sent you to us, and will have told us why",
                &["A school", "a health visitor", "your housing officer"],
            ),
            ("The bank confirmed the order to us", &[]),
            ("Nobody may have sent you to us", &[]),
        ] {
            assert_eq!(senders(Sources, text), names, "{text}");
        }
    }

    #[test]
    fn several_may_tell_us_in_one_sentence() {
        for (text, names) in [
            (
                "Sometimes a surgery, a ward sister, a school or a worried relative gets in touch before you do",
                &[
                    "a surgery",
                    "a ward sister",
                    "a school",
                    "a worried relative",
                ][..],
            ),
            (
                "Now and then the caretaker tells me that a plot is wild, the neighbours in Pound Row write about a fire, or the last \
                 tenant passes on an address",
                &[
                    "the caretaker",
                    "the neighbours in Pound Row",
                    "the last tenant",
                ],
            ),
            (
                "Your landlord, your employer and your bank tell us what you owe",
                &["Your landlord", "your employer", "your bank"],
            ),
            ("The registrar lets us know of a death", &["The registrar"]),
        ] {
            assert_eq!(senders(Sources, text), names, "{text}");
        }
        for text in [
            "If you move, your landlord tells us",
            "You can get in touch at any time",
            "Residents contact us by telephone",
            "We pass on your details, and the council writes about it",
            "In the end, you let us know",
        ] {
            assert_eq!(senders(Sources, text), [""; 0], "{text}");
        }
        for text in [
            "The agency passes on your name",
            "The caretaker gets in touch with you",
        ] {
            assert_eq!(senders(Who, text), [""; 0], "{text}");
        }
    }
}
