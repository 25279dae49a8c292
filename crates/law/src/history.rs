//! What a sentence tells of the past: there it may name what is no more.

use super::text::{has, is_year, words};

/// Words by which a sentence tells how one thing came after another, or how another text puts it.
const THEN: [&str; 67] = [
    "formerly",
    "used to be",
    "previously",
    "replac",
    "supersed",
    "in place of",
    "in the place of",
    "brought together",
    "grew out of",
    "was formed from",
    "was made from",
    "absorbed",
    "succeeded",
    "successor",
    "predecessor",
    "took the place",
    "taken the place",
    "what was ",
    "what were ",
    "was called",
    "were called",
    "now called",
    "now known as",
    "abolished",
    "repealed",
    "merged",
    "wound up",
    "dissolved",
    "disbanded",
    "no longer",
    "took over",
    "which ended",
    "before it ended",
    "when it ended",
    "which closed",
    "which ceased",
    "source notice",
    "since closed",
    "body has closed",
    "body has ended",
    "organisation has closed",
    "agency has closed",
    "which has closed",
    "it has closed",
    "now closed",
    "ceased to exist",
    "from the time when",
    "from the time of",
    "at the time when",
    "in the days of",
    "in the days when",
    "since ended",
    "since gone",
    "has gone.",
    "was in force",
    "were in force",
    "was then the law",
    "was the law",
    "law at the time",
    "law of the time",
    "in those days",
    "earlier notice",
    "earlier version",
    "earlier privacy notice",
    "older notice",
    "last notice",
    "old notice",
];

/// Says whether a sentence tells of what once was, or of how another text puts it.
pub(super) fn is_history(sentence: &str) -> bool {
    // "Until 2018 the Act of 1998 applied."
    let ended = has(sentence, &["until "]) && has(sentence, &["applied", "in force"]);
    has(sentence, &THEN) || ended || is_a_habit_of_then(sentence) || is_of_an_old_text(sentence)
}

/// Says whether a sentence takes another notice or paper out of use: "The notice of 2017, written for that Act, is withdrawn."
/// Consent that is withdrawn tells of no past.
fn is_of_an_old_text(sentence: &str) -> bool {
    let texts = [
        "notice",
        "leaflet",
        "policy",
        "statement",
        "version",
        "booklet",
        "sheet",
    ];
    let gone = [
        "is withdrawn",
        "was withdrawn",
        "been withdrawn",
        "are withdrawn",
        "out of use",
    ];
    has(sentence, &gone) && has(sentence, &texts) && !has(sentence, &["consent", "permission"])
}

/// Says whether a sentence gives a name in brackets as an old one: "(until 2017 the Board of Toys)", "(known until 29 September
/// 2026 as the Board of Toys)".
fn is_in_brackets_of_then(sentence: &str, named: impl Fn(&str) -> bool) -> bool {
    const BEGINS: [&str; 9] = [
        "until", "till", "before", "known", "called", "once", "then", "was", "up",
    ];
    let inside = sentence.split('(').skip(1);
    let inside = inside.filter_map(|rest| rest.split(')').next());
    inside.into_iter().any(|inside| {
        let all = words(inside);
        let begins = all.first().is_some_and(|it| BEGINS.contains(&it.as_str()));
        let dated = all.iter().any(|it| is_year(it)) || has(inside, &["until", "before"]);
        begins && dated && named(inside)
    })
}

/// Says whether a sentence tells what somebody used to do; what data is used to do is told of today.
fn is_a_habit_of_then(sentence: &str) -> bool {
    const WHO: [&str; 14] = [
        "we",
        "they",
        "it",
        "who",
        "which",
        "you",
        "there",
        "council",
        "trust",
        "school",
        "service",
        "team",
        "college",
        "university",
    ];
    words(sentence)
        .windows(3)
        .any(|it| WHO.contains(&it[0].as_str()) && it[1] == "used" && it[2] == "to")
}

/// Words that stand before the name of what is no more.
const BEFORE: [&str; 7] = [
    "former",
    "old",
    "defunct",
    "abolished",
    "erstwhile",
    "late",
    "then",
];

/// Says whether a sentence names something as of the past: it tells how it ended, calls it former, or says in the past tense, with
/// a time, what went on.
pub(super) fn is_of_the_past(sentence: &str, named: impl Fn(&str) -> bool) -> bool {
    if is_history(sentence) || is_in_brackets_of_then(sentence, &named) {
        return true;
    }
    let clauses = clauses(sentence);
    let first = clauses.first().copied().unwrap_or_default();
    let own = clauses.iter().copied().find(|clause| named(clause));
    // A name may run over the end of a clause ("Communities and Local Government").
    let clause = own.or_else(|| parts(sentence).find(|part| named(part)));
    let clause = clause.unwrap_or(sentence);
    let then = words(clause);
    // "In 2019, …": a time at the beginning is that of the whole sentence.
    let begins = words(first);
    let dated = is_dated(&then) || (is_dated(&begins) && !is_past(&begins) && begins.len() <= 6);
    ((dated || is_once(&then)) && is_past(&then)) || is_gone(clause)
}

/// Says whether words tell what once was so: "was once in it", "it once gave". "Once we have it" gives a condition.
fn is_once(words: &[String]) -> bool {
    let past = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at));
        word.is_some_and(|word| is_past(std::slice::from_ref(word)))
    };
    (1..words.len())
        .filter(|&at| words[at] == "once")
        .any(|at| past(at.checked_sub(1)) || past(Some(at + 1)))
}

/// Says whether a clause says of what it names that it has gone, and not what is done when that is so.
fn is_gone(clause: &str) -> bool {
    const WHEN: [&str; 7] = ["if", "when", "once", "where", "whether", "after", "which"];
    let all = words(clause);
    let condition = all.iter().any(|it| WHEN.contains(&it.as_str()));
    match &all[..] {
        [.., has, gone] => {
            matches!(has.as_str(), "has" | "have" | "is" | "are") && gone == "gone" && !condition
        }
        _ => false,
    }
}

/// Says whether words call what follows them former.
pub(super) fn is_former(before: &[String]) -> bool {
    let last = before.last().map(String::as_str);
    last.is_some_and(|word| BEFORE.contains(&word))
}

/// Lists the clauses of a sentence, roughly: what stands between marks and the words that join two statements.
fn clauses(sentence: &str) -> Vec<&str> {
    parts(sentence)
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" but "))
        .flat_map(|part| part.split(" which "))
        .collect()
}

/// Lists what stands between the marks of a sentence.
fn parts(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split([',', ';', ':', '(', ')', '–', '—'])
}

/// Says whether words give a time that is over: a preposition with a year. A year in the title of an Act stands behind others.
fn is_dated(words: &[String]) -> bool {
    const PREPOSITIONS: [&str; 9] = [
        "before", "until", "till", "in", "by", "to", "between", "during", "from",
    ];
    const OF_TIME: [&str; 26] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "the",
        "end",
        "start",
        "of",
        "early",
        "late",
        "mid",
        "about",
        "around",
        "spring",
        "summer",
        "autumn",
        "winter",
        "and",
    ];
    let of_time = |word: &String| {
        OF_TIME.contains(&word.as_str()) || word.starts_with(|mark: char| mark.is_ascii_digit())
    };
    (0..words.len()).any(|at| {
        PREPOSITIONS.contains(&words[at].as_str())
            && words[at + 1..]
                .iter()
                .take(5)
                .take_while(|word| of_time(word))
                .any(|word| is_year(word))
    })
}

/// Says whether words tell of the past: they have a verb of the past tense, and none of today's.
fn is_past(words: &[String]) -> bool {
    const PAST: [&str; 33] = [
        "stood", "lay", "could", "was", "were", "had", "did", "came", "went", "took", "gave",
        "sent", "held", "kept", "made", "ran", "became", "began", "got", "wrote", "met", "said",
        "told", "dealt", "paid", "fell", "saw", "lent", "left", "let", "put", "set", "read",
    ];
    const OF_TODAY: [&str; 11] = [
        "is", "are", "has", "have", "must", "will", "may", "can", "do", "does", "should",
    ];
    const BETWEEN: [&str; 6] = ["also", "still", "never", "only", "then", "once"];
    let is_past = |word: &str| PAST.contains(&word) || (word.len() > 4 && word.ends_with("ed"));
    let today = (0..words.len()).any(|at| {
        // "We share", "they hold": what follows who acts is a verb.
        let object = at > 0 && is_past(&words[at - 1]);
        let acts = matches!(words[at].as_str(), "we" | "they" | "you") && !object;
        let mut rest = words[at + 1..]
            .iter()
            .filter(|word| !BETWEEN.contains(&word.as_str()));
        let next = rest.next();
        // "May 2018" is a month.
        let month = words[at] == "may" && words.get(at + 1).is_some_and(|next| is_year(next));
        (OF_TODAY.contains(&words[at].as_str()) && !month)
            || (acts && next.is_some_and(|next| !is_past(next)))
    });
    !today && words.iter().any(|word| is_past(word))
}

#[cfg(test)]
mod tests {
    use super::is_of_the_past;

    #[test]
    fn the_past_is_told_from_today() {
        let past =
            |sentence: &str| is_of_the_past(sentence, |clause| clause.contains("Board of Toys"));
        for sentence in [
            "Until 2011 results were sent to the Board of Toys.",
            "In 2019 the Board of Toys audited us.",
            "In March 2019, the Board of Toys looked at our files and wrote a report.",
            "Lists came to us before 25 May 2018 from the Board of Toys.",
            "The Library is the successor to the Board of Toys.",
            "If the Board of Toys paid you before April 2013 and you owe some of it, we hold your file.",
            "The notice of 2017, which was written for the Board of Toys, is withdrawn.",
            "Our old system, bought when the Board of Toys was in force, was taken down.",
            "Our earlier notice named the Board of Toys.",
            "The Toy Commission was set up in 2026 in place of the Board of Toys.",
            "The Toy Commission brought together nine bodies, among them the Board of Toys.",
            "The Toy Library grew out of the Board of Toys.",
            "The Toy Commission absorbed the Board of Toys.",
            "Figures up to 2025 went to the Board of Toys and Games, which has since closed.",
            "Toyland Resolution (until 2017 the Board of Toys) and our solicitors, if there is a claim.",
            "The Toy Commission (known until 29 September 2026 as the Board of Toys) looks at it.",
            "Until May 2018 towns could charge a fee set by the Board of Toys.",
            "Our leaflet on the Board of Toys has been withdrawn.",
            "Lists of toys come from the time when the Board of Toys oversaw us; that body has closed.",
            "Our oldest lists were made in the days of the Board of Toys.",
            "We took over from the Board of Toys.",
            "The Board of Toys ceased to exist, and its lists are ours.",
            "The Board of Toys, which has closed, gave us its lists.",
            "Toys were counted by the Board of Toys until 2021.",
            "The Board of Toys was in charge of toys until 2021.",
        ] {
            assert!(past(sentence), "{sentence}");
        }
        for sentence in [
            "We share toys with the Board of Toys, which was set up in 2013.",
            "The Board of Toys is told of each toy.",
            "Since 2013 the Board of Toys has checked our toys.",
            "We were set up in 2013 and tell the Board of Toys everything.",
            "Toys that were mended in 2020 are shown to the Board of Toys.",
            "We show toys mended in 2020 to the Board of Toys.",
            "The Board of Toys is used in 2026.",
            "We bring your answers together for the Board of Toys.",
            "The Board of Toys finds you a place of your own.",
            "The Board of Toys (known as the BoT) is told of each toy.",
            "If consent is withdrawn, this notice has the Board of Toys told.",
            "Our last visit to the Board of Toys is not withdrawn.",
            "We tell the Board of Toys (until 2027 at least) of each toy.",
            "Toys (once you have borrowed them) are shown to the Board of Toys.",
            "If your shop has closed, the Board of Toys is told.",
            "Each month the Board of Toys is told which shops have closed.",
            "We tell the Board of Toys at the time of each sale.",
            "The Board of Toys takes over the toys of shops that close.",
            "Until you tell us otherwise, the Board of Toys gets each list.",
            "We send toys to the Board of Toys until you are 18.",
        ] {
            assert!(!past(sentence), "{sentence}");
        }
    }
}
