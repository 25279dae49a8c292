//! Transfers abroad: whether they are told, in which words, and how data is safe there.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found, Mark, Outcome, found,
    text::{all, denies, has, mentions, section, sentences, words},
};

/// Says whether it is told if data leaves the United Kingdom, in the words of today's law, and with the approval or safeguards.
pub(super) fn transfers(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let Some(text) = &notice.transfers else {
        let message = "The notice does not say whether data leaves the United Kingdom";
        return found([Found::missing(message)]);
    };
    let mut own = vec![text.clone()];
    own.extend(section(notice, SectionId::Transfers));
    found(wording(&own, &all(notice), facts, at))
}

/// Finds outdated words, and data that goes abroad with no word of what keeps it safe: in the texts about transfers, among all of
/// them.
pub(super) fn wording(own: &[String], all: &[String], facts: &DatedFacts, at: Date) -> Vec<Found> {
    // An area may be named as the measure anywhere; the other words mean something else elsewhere.
    let texts: Vec<String> = own.iter().chain(all).cloned().collect();
    let dead = facts.dead_where(FactKind::Term, &texts, at, |term, text| {
        let area = is_area(term);
        if area {
            is_measure(text, &term.value)
        } else {
            term.rule.is_none() && own.iter().any(|own| own == text)
        }
    });
    let list = dead.into_iter().map(|(term, text)| {
        let area = is_area(term);
        let mark = if area { area_mark(&term.value) } else { Mark::Outdated };
        let message = if area {
            format!("“Outside the {}” is an outdated measure: what counts is whether data leaves the United Kingdom{}", term.value, term.remark())
        } else {
            format!("“{}” is an outdated word of the law on transfers{}", term.value, term.remark())
        };
        term.finding(mark, message).at(text)
    });
    let list: Vec<Found> = list.collect();
    // What is said in outdated words is said, if badly.
    let bare = own.iter().find(|_| list.is_empty() && is_bare(own));
    let bare = bare.map(|text| {
        Found::weak(
            "Data is sent abroad, and the notice does not say by which approval or safeguards",
        )
        .at(text)
    });
    list.into_iter().chain(bare).collect()
}

/// Countries beyond the European Economic Area where those who work for others often are. Data may go there by an approval or
/// with safeguards, and people are told by which (Art. 13(1)(f)).
const COUNTRIES: [&str; 30] = [
    "united states",
    "usa",
    "us",
    "america",
    "american",
    "canada",
    "india",
    "indian",
    "australia",
    "philippines",
    "china",
    "south africa",
    "singapore",
    "japan",
    "israel",
    "brazil",
    "mexico",
    "pakistan",
    "ukraine",
    "turkey",
    "malaysia",
    "hong kong",
    "new zealand",
    "south korea",
    "taiwan",
    "united arab emirates",
    "sri lanka",
    "nigeria",
    "serbia",
    "vietnam",
];

/// Places in the United States by their own names, as notices say where servers stand. Those that are also names at home (Boston,
/// Washington) tell nothing.
const STATES: [&str; 24] = [
    "alabama",
    "arizona",
    "california",
    "chicago",
    "colorado",
    "delaware",
    "florida",
    "illinois",
    "iowa",
    "massachusetts",
    "michigan",
    "minnesota",
    "nevada",
    "new jersey",
    "new york",
    "north carolina",
    "ohio",
    "oregon",
    "pennsylvania",
    "san francisco",
    "seattle",
    "texas",
    "utah",
    "virginia",
];

/// Words for abroad as such.
const ABROAD: [&str; 7] = [
    "abroad",
    "overseas",
    "outside the uk",
    "outside of the uk",
    "outside the united kingdom",
    "other countries",
    "another country",
];

/// Approvals and safeguards by a name that a reader can ask for. "Appropriate safeguards" is none.
const NAMED: [&str; 24] = [
    "approv",
    "adequacy",
    "adequate",
    "data bridge",
    "uk extension",
    "privacy framework",
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
    "art. 4",
    "shield",
    "safe harbo",
    "you ask us to",
    "life or death",
    // What the law on transfers by the police is called (DPA 2018 Part 3).
    "chapter 5",
    "part 3 of",
];

/// Says whether a sentence names a place abroad, or abroad as such.
pub(super) fn is_abroad(sentence: &str) -> bool {
    // "us" is a country's name in capitals alone.
    let named = |country: &str| match country {
        "us" => sentence
            .split(|mark: char| !mark.is_alphanumeric())
            .any(|word| word == "US"),
        other => mentions(sentence, other),
    };
    COUNTRIES.iter().chain(&STATES).any(|it| named(it)) || has(sentence, &ABROAD)
}

/// Says whether texts send data abroad and name neither approval nor safeguards.
fn is_bare(texts: &[String]) -> bool {
    // Everybody can read a website everywhere, and nobody is sent what stands on it.
    let read = |sentence: &str| has(sentence, &["website"]) && has(sentence, &["accessible"]);
    let sent = |sentence: &str| {
        is_abroad(sentence) && !denies(sentence) && !read(sentence) && !is_of_people(sentence)
    };
    texts.iter().any(|text| sentences(text).any(sent))
        && !texts.iter().any(|text| has(text, &NAMED))
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

/// The areas by which transfers were measured while the United Kingdom was among them. The Union never was the measure
/// by itself, so a notice that names it is vague rather than out of date.
const AREAS: [(&str, Mark); 5] = [
    ("Europe", Mark::Weak),
    ("European Economic Area", Mark::Outdated),
    ("EEA", Mark::Outdated),
    ("European Union", Mark::Weak),
    ("EU", Mark::Weak),
];

fn is_area(term: &DatedFact) -> bool {
    AREAS.iter().any(|(area, _)| mentions(&term.value, area))
}

fn area_mark(term: &str) -> Mark {
    let known = AREAS.iter().find(|(area, _)| mentions(term, area));
    known.map_or(Mark::Outdated, |(_, mark)| *mark)
}

/// Says whether a text measures by an area alone: data may be kept in it, and the United Kingdom be named beside it.
fn is_measure(text: &str, area: &str) -> bool {
    let beyond = ["outside", "beyond", "leave", "out of", "exported from"];
    // What stays in the area may have left the country.
    let stays = [
        "within",
        "inside",
        "remain in",
        "stay in",
        "stays in",
        "only in",
    ];
    let data = ["data", "detail", "information", "record", "server"];
    let home = ["united kingdom", "uk", "great britain"];
    sentences(text).any(|sentence| {
        mentions(sentence, area)
            && (has(sentence, &beyond) || (has(sentence, &stays) && has(sentence, &data)))
            && !home.iter().any(|home| mentions(sentence, home))
            && !has(sentence, &["approv"])
    })
}

#[cfg(test)]
mod tests {
    use super::is_bare;

    #[test]
    fn data_that_goes_abroad_is_told_from_people_who_do() {
        let bare = |text: &str| is_bare(&[text.to_owned()]);
        for text in [
            "We send your details to a firm abroad.",
            "Your records are stored in the United States.",
            "If you live here, we store your data overseas.",
            "We share your file with partners in other countries.",
            "Our helpers in India read your messages.",
        ] {
            assert!(bare(text), "{text}");
        }
        for text in [
            "If you move abroad, you may take a copy with you.",
            "Tenants who live overseas may write to us by e-mail.",
            "When you travel abroad, ask us for a letter about your medicines.",
            "We ask students who have studied abroad for their records.",
            "We send details to police abroad when Chapter 5 of Part 3 of the 2018 Act allows it.",
        ] {
            assert!(!bare(text), "{text}");
        }
    }
}
