//! What a sentence says of the items that stand behind it.

use notice::SectionId;

/// Says whether a sentence says that the items behind it are not so, or are taken out: “We will not:”. What follows “if” or
/// “that” says nothing of the items.
pub(super) fn denies(text: &str) -> bool {
    let text = text.to_lowercase().replace('’', "'");
    // "Includes, but is not restricted to:" takes nothing out.
    let text = ["not restricted to", "not limited to", "not only"]
        .iter()
        .fold(text, |text, open| text.replace(open, ""));
    let out = ["take out", "taken out", "leave out", "left out"];
    let words = text.split(|mark: char| !mark.is_alphanumeric() && mark != '\'');
    let mut main = words.take_while(|word| {
        !matches!(
            *word,
            "if" | "unless" | "that" | "which" | "where" | "when" | "who" | "because"
        )
    });
    main.any(|word| {
        matches!(word, "not" | "never" | "remove" | "exclude" | "excluding")
            || word.ends_with("n't")
    }) || out.iter().any(|words| text.contains(words))
}

/// Words that say that data is used.
const USES: [&str; 7] = [
    "use",
    "used",
    "uses",
    "process",
    "processed",
    "collect",
    "need",
];

/// Says whether a sentence says that data is used: items behind it that begin with “to” say what for.
pub(super) fn uses(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|mark: char| !mark.is_alphanumeric());
    words.any(|word| USES.contains(&word))
}

/// Says whether a sentence says that the items behind it are bases in law.
pub(super) fn grounds(text: &str) -> bool {
    let text = text.to_lowercase();
    let kinds = [
        "legal bas",
        "lawful bas",
        "legal ground",
        "lawful ground",
        "bases are",
        "basis is",
    ];
    kinds.iter().any(|it| text.contains(it))
}

/// Says what a sentence says that the items behind it are.
pub(super) fn leads_to(text: &str) -> Option<SectionId> {
    // "The following data where necessary": no condition that would make it another's.
    let text = [
        "necessary",
        "relevant",
        "appropriate",
        "applicable",
        "needed",
    ]
    .iter()
    .fold(text.to_lowercase(), |text, word| {
        text.replace(&format!(" where {word}"), "")
    });
    let words: Vec<&str> = text
        .split(|mark: char| !mark.is_alphanumeric() && mark != '\'')
        .filter(|word| !word.is_empty())
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    // "They open it only when they need to. They work for:": what the last sentence does not say leads up to nothing.
    let end_of = text.rsplit(". ").next().unwrap_or_default();
    let clause = end_of.split(|mark: char| !mark.is_alphanumeric() && mark != '\'');
    let clause: Vec<&str> = clause.filter(|word| !word.is_empty()).collect();
    let last = words.last().copied().unwrap_or_default();
    let about_data = has(&[
        "information",
        "data",
        "details",
        "categories",
        "types",
        "following",
    ]);
    // "Data that we collect, use and share about pupils includes:" names no one behind it.
    let taken = has(&["collect", "hold", "record", "process", "ask", "store"]);
    let includes = has(&["includes", "include", "including", "comprises", "comprise"]);
    let open = words.ends_with(&["restricted", "to"]) || words.ends_with(&["limited", "to"]);
    let named = &words[..words.len() - usize::from(open)];
    let whom = named.iter().any(|it| matches!(*it, "with" | "from" | "to"));
    if taken && about_data && includes && !whom {
        return Some(SectionId::Data);
    }
    if has(&[
        "share",
        "shared",
        "sharing",
        "disclose",
        "disclosed",
        "recipients",
    ]) {
        return Some(SectionId::Recipients);
    }
    if has(&[
        "receive",
        "obtain",
        "originate",
        "get",
        "come",
        "comes",
        "obtained",
        "reach",
        "reaches",
    ]) && has(&["from"])
        || (has(&["collect"]) && has(&["from"]) && has(&["third", "other", "others"]))
    {
        return Some(SectionId::Sources);
    }
    // "We are sometimes handed film by:", "We will have been given it by one of these:"
    let ours = has(&["we"]) && has(&["handed", "given", "sent", "told", "supplied"]);
    let been = has(&["are", "been", "were"]) && has(&["by"]) && !has(&["you", "your"]);
    if ours && been && (last == "by" || words.ends_with(&["one", "of", "these"])) {
        return Some(SectionId::Sources);
    }
    // "A visit can be asked for on your behalf by:", "People are referred to us by:"; "data may be asked for by" tells who is given it.
    let asks = has(&["asked", "referred", "requested", "reported", "suggested"]);
    if asks && last == "by" && !about_data {
        return Some(SectionId::Sources);
    }
    if USES.iter().any(|word| clause.contains(word))
        && matches!(last, "to" | "for" | "purposes" | "reasons" | "purpose")
    {
        return Some(SectionId::Purposes);
    }
    let passes = has(&[
        "seen", "passed", "given", "sent", "told", "goes", "go", "pass",
    ]);
    if passes && matches!(last, "by" | "to" | "with") {
        return Some(SectionId::Recipients);
    }
    // "We hold:", "When you book we ask for:".
    let end = words.len() - usize::from(last == "for");
    // "We also hold:" says the same.
    let plain: Vec<&str> = words[..end]
        .iter()
        .filter(|word| !matches!(**word, "also" | "then" | "may"))
        .copied()
        .collect();
    if let Some(["we", does]) = plain.last_chunk::<2>()
        && (matches!(*does, "hold" | "collect" | "record" | "keep" | "store")
            || (*does == "ask" && last == "for"))
    {
        return Some(SectionId::Data);
    }
    // "The Room Record holds:", "Your file contains:".
    let record = has(&[
        "record", "records", "file", "files", "register", "form", "card", "notebook", "log",
        "database", "account",
    ]);
    if record
        && matches!(
            last,
            "holds" | "hold" | "contains" | "contain" | "shows" | "show"
        )
    {
        return Some(SectionId::Data);
    }
    if has(&["right", "rights"]) && has(&["you", "your"]) {
        return Some(SectionId::Rights);
    }
    let data = taken && about_data && !has(&["because", "if", "when", "where", "by", "how"]);
    data.then_some(SectionId::Data)
}
