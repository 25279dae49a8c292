//! Where a text says that data goes. Records write "USA", notices "the United States of America".

use super::alike::{clauses, topic};

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
            first.iter().any(|place| second.contains(place)) || alike_ways(one, other)
        }
        _ => false,
    }
}

/// Says whether two texts have half of their words in common, apart from those of what lets data go: an adequacy regulation
/// covers many countries.
fn alike_ways(one: &str, other: &str) -> bool {
    let allowed = topic(
        "adequacy adequate regulations agreement addendum clauses contractual idta international protected safeguards scc standard transfer",
    );
    let (one, other) = (topic(one), topic(other));
    let (mut first, mut second) = (&one - &allowed, &other - &allowed);
    if first.is_empty() || second.is_empty() {
        (first, second) = (one, other);
    }
    let shorter = first.len().min(second.len());
    shorter > 0 && first.intersection(&second).count() * 2 >= shorter
}

/// Says whether a text has data stay where it is. That there are no other transfers is said beside one; so is what a denial makes an
/// exception of.
pub(super) fn stays(text: &str) -> bool {
    let is_rest = |clause: &&str| {
        let clause = clause.to_lowercase();
        ["no other", "no further"]
            .iter()
            .any(|word| clause.contains(word))
    };
    let (rest, told): (Vec<&str>, Vec<&str>) = clauses(text).partition(is_rest);
    let told = if told.is_empty() { rest } else { told };
    told.into_iter()
        .any(|clause| !excepts(clause) && clause_stays(clause))
}

/// Says whether a clause makes an exception of somebody or of a place, which have names.
fn excepts(clause: &str) -> bool {
    let words = ["except", "other than", "apart from", "save for"];
    let rest = words.iter().find_map(|word| clause.split_once(word));
    rest.is_some_and(|(_, rest)| rest.contains(char::is_uppercase))
}

fn clause_stays(text: &str) -> bool {
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
        for text in [
            "Emberlog stores visit records in Finland. We make no other transfers.",
            "Reports go to Kookalearn in Australia; there are no further transfers.",
            "We do not send your details abroad, except to Fenwright in Ireland.",
        ] {
            assert!(!stays(text), "{text}");
        }
        for text in [
            "We make no other use of it. Your details stay in the United Kingdom.",
            "We do not send your data to other countries. Ask us about it.",
            "We send it to no other country.",
            "We do not send your details abroad, except where the law tells us to.",
        ] {
            assert!(stays(text), "{text}");
        }
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
            (
                "Finland - adequacy",
                "Emberlog stores records in Finland, under UK adequacy regulations. We make no other transfers.",
            ),
            (
                "IDTA",
                "It goes there under the International Data Transfer Agreement (IDTA).",
            ),
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
            (
                "Norway - adequacy",
                "Emberlog stores records in Finland, under UK adequacy regulations.",
            ),
            (
                "None",
                "It goes to a company in Finland. We make no other transfers.",
            ),
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
