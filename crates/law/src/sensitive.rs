//! Data that Arts. 9 and 10 protect, and the condition that its use needs.

use notice::Notice;

use super::{
    Date, DatedFacts, Found, Outcome,
    collected::collected,
    found,
    health::tells_of_health,
    text::{all, among, denies, first, has, sentences, words},
};

/// Words of data that Arts. 9 and 10 protect.
const SENSITIVE: [&str; 94] = [
    "ethnicity",
    "ethnic",
    "race",
    "racial",
    "health",
    "medical",
    "illness",
    "disability",
    "disabled",
    "religion",
    "religious",
    "belief",
    "faith",
    "political",
    "politics",
    "trade union",
    "sexual",
    "sexuality",
    "sex life",
    "biometric",
    "fingerprint",
    "genetic",
    "criminal",
    "conviction",
    "offence",
    "diagnosis",
    "mental health",
    "pregnancy",
    "special category",
    "hospital",
    "allergy",
    "allergies",
    "medication",
    "medicine",
    "immunisation",
    "vaccination",
    "special educational need",
    "dbs",
    "gender reassignment",
    "diagnoses",
    "care need",
    "hiv",
    "sickness",
    "injury",
    "injuries",
    "therapy",
    "symptom",
    "disabilities",
    "illnesses",
    // Conditions that forms ask about by name.
    "sight loss",
    "visual impairment",
    "hearing loss",
    "hearing impairment",
    "epilepsy",
    "asthma",
    "diabetes",
    "cancer",
    "dementia",
    "autism",
    "autistic",
    "adhd",
    "eczema",
    "arthritis",
    "depression",
    "heart condition",
    "blood pressure",
    "pregnant",
    "union membership",
    "prescription",
    "counselling",
    "dna",
    "facial recognition",
    "cautions",
    "arrest",
    "substance misuse",
    "substance use",
    "drug use",
    "alcohol use",
    "drug and alcohol",
    "mental capacity",
    "learning difficulty",
    "learning difficulties",
    "wheelchair",
    "mobility problem",
    "mobility need",
    "mobility issue",
    "treatment note",
    "treatment plan",
    "blood test",
    "blood group",
    "impairment",
    "neurodiversity",
    "dyslexia",
    "stroke",
];

/// Conditions for its use, as notices name them.
pub(super) const CONDITIONS: [&str; 5] = [
    "article 9",
    "art. 9",
    "schedule 1",
    "explicit consent",
    "substantial public interest",
];

/// What a category of data says in words that only look sensitive.
const HARMLESS: [&str; 4] = [
    "health and safety",
    "health food",
    "political party conference",
    "faith school",
];

/// Words beside "race" that make a contest of it: one behind or before it, or what contests are about anywhere.
const OF_A_RACE: [&str; 14] = [
    "bib", "bibs", "course", "day", "entries", "entry", "meeting", "night", "number", "pack",
    "result", "results", "time", "times",
];
const KINDS_OF_RACE: [&str; 10] = [
    "bike", "boat", "cycle", "fun", "horse", "relay", "road", "sack", "ski", "spoon",
];
const AT_A_RACE: [&str; 10] = [
    "walk", "run", "runner", "runners", "road", "route", "marathon", "finish", "ticket", "tickets",
];

/// Words before and behind "health" with which it is nobody's: an office, a trade, a place.
const HEALTH_OF: [&str; 4] = ["environmental", "animal", "plant", "public"];
const HEALTH_AS: [&str; 8] = [
    "visitor",
    "visitors",
    "centre",
    "centres",
    "board",
    "authority",
    "club",
    "inspector",
];

/// Words of what is learnt, not lived.
const OF_A_COURSE: [&str; 7] = [
    "grade",
    "grades",
    "btec",
    "gcse",
    "diploma",
    "qualification",
    "qualifications",
];

/// Whose card of vaccinations tells nothing of a person.
const ANIMALS: [&str; 12] = [
    "dog",
    "dogs",
    "cat",
    "cats",
    "pet",
    "pets",
    "horse",
    "horses",
    "puppy",
    "animal",
    "animals",
    "livestock",
];

/// Words behind a name of a road or a house.
const OF_A_PLACE: [&str; 8] = [
    "avenue", "close", "court", "house", "lane", "road", "street", "terrace",
];

/// Says whether a sentence speaks of special categories of data: prices and neighbours are sensitive too.
pub(super) fn speaks_of_special(sentence: &str) -> bool {
    let kinds = ["special category", "special-category", "special categories"];
    let data = [
        "data",
        "detail",
        "information",
        "categor",
        "record",
        "personal",
    ];
    let sensitive = has(sentence, &["sensitive"]) && !has(sentence, &["-sensitive"]);
    // There are special categories of other things, too.
    let kinds = has(sentence, &kinds) && has(&sentence.replace("categor", ""), &data);
    kinds || (sensitive && has(sentence, &data))
}

/// Says whether words speak of a contest.
fn is_race(name: &[String]) -> bool {
    (0..name.len()).any(|at| {
        let is = |at: Option<usize>, all: &[&str]| {
            let word = at.and_then(|at| name.get(at));
            word.is_some_and(|word| all.contains(&word.as_str()))
        };
        matches!(name[at].as_str(), "race" | "races")
            && (is(Some(at + 1), &OF_A_RACE)
                || is(at.checked_sub(1), &KINDS_OF_RACE)
                || name.iter().any(|word| AT_A_RACE.contains(&word.as_str())))
    })
}

/// Says whether "health" stands in words as nobody's own alone.
fn is_office(name: &[String]) -> bool {
    let is = |at: Option<usize>, all: &[&str]| {
        at.and_then(|at| name.get(at))
            .is_some_and(|word| all.contains(&word.as_str()))
    };
    let mut all = (0..name.len()).filter(|&at| name[at] == "health");
    all.all(|at| is(Some(at + 1), &HEALTH_AS) || is(at.checked_sub(1), &HEALTH_OF))
}

/// Says whether the words of a category of data name what Arts. 9 and 10 protect.
fn names_it(name: &[String]) -> bool {
    let says = |word: &&str| among(&words(word), name);
    let meant = |word: &&str| {
        let end = word.rsplit(' ').next().unwrap_or_default();
        let named = name
            .windows(2)
            .any(|pair| pair[0] == end && OF_A_PLACE.contains(&pair[1].as_str()));
        // "Dog's vaccination card"; an allergy to dogs is somebody's own.
        let start = word.split(' ').next().unwrap_or_default();
        let beast = name
            .windows(2)
            .any(|pair| pair[1] == start && ANIMALS.contains(&pair[0].as_str()));
        let other = match *word {
            "race" => is_race(name),
            "health" => is_office(name),
            _ => false,
        };
        says(word) && !named && !other && !beast
    };
    let other = |list: &[&str]| name.iter().any(|word| list.contains(&word.as_str()));
    let taught = other(&OF_A_COURSE);
    let told = SENSITIVE.iter().any(meant) || tells_of_health(name);
    !taught && told && !HARMLESS.iter().any(says)
}

/// Returns what the detail of a category says is meant by it: what stands before when and why it is asked for, and nothing of what is
/// denied.
fn what_is_meant(detail: &str) -> Vec<String> {
    const ENDS: [&str; 10] = [
        "if", "when", "where", "so", "to", "because", "unless", "until", "in", "not",
    ];
    if denies(detail) {
        return Vec::new();
    }
    let all = words(detail).into_iter();
    all.take_while(|it| !ENDS.contains(&it.as_str())).collect()
}

/// Finds sensitive data that is not marked, and a condition for it that is not stated.
pub(super) fn special(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let texts = all(notice);
    let marked = notice.data.iter().find(|data| data.special);
    let unmarked = notice.data.iter().filter(|data| {
        let detail = data.detail.as_deref().map(what_is_meant);
        let told = names_it(&words(&data.name)) || detail.is_some_and(|it| names_it(&it));
        !data.special && told
    });
    let unmarked: Vec<Found> = unmarked
        .map(|data| {
            let message = format!("“{}” looks like special-category or criminal-offence data, and is not marked special", data.name);
            Found::weak(message).at(&data.name)
        })
        .collect();
    let spoken = texts.iter().find(|text| {
        sentences(text).any(|sentence| speaks_of_special(sentence) && !denies(sentence))
    });
    let text = collected(notice);
    let place = marked
        .map(|data| data.name.as_str())
        .or(spoken.map(String::as_str))
        .or(text.as_deref());
    if place.is_none() && unmarked.is_empty() {
        return None;
    }
    let none = first(&texts, &CONDITIONS).is_none();
    let message = "Sensitive data is used, and no condition for it is stated";
    let missing = place.filter(|_| none);
    let missing = missing.map(|place| Found::missing(message).at(place));
    let data = notice.data.iter().map(|data| data.name.clone());
    let listed: Vec<String> = data.collect();
    let offences = offences(&listed, &texts).filter(|_| !none);
    found(missing.into_iter().chain(unmarked).chain(offences))
}

/// Finds data on offences in a list of data or in a sentence that uses it, where a condition is stated for other data, and neither
/// one of Schedule 1 nor official authority for this (Art. 10).
pub(super) fn offences(listed: &[String], texts: &[String]) -> Option<Found> {
    let kinds = [
        "criminal conviction",
        "criminal offence",
        "criminal record",
        "convictions",
        "cautions and",
        "offences committed",
        "offending history",
    ];
    let uses = [
        "collect",
        "hold",
        "ask ",
        "ask for",
        "ask about",
        "we use ",
        "uses ",
        "process",
        "record of",
        "records of",
    ];
    let grounds = [
        "schedule 1",
        "sch. 1",
        "sch 1",
        "article 10",
        "art. 10",
        "art 10",
        "official authority",
        "part 3 of",
        "law enforcement",
        "schedule 8",
    ];
    let named = listed.iter().map(String::as_str).find(|it| has(it, &kinds));
    let said = texts
        .iter()
        .flat_map(|text| sentences(text))
        .find(|it| has(it, &kinds) && has(it, &uses) && !denies(it));
    let place = named.or(said)?;
    let message = "Data on offences is used, and neither official authority nor a condition of Schedule 1 is stated (Art. 10)";
    let stated = texts.iter().any(|text| has(text, &grounds));
    (!stated).then(|| Found::weak(message).at(place))
}
