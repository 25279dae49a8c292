//! Where a sentence says that data comes from: “We receive reports from the Police, your GP and Citizens Advice”.

use super::{
    apart::apart,
    condition::is_condition,
    giver::{either, from_whom, is_giver, is_thing},
    leads::denies,
    names::{listed_names, repeated, without_brackets},
};

/// Reads “We receive reports from the Police, your GP and Citizens Advice”; `names` stand behind its “from”.
pub(super) fn givers(names: &str) -> Option<Vec<String>> {
    let names = without_brackets(names)?;
    let names = whose_records(&names);
    // "And, for apprentices, your employer" names nobody in between.
    let names = listed_names(names).into_iter().flat_map(either);
    let names = names.filter(|part| !part.starts_with("for "));
    let names: Vec<&str> = names.map(from_whom).collect();
    let fit = names.iter().all(|name| is_giver(name));
    fit.then(|| people(names))
}

/// Returns whose records data is taken from, where a sentence names these first: “from the systems of your GP and the hospital”.
fn whose_records(names: &str) -> &str {
    const KEPT_IN: [&str; 8] = [
        "systems",
        "records",
        "files",
        "databases",
        "registers",
        "notes",
        "computers",
        "lists",
    ];
    let own = names.strip_prefix("the ").unwrap_or(names);
    let rest = KEPT_IN.iter().find_map(|it| own.strip_prefix(it));
    let links = [" of ", " held by ", " kept by "];
    let whose = rest.and_then(|rest| links.iter().find_map(|link| rest.strip_prefix(link)));
    whose.unwrap_or(names)
}

/// What is done with a record that is made of what others have: “The Record is filled from”.
const MADE: [&str; 8] = [
    "filled ",
    "built ",
    "compiled ",
    "drawn ",
    "fed ",
    "loaded ",
    "copied ",
    "assembled ",
];

/// Says whether a clause says that something is made, or filled, from elsewhere: “Each night the Record is filled”.
fn is_made(said: &str) -> bool {
    let mut words = said.split_whitespace().rev();
    let made = words.next().unwrap_or_default();
    let mut before = words.skip_while(|word| word.ends_with("ly"));
    MADE.iter().any(|it| it.trim_end() == made)
        && matches!(before.next(), Some("is" | "are" | "was" | "were"))
}

/// Reads “We get it from you; from the ward; from your family, friends or attorney; and from your agency”: what stands behind each
/// “from” is one, and the form that was filled in is none.
pub(super) fn each_from(sentence: &str) -> Option<Vec<String>> {
    let sentence = sentence.trim_end_matches(['.', ' ']);
    let names = without_brackets(whence(sentence)?)?;
    let parts = repeated(&names, "from")?;
    let mut own = Vec::new();
    for part in parts {
        // "HM Land Registry, to see who owns a house": what for is said of the one.
        let part = apart(part).name;
        let several = part.contains(", ") && !part.contains(" or ");
        let names = match several {
            true => listed_names(part),
            false => vec![part],
        };
        own.extend(names.into_iter().map(from_whom));
    }
    own.retain(|name| !is_thing(name) && !is_condition(name));
    let fit = own.iter().all(|name| is_giver(name) || is_you(name));
    fit.then(|| people(own))
}

/// Leaves out those of whom the notice is, and those whom nobody knows by these words.
fn people(names: Vec<&str>) -> Vec<String> {
    let names = names.into_iter().filter(|name| !is_you(name));
    names.map(str::to_owned).collect()
}

fn is_you(name: &str) -> bool {
    matches!(
        name,
        "you" | "yourself" | "them" | "it" | "others" | "" | "other people"
    )
}

/// Returns what a sentence says behind “from”, where it says that data comes from there.
pub(super) fn whence(sentence: &str) -> Option<&str> {
    let acts = [
        "obtain ",
        "obtained ",
        "receive ",
        "received ",
        "get ",
        "collect ",
        "collected ",
        "given to us ",
        "sent to us ",
        "hear ",
        "comes ",
        "come ",
        "came ",
        "supplied ",
        "provided ",
        "reaches us ",
        "reach us ",
        "gathered ",
        "take up ",
    ];
    let lower = sentence.to_lowercase();
    let act = acts
        .iter()
        .chain(&MADE)
        .filter_map(|act| lower.find(act))
        .min()?;
    let from = lower[act..].find(" from ")? + act;
    let (said, names) = (
        sentence.get(..from)?,
        sentence.get(from + " from ".len()..)?,
    );
    let data = [
        "name",
        "names",
        "address",
        "addresses",
        "information",
        "data",
        "details",
        "report",
        "reports",
        "record",
        "records",
        "it",
        "referral",
        "referrals",
        "references",
        "results",
        "copies",
        "hear",
    ];
    let about_data = said
        .split(|mark: char| !mark.is_alphanumeric())
        .any(|word| data.contains(&word.to_lowercase().as_str()));
    // "The rest comes from"; "most of our income comes from" says nothing of data.
    let rest = matches!(
        lower[..from].trim(),
        "most comes"
            | "the rest comes"
            | "the rest came"
            | "most came"
            | "some comes"
            | "much comes"
            | "some came"
    );
    let about_data = about_data || rest;
    let ours = [
        "we ",
        "also ",
        "our ",
        "is ",
        "are ",
        "may ",
        "it ",
        "some ",
        "most ",
        "the rest ",
        "further ",
        "other ",
        "more ",
        "mostly",
        "much ",
    ];
    let ours = ours.iter().any(|it| lower.starts_with(it))
        || lower[..act].contains(" we ")
        || lower[act..].starts_with("reach")
        || is_made(&lower[..from]);
    // "It comes from the council": the letter.
    let letter = lower.starts_with("it come") || lower.starts_with("it came");
    // What stands before "we" says when, or why.
    let main = said.rfind(" we ").map_or(said, |at| &said[at..]);
    if letter || !ours || !about_data || denies(said) || main.split_whitespace().count() > 25 {
        return None;
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::{each_from, givers, whence};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_record_may_be_made_of_what_others_have() {
        let named = |text: &str| givers(whence(text)?);
        for (text, names) in [
            (
                "Each night the Record is filled from the systems of GP practices in Overton, Tarn Hospital and the Council’s care teams.",
                &[
                    "GP practices in Overton",
                    "Tarn Hospital",
                    "the Council’s care teams",
                ][..],
            ),
            (
                "The records are compiled from your school, the police and Overton Council.",
                &["your school", "the police", "Overton Council"],
            ),
            (
                "This information is mostly drawn from the files of your landlord and the courts.",
                &["your landlord", "the courts"],
            ),
        ] {
            let found = named(text).expect(text);
            assert_eq!(found, names, "{text}");
        }
        for text in [
            "The Record is not filled from the systems of your GP.",
            "The pool is filled from the mains and the river.",
            "You have filled in the form from the council.",
        ] {
            assert_eq!(named(text), None, "{text}");
        }
    }

    #[test]
    fn what_stands_behind_each_from_is_one() {
        for (text, names) in [
            (
                "We get personal data from you; from ward staff at the Trust; from your family, friends or attorney; and from your care agency, if you had one before you came in.",
                &[
                    "ward staff at the Trust",
                    "your family, friends or attorney",
                    "your care agency",
                ][..],
            ),
            (
                "Apart from yourself, information reaches us from the register, from previous landlords, from the Department for Work and Pensions (when you claim) and from neighbours who make a report.",
                &[
                    "the register",
                    "previous landlords",
                    "the Department for Work and Pensions",
                    "neighbours who make a report",
                ],
            ),
            (
                "We collect data from your application form, from your referees and, for agency staff, from the supply agency.",
                &["your referees", "the supply agency"],
            ),
            (
                "We also receive reports from the police, the courts and your school, and from other councils.",
                &["the police", "the courts", "your school", "other councils"],
            ),
        ] {
            assert_eq!(
                each_from(text).as_deref(),
                Some(&names.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]),
                "{text}"
            );
        }
        for text in [
            "We get data from the police and the courts.",
            "We do not get data from brokers, or from social media.",
            "You get letters from us, and from the council.",
            "We keep data safe from loss, and from theft.",
        ] {
            assert_eq!(each_from(text), None, "{text}");
        }
    }
}
