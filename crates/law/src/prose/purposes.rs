//! Purposes that tell no more than whose they are, or that they are some: "for hospice purposes", "for such purposes as arise".

use crate::text::words;

/// Words of a purpose that tell whose it is, or that it is one.
const WHOSE: [&str; 31] = [
    "administrative",
    "agency",
    "association",
    "authority",
    "business",
    "charity",
    "club",
    "college",
    "company",
    "council",
    "general",
    "hospice",
    "hospital",
    "internal",
    "lawful",
    "legitimate",
    "municipal",
    "museum",
    "official",
    "operational",
    "organisation",
    "organisational",
    "our",
    "practice",
    "proper",
    "school",
    "service",
    "surgery",
    "trust",
    "university",
    "usual",
];

/// Says whether a sentence names as a purpose whose it is, or that it is one: "for hospice purposes", "for the purposes of the Council",
/// "for such other proper purposes as arise".
pub(super) fn is_for_ones_own_purposes(sentence: &str) -> bool {
    const ANY: [&str; 11] = [
        "all", "and", "any", "its", "other", "our", "own", "such", "the", "their", "various",
    ];
    let is_whose = |it: &String| WHOSE.contains(&it.as_str());
    let leads = |it: &&String| is_whose(it) || ANY.contains(&it.as_str());
    let empty = |behind: &[String]| {
        let many = behind.iter().take_while(leads).count();
        let (lead, rest) = behind.split_at(many);
        match rest {
            [what, of, name @ ..] if is_purposes(what) && of == "of" => is_a_body(name, sentence),
            [what, link, it @ ..] if is_purposes(what) && is_open(link, it) => true,
            [what, ..] => is_purposes(what) && lead.iter().any(is_whose),
            [] => false,
        }
    };
    sentence.split([',', ';', '(']).any(|part| {
        let all = words(part);
        (0..all.len()).any(|at| all[at] == "for" && empty(&all[at + 1..]))
    })
}

fn is_purposes(word: &str) -> bool {
    matches!(word, "purpose" | "purposes" | "reasons")
}

/// Says whether what stands behind purposes leaves open which they are: "as arise", "that we think fit".
fn is_open(link: &str, behind: &[String]) -> bool {
    const OPEN: [&str; 5] = ["arise", "may", "occur", "seem", "we"];
    match behind {
        [the, body, ..] if the == "the" => link == "as" && WHOSE.contains(&body.as_str()),
        [it, ..] if matches!(it.as_str(), "it" | "they") => link == "as",
        [it, ..] => matches!(link, "as" | "that" | "which") && OPEN.contains(&it.as_str()),
        [] => false,
    }
}

/// Says whether words begin with a body as it calls itself: "the Trust", "the Museum Service and …". An Act and a kind of work tell what
/// something is for.
fn is_a_body(behind: &[String], sentence: &str) -> bool {
    let end = behind
        .iter()
        .position(|it| matches!(it.as_str(), "and" | "or" | "as" | "only"));
    let name = &behind[..end.unwrap_or(behind.len())];
    let capital = |word: &String| {
        let mut all = sentence
            .split_whitespace()
            .filter(|it| words(it) == [word.clone()]);
        all.all(|it| it.starts_with(char::is_uppercase))
    };
    match name {
        [the, own @ .., kind] if matches!(the.as_str(), "the" | "our" | "this") => {
            own.len() < 4 && WHOSE.contains(&kind.as_str()) && own.iter().all(capital)
        }
        _ => false,
    }
}
