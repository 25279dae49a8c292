//! The title of a law, without what leads up to it.

use super::{
    bare,
    name::{is_body, owner},
};

/// Small words within a title.
const SMALL: [&str; 14] = [
    "of", "and", "to", "for", "at", "in", "from", "on", "with", "by", "etc", "etc.", "&", "against",
];

/// Words that begin a sentence, or point into a law, and belong to no title.
const FIRST: [&str; 57] = [
    "Our",
    "Under",
    "The",
    "See",
    "In",
    "By",
    "As",
    "With",
    "And",
    "Also",
    "Both",
    "This",
    "These",
    "Their",
    "Your",
    "From",
    "Of",
    "For",
    "To",
    "All",
    "Please",
    "Because",
    "Where",
    "When",
    "If",
    "Using",
    "Relevant",
    "New",
    "Per",
    "Via",
    "Including",
    "Section",
    "Sections",
    "Part",
    "Schedule",
    "Article",
    "We",
    "A",
    "An",
    "Or",
    "Other",
    "Its",
    "Such",
    "Since",
    "Until",
    "After",
    "Before",
    "That",
    "Between",
    "UK's",
    "Through",
    "Within",
    "However",
    "Any",
    "Following",
    "Law",
    "Legislation",
];

/// Returns the title that ends with the kind of a law at `at`.
pub(super) fn title(all: &[&str], at: usize) -> Option<String> {
    let mut start = at;
    let mut deep = 0_usize;
    while start > 0 && at - start < 20 {
        let word = all[start - 1];
        // "Rehabilitation of Offenders Act 1974 (Exceptions) Order": a title within a title.
        if all[start].starts_with('(') && is_year(word) && start > 1 && is_law(all[start - 2]) {
            start -= 2;
            continue;
        }
        // What stands in brackets is part of the title, whatever it is.
        if word.ends_with(')') && deep == 0 {
            deep = 1;
        }
        if deep > 0 {
            if word.starts_with('(') {
                deep = 0;
            }
            start -= 1;
            continue;
        }
        let ends = word.ends_with(['.', ';', ':', '”', '"', '?', '!']) && word != "etc.";
        let listed = word.ends_with(',') && all[start..at].contains(&"and");
        let named = word
            .trim_start_matches(['(', '‘', '“', '"', '\''])
            .starts_with(char::is_uppercase);
        // `(complaints) Regulations`: the one word of titles that is often written small.
        let small = SMALL.contains(&word) || bare(word) == "complaints";
        let crossing = word == "the" && is_within_title(all, start - 1);
        if ends || (word.ends_with(',') && !listed) || !(named || small || crossing) || is_law(word)
        {
            break;
        }
        start -= 1;
        if word.starts_with(['(', '“', '‘', '"']) {
            break;
        }
    }
    let skip = all[start..at]
        .iter()
        .take_while(|word| {
            SMALL.contains(word)
                || FIRST.contains(&bare(word))
                || **word == "the"
                || bare(word).parse::<u16>().is_ok()
        })
        .count();
    let words = &all[start + skip..at];
    // `Derby City Council and Localism Act`: a council is in no title before “and”.
    let after = words.windows(2).rposition(|pair| {
        pair[1] == "and" && matches!(pair[0], "Council" | "Trust" | "GDPR" | "GDPR,")
    });
    let words = after.map_or(words, |at| &words[at + 2..]);
    // "The Council's Caravan Sites Act policy": whose policy it is belongs to no title, as "Occupiers' Liability" does.
    let whose = words
        .iter()
        .rposition(|word| owner(word).is_some_and(is_body));
    let words = whose.map_or(words, |at| &words[at + 1..]);
    let first = words.first()?;
    let mut name = words.join(" ");
    if first.starts_with(['(', '“', '‘', '"', '\'']) {
        name = name
            .trim_start_matches(['(', '“', '‘', '"', '\''])
            .to_owned();
    }
    let kind = match bare(all[at]) {
        "Acts" => "Act",
        "Orders" => "Order",
        kind => kind,
    };
    let words = name.split_whitespace().count();
    // `Order 2015` and `Rules 2020` are said of much else.
    (words > 0 && !(words == 1 && matches!(kind, "Order" | "Rules" | "Scheme" | "Measure")))
        .then(|| format!("{name} {kind}"))
}

/// Says whether a word is the year of a law.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Says whether a law ends with the word. “Order” and “Regulation” may stand within a title: Public Order Act.
fn is_law(word: &str) -> bool {
    matches!(
        bare(word),
        "Act" | "Acts" | "Regulations" | "Rules" | "GDPR" | "PECR" | "FOIA" | "EIR"
    )
}

/// Says whether “the” stands within a title (“Representation of the People Act”), and not before one (“section 17 of the
/// Children Act”, “Requirements of the Equality Act”).
fn is_within_title(all: &[&str], at: usize) -> bool {
    at >= 2
        && matches!(
            (all[at - 2], all[at - 1]),
            ("Representation", "of")
                | ("Offences", "against")
                | ("Parochial", "of")
                | ("Rehabilitation", "of")
                | ("Administration", "of")
        )
}
