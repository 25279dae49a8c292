//! How long data is kept, and how old the notice is.

use notice::Notice;

use super::{
    Date, Facts, Found, Kind, Outcome, Rule, Severity, found,
    text::{all, fold, has, mentions},
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
        remedy: "Have the notice reviewed, and date it.",
        find: date,
    },
    Rule {
        id: "TIM-01",
        title: "No programme that has ended",
        law: "Art. 5(1)(d), accuracy",
        severity: Severity::Warning,
        remedy: "Take the programme out, or say that it has ended and what is still done with its data.",
        find: programme,
    },
];

fn retention(notice: &Notice, _: &Facts, _: Date) -> Outcome {
    let Some(retention) = &notice.retention else {
        return found([Found::missing(
            "The notice does not say how long data is kept",
        )]);
    };
    let words = [
        "until ",
        "as long as you",
        "while you",
        "while our",
        "for as long as",
    ];
    let unit = ["day", "week", "month", "year"];
    let figure =
        retention.text.contains(|mark: char| mark.is_ascii_digit()) && has(&retention.text, &unit);
    let told = retention.months.is_some() || figure || has(&retention.text, &words);
    let message = "The notice points at a schedule, and gives neither a period nor what decides it";
    let untold = (!told).then(|| Found::weak(message).at(&retention.text));
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

/// The periods that a text gives in months or years, in months.
fn months(text: &str) -> Vec<u16> {
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
    let source = notice.restates.as_deref().unwrap_or_default();
    let years = source.split(|mark: char| !mark.is_ascii_digit());
    let year = years
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse::<u16>().ok())
        .max();
    let source = if mentions(source, "undated") {
        Some(if mentions(source, "version") {
            Found::weak("The source has a version and no date").at(source)
        } else {
            Found::missing("The source has neither a date nor a version").at(source)
        })
    } else {
        year.filter(|&year| year < at.year().saturating_sub(YEARS))
            .map(|year| {
                Found::wrong(format!(
                    "The source is of {year}, more than {YEARS} years before {at}"
                ))
                .at(source)
            })
    };
    // A day that cannot be read is the parser's to refuse.
    let published = notice.published.parse::<Date>().ok().and_then(|published| {
        (published < at.before(YEARS)).then(|| {
            Found::wrong(format!("Published more than {YEARS} years before {at}"))
                .at(&notice.published)
        })
    });
    found(source.into_iter().chain(published))
}

fn programme(notice: &Notice, facts: &Facts, at: Date) -> Outcome {
    let texts = all(notice);
    let mut named = texts
        .iter()
        .filter(|text| facts.named(Kind::Programme, text).next().is_some())
        .peekable();
    named.peek()?;
    let ended = named.find_map(|text| {
        let programme = facts.outdated(Kind::Programme, text, at)?;
        let message = format!("“{}” has ended{}", programme.value, programme.told());
        Some(Found::wrong(message).at(text))
    });
    found(ended)
}
