//! Which places a text says that data goes to. Records write "USA", notices "the United States of America".

use super::{
    alike::clauses,
    countries::{COUNTRIES, HOME, NOT_MEANT},
};

/// Lists the places that a text names, by their names and in its order.
fn named(text: &str) -> Vec<(usize, &'static str)> {
    // Both of one length, so that a place in one is the same in the other.
    let mut lower = text.to_ascii_lowercase();
    let mut capitals = text.to_owned();
    for name in NOT_MEANT {
        while let Some(at) = found(&lower, name) {
            let blank = " ".repeat(name.len());
            lower.replace_range(at..at + name.len(), &blank);
            capitals.replace_range(at..at + name.len(), &blank);
        }
    }
    let mut all: Vec<(usize, usize, &'static str)> = Vec::new();
    for (country, long, short) in COUNTRIES {
        let own = country.to_ascii_lowercase();
        let mut add = |text: &str, name: &str| {
            let places = places_of(text, name).map(|at| (at, name.len(), *country));
            all.extend(places.collect::<Vec<_>>());
        };
        add(&lower, &own);
        long.iter().for_each(|name| add(&lower, name));
        short.iter().for_each(|name| add(&capitals, name));
    }
    // "Papua New Guinea" is not Guinea: of names within each other the longest counts.
    let is_within = |(at, length, _): &(usize, usize, &str)| {
        let around = |(other, longer, _): &(usize, usize, &str)| {
            longer > length && *other <= *at && at + length <= other + longer
        };
        all.iter().any(around)
    };
    let mut named: Vec<(usize, &str)> = all
        .iter()
        .filter(|it| !is_within(it))
        .map(|(at, _, country)| (*at, *country))
        .collect();
    named.sort_unstable();
    named
}

/// Writes "U.S." without its stops.
fn undotted(text: &str) -> String {
    let text = text.replace("U.S.A.", "USA").replace("U.S.", "US");
    text.replace("U.K.", "UK").replace("E.U.", "EU")
}

/// Finds a name among whole words.
fn found(text: &str, name: &str) -> Option<usize> {
    places_of(text, name).next()
}

fn places_of<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> + 'a {
    let ends = |mark: Option<char>| !mark.is_some_and(char::is_alphanumeric);
    let all = text.match_indices(name).map(|(at, _)| at);
    all.filter(move |at| {
        ends(text[..*at].chars().next_back()) && ends(text[at + name.len()..].chars().next())
    })
}

/// Lists the countries that a text has data go to, each once. What it says that data does not go to is none.
pub(super) fn abroad(text: &str) -> Vec<&'static str> {
    let mut all = Vec::new();
    for clause in clauses(&undotted(text)) {
        for (at, country) in named(clause) {
            let is_new = country != HOME && !all.contains(&country);
            if is_new && !is_denied(&clause[..at]) {
                all.push(country);
            }
        }
    }
    all
}

/// Says whether what stands before a place in its clause says that data does not go there.
fn is_denied(before: &str) -> bool {
    const TURNS: [&str; 12] = [
        ":",
        "(",
        " – ",
        " but ",
        "except",
        "other than",
        "apart from",
        "save for",
        "unless",
        "however",
        " only ",
        "instead",
    ];
    const COUNTS: [&str; 6] = [
        "no more than",
        "not more than",
        "not only",
        "not just",
        "no less than",
        "no later than",
    ];
    let mut before = before.to_lowercase();
    for count in COUNTS {
        before = before.replace(count, "");
    }
    let from = TURNS
        .iter()
        .filter_map(|turn| Some(before.rfind(turn)? + turn.len()))
        .max();
    let words = before[from.unwrap_or(0)..].split(|mark: char| !mark.is_alphanumeric());
    words.into_iter().any(|word| {
        matches!(
            word,
            "no" | "not" | "never" | "none" | "nothing" | "cannot" | "without"
        )
    })
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
    abroad(text).is_empty()
        && told
            .into_iter()
            .any(|clause| !excepts(clause) && clause_stays(clause))
}

/// Says whether a clause makes an exception of somebody or of a place, which have names.
fn excepts(clause: &str) -> bool {
    let words = ["except", "other than", "apart from", "save for"];
    let rest = words.iter().find_map(|word| clause.split_once(word));
    rest.is_some_and(|(_, rest)| rest.contains(char::is_uppercase))
}

fn clause_stays(text: &str) -> bool {
    let places: Vec<&str> = named(text).into_iter().map(|(_, place)| place).collect();
    if places == [HOME] && text.split_whitespace().count() <= 3 {
        return true;
    }
    // "Held in the United States" is held abroad.
    let is_home = places.iter().all(|place| *place == HOME);
    let text = text.to_lowercase();
    let none = [
        "no",
        "none",
        "n/a",
        "nil",
        "not",
        "never",
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
    fn every_country_is_named_by_itself() {
        for (text, wanted) in [
            (
                "Canada and USA (support engineers)",
                &["Canada", "United States"][..],
            ),
            (
                "Kenya, Norway and Papua New Guinea",
                &["Kenya", "Norway", "Papua New Guinea"],
            ),
            ("U.S. (data bridge)", &["United States"]),
            (
                "Held in the US under the UK-US data bridge",
                &["United States"],
            ),
            (
                "Peru, under the Addendum to the EU standard contractual clauses",
                &["Peru"],
            ),
            (
                "The servers are in Leeds, Northern Ireland and the UK.",
                &[],
            ),
            ("tell us", &[]),
            ("An office in New Jersey, America", &["United States"]),
            ("Nigeria", &["Nigeria"]),
            ("No more than two engineers in Ghana see it.", &["Ghana"]),
            ("USA (no adequacy)", &["United States"]),
            ("We never send it to the USA or India.", &[]),
            (
                "It does not leave the UK, but engineers in Chile may see it.",
                &["Chile"],
            ),
            (
                "It goes nowhere, except to Fenwright in Ireland.",
                &["Ireland"],
            ),
            (
                "We make no transfers to China. A firm in Japan hosts it.",
                &["Japan"],
            ),
        ] {
            assert_eq!(abroad(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_text_that_names_no_country_may_say_that_there_is_none() {
        assert!(!stays("Norway"));
        for text in [
            "Emberlog stores visit records in Finland. We make no other transfers.",
            "Reports go to Kookalearn in Australia; there are no further transfers.",
            "We do not send your details abroad, except to Fenwright in Ireland.",
            "USA (no adequacy)",
        ] {
            assert!(!stays(text), "{text}");
        }
        for text in [
            "None",
            "UK",
            "United Kingdom only",
            "We make no other use of it. Your details stay in the United Kingdom.",
            "We do not send your data to other countries. Ask us about it.",
            "We send it to no other country.",
            "We do not send your details abroad, except where the law tells us to.",
            "We never send it to the USA or India.",
        ] {
            assert!(stays(text), "{text}");
        }
    }
}
