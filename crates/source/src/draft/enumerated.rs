//! What a sentence or a paragraph names one after the other.

use notice::SectionId;

use super::{
    apart::apart,
    entry::{entry, is_entry},
    names::last_two,
};

/// Lists what a paragraph names one after the other, and says nothing else: `Hospitals, pharmacists and the ambulance service.`; or
/// what a sentence names behind “from” among sources: `We also hear from your school, your doctor and the police.`
pub(super) fn enumerated(here: SectionId, text: &str) -> Option<Vec<(SectionId, String)>> {
    let mut said = super::sentence(text);
    if said.len() < text.trim().len() {
        // What comes from others may be told in any sentence; what semicolons part is a list whatever follows.
        let last = text.trim().rsplit(". ").next();
        let apart = said.contains("; ") && names_only(said);
        said = if apart {
            said
        } else {
            last.filter(|_| here == SectionId::Sources)?
        };
    }
    // "The rest comes from your GP, from the council and from the police" names nobody before its first “from”.
    let says_whence = here == SectionId::Sources && said.contains(" from ");
    let bare = (!says_whence && names_only(said)).then_some(said);
    let named = bare.filter(|_| {
        matches!(
            here,
            SectionId::Data | SectionId::Sources | SectionId::Recipients
        )
    });
    let from = || {
        let (_, names) = said.rsplit_once(" from ")?;
        (here == SectionId::Sources && names_only(names)).then_some(names)
    };
    // "We hold your name, address and age"; whom it is shared with, any sentence may tell.
    let told = || {
        let acts = [
            "collect", "hold", "process", "use", "keep", "record", "store", "ask for",
        ];
        let mut acts = acts.iter();
        let names = acts.find_map(|act| said.strip_prefix(&format!("We {act} ")))?;
        (here == SectionId::Data && names_only(names)).then_some(names)
    };
    let named = named.or_else(from).or_else(told)?;
    let mark = if named.contains("; ") { "; " } else { ", " };
    let mut parts: Vec<&str> = named.split(mark).collect();
    let last = parts.pop()?;
    // "The police and the courts" at the end are two; in the middle they are one part.
    match last_two(last) {
        Some((one, two)) => parts.extend([one, two]),
        None => parts.push(last),
    }
    let items: Vec<&str> = parts
        .into_iter()
        .map(|part| apart(entry(part)).name)
        .collect();
    let how = |text: &&&str| {
        let first = text.split(' ').next().unwrap_or_default();
        matches!(
            first,
            "through"
                | "by"
                | "via"
                | "for"
                | "with"
                | "in"
                | "on"
                | "at"
                | "under"
                | "including"
                | "such"
        )
    };
    if items.iter().any(|item| how(&item)) {
        return None;
    }
    let fit = items.len() > 2
        && !is_open(named)
        && items
            .iter()
            .all(|it| is_entry(it) && it.split_whitespace().count() <= 8);
    fit.then(|| items.iter().map(|it| (here, (*it).to_owned())).collect())
}

/// Says whether an enumeration leaves open what else it has, so that its last part is none of it.
pub(super) fn is_open(names: &str) -> bool {
    let lower = names.to_lowercase();
    ["etc", "and so on", "such as", "for example", "e.g"]
        .iter()
        .any(|it| lower.contains(it))
}

/// Says whether words name things, and no verb says anything of them.
pub(super) fn names_only(text: &str) -> bool {
    const SAYS: [&str; 40] = [
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "will",
        "would", "may", "might", "can", "could", "must", "should", "shall", "we", "us", "they",
        "it", "if", "when", "because", "so", "not", "who", "which", "that", "where", "see",
        "please", "includes", "include", "need", "needs", "only",
    ];
    let lower = text.to_lowercase();
    let mut words = lower.split(|mark: char| !mark.is_alphanumeric());
    (text.contains(", ") || text.contains("; "))
        && !text.contains(':')
        && !words.any(|word| SAYS.contains(&word))
}
