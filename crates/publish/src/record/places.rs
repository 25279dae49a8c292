//! Where a text says that data goes. Records write "USA", notices "the United States of America".

use super::alike::alike;

/// Names of one place each. Those in capitals alone are written so: "us" is a word.
const PLACES: [(&str, &[&str], &[&str]); 4] = [
    ("us", &["united states", "america"], &["US", "USA"]),
    ("ie", &["republic of ireland", "ireland", "eire"], &[]),
    (
        "eu",
        &["european union", "european economic area"],
        &["EU", "EEA"],
    ),
    (HOME, &["united kingdom", "great britain"], &["UK", "GB"]),
];

const HOME: &str = "uk";

/// Lists the places that a text names under a name that they share with others.
fn places(text: &str) -> Vec<&'static str> {
    let capitals = text.replace("U.S.A.", "USA").replace("U.S.", "US");
    let capitals = capitals.replace("U.K.", "UK").replace("E.U.", "EU");
    // The north of Ireland is at home.
    let lower = text.to_lowercase().replace("northern ireland", "");
    let has = |text: &str, name: &str| {
        text.match_indices(name).any(|(at, _)| {
            let ends = |mark: Option<char>| !mark.is_some_and(char::is_alphanumeric);
            ends(text[..at].chars().next_back()) && ends(text[at + name.len()..].chars().next())
        })
    };
    PLACES
        .iter()
        .filter(|(_, long, short)| {
            long.iter().any(|name| has(&lower, name))
                || short.iter().any(|name| has(&capitals, name))
        })
        .map(|(place, ..)| *place)
        .collect()
}

/// Says whether two texts on transfers agree: both say that there are none, or both name the same country or safeguard.
pub(super) fn same_transfers(one: &str, other: &str) -> bool {
    match (stays(one), stays(other)) {
        (true, true) => true,
        (false, false) => {
            let abroad = |text: &str| -> Vec<&str> {
                let all = places(text).into_iter();
                all.filter(|place| *place != HOME).collect()
            };
            let (first, second) = (abroad(one), abroad(other));
            first.iter().any(|place| second.contains(place)) || alike(one, other)
        }
        _ => false,
    }
}

/// Says whether a text has data stay where it is.
pub(super) fn stays(text: &str) -> bool {
    if places(text) == [HOME] && text.split_whitespace().count() <= 3 {
        return true;
    }
    // "Held in the United States" is held abroad.
    let is_home = places(text).iter().all(|place| *place == HOME);
    let text = text.to_lowercase();
    let none = [
        "no",
        "none",
        "n/a",
        "nil",
        "not",
        "stay",
        "uk only",
        "within the uk",
    ];
    let here: &[&str] = if is_home {
        &["kept in", "held in", "stored in the u"]
    } else {
        &[]
    };
    none.iter().chain(here).any(|word| {
        text.match_indices(word).any(|(at, word)| {
            let ends = |mark: Option<char>| !mark.is_some_and(char::is_alphanumeric);
            ends(text[..at].chars().next_back())
                && (word.len() > 3 || ends(text[at + word.len()..].chars().next()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfers_agree_where_neither_has_any() {
        for (one, other) in [
            ("None", "Your details stay in the United Kingdom."),
            ("No", "We do not send your details abroad."),
            ("UK", "Your details stay in the United Kingdom."),
            ("United Kingdom only", "We do not send your details abroad."),
        ] {
            assert!(same_transfers(one, other), "{one} | {other}");
        }
        assert!(!same_transfers(
            "USA (Formcloud)",
            "Your details stay here."
        ));
        assert!(!stays("Norway"));
    }

    #[test]
    fn a_country_is_the_same_under_any_of_its_names() {
        for (one, other) in [
            ("USA, Formcloud", "Formcloud stores answers in the USA."),
            (
                "USA (IDTA)",
                "Messages are sent for us by a company in the United States of America.",
            ),
            ("US", "A company in the United States reads them."),
            ("United States (data bridge)", "Our supplier is in America."),
            ("USA", "Some alarm data is held in the United States."),
            ("U.S.", "Our supplier is in the USA."),
            ("EU", "A server in the European Union."),
            ("Republic of Ireland", "Our supplier is in Ireland."),
        ] {
            assert!(same_transfers(one, other), "{one} | {other}");
        }
        for (one, other) in [
            (
                "USA",
                "Hosted in Dublin. The United Kingdom treats the European Economic Area as adequate.",
            ),
            ("USA", "It is sent to us by a company in India."),
            ("EU", "A company in America."),
            ("Republic of Ireland", "A company in America."),
            (
                "UK and USA",
                "A supplier in India, and one in the United Kingdom.",
            ),
        ] {
            assert!(!same_transfers(one, other), "{one} | {other}");
        }
    }
}
