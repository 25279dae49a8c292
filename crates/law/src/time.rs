//! How long data is kept, and how old the notice is.

use notice::Notice;

use super::{
    Date, Facts, Found, Kind, Mark, Outcome, Rule, Severity, ended, found,
    text::{all, fold, has, mentions, sentences, words},
};

/// A notice that nobody touched for so many years is taken for forgotten.
const YEARS: u16 = 3;

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "RET-01",
        title: "How long, or what decides it",
        law: "Arts. 13(2)(a), 14(2)(a)",
        severity: Severity::Warning,
        remedy: "Say the period, or what decides it, beside the link to the schedule.",
        find: retention,
    },
    Rule {
        id: "VER-01",
        title: "A date that is not too old",
        law: "Art. 5(2), accountability",
        severity: Severity::Warning,
        remedy: "Have the notice reviewed, and date it; once it says what is so today, take `restates` out.",
        find: date,
    },
    Rule {
        id: "TIM-01",
        title: "No programme or benefit that has ended",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Warning,
        remedy: "Take it out, or say that it has ended and what is still done with its data.",
        find: programme,
    },
];

fn retention(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let Some(retention) = &notice.retention else {
        return found([Found::missing(
            "The notice does not say how long data is kept",
        )]);
    };
    let text = &retention.text;
    // What says nothing takes nothing from what stands beside it.
    let mut clauses = text.split([',', ';', '.']).flat_map(|it| it.split(" and "));
    let decided = clauses.any(|clause| has_criterion(clause) && !is_empty(clause));
    let told = retention.months.is_some() || has_period(text) || decided;
    let empty = is_empty(text);
    let message = if empty {
        "“As long as necessary” gives neither a period nor what decides it"
    } else if has(text, &["schedule", "policy", "guideline"]) || retention.link.is_some() {
        "The notice points at a schedule, and gives neither a period nor what decides it"
    } else {
        "The notice gives neither a period nor what decides it"
    };
    let untold = (!told).then(|| Found::weak(message).at(text));
    let periods = months(&retention.text);
    let other = retention
        .months
        .filter(|months| !periods.is_empty() && !periods.contains(months));
    let other = other.map(|months| {
        let message =
            format!("months = {months} is a period that the text beside it does not give");
        Found::wrong(message).at(&retention.text)
    });
    found(untold.into_iter().chain(other))
}

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

/// Whether a text gives nothing but that: "as long as" with a need, a law or a reason that nobody can see, or "until" there is
/// none any more.
fn is_empty(text: &str) -> bool {
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
        (measure && (nothing || takes) && !theirs) || (ends && nothing)
    });
    vague || has(text, &EMPTY)
}

/// Numbers as notices spell them, in lower case.
pub const NUMBERS: [&str; 29] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "several",
];

/// A unit in which a time is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Years,
}

/// The times that a text gives, each with its unit: `40 calendar days`, `six weeks`.
pub(super) fn spans(text: &str) -> impl Iterator<Item = (usize, Unit)> + use<> {
    let words = words(text);
    let many = words.len();
    let number = |word: &str| {
        let spelt = NUMBERS.iter().position(|number| *number == word);
        let spelt = spelt.map(|at| match at {
            0..20 => at + 1,
            // From twenty on they go by tens.
            _ => (at - 17) * 10,
        });
        word.parse().ok().or(spelt)
    };
    let span = move |at: usize| {
        let mut rest = words.get(at + 1..)?.iter().map(String::as_str);
        let (mut next, mut works) = (rest.next()?, false);
        if matches!(
            next,
            "working" | "school" | "business" | "calendar" | "full" | "further"
        ) {
            works = !matches!(next, "calendar" | "full" | "further");
            next = rest.next()?;
        }
        let unit = match next.trim_end_matches('s') {
            "day" if works => Unit::WorkingDays,
            "day" => Unit::Days,
            "week" => Unit::Weeks,
            "month" => Unit::Months,
            "year" => Unit::Years,
            _ => return None,
        };
        Some((number(&words[at])?, unit))
    };
    (0..many).filter_map(span)
}

/// Whether a text gives a figure: `6 years`, `six-year`, `a month`, `48 hours`.
fn has_period(text: &str) -> bool {
    let words = words(text);
    let number = |word: &String| {
        word.starts_with(|mark: char| mark.is_ascii_digit())
            || NUMBERS.contains(&word.as_str())
            || matches!(word.as_str(), "a" | "an" | "few")
    };
    let unit = |word: &str| {
        let word = word.trim_start_matches(|mark: char| mark.is_ascii_digit());
        matches!(
            word.trim_end_matches('s'),
            "hour" | "day" | "week" | "fortnight" | "month" | "year" | "yr" | "decade" | "term"
        )
    };
    // "The year in which it was closed and ten more"
    let more = |it: &[String]| it[0] == "and" && number(&it[1]) && it[2] == "more";
    (words.iter().any(|word| unit(word)) && words.windows(3).any(more))
        || words.windows(3).any(|it| number(&it[0]) && (unit(&it[1]) || (matches!(it[1].as_str(), "working" | "calendar" | "full" | "more" | "financial" | "school" | "academic" | "tax") && unit(&it[2]))))
        || words.windows(2).any(|it| number(&it[0]) && unit(&it[1]))
        || words.iter().any(|word| word.starts_with(|mark: char| mark.is_ascii_digit()) && unit(word))
        // "The current year plus 6"
        || (words.iter().any(|word| unit(word)) && has(text, &["plus", " + "]) && text.contains(|mark: char| mark.is_ascii_digit()))
}

/// Whether a text says what decides how long, or that there is no end.
fn has_criterion(text: &str) -> bool {
    let criteria = [
        "until ",
        "till ",
        "for the duration",
        "throughout",
        "when you ",
        "when your ",
        "once you",
        "as soon as",
        "after you",
        "while the",
        "as long as you",
        "while you",
        "while our",
        "while we are",
        "as long as our",
        "as long as the ",
        "as long as a ",
        "for the life of",
        "lifetime of",
        "birthday",
        "reach the age",
        "up to the age",
        "up to age",
        "to the end of",
        "at the end of",
        "the same day",
        "each year",
        "every year",
        "for as long as your",
    ];
    let endless = [
        "for ever",
        "forever",
        "permanent",
        "indefinite",
        "never delete",
        "never destroy",
        "no end date",
        "without limit",
        "without end",
        "in perpetuity",
    ];
    has(text, &criteria) || has(text, &endless) || has(text, &["as long as"])
}

/// The periods that a text gives in months or years, in months.
#[must_use]
pub fn months(text: &str) -> Vec<u16> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let text = fold(text);
    let words: Vec<&str> = text
        .split(|mark: char| !mark.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| {
        let spelt = NUMBERS.iter().position(|number| *number == word);
        spelt
            .and_then(|at| u16::try_from(at + 1).ok())
            .or_else(|| word.parse().ok())
    };
    let period = |pair: &[&str]| {
        let unit = match pair[1].trim_end_matches('s') {
            "month" => 1,
            "year" => 12,
            _ => return None,
        };
        number(pair[0])?.checked_mul(unit)
    };
    words.windows(2).filter_map(period).collect()
}

/// The source's own date, and the day on which this wording of it was published.
fn date(notice: &Notice, _: &Facts, at: Date) -> Outcome {
    let source = notice.restates.as_deref();
    let undated = |text: &str| {
        let words = [
            "undated",
            "not dated",
            "no date",
            "date is not stated",
            "date not stated",
            "date unknown",
            "date is not known",
        ];
        has(text, &words) || year_of(text).is_none()
    };
    let source = source.and_then(|source| {
        if undated(source) {
            return Some(if mentions(source, "version") {
                Found::weak("The source has a version and no date").at(source)
            } else {
                Found::missing("The source has neither a date nor a version").at(source)
            });
        }
        let year = year_of(source).filter(|&year| year < at.year().saturating_sub(YEARS))?;
        let message = format!("The source is of {year}, more than {YEARS} years before {at}");
        Some(Found::outdated(message).at(source))
    });
    // A day that cannot be read is the parser's to refuse.
    let published = notice.published.parse::<Date>().ok().and_then(|published| {
        (published < at.before(YEARS)).then(|| {
            Found::outdated(format!("Published more than {YEARS} years before {at}"))
                .at(&notice.published)
        })
    });
    found(source.into_iter().chain(published))
}

/// The latest year that a source gives for itself; the day on which it was brought in is none.
fn year_of(source: &str) -> Option<u16> {
    let source = fold(source);
    let own = source.split("brought in on").next().unwrap_or_default();
    let after = source
        .split("brought in on")
        .skip(1)
        .filter_map(|rest| rest.split_once([';', ',']))
        .map(|(_, rest)| rest);
    std::iter::once(own)
        .chain(after)
        .flat_map(|text| text.split(|mark: char| !mark.is_ascii_digit()))
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1900..2200).contains(year))
        .max()
}

fn programme(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let texts = all(notice);
    let named = !facts.naming(Kind::Programme, &texts).is_empty();
    let known = facts.dead(Kind::Programme, &texts, at).into_iter();
    let known: Vec<Found> = known
        .map(|(programme, text)| {
            let message = format!("“{}” has ended{}", programme.value, programme.told());
            programme.finding(Mark::Outdated, message).at(text)
        })
        .collect();
    let told: Vec<&Option<String>> = known.iter().map(|it| &it.place).collect();
    let by_date = texts
        .iter()
        .filter(|text| !told.iter().any(|place| place.as_ref() == Some(text)))
        .flat_map(|text| sentences(text))
        .filter_map(|sentence| {
            let end = ended::end(sentence)?;
            (end < at.to_string()).then(|| {
                let message = "What this speaks of as of today has ended by the day that it gives";
                Found::outdated(message).at(sentence)
            })
        });
    let by_date: Vec<Found> = by_date.collect();
    (named || !by_date.is_empty()).then(|| known.into_iter().chain(by_date).collect())
}
