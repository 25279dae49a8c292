//! Who is a public authority (DPA 2018 s. 7).
//!
//! The facts name authorities, and the words that name a kind of them (“Council”, “School”). Such a word makes an authority
//! of whoever it is that bears it, and not of whoever has it in the name besides: a school's parents' association, a police
//! choir, a council of mortgage lenders. Which of the two a name is, is read from its grammar: from what it ends with, and
//! from what stands before “of” and “for”.

use super::{
    Date, DatedFact, DatedFacts, FactKind,
    text::{has, mentions, places, sentences, words},
};

/// What associations, charities and trades call themselves.
const PRIVATE: [&str; 61] = [
    "alumni",
    "association",
    "associations",
    "band",
    "benevolent",
    "bookshop",
    "charities",
    "charity",
    "choir",
    "cinema",
    "circle",
    "club",
    "clubs",
    "company",
    "consultants",
    "cooperative",
    "dependants",
    "employees",
    "federation",
    "fellowship",
    "forum",
    "foundation",
    "friends",
    "fund",
    "funds",
    "gallery",
    "homes",
    "hospice",
    "kindergarten",
    "nurseries",
    "nursery",
    "playgroup",
    "preschool",
    "childcare",
    "guild",
    "league",
    "lodge",
    "magazine",
    "members",
    "museum",
    "mutual",
    "orchestra",
    "parents",
    "photography",
    "players",
    "press",
    "pta",
    "pupils",
    "radio",
    "residents",
    "shop",
    "societies",
    "society",
    "solutions",
    "store",
    "supplies",
    "supporters",
    "tenants",
    "theatre",
    "union",
    "unions",
];

/// What a council that governs no place is of or for, before its name.
const INTERESTS: [&str; 34] = [
    "business",
    "christian",
    "climate",
    "consumer",
    "design",
    "energy",
    "european",
    "faith",
    "farming",
    "fitness",
    "global",
    "hindu",
    "housing",
    "industry",
    "insurance",
    "international",
    "islamic",
    "jewish",
    "learning",
    "mortgage",
    "muslim",
    "press",
    "refugee",
    "refugees",
    "safety",
    "sikh",
    "stewardship",
    "trade",
    "trades",
    "voluntary",
    "welfare",
    "workers",
    "world",
    "youth",
];

/// What is taught for money, before "School" and "Academy", and schools that no local authority maintains.
const TRADES: [&str; 35] = [
    "acting",
    "ballet",
    "barber",
    "beauty",
    "boxing",
    "club",
    "cookery",
    "cricket",
    "dance",
    "drama",
    "driver",
    "driving",
    "english",
    "fitness",
    "football",
    "golf",
    "hairdressing",
    "independent",
    "international",
    "karate",
    "language",
    "martial",
    "montessori",
    "motoring",
    "music",
    "pre",
    "prep",
    "preparatory",
    "private",
    "riding",
    "ski",
    "stage",
    "swim",
    "swimming",
    "tennis",
];

/// Words that begin the rest of a name, behind what the name is.
const LINKS: [&str; 8] = ["of", "for", "at", "in", "to", "from", "on", "against"];

/// Returns the fact by which a name is a public authority's. Bodies that s. 7(3) leaves out, such as parish councils, are none.
pub(super) fn ground<'a>(name: &'a str, facts: &'a DatedFacts, at: Date) -> Option<&'a DatedFact> {
    let mut excepted = facts.named(FactKind::NotPublicAuthority, name);
    if excepted.any(|fact| fact.holds(at)) || is_company(name) {
        return None;
    }
    // What stands behind a dash, a comma or in brackets is a department or a town, or the end of a list in the name.
    let parts: Vec<Vec<String>> = name
        .split([',', '(', '–', '—', ':'])
        .flat_map(|part| part.split(" - "))
        .map(words)
        .collect();
    if parts.iter().any(|part| is_private(part)) {
        return None;
    }
    let mut known: Vec<&DatedFact> = facts
        .all
        .iter()
        .filter(|fact| fact.kind == FactKind::PublicAuthority && fact.holds(at))
        .filter(|fact| parts.iter().any(|part| bears(part, &words(&fact.value))))
        .collect();
    // The surest ground first: what nobody has verified is no more than a note.
    known.sort_by_key(|fact| fact.evidence as u8);
    known.first().copied()
}

/// Returns the fact by which a body is a public authority's, unless the texts say of a school or a college that it is none: it is
/// independent, or a registered charity. Those that the state pays are neither.
pub(super) fn ground_in<'a>(
    name: &'a str,
    texts: &[String],
    facts: &'a DatedFacts,
    at: Date,
) -> Option<&'a DatedFact> {
    let ground = ground(name, facts, at)?;
    let taught = ["School", "College", "Academy", "Ysgol"].contains(&ground.value.as_str());
    let said = texts.iter().flat_map(|text| sentences(text));
    let private = said.into_iter().any(|it| is_private_school(it, name));
    (!(taught && private)).then_some(ground)
}

/// Says whether a sentence says of a school, by its name or as "us", that no public money keeps it.
fn is_private_school(sentence: &str, name: &str) -> bool {
    let kinds = [
        "independent school",
        "independent day school",
        "independent boarding school",
        "independent preparatory",
        "independent senior school",
        "independent college",
        "independent co-educational",
        "private school",
        "fee-paying school",
        "registered charity",
        "charity number",
        "not a public authority",
        "no public authority",
    ];
    let own = mentions(sentence, name)
        || ["we are", "the school is", "the college is", "our school is"]
            .iter()
            .any(|us| mentions(sentence, us));
    let denied = has(
        sentence,
        &["not an independent", "not a private", "not a registered"],
    );
    // Its friends' association is often a charity.
    let others = ["association", "friends", "pta", "trust fund"];
    own && has(sentence, &kinds) && !denied && !others.iter().any(|it| mentions(sentence, it))
}

/// Says whether a name is an association's, a charity's or a trade's: it ends with such a word, or has one before the rest of it.
fn is_private(name: &[String]) -> bool {
    let heads = (0..name.len()).filter(|&at| {
        let next = name.get(at + 1);
        next.is_none_or(|next| LINKS.contains(&next.as_str()))
    });
    // Some are an authority's own: its pension fund, the federation that its schools are, a trust's name cut short.
    const OWN: [(&str, &str); 4] = [
        ("pension", "fund"),
        ("schools", "federation"),
        ("academies", "federation"),
        ("nhs", "foundation"),
    ];
    heads.into_iter().any(|at| {
        let own = at > 0 && OWN.contains(&(name[at - 1].as_str(), name[at].as_str()));
        PRIVATE.contains(&name[at].as_str()) && !own
    })
}

/// Says whether a name is that of what `kind` names.
fn bears(name: &[String], kind: &[String]) -> bool {
    let Some(last) = kind.last() else {
        return false;
    };
    places(kind, name).any(|start| {
        let end = start + kind.len();
        let before = start.checked_sub(1).map(|at| name[at].as_str());
        let is = |all: &[&str]| before.is_some_and(|word| all.contains(&word));
        let linked = name.get(end).map(String::as_str);
        match last.as_str() {
            "council" => !is(&INTERESTS) && is_of_a_place(&name[end..]),
            "school" | "academy" if kind.len() == 1 => !is(&TRADES) && linked != Some("of"),
            // "Royal College of Nursing"
            "college" => !(is(&["royal"]) && linked == Some("of")),
            _ => true,
        }
    })
}

/// Says whether the rest of a council's name leaves it a place's: `of the City of Wakefield`, and not `of Mortgage Lenders`.
fn is_of_a_place(rest: &[String]) -> bool {
    const PLACES: [&str; 9] = [
        "city",
        "borough",
        "royal",
        "london",
        "county",
        "district",
        "isles",
        "town",
        "university",
    ];
    match rest {
        [link, ..] if link != "of" && LINKS.contains(&link.as_str()) => false,
        [of, the, place, ..] if of == "of" => the == "the" && PLACES.contains(&place.as_str()),
        [of, ..] => of != "of",
        [] => true,
    }
}

/// Says whether a name is a company's, which the word School or Council in it does not make an authority. Academies and companies
/// of the NHS are companies and authorities both.
fn is_company(name: &str) -> bool {
    let words = words(name);
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    has(&["ltd", "limited", "llp", "plc", "cic"]) && !has(&["nhs", "trust", "academies"])
}
