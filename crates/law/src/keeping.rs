//! What says nothing of how long: kept as long as necessary, or for ever, alone or beside other things that have their periods.

use super::{
    duration::has_duration,
    text::{denies, fold, has, sentences, words},
};

/// What says nothing of how long: the law itself says that data is kept no longer than necessary.
const EMPTY: [&str; 12] = [
    "long as necessary",
    "long as is necessary",
    "long as it is necessary",
    "longer than necessary",
    "longer than is necessary",
    "longer than it is necessary",
    "long as needed",
    "long as is needed",
    "long as we need",
    "long as required",
    "long as is required",
    "longer than we need",
];

/// Says whether a text gives nothing but that: "as long as" with a need, a law or a reason that nobody can see, or "until" there is
/// none any more.
pub(super) fn is_empty(text: &str) -> bool {
    const NOTHING: [&str; 15] = [
        "need",
        "necess",
        "requir",
        "appropriat",
        "reason",
        "permit",
        "legal",
        "law",
        "legitimate",
        "justif",
        "oblig",
        "deem",
        "see",
        "must",
        "use",
    ];
    let words = words(text);
    let vague = (0..words.len().saturating_sub(2)).any(|at| {
        let measure = words[at] == "long" && words[at + 1] == "as"
            || words[at] == "longer" && words[at + 1] == "than";
        let rest = &words[at + 2..words.len().min(at + 8)];
        // What is theirs decides: "as long as you need the help".
        let theirs = rest.first().is_some_and(|word| word.starts_with("you"));
        let nothing = rest
            .iter()
            .any(|word| NOTHING.iter().any(|start| word.starts_with(start)));
        // "As long as it takes", and no word of what.
        let takes = rest == ["it", "takes"];
        let ends = words[at] == "no"
            && words[at + 1] == "longer"
            && words[..at].contains(&"until".to_owned());
        (measure && (nothing || takes) && !theirs)
            || (ends && nothing)
            || is_needed_while(&words[at..])
    });
    vague || has(text, &EMPTY)
}

/// Says whether words begin with "while", and go on with a need that nobody can see: "while they are required". A tenancy that lasts,
/// and what people themselves need, can be seen.
fn is_needed_while(words: &[String]) -> bool {
    const NEED: [&str; 5] = ["need", "necess", "requir", "appropriat", "justif"];
    const SUBJECTS: [&str; 6] = ["they", "it", "we", "this", "these", "that"];
    let [first, subject, rest @ ..] = words else {
        return false;
    };
    let of_data = SUBJECTS.contains(&subject.as_str())
        || NEED.iter().any(|start| subject.starts_with(start))
        || rest.iter().take(2).any(|it| {
            matches!(
                it.as_str(),
                "data" | "information" | "details" | "records" | "record" | "file"
            )
        });
    let needed = std::iter::once(subject).chain(rest).take(6);
    let mut needed = needed.flat_map(|it| NEED.iter().map(move |start| it.starts_with(start)));
    matches!(first.as_str(), "while" | "whilst") && of_data && needed.any(|it| it)
}

/// Says whether a text lets a day decide on which something happens: "on the day you move out", "the moment the account is closed".
/// The day on which nobody needs it any more is none.
pub(super) fn names_an_event(text: &str) -> bool {
    const TIMES: [&str; 10] = [
        "day", "date", "week", "month", "term", "season", "year", "moment", "minute", "hour",
    ];
    const BEFORE: [&str; 12] = [
        "on", "from", "by", "to", "until", "till", "in", "at", "after", "within", "of", "end",
    ];
    const SUBJECTS: [&str; 18] = [
        "you", "your", "the", "a", "an", "it", "its", "he", "she", "they", "their", "we", "our",
        "somebody", "someone", "that", "when", "which",
    ];
    const NEED: [&str; 9] = [
        "need",
        "needed",
        "necessary",
        "require",
        "required",
        "requires",
        "want",
        "useful",
        "use",
    ];
    let all = words(text);
    (1..all.len()).any(|at| {
        let (before, time) = (&all[..at], all[at].as_str());
        let article = before.last().is_some_and(|it| it == "the" || it == "same");
        let at_once = matches!(time, "moment" | "minute");
        let placed = before.iter().rev().nth(1);
        let placed = placed.is_some_and(|it| BEFORE.contains(&it.as_str()));
        let behind = all[at + 1..]
            .iter()
            .skip_while(|it| *it == "on" || *it == "in");
        let behind: Vec<&str> = behind.map(String::as_str).take(10).collect();
        TIMES.contains(&time)
            && article
            && (at_once || placed)
            && behind.len() > 1
            && SUBJECTS.contains(&behind[0])
            && !behind.iter().any(|it| NEED.contains(it))
    })
}

/// What to do about what is kept with no end.
pub(super) const ENDLESS: &str = "Say how long it is kept, or by what the period is set; if it really is kept for ever, say why.";

/// Says whether a sentence has something kept with no end, and neither it nor the next says why.
pub(super) fn has_no_end(said: &str, next: &str) -> bool {
    let reason_behind = gives_reason(next) && is_of_it(next);
    let reason = gives_reason(said) || gives_reason_first(said) || reason_behind;
    is_endless(said) && !reason
}

/// Says whether a sentence begins with the reason, and has no end follow from it: "Families look for their names in it, so it is
/// kept for ever."
fn gives_reason_first(sentence: &str) -> bool {
    let text = fold(sentence);
    [
        ", so ",
        ", and so ",
        "; so ",
        ", therefore ",
        "; therefore ",
    ]
    .iter()
    .filter_map(|so| text.split_once(so))
    .any(|(reason, rest)| words(reason).len() > 3 && is_endless(rest))
}

/// Says whether a sentence has one thing that it names kept for nobody knows how long, and the next says no more of it.
pub(super) fn is_untold_thing(said: &str, next: &str) -> bool {
    is_of_a_thing(said) && is_vague(said) && !goes_on(next)
}

/// Says whether a sentence goes on about the one before, and begins nothing of its own.
fn is_of_it(next: &str) -> bool {
    let first = words(next).into_iter().next().unwrap_or_default();
    goes_on(next)
        || matches!(
            first.as_str(),
            "we" | "the" | "because" | "our" | "as" | "so" | "its" | "there" | "these" | "such"
        )
}

/// Lists the sentences of a text that give what they speak of no end, or none that anybody could know, with what is wrong.
pub(super) fn untold(text: &str) -> Vec<(&str, &'static str)> {
    let all: Vec<&str> = sentences(text).collect();
    let mut list = Vec::new();
    for (at, said) in all.iter().copied().enumerate() {
        let next = all.get(at + 1).copied().unwrap_or_default();
        if has_no_end(said, next) {
            list.push((said, "gives no end, and no reason why there is none"));
        } else if is_untold_thing(said, next) {
            list.push((said, "gives neither a period nor what decides it"));
        }
    }
    list
}

/// Says whether a sentence has something kept with no end.
fn is_endless(sentence: &str) -> bool {
    let endless = [
        "for ever",
        "forever",
        "indefinitely",
        "indefinite period",
        "permanently",
        "in perpetuity",
        "without limit",
        "without end",
    ];
    let keeps = ["keep", "kept", "held", "hold", "store", "retain"];
    has(sentence, &endless) && has(sentence, &keeps) && !denies(sentence) && !has_duration(sentence)
}

/// Says whether a sentence says why there is no end, or where that is so: the law, an archive, a register.
fn gives_reason(sentence: &str) -> bool {
    let reasons = [
        "because",
        "since ",
        "law",
        "legal",
        "statut",
        " act",
        "regulation",
        "archiv",
        "histor",
        "research",
        "regist",
        "so that",
        "in case",
        "as long as",
        "until",
        "unless",
        "required",
        "order to",
        "minutes",
        "heritage",
        "museum",
        "burial",
        "grave",
        "anonym",
        "court",
        "inquiry",
        "public record",
        "deed",
        "planning",
    ];
    has(sentence, &reasons)
}

/// Says whether a sentence names what it speaks of: "Calls are kept…". What is said of everything is told as a whole.
fn is_of_a_thing(sentence: &str) -> bool {
    const WHOLE: [&str; 24] = [
        "all",
        "any",
        "data",
        "details",
        "everything",
        "for",
        "how",
        "i",
        "in",
        "information",
        "it",
        "no",
        "only",
        "our",
        "personal",
        "records",
        "such",
        "that",
        "the",
        "these",
        "they",
        "this",
        "we",
        "your",
    ];
    let said = words(sentence);
    let kept = said
        .iter()
        .position(|it| matches!(it.as_str(), "kept" | "held" | "stored" | "retained"));
    let named = said.first().is_some_and(|it| !WHOLE.contains(&it.as_str()));
    named
        && kept.is_some_and(|at| at > 1 && at < 7 && matches!(said[at - 1].as_str(), "are" | "is"))
}

/// Says whether a sentence has a schedule say how long.
pub(super) fn is_schedule(sentence: &str) -> bool {
    let schedule = [
        "line with our retention",
        "line with the retention",
        "line with our record",
        "line with our document",
        "line with our schedule",
        "line with our policies",
        "accordance with our retention",
        "accordance with the retention",
        "accordance with our record",
        "according to our retention",
        "set out in our retention",
        "set by our retention",
        "in our retention schedule",
        "our retention schedule says",
        "our retention schedule sets",
    ];
    has(sentence, &schedule)
}

/// Says whether a sentence says nothing of how long.
fn is_vague(sentence: &str) -> bool {
    let open = is_schedule(sentence) && !has(sentence, &["http", "www."]);
    (is_empty(sentence) || open)
        && !has_duration(sentence)
        && !has(
            sentence,
            &[
                "until",
                "usually",
                "after ",
                ":",
                "at most",
                "as long as you",
                "birthday",
            ],
        )
}

/// Says whether a sentence goes on about the one before.
pub(super) fn goes_on(sentence: &str) -> bool {
    let first = words(sentence).into_iter().next().unwrap_or_default();
    matches!(
        first.as_str(),
        "that"
            | "this"
            | "usually"
            | "normally"
            | "typically"
            | "in"
            | "which"
            | "it"
            | "they"
            | "for"
            | "after"
            | "then"
            | "most"
            | "mostly"
            | "often"
            | "generally"
    ) || has(sentence, &["schedule"])
}

#[cfg(test)]
mod tests {
    use super::has_no_end;

    #[test]
    fn what_has_no_end_is_told_unless_a_reason_stands_before_or_behind_it() {
        for sentence in [
            "We keep the roll of members for ever.",
            "So the record is kept permanently.",
            "The file is kept indefinitely, so ask us if you want to see it.",
            "Members, and so guests, are kept on the list for ever.",
        ] {
            assert!(has_no_end(sentence, ""), "{sentence}");
        }
        for sentence in [
            "Membership is for life, so the roll of members is kept permanently.",
            "Families look for their names in the book; therefore it is kept for ever.",
            "Degrees have to be confirmed at any time, and so we hold the list of them indefinitely.",
            "We keep the book for ever, because families look for names in it.",
        ] {
            assert!(!has_no_end(sentence, ""), "{sentence}");
        }
    }
}
