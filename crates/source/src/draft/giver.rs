//! The names of those whom data comes from, as a sentence lists them.

use super::names::name_alone;

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
    let name = name_alone(part);
    // "From your GP, from the hospital and from the police".
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
