//! The names of those whom data comes from, as a sentence lists them.

use super::{
    apart::apart,
    entry::entry,
    names::{is_named, name_alone},
};

/// Parts the last of a list at the “or” before it: “a psychologist or the council”.
pub(super) fn either(part: &str) -> Vec<&str> {
    let begins = ["the ", "a ", "an ", "your "];
    match part.split_once(" or ") {
        Some((one, other))
            if begins.iter().any(|it| other.starts_with(it))
                || other.starts_with(char::is_uppercase) =>
        {
            vec![one, other]
        }
        _ => vec![part],
    }
}

/// Returns a name without when, why and where data comes from it.
pub(super) fn from_whom(part: &str) -> &str {
    // "From your GP, from the hospital and from the police".
    let part = part.strip_prefix("from ").unwrap_or(part);
    // "And vetting information from the Police": another thing comes from another.
    let other = part.split_once(" from ").filter(|(what, _)| {
        let last = what.rsplit(' ').next().unwrap_or_default();
        matches!(
            last,
            "information" | "data" | "details" | "records" | "references" | "reports"
        )
    });
    let part = other.map_or(part, |(_, name)| name);
    let whole = apart(entry(part)).name;
    if which(whole).is_some() {
        return whole;
    }
    let name = name_alone(part);
    let name = name.strip_prefix("from ").unwrap_or(name);
    let more = [
        " for ",
        " to ",
        " about ",
        " so ",
        " before ",
        " after ",
        " as ",
        " each ",
        " every ",
        " by ",
        " via ",
        " through ",
    ];
    // "The Department for Education" is one name.
    let named = |at: usize, more: &str| {
        let last = name[..at].rsplit(' ').next().unwrap_or_default();
        let capital = |text: &str| text.starts_with(char::is_uppercase);
        more == " for " && capital(last) && capital(&name[at + more.len()..])
    };
    let ends = more
        .iter()
        .filter_map(|more| Some((name.find(more)?, *more)));
    let end = ends.filter(|(at, more)| !named(*at, more)).min();
    name[..end.map_or(name.len(), |(at, _)| at)].trim()
}

/// Returns who is meant by “neighbours who make a report”, which says which of many give data: it is of the name, as what is said of one
/// body is not.
fn which(name: &str) -> Option<&str> {
    let marks = [" who ", " whose ", " in whose "];
    let at = marks.iter().filter_map(|mark| name.find(mark)).min()?;
    let kind = &name[..at];
    let last = kind.rsplit(' ').next().unwrap_or_default();
    // "The person who answers the form", "anyone who rings": nobody is meant without it.
    let anybody = kind.split(' ').take(3).any(|it| {
        matches!(
            it,
            "person" | "anyone" | "anybody" | "someone" | "somebody" | "whoever"
        )
    });
    let many = last.starts_with(char::is_lowercase) && (last.ends_with('s') || last == "people");
    let many = many || anybody;
    (many && !name.contains([',', '('])).then_some(kind)
}

/// Says whether words name somebody who may give data.
pub(super) fn is_giver(name: &str) -> bool {
    let kind = which(name).unwrap_or(name);
    is_named(kind) && !is_thing(kind)
}

/// Says whether words name no one: “time to time”, “your application form”, “1 April”.
pub(super) fn is_thing(name: &str) -> bool {
    const THINGS: [&str; 25] = [
        "time",
        "form",
        "forms",
        "application",
        "applications",
        "website",
        "site",
        "cookies",
        "device",
        "browser",
        "use",
        "visit",
        "visits",
        "outside",
        "within",
        "date",
        "day",
        "start",
        "beginning",
        "birth",
        "cameras",
        "camera",
        "countries",
        "payments",
        "sources",
    ];
    let lower = name.to_lowercase();
    lower
        .split(|mark: char| !mark.is_alphabetic())
        .any(|word| THINGS.contains(&word))
        || lower.starts_with(|mark: char| mark.is_ascii_digit())
        || matches!(lower.as_str(), "our" | "here" | "there" | "us" | "abroad")
}

#[cfg(test)]
mod tests {
    use super::{from_whom, is_giver};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn what_tells_which_of_many_give_data_is_of_the_name() {
        for (text, name) in [
            (
                "neighbours who make a report",
                "neighbours who make a report",
            ),
            (
                "other forces in whose area you have lived",
                "other forces in whose area you have lived",
            ),
            ("the Registry who keeps the list", "the Registry"),
            ("your doctor who treats you", "your doctor"),
            ("your agency, if you had one", "your agency"),
            ("the bank about your payments", "the bank"),
        ] {
            assert_eq!(from_whom(text), name, "{text}");
            assert!(is_giver(name), "{text}");
        }
        assert!(!is_giver("forms who you fill in"));
    }
}
