//! Words that tell of somebody's health and name no illness: what is hard for them, what helps them, why they were away.

use super::text::among;

/// What somebody can do less well than others.
const FACULTIES: [&str; 18] = [
    "balance",
    "bladder",
    "bowel",
    "breathing",
    "communication",
    "dexterity",
    "eating",
    "eyesight",
    "hearing",
    "memory",
    "mobility",
    "sensory",
    "sight",
    "speech",
    "swallowing",
    "toileting",
    "vision",
    "walking",
];

/// What makes a faculty somebody's health, before or behind it.
const TROUBLES: [&str; 10] = [
    "difficulties",
    "difficulty",
    "disorder",
    "disorders",
    "impairment",
    "impairments",
    "loss",
    "problem",
    "problems",
    "trouble",
];

/// What does so behind it alone: a need for sight of a paper is none, and neither are issues with a hearing.
const BEHIND: [&str; 11] = [
    "aid",
    "aids",
    "condition",
    "conditions",
    "issue",
    "issues",
    "limitation",
    "limitations",
    "need",
    "needs",
    "scooter",
];

/// What joins a faculty to another, or to its trouble.
const JOINS: [&str; 9] = [
    "and", "in", "of", "or", "other", "their", "to", "with", "your",
];

/// Whole words, or some in this order, that name a condition without calling it one, or what somebody uses or has because of one.
const NAMES: [&str; 52] = [
    "addiction",
    "amputation",
    "amputee",
    "bedbound",
    "blindness",
    "breathlessness",
    "catheter",
    "chemotherapy",
    "crutches",
    "deaf",
    "deafblind",
    "deafness",
    "dialysis",
    "eating disorder",
    "emollient",
    "epipen",
    "fit note",
    "frail",
    "frailty",
    "guide dog",
    "home oxygen",
    "housebound",
    "incontinence",
    "inhaler",
    "insulin",
    "life support",
    "long term condition",
    "lung condition",
    "medically",
    "migraine",
    "nebuliser",
    "obesity",
    "oxygen cylinder",
    "oxygen therapy",
    "oxygen use",
    "pacemaker",
    "paralysis",
    "parkinsons",
    "partially sighted",
    "prosthesis",
    "prosthetic",
    "schizophrenia",
    "seizure",
    "self harm",
    "sick leave",
    "sick note",
    "sick pay",
    "skin condition",
    "terminally ill",
    "tinnitus",
    "ventilator",
    "walking frame",
];

/// What hoarding is where it is no disorder: boards around a site, or on which advertisements stand.
const OF_A_SITE: [&str; 15] = [
    "advertisement",
    "advertising",
    "builder",
    "building",
    "construction",
    "fence",
    "fencing",
    "highway",
    "licence",
    "licences",
    "permit",
    "permits",
    "poster",
    "scaffold",
    "scaffolding",
];

/// How medical words end, with words of other things that do.
const ENDINGS: [&str; 5] = ["itis", "osis", "plegia", "aemia", "opathy"];
const OTHERWISE: [&str; 3] = ["hypnosis", "metamorphosis", "osmosis"];

/// Says whether the words of a category of data tell of somebody's health.
pub(super) fn tells_of_health(name: &[String]) -> bool {
    let named = |word: &&str| {
        let words: Vec<String> = word.split(' ').map(str::to_owned).collect();
        among(&words, name)
    };
    let medical = |word: &String| {
        word.len() > 6
            && ENDINGS.iter().any(|end| word.ends_with(end))
            && !OTHERWISE.contains(&word.as_str())
    };
    NAMES.iter().any(named)
        || name.iter().any(medical)
        || has_trouble(name)
        || has_reasons_for_absence(name)
        || hoards(name)
}

/// Says whether a faculty has a trouble beside it, or one behind others: “sight, hearing or mobility difficulties”.
fn has_trouble(name: &[String]) -> bool {
    let is = |at: usize, list: &[&str]| name.get(at).is_some_and(|it| list.contains(&&**it));
    let joined =
        |from: usize, to: usize| (from + 1..to).all(|at| is(at, &JOINS) || is(at, &FACULTIES));
    let faculties = || (0..name.len()).filter(|&at| is(at, &FACULTIES));
    let troubles = |list: &'static [&str]| (0..name.len()).filter(move |&at| is(at, list));
    let behind = faculties().any(|faculty| {
        let mut all = troubles(&TROUBLES).chain(troubles(&BEHIND));
        all.any(|trouble| faculty < trouble && joined(faculty, trouble))
    });
    // “Problems with sight lines” are the road's: nothing else may be named with the faculty.
    let ends = |faculty: usize| faculty + 1 == name.len() || is(faculty + 1, &JOINS);
    let before = faculties().filter(|&faculty| ends(faculty)).any(|faculty| {
        troubles(&TROUBLES).any(|trouble| trouble < faculty && joined(trouble, faculty))
    });
    behind || before
}

/// Says whether words speak of why somebody was away. Leave that is asked for has a reason of any kind.
fn has_reasons_for_absence(name: &[String]) -> bool {
    let is = |word: &str, list: &[&str]| list.contains(&word);
    let away = (0..name.len()).any(|at| {
        let leave = at > 1 && name[at - 1] == "of" && name[at - 2] == "leave";
        is(&name[at], &["absence", "absences"]) && !leave
    });
    away && name.iter().any(|word| {
        is(
            word,
            &["reason", "reasons", "cause", "causes", "why", "sick"],
        )
    })
}

/// Says whether words speak of the disorder.
fn hoards(name: &[String]) -> bool {
    let is = |word: &String, list: &[&str]| list.contains(&&**word);
    name.iter().any(|word| is(word, &["hoarding", "hoarder"]))
        && !name.iter().any(|word| is(word, &OF_A_SITE))
}
