//! Names that stand for a recipient and say that there is none.

use super::{anybody::is_anybody, text::words};

/// What such a name begins with.
const NONE: [&str; 18] = [
    "no one",
    "noone",
    "nobody",
    "none",
    "no other",
    "no external",
    "no third",
    "no recipient",
    "no organisation",
    "not shared",
    "not applicable",
    "not disclosed",
    "na",
    "nil",
    "we do not share",
    "we dont share",
    "we do not pass",
    "no others",
];

/// Says whether a name says that there is nobody.
pub(super) fn is_nobody(name: &str) -> bool {
    // "Your data is not shared", "We never share it".
    let shares = [
        "share",
        "shared",
        "pass",
        "passed",
        "disclose",
        "disclosed",
        "sharing",
    ];
    let said = words(name);
    if is_but_somebody(&said) || is_a_proper_name(name) {
        return false;
    }
    let denied = said.windows(2).any(|pair| {
        matches!(pair[0].as_str(), "no" | "not" | "never" | "dont" | "wont")
            && shares.contains(&pair[1].as_str())
    });
    let with_nobody = said.windows(2).any(|pair| {
        let [one, two] = pair else { return false };
        matches!(one.as_str(), "with" | "to") && matches!(two.as_str(), "nobody" | "noone")
            || (one == "no" && two == "one")
    });
    let denied = denied || (with_nobody && said.iter().any(|it| shares.contains(&it.as_str())));
    // "None-Such Gardens Trust" is somebody.
    let starts = |start: &[String]| {
        let named = start == ["none"] && said.get(1).is_some_and(|next| next == "such");
        said.starts_with(start) && !named
    };
    denied || NONE.iter().any(|start| starts(&words(start)))
}

/// Says whether words name somebody after all: "No one but CivicaPay". Whoever decides, and a case of the law, is nobody else.
fn is_but_somebody(said: &[String]) -> bool {
    const OURS: [&str; 14] = [
        "us",
        "our",
        "ourselves",
        "we",
        "the",
        "own",
        "staff",
        "council",
        "team",
        "itself",
        "it",
        "its",
        "officers",
        "you",
    ];
    const CASES: [&str; 12] = [
        "where", "when", "if", "as", "by", "in", "with", "for", "under", "to", "unless", "that",
    ];
    let behind = (1..said.len()).find_map(|at| {
        let rest = &said[at + 1..];
        match (said[at].as_str(), rest) {
            ("but" | "except" | "besides" | "excepting", rest) => Some(rest),
            ("other", [than, rest @ ..]) if than == "than" => Some(rest),
            ("apart" | "aside", [from, rest @ ..]) if from == "from" => Some(rest),
            _ => None,
        }
    });
    let behind = behind.unwrap_or_default();
    let first = behind.first().map_or("", String::as_str);
    !behind.is_empty()
        && !CASES.contains(&first)
        && !behind.iter().all(|it| OURS.contains(&it.as_str()))
}

/// Says whether a name is one that somebody bears, as "None the Wiser Theatre Company" is: it has its capitals, ends with what such
/// bodies are, and has words of its own.
fn is_a_proper_name(name: &str) -> bool {
    const BODIES: [&str; 26] = [
        "Association",
        "CIC",
        "Centre",
        "Charity",
        "Club",
        "College",
        "Company",
        "Consultants",
        "Consulting",
        "Foundation",
        "Group",
        "Homes",
        "Housing",
        "Inc",
        "LLP",
        "Limited",
        "Ltd",
        "Network",
        "Partnership",
        "Plc",
        "PLC",
        "Project",
        "Services",
        "Society",
        "Theatre",
        "Trust",
    ];
    const SMALL: [&str; 9] = ["the", "of", "and", "for", "to", "by", "in", "a", "but"];
    let bare = |word: &str| {
        word.trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_owned()
    };
    let all: Vec<String> = name.split_whitespace().map(bare).collect();
    let Some((last, rest)) = all.split_last() else {
        return false;
    };
    let capital = |it: &String| it.starts_with(char::is_uppercase) || SMALL.contains(&it.as_str());
    let said = words(name);
    let begins = NONE.iter().map(|it| words(it));
    let begins = begins
        .filter(|it| said.starts_with(it))
        .map(|it| it.len())
        .max();
    let own = said.get(begins.unwrap_or(0)..said.len().saturating_sub(1));
    let own = own.unwrap_or_default().join(" ");
    BODIES.contains(&last.as_str()) && rest.iter().all(capital) && !is_anybody(&own)
}

#[cfg(test)]
mod tests {
    use super::is_nobody;

    #[test]
    fn nobody_is_told_from_somebody() {
        for name in [
            "None",
            "No one but us",
            "Nobody except our own staff",
            "No one other than the Council",
            "Nobody, except where the law asks for it",
            "No one but as the law requires",
            "No External Company",
            "No other organisations",
            "No Third Party",
            "Not Applicable",
            "Nil",
            "N/A",
            "Nobody outside the Trust",
        ] {
            assert!(is_nobody(name), "{name}");
        }
        for name in [
            "No one but CivicaPay",
            "Nobody except the police",
            "None, apart from Reach Printers Ltd",
            "No other organisation than the police, except HM Courts",
            "No third party other than our bank",
            "None the Wiser Theatre Company",
            "No One Left Behind Trust",
            "Nil by Mouth Foundation",
            "NA Logistics Ltd",
            "None-Such Gardens Trust",
        ] {
            assert!(!is_nobody(name), "{name}");
        }
    }
}
