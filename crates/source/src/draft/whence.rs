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
    // "And, for apprentices, your employer" names nobody in between.
    let names = listed_names(&names).into_iter().flat_map(either);
    let names = names.filter(|part| !part.starts_with("for "));
    let names: Vec<&str> = names.map(from_whom).collect();
    let fit = names.iter().all(|name| is_giver(name));
    fit.then(|| people(names))
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
    let act = acts.iter().filter_map(|act| lower.find(act)).min()?;
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
        || lower[act..].starts_with("reach");
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
    use super::each_from;

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

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
