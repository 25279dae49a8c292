//! How data is safe that goes abroad: which approval or safeguard is told, and for which country.

use super::{
    Found,
    countries::{Land, is_abroad, is_anywhere, lands, row},
    text::{denies, has, sentences, words},
};

/// Approvals of the United States, each by its name: they let data go nowhere else.
const AMERICAN: [&str; 5] = [
    "data bridge",
    "uk extension",
    "privacy framework",
    "shield",
    "safe harbo",
];

/// Other approvals and safeguards by a name that a reader can ask for. "Appropriate safeguards" is none.
const NAMED: [&str; 21] = [
    "approv",
    "adequacy",
    "adequate",
    "agreement",
    "addendum",
    "standard contractual",
    "standard data protection clause",
    "model clause",
    "contract clause",
    "binding corporate",
    "explicit consent",
    "your consent",
    "permission",
    "article 4",
    "art 4",
    "articles 4",
    "arts 4",
    "you ask us to",
    "life or death",
    // What the law on transfers by the police is called (DPA 2018 Part 3).
    "chapter 5",
    "part 3 of",
];

/// What stands in a sentence: a country, or what keeps data safe in one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    Land(Land),
    American,
    Named,
}

/// Finds data that goes abroad, where the texts name neither approval nor safeguards for the country that it goes to.
pub(super) fn unguarded(texts: &[String]) -> Option<Found> {
    let all: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    let guarded = Guarded::of(&all);
    let bare = |sentence: &&&str| is_sent(sentence) && !guarded.cover(sentence);
    let sentence = all.iter().find(bare)?;
    let lands = lands(&row(sentence));
    let open = lands.iter().find(|(_, land)| !guarded.covers(*land));
    let to = open
        .filter(|_| guarded.any)
        .map_or("abroad".to_owned(), |(_, land)| {
            format!("to {}", land.name())
        });
    let message =
        format!("Data is sent {to}, and the notice does not say by which approval or safeguards");
    Some(Found::weak(message).at(sentence))
}

/// Says whether a sentence has data go abroad.
fn is_sent(sentence: &str) -> bool {
    // Everybody can read a website everywhere, and nobody is sent what stands on it.
    let read = has(sentence, &["website"]) && has(sentence, &["accessible"]);
    is_abroad(sentence) && !denies(sentence) && !read && !is_of_people(sentence)
}

/// The countries for which an approval or a safeguard is told.
struct Guarded {
    lands: Vec<Land>,
    /// One is told of no country, and so of all.
    all: bool,
    /// One is told at all.
    any: bool,
}

impl Guarded {
    fn of(sentences: &[&str]) -> Self {
        let mut guarded = Self {
            lands: vec![Land::Near],
            all: false,
            any: false,
        };
        let mut before: Vec<Land> = Vec::new();
        for sentence in sentences {
            let tokens = tokens(sentence);
            let named = |token: &Token| !matches!(token, Token::Land(_));
            let lands: Vec<Land> = tokens
                .iter()
                .filter_map(|token| match token {
                    Token::Land(land) => Some(*land),
                    _ => None,
                })
                .collect();
            guarded.any |= tokens.iter().any(named);
            if tokens.contains(&Token::American) {
                guarded.lands.push(Land::America);
            }
            if lands.is_empty() {
                let general = tokens.contains(&Token::Named);
                match (general, points_back(sentence) && !before.is_empty()) {
                    (true, true) => guarded.lands.extend(&before),
                    (true, false) => guarded.all = true,
                    (false, _) => {}
                }
            } else {
                guarded.lands.extend(beside(&tokens, sentence));
                before = lands;
            }
        }
        guarded
    }

    fn covers(&self, land: Land) -> bool {
        self.all || self.lands.contains(&land)
    }

    /// Says whether all countries of a sentence are covered; abroad as such is, if anything is told.
    fn cover(&self, sentence: &str) -> bool {
        let lands = lands(&row(sentence));
        let far = lands.iter().filter(|(_, land)| *land != Land::Near);
        let mut open = far.filter(|(_, land)| !self.covers(*land));
        open.next().is_none() && (self.any || !is_anywhere(sentence) || self.all)
    }
}

/// Lists what stands in a sentence, in its order.
fn tokens(sentence: &str) -> Vec<Token> {
    let row = row(sentence);
    let names = |names: &[&str], token| {
        let all = names
            .iter()
            .flat_map(|name| row.match_indices(*name).map(|(at, _)| at));
        all.map(|at| (at, token)).collect::<Vec<_>>()
    };
    let lands = lands(&row)
        .into_iter()
        .map(|(at, land)| (at, Token::Land(land)));
    let mut all: Vec<(usize, Token)> = lands
        .chain(names(&AMERICAN, Token::American))
        .chain(names(&NAMED, Token::Named))
        .collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, token)| token).collect()
}

/// Lists the countries that a safeguard of their sentence stands beside: behind them ("in India under an addendum, and in Japan"), or
/// before them, where the sentence begins with one ("under an addendum in India").
fn beside(tokens: &[Token], sentence: &str) -> Vec<Land> {
    let shared = [
        "the same", "likewise", "as have", "as has", "so have", "so has", "both", "each ", "all of",
    ];
    let group = |group: &[Token]| {
        let lands = group.iter().filter_map(|token| match token {
            Token::Land(land) => Some(*land),
            _ => None,
        });
        lands.collect::<Vec<_>>()
    };
    let is_named = |token: &Token| *token == Token::Named;
    if !tokens.iter().any(is_named) {
        return Vec::new();
    }
    if has(sentence, &shared) {
        return group(tokens);
    }
    let first = tokens
        .iter()
        .find(|token| !matches!(token, Token::American));
    let leads = first.is_some_and(is_named);
    // Whatever stands behind the last safeguard is on its own.
    let end = if leads {
        tokens.len()
    } else {
        tokens.iter().rposition(is_named).unwrap_or(0)
    };
    group(&tokens[..end])
}

/// Says whether a sentence speaks of what the one before it told, and of no more: "It does so under an addendum."
fn points_back(sentence: &str) -> bool {
    let first = words(sentence).into_iter().next().unwrap_or_default();
    matches!(first.as_str(), "this" | "that" | "it" | "there" | "here")
}

/// Says whether it is people themselves who are abroad, and not what is held about them: "If you move abroad, …".
fn is_of_people(sentence: &str) -> bool {
    const WHO: [&str; 9] = [
        "you", "they", "who", "patients", "students", "tenants", "people", "somebody", "child",
    ];
    const DOES: [&str; 22] = [
        "move",
        "moves",
        "moved",
        "go",
        "goes",
        "went",
        "live",
        "lives",
        "lived",
        "travel",
        "travels",
        "travelled",
        "work",
        "works",
        "worked",
        "study",
        "studied",
        "are",
        "is",
        "settle",
        "emigrate",
        "were",
    ];
    let all = words(sentence);
    (0..all.len()).any(|at| {
        WHO.contains(&all[at].as_str())
            && all[at + 1..]
                .iter()
                .take(3)
                .any(|it| DOES.contains(&it.as_str()))
            && (all[at + 1..].iter().take(6))
                .any(|it| matches!(it.as_str(), "abroad" | "overseas" | "outside" | "another"))
    })
}

#[cfg(test)]
mod tests {
    use super::unguarded;

    fn bare(text: &str) -> Option<String> {
        unguarded(&[text.to_owned()]).map(|it| it.message)
    }

    #[test]
    fn data_that_goes_abroad_is_told_from_people_who_do() {
        for text in [
            "We send your details to a firm abroad.",
            "Your records are stored in the United States.",
            "If you live here, we store your data overseas.",
            "We share your file with partners in other countries.",
            "Our helpers in India read your messages.",
            "Our supplier’s servers are in the US.",
            "A firm in Texas keeps a copy.",
        ] {
            assert!(bare(text).is_some(), "{text}");
        }
        for text in [
            "If you move abroad, you may take a copy with you.",
            "Tenants who live overseas may write to us by e-mail.",
            "When you travel abroad, ask us for a letter about your medicines.",
            "We ask students who have studied abroad for their records.",
            "We send details to police abroad when Chapter 5 of Part 3 of the 2018 Act allows it.",
            "Tell us, and we store it.",
            "Your records are kept in Northern Ireland.",
            "Your records are kept in Sweden.",
        ] {
            assert_eq!(bare(text), None, "{text}");
        }
    }

    #[test]
    fn a_safeguard_is_held_to_the_country_that_it_stands_beside() {
        for (text, land) in [
            (
                "Data is kept in the US under the UK-US data bridge, and in India.",
                "India",
            ),
            (
                "Data is kept in India, and in the US under the UK-US data bridge.",
                "India",
            ),
            (
                "Helpers in India see it under the UK-US data bridge.",
                "India",
            ),
            (
                "It goes to California under the data bridge. It also goes to the Philippines.",
                "Philippines",
            ),
            (
                "A firm in India has signed the Addendum. Another in Brazil reads messages.",
                "Brazil",
            ),
            (
                "Copies are in Japan, which UK regulations approve, and in South Africa.",
                "South Africa",
            ),
            (
                "Copies are in Norway, which UK regulations approve. Helpers in India read them.",
                "India",
            ),
            (
                "Data is kept in the US. This rests on the UK Extension. Some is kept in Canada.",
                "Canada",
            ),
            (
                "Data is kept in India. It goes there under the Addendum. Some goes to Texas.",
                "United States",
            ),
        ] {
            let said = bare(text).unwrap_or_default();
            assert!(said.contains(&format!(" to {land},")), "{text}: {said}");
        }
        for text in [
            "Data is kept in the US under the UK-US data bridge, and in India under the Addendum.",
            "Data is kept in the US and in India under the International Data Transfer Agreement.",
            "Under the International Data Transfer Agreement, data goes to India and to the US.",
            "We have signed an Addendum with firms in Canada and in India.",
            "Helpers in India read messages. They have signed the Addendum.",
            "Data goes to the US and to India. Standard contractual clauses protect it in both.",
            "A firm in the US has signed the Addendum, as has one in India.",
            "Data goes to India. In India the Addendum binds the firm. Its helpers in India answer at night.",
            "The firm is in the US. It keeps data in Ohio under the UK Extension.",
            "Data is kept outside the UK, in India, under the Addendum.",
            "Data is kept in Sweden, which is approved, and in India under the Addendum.",
            "It is kept in the US under the data bridge. None is sent to India.",
        ] {
            assert_eq!(bare(text), None, "{text}");
        }
    }

    #[test]
    fn where_nothing_is_told_abroad_is_said_alone() {
        let said = bare("We keep it in India.").unwrap_or_default();
        assert!(said.starts_with("Data is sent abroad, "), "{said}");
    }
}
