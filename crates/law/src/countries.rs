//! Places outside the United Kingdom, by the names that notices give them.

use super::text::{has, words};

/// The United States by their own names.
const AMERICA: [&str; 4] = ["united states", "usa", "america", "american"];

/// Countries beyond the European Economic Area where those who work for others often are. Data may go there by an approval or
/// with safeguards, and people are told by which (Art. 13(1)(f)).
const COUNTRIES: [&str; 25] = [
    "canada",
    "india",
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
    "indian",
];

/// The European Economic Area and its countries, as far as they are nobody's name at home. Data may go there, and what lets it do
/// so there lets it go nowhere else.
const NEAR: [&str; 33] = [
    "economic area",
    "eea",
    "european union",
    "austria",
    "belgium",
    "bulgaria",
    "croatia",
    "cyprus",
    "czech republic",
    "denmark",
    "estonia",
    "finland",
    "france",
    "germany",
    "greece",
    "hungary",
    "iceland",
    "ireland",
    "italy",
    "latvia",
    "liechtenstein",
    "lithuania",
    "luxembourg",
    "malta",
    "netherlands",
    "norway",
    "poland",
    "portugal",
    "romania",
    "slovakia",
    "slovenia",
    "spain",
    "sweden",
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

/// Where data may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Land {
    /// The United States, by whichever of their names.
    America,
    /// Another country beyond the European Economic Area.
    Far(&'static str),
    /// A country of the European Economic Area, or the area.
    Near,
}

impl Land {
    /// Returns its name as it is written.
    pub(super) fn name(self) -> String {
        let name = match self {
            Self::America => "united states",
            Self::Far(name) => name,
            Self::Near => "economic area",
        };
        let capital = |word: &str| {
            let mut marks = word.chars();
            let first = marks.next().into_iter().flat_map(char::to_uppercase);
            first.chain(marks).collect::<String>()
        };
        name.split(' ').map(capital).collect::<Vec<_>>().join(" ")
    }
}

/// Returns the words of a sentence in a row, each between two spaces. “US” is a country's name in capitals alone.
pub(super) fn row(sentence: &str) -> String {
    let parts = sentence.split_inclusive(|mark: char| !mark.is_alphanumeric());
    let spelt = parts.map(|part| match part.strip_prefix("US") {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => format!("united states{rest}"),
        _ => part.to_owned(),
    });
    format!(" {} ", words(&spelt.collect::<String>()).join(" "))
}

/// Lists the places that a row of words names, and where in it.
pub(super) fn lands(row: &str) -> Vec<(usize, Land)> {
    let all = |names: &'static [&'static str], land: fn(&'static str) -> Land| {
        names.iter().flat_map(move |name| {
            let word = format!(" {name} ");
            let found = row.match_indices(&word).map(|(at, _)| (at, land(name)));
            found.collect::<Vec<_>>()
        })
    };
    let far = |name| Land::Far(if name == "indian" { "india" } else { name });
    let mut lands: Vec<(usize, Land)> = all(&AMERICA, |_| Land::America)
        .chain(all(&STATES, |_| Land::America))
        .chain(all(&COUNTRIES, far))
        .chain(all(&NEAR, |_| Land::Near))
        .filter(|(at, _)| !row[..*at].ends_with(" northern"))
        .collect();
    lands.sort_unstable_by_key(|(at, _)| *at);
    lands
}

/// Says whether a sentence names a place beyond the European Economic Area, or abroad as such.
pub(super) fn is_abroad(sentence: &str) -> bool {
    lands(&row(sentence))
        .iter()
        .any(|(_, land)| *land != Land::Near)
        || is_anywhere(sentence)
}

/// Says whether a sentence speaks of abroad as such.
pub(super) fn is_anywhere(sentence: &str) -> bool {
    has(sentence, &ABROAD)
}
