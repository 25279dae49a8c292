//! Whether words say that data is used: “we use your name and your address”, “it is needed”.

/// Words of use, behind which data and then a purpose is named.
const ACTS: [&str; 11] = [
    "use",
    "uses",
    "used",
    "need",
    "needs",
    "process",
    "processed",
    "collect",
    "collected",
    "hold",
    "held",
];

/// Words that may stand between the use and the purpose: they name the data, and nothing that is done.
const DATA: [&str; 46] = [
    "it",
    "them",
    "this",
    "these",
    "that",
    "the",
    "your",
    "their",
    "his",
    "her",
    "child's",
    "personal",
    "information",
    "data",
    "details",
    "record",
    "records",
    "about",
    "you",
    "and",
    "we",
    "collect",
    "hold",
    "have",
    "following",
    "some",
    "all",
    "of",
    "any",
    "in",
    "order",
    "also",
    "only",
    "mainly",
    "so",
    "as",
    "us",
    "give",
    "given",
    "provide",
    "by",
    "council",
    "trust",
    "school",
    "service",
    "team",
];

/// Says whether words say that data is used: an act, and behind it what names data, or the act of what was named before.
pub(super) fn used(words: &[String]) -> bool {
    // "The information that you give to us" is as good as "give us".
    let to_us = |at: usize| words[at] == "to" && words.get(at + 1).is_some_and(|it| it == "us");
    let own = words.iter().enumerate().filter(|(at, _)| !to_us(*at));
    let own: Vec<&String> = own.map(|(_, word)| word).collect();
    let run = own.into_iter().rev();
    let mut run = run.take_while(|it| DATA.contains(&it.as_str()) || ACTS.contains(&it.as_str()));
    // "We need to share" says what we do; "It is used to plan" names the data before.
    let nouns = ["information", "data", "details", "record", "records", "it"];
    let named = words.iter().any(|it| nouns.contains(&it.as_str()));
    let near = run.by_ref().enumerate().any(|(own, word)| {
        let passive = matches!(word.as_str(), "used" | "processed" | "held" | "collected");
        ACTS.contains(&word.as_str()) && (own > 0 || (passive && named))
    });
    near || names_data(words)
}

/// Says whether words end with an act and a few things that are yours: “we use your name, address and bank details”.
fn names_data(words: &[String]) -> bool {
    const OTHER: [&str; 21] = [
        "until",
        "when",
        "if",
        "where",
        "unless",
        "that",
        "which",
        "who",
        "from",
        "with",
        "ask",
        "is",
        "are",
        "will",
        "may",
        "for",
        "permission",
        "consent",
        "agreement",
        "help",
        "place",
    ];
    let act = words.iter().rposition(|word| {
        matches!(
            word.as_str(),
            "use" | "uses" | "need" | "collect" | "process"
        )
    });
    act.is_some_and(|act| {
        let things = &words[act + 1..];
        let yours = things
            .first()
            .is_some_and(|it| matches!(it.as_str(), "your" | "their" | "this" | "these"));
        yours && things.len() <= 10 && !things.iter().any(|it| OTHER.contains(&it.as_str()))
    })
}
