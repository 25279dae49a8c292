//! What stands before a request though the law does not ask for it, sentence by sentence (Art. 12(2), (5), (6)).

use super::{
    money::pounds,
    obliging::{is_free, is_strict, obliges},
    text::{denies, fold, has, words},
};

/// Says whether a sentence speaks of a form to fill in; what comes "in a form that a computer reads" is none.
fn names_form(sentence: &str) -> bool {
    let all = words(sentence);
    (0..all.len()).any(|at| {
        let before = |steps: usize| at.checked_sub(steps).map(|at| all[at].as_str());
        let behind = all.get(at + 1).map(String::as_str);
        let shape =
            matches!(behind, Some("of" | "that" | "which" | "part")) || before(1) == Some("any");
        let shape = shape
            || (matches!(before(1), Some("a" | "electronic" | "readable"))
                && before(2) == Some("in"));
        matches!(all[at].as_str(), "form" | "forms") && !shape && before(1) != Some("we")
    })
}

/// Says whether a sentence wants a request in writing, or on a form.
pub(super) fn in_writing(sentence: &str) -> bool {
    let written = [
        "in writing",
        "written request",
        "must write",
        "need to write",
        "have to write",
        "should write",
        "by letter",
        "by post",
    ];
    let written = has(sentence, &written) || names_form(sentence);
    // "In writing or by phone" leaves a choice.
    let choice = [
        "phone",
        "in person",
        "any way",
        "however you",
        "any manner",
        "aloud",
        "out loud",
        "verbally",
        "orally",
        "word of mouth",
        "by word or",
        "speak to",
        "at the desk",
        "at reception or",
        "face to face",
        "if you like",
        "can use",
        "may use",
        "you can make",
    ];
    // "By post or e-mail" invites, and "in writing, by letter or e-mail" does not.
    let choice = has(sentence, &choice)
        || offers_another_way(sentence)
        || (has(sentence, &["e-mail", "email"]) && !is_strict(sentence));
    let refused = has(
        sentence,
        &[
            "verbal",
            "oral",
            "by phone",
            "by telephone",
            "telephone request",
            "phone request",
        ],
    ) && has(sentence, &["request"])
        && has(
            sentence,
            &[
                "cannot",
                "can not",
                "not accept",
                "not be accept",
                "not be dealt",
                "not deal",
                "not take",
                "not answer",
                "can't",
                "unable to",
                "refuse",
                "reject",
            ],
        );
    let signed =
        has(sentence, &["request"]) && has(sentence, &["must be signed", "signed and dated"]);
    refused || signed || (written && !choice && obliges(sentence))
}

/// Says whether a sentence puts a way that is not written beside writing: "in words or in writing", "in writing or at the counter".
fn offers_another_way(sentence: &str) -> bool {
    const LEADS: [&str; 5] = ["in", "by", "at", "on", "over"];
    const WRITTEN: [&str; 13] = [
        "writing", "letter", "post", "form", "forms", "paper", "e", "email", "mail", "fax",
        "online", "website", "portal",
    ];
    let all = words(sentence);
    let leads = |it: &String| LEADS.contains(&it.as_str());
    let other = |way: &[String]| {
        way.len() > 1 && leads(&way[0]) && !way.iter().any(|it| WRITTEN.contains(&it.as_str()))
    };
    let written = |way: &[String]| matches!(way, [one, two] if one == "in" && two == "writing");
    (2..all.len()).filter(|&at| all[at] == "or").any(|at| {
        let before = &all[at.saturating_sub(4)..at];
        let behind = &all[at + 1..all.len().min(at + 4)];
        let way = before.iter().rposition(leads).map(|at| &before[at..]);
        (way.is_some_and(other) && written(&behind[..behind.len().min(2)]))
            || (written(&all[at - 2..at]) && other(behind))
    })
}

/// Says whether a sentence takes a request from one address or place alone.
pub(super) fn one_way(sentence: &str) -> bool {
    let only = [
        "only be accepted",
        "only accept",
        "only deal",
        "only consider",
        "only be considered",
        "accepted only",
        "only answer",
    ];
    has(sentence, &only)
        && has(sentence, &["request"])
        && has(sentence, &[" from ", " through ", " via ", " by "])
}

/// Says whether a sentence wants proof of identity from everyone, and not on doubt.
pub(super) fn proof(sentence: &str) -> bool {
    let papers = [
        "identification",
        "photo id",
        "passport",
        "driving licence",
        "identity document",
        "forms of id",
        "proof of id",
        "proof of address",
        "proof of your name",
        "utility bill",
        "birth certificate",
        "some id",
        "form of id",
    ];
    let shows = [
        "proof",
        "prove",
        "proving",
        "evidence",
        "confirm",
        "verif",
        "establish",
        "satisf",
        "show",
    ];
    let whose = ["identity", "who you are", "who they are", "your name"];
    let proof = has(sentence, &papers) || (has(sentence, &shows) && has(sentence, &whose));
    let doubt = [
        "doubt",
        "unsure",
        "not sure",
        "where needed",
        "only where",
        "only if",
        "where that is needed",
        "if we need",
        "if needed",
        "if necessary",
        "where necessary",
        "may ask",
        "might ask",
        "may need",
        "cannot be sure",
    ];
    let must = obliges(sentence)
        || has(
            sentence,
            &[
                "enclose",
                "shall require",
                "will require",
                "before we can",
                "we need",
                "will be asked",
                "we must have",
                "must be sent",
                "must be provided",
                "must be supplied",
                "must be enclosed",
                "must be shown",
                "must accompany",
                "is required",
                "are required",
                "identity required",
                "is needed",
                "are needed",
                "enclosing",
                "accompanied by",
                "before we release",
                "id required",
                "identification required",
                "until we have",
                "until you",
                "unless you",
            ],
        );
    // "No request is looked at until two documents have been seen."
    let unseen = has(sentence, &["document"]) && has(sentence, &["until", "unless", "before we"]);
    ((proof && must) || unseen) && !has(sentence, &doubt) && !is_free(sentence)
}

/// Says whether a sentence names a fee that the law does not allow.
pub(super) fn fee(sentence: &str) -> bool {
    let text = fold(sentence);
    let free = [
        "free",
        "no charge",
        "no fee",
        "not charge",
        "without charge",
        "unfounded",
        "excessive",
        "further cop",
        "additional cop",
        "extra cop",
        "more copies",
        "repeat",
        "again",
        "same ",
        "no longer",
        "do not pay",
        "don't pay",
        "nothing",
        "without cost",
        // What a doctor writes for others has its price.
        "insurer",
        "insurance",
        "another matter",
    ];
    let asked = [
        "fee of",
        "a fee",
        "the fee",
        "fee is",
        "we charge",
        "will charge",
        "charge of",
        "a charge",
        "costs",
        "cost £",
        "may cost",
        "cost up to",
        "payable",
        "must pay",
        "need to pay",
        "have to pay",
        "to pay an administration",
        "required to pay",
    ];
    // "For 35p a sheet", "£1 per page"
    let by_sheet = has(&text, &["sheet", "page", " each", "per copy", "per side"])
        && (text.contains('£') || words(&text).iter().any(|word| is_pence(word)));
    // The £10 of the Act of 1998 is LAW-02's.
    (has(&text, &asked) || by_sheet)
        && !has(&text, &free)
        && !is_denied_price(&text)
        && !pounds(&text).any(|sum| sum == 10)
}

/// Says whether every word of a price is denied: "none of this costs anything", "you never have to pay a fee". What is denied
/// twice is asked for: "no request is answered without a fee".
fn is_denied_price(text: &str) -> bool {
    const PRICES: [&str; 9] = [
        "fee", "fees", "charge", "charges", "charged", "cost", "costs", "pay", "payable",
    ];
    // What may stand between the two and leave them together.
    const LINKS: [&str; 32] = [
        "a", "an", "any", "asked", "be", "copies", "copy", "data", "ever", "for", "has", "have",
        "is", "it", "make", "need", "of", "our", "request", "requests", "such", "that", "the",
        "them", "these", "this", "to", "want", "we", "will", "you", "your",
    ];
    let all = words(text);
    let link =
        |it: &String| denies(it) || LINKS.contains(&it.as_str()) || PRICES.contains(&it.as_str());
    let denied = |at: usize| {
        let linked = all[..at].iter().rev().take_while(|it| link(it));
        let near: Vec<&String> = linked.filter(|it| denies(it)).collect();
        // "Without" may be said of a verb that is far from it.
        match near.as_slice() {
            [one] if *one == "without" => all[..at].iter().filter(|it| denies(it)).count() == 1,
            near => near.len() % 2 == 1,
        }
    };
    let mut prices = (0..all.len()).filter(|&at| PRICES.contains(&all[at].as_str()));
    prices
        .next()
        .is_some_and(|first| denied(first) && prices.all(denied))
}

/// Says whether a word is a sum in pence: `35p`.
fn is_pence(word: &str) -> bool {
    let digits = word.strip_suffix('p').unwrap_or_default();
    matches!(word, "pence" | "penny")
        || (!digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::{fee, in_writing};

    #[test]
    fn a_way_beside_writing_leaves_a_choice() {
        for sentence in [
            "Ask any of our staff, in words or in writing.",
            "Ask the clerk in writing or over the counter.",
            "Please make your request in person or in writing.",
            "Send us your request in writing or at any library desk.",
        ] {
            assert!(!in_writing(sentence), "{sentence}");
        }
        for sentence in [
            "Ask the clerk in writing.",
            "Please make your request by letter or in writing to the clerk.",
            "Requests must be made in writing or on form 5.",
            "Ask for your record in writing or by post.",
            "Make your request in writing, or we cannot answer it.",
        ] {
            assert!(in_writing(sentence), "{sentence}");
        }
    }

    #[test]
    fn a_price_that_is_denied_is_none() {
        for sentence in [
            "None of this costs anything.",
            "You do not have to pay a fee for your request.",
            "There is never a charge for it.",
            "Neither request costs a penny.",
        ] {
            assert!(!fee(sentence), "{sentence}");
        }
        for sentence in [
            "A copy costs £25.",
            "No request is answered without a fee.",
            "We do not look at your request until you pay the fee.",
            "We cannot take cash for the fee of £25.",
            "You need not pay for the search, but the copy costs £5.",
        ] {
            assert!(fee(sentence), "{sentence}");
        }
    }
}
