//! Whether data leaves the United Kingdom.

use super::{bare, clauses};
use crate::draft::leads::denies;

/// Lists the sentences that say whether data leaves the United Kingdom, as they stand there.
pub(crate) fn transfers(text: &str) -> Vec<String> {
    let said = clauses(text).filter(|it| says(it));
    said.map(|it| it.trim_end_matches(['.', ';']).to_owned())
        .collect()
}

fn says(sentence: &str) -> bool {
    let lower = format!(" {} ", sentence.to_lowercase().replace('’', "'"));
    let has = |list: &[&str]| list.iter().any(|it| lower.contains(it));
    let moves = has(&[
        " leave",
        " sent ",
        " send",
        " transfer",
        " stay",
        " kept ",
        " keep",
        " held ",
        " hold",
        " stored ",
        " store",
        " hosted",
        " host",
        " process",
        " server",
        " supported from",
    ]);
    let things = has(&[
        "data",
        "detail",
        "information",
        "record",
        "them ",
        " it ",
        "nothing",
        "none of",
        "everything",
        "all of",
        "server",
        "supplier",
        "system",
        "website",
        "recording",
    ]);
    let abroad = has(&[
        " abroad",
        " overseas",
        "outside the uk",
        "outside the united kingdom",
        "outside the eea",
        "outside the european",
        "leaves the uk",
        "leave the uk",
        "leaves the united kingdom",
        "leave the united kingdom",
        "in the uk",
        "in the united kingdom",
        "within the uk",
        "within the united kingdom",
        "inside the uk",
        "other countries",
        "another country",
        "third countr",
        "in this country",
        "out of the country",
        "outside the country",
        "in this country",
        "out of the country",
        "outside the country",
    ]);
    (moves && things && abroad) || names_country(sentence)
}

/// Countries and cities, and unions of countries, that suppliers of councils work in, each as it is written.
const ABROAD: [&str; 70] = [
    "United States",
    "USA",
    "US",
    "U.S",
    "America",
    "Canada",
    "India",
    "Ireland",
    "Republic of Ireland",
    "Germany",
    "France",
    "Netherlands",
    "Belgium",
    "Sweden",
    "Finland",
    "Norway",
    "Denmark",
    "Poland",
    "Spain",
    "Portugal",
    "Italy",
    "Austria",
    "Switzerland",
    "Australia",
    "New Zealand",
    "South Africa",
    "Philippines",
    "Singapore",
    "Japan",
    "China",
    "Hong Kong",
    "Israel",
    "Ukraine",
    "Romania",
    "Bulgaria",
    "Czech Republic",
    "Estonia",
    "Lithuania",
    "Latvia",
    "Luxembourg",
    "Iceland",
    "Brazil",
    "Kenya",
    "Malaysia",
    "Sri Lanka",
    "Pakistan",
    "Bangladesh",
    "Greece",
    "Hungary",
    "Malta",
    "Cyprus",
    "EU",
    "European Union",
    "EEA",
    "European Economic Area",
    "Europe",
    "Dublin",
    "Amsterdam",
    "Frankfurt",
    "Paris",
    "Stockholm",
    "Berlin",
    "Madrid",
    "Warsaw",
    "Mumbai",
    "Bangalore",
    "Manila",
    "Seattle",
    "California",
    "Virginia",
];

/// Words behind a place that make an address of it: “Dublin Road”.
const STREETS: [&str; 12] = [
    "Road", "Street", "Lane", "Avenue", "Close", "Court", "Square", "House", "Hall", "Place",
    "Way", "Centre",
];

/// What is said to be in a place, so that the sentence is about data and not about people or meetings.
const KEPT: [&str; 34] = [
    "data",
    "detail",
    "details",
    "information",
    "record",
    "records",
    "recording",
    "recordings",
    "message",
    "messages",
    "email",
    "emails",
    "e-mails",
    "texts",
    "it",
    "them",
    "they",
    "this",
    "server",
    "servers",
    "portal",
    "website",
    "site",
    "system",
    "systems",
    "software",
    "platform",
    "app",
    "form",
    "forms",
    "service",
    "backups",
    "copies",
    "everything",
];

/// Says whether a sentence says that something with data in it is kept or sent to a place abroad that it names. What it says is
/// not so, and where people live, is none of that.
fn names_country(sentence: &str) -> bool {
    names_place(sentence, is_moved)
}

/// Lists the sentences that name a place abroad, which under a heading on other countries say that data goes there.
pub(crate) fn transfers_under(text: &str) -> Vec<String> {
    let said = clauses(text).filter(|it| says(it) || names_place(it, |_| true));
    said.map(|it| it.trim_end_matches(['.', ';']).to_owned())
        .collect()
}

/// Says whether a sentence names a place abroad behind words that `fit`.
fn names_place(sentence: &str, fit: fn(&[&str]) -> bool) -> bool {
    if denies(sentence) {
        return false;
    }
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let plain = |at: usize| bare(words[at]).to_lowercase();
    (1..words.len()).any(|at| {
        let article = usize::from(plain(at - 1) == "the");
        let Some(to) = (at - 1).checked_sub(article) else {
            return false;
        };
        let leads = ["in", "to", "from", "within", "at", "near"].contains(&plain(to).as_str());
        leads && is_abroad(&words, at) && fit(&words[..to])
    })
}

/// Says whether a place abroad is named at `at`, and no street.
fn is_abroad(words: &[&str], at: usize) -> bool {
    ABROAD.iter().any(|place| {
        let count = place.split(' ').count();
        let Some(own) = words.get(at..at + count) else {
            return false;
        };
        let own: Vec<&str> = own.iter().map(|word| bare(word)).collect();
        let next = words.get(at + count).map_or("", |word| bare(word));
        own.join(" ") == *place && !STREETS.contains(&next)
    })
}

/// Says whether the words before a place say that data is kept there or goes there.
fn is_moved(before: &[&str]) -> bool {
    const MOVES: [&str; 20] = [
        "hosted",
        "host",
        "hosts",
        "stored",
        "store",
        "stores",
        "processed",
        "process",
        "processes",
        "kept",
        "held",
        "sent",
        "send",
        "sends",
        "transferred",
        "transfer",
        "transfers",
        "located",
        "server",
        "servers",
    ];
    const PEOPLE: [&str; 24] = [
        "you",
        "people",
        "person",
        "who",
        "live",
        "lives",
        "living",
        "lived",
        "born",
        "student",
        "students",
        "residents",
        "child",
        "children",
        "citizens",
        "visitors",
        "visit",
        "applicants",
        "travel",
        "from",
        "about",
        "event",
        "events",
        "meetings",
    ];
    let words: Vec<String> = before
        .iter()
        .map(|word| bare(word).to_lowercase())
        .collect();
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let Some(moved) = words.iter().rposition(|word| is(&MOVES, word)) else {
        return false;
    };
    let between = &words[moved + 1..];
    between.len() <= 8
        && !between.iter().any(|word| is(&PEOPLE, word))
        && words.iter().any(|word| is(&KEPT, word))
}

#[cfg(test)]
mod tests {
    use super::{transfers, transfers_under};

    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn under_a_heading_on_other_countries_a_place_is_enough() {
        for text in [
            "OverDrive keeps e-book loans in the United States",
            "Our survey tool is run from Canada",
            "Backups are in Frankfurt",
            "Its staff in India can see cases",
            "A company in the Netherlands prints our cards",
        ] {
            assert_eq!(transfers_under(&format!("{text}.")), [text], "{text}");
        }
        for text in [
            "We never use suppliers in the United States.",
            "Our office is in Dublin Road.",
            "We tell you first.",
            "The rules are strict.",
            "Ask us for a copy.",
        ] {
            assert_eq!(transfers_under(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_sentence_that_says_where_data_goes_is_one() {
        for text in [
            "None of it leaves the United Kingdom.",
            "Recordings stay in the UK.",
            "Some suppliers hold data outside the UK.",
            "We may send your details abroad.",
            "Text messages are sent by a company in the United States.",
            "Their servers are in the United States under the Privacy Shield.",
            "The permit portal is hosted in Dublin.",
            "Your records are stored in the EU.",
            "Your data is processed in India by our supplier.",
            "We store recordings within the European Economic Area (EEA).",
            "Backups of the system are kept at a data centre near Frankfurt.",
            "Some telecare alarm data is held on servers in the United States.",
        ] {
            assert_eq!(transfers(text).len(), 1, "{text}");
        }
        for text in [
            "Tell us before you go abroad.",
            "You must live in the UK to apply.",
            "We keep your details for six years.",
            "We do not store your data in India.",
            "Your data is never sent to the United States.",
            "The portal is hosted in London.",
            "Your records are kept in Dublin Road, Overton.",
            "Data is held by the council in Northern Ireland.",
            "We process information about people who live in the EU.",
            "We hold data about children born in India.",
            "Mail Ltd, 1 Main Street, Seattle, United States.",
            "The UK GDPR came from the EU, and it is the law.",
            "The meeting was held in Paris.",
            "Tell us if you hold a permit from the Republic of Ireland.",
        ] {
            assert_eq!(transfers(text), [""; 0], "{text}");
        }
    }
}
