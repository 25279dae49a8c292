//! How long data is kept, and how old the notice is.

use notice::{Notice, Question, SectionId};

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found, Mark, Mention, OnSource, Outcome, Reads, Rule,
    Severity,
    duration::{has_duration, months},
    ended, found,
    keeping::{ENDLESS, is_empty, names_an_event, untold},
    prose,
    text::{all, has, mentions, section, sentences, texts_with_links},
    undated::{is_undated, year_of},
};

/// A notice that nobody touched for so many years is taken for forgotten.
const YEARS: u16 = 3;

pub(super) static RULES: [Rule; 3] = [
    Rule {
        id: "RET-01",
        title: "How long, or what decides it",
        law: "Arts. 13(2)(a), 14(2)(a)",
        severity: Severity::Warning,
        remedy: "Say in [retention] how long, or what decides it; a link to the schedule may stand beside that, and not in its place.",
        question: "How long do you keep the details? If there is no fixed time, what decides it?",
        first_layer: Some(Question::Keeps),
        reads: Reads::English(&[Mark::Missing, Mark::Wrong]),
        on_source: OnSource::Sentences(prose::retention),
        mention: Some(Mention {
            section: Some(SectionId::Retention),
            words: &[],
            beside: &[],
        }),
        find: retention,
    },
    Rule {
        id: "VER-01",
        title: "A date that is not too old",
        law: "house measure of Art. 5(2), accountability",
        severity: Severity::Warning,
        remedy: "Have the notice reviewed, and give it a new `version` and the day as `published`; once it says what is so today, take `restates` out.",
        question: "When did somebody last go through this notice and find that all of it is still so?",
        first_layer: None,
        reads: Reads::NoticeFacts,
        on_source: OnSource::Sentences(prose::date),
        mention: None,
        find: date,
    },
    Rule {
        id: "TIM-01",
        title: "No programme or benefit that has ended",
        law: "Arts. 5(1)(a), 12(1)",
        severity: Severity::Warning,
        remedy: "Take it out, or say that it has ended and what is still done with its data.",
        question: "This has ended. Do you still hold details from it, and what for?",
        first_layer: None,
        reads: Reads::NAMES,
        on_source: OnSource::Whole,
        mention: None,
        find: programme,
    },
];

fn retention(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let Some(retention) = &notice.retention else {
        return found([Found::missing(
            "The notice does not say how long data is kept",
        )]);
    };
    let text = &retention.text;
    // What says nothing takes nothing from what stands beside it.
    let mut clauses = text.split([',', ';', '.']).flat_map(|it| it.split(" and "));
    let decided = clauses.any(|clause| has_criterion(clause) && !is_empty(clause));
    let told = retention.months.is_some() || has_duration(text) || decided;
    let empty = is_empty(text);
    let message = if empty {
        "“As long as necessary” gives neither a period nor what decides it"
    } else if has(text, &["schedule", "policy", "guideline"]) || retention.link.is_some() {
        "The notice points at a schedule, and gives neither a period nor what decides it"
    } else {
        "The notice gives neither a period nor what decides it"
    };
    let unsaid: Option<Found> = (!told).then(|| Found::weak(message).at(text));
    let periods = months(&retention.text);
    let other = retention
        .months
        .filter(|months| !periods.is_empty() && !periods.contains(months));
    let other = other.map(|months| {
        let message =
            format!("months = {months} is a period that the text beside it does not give");
        Found::wrong(message).at(&retention.text)
    });
    let mut texts = vec![text.clone()];
    // A link beside it says the rest.
    let linked = texts_with_links(notice);
    texts.extend(section(notice, SectionId::Retention));
    texts.retain(|text| !linked.contains(text));
    let beside = texts.iter().flat_map(|text| untold(text));
    let mut seen: Vec<String> = unsaid.iter().map(|_| text.clone()).collect();
    let beside = beside.filter(|(said, _)| {
        let new = !seen.iter().any(|it| it.contains(said));
        seen.push((*said).to_owned());
        new
    });
    let beside: Vec<Found> = beside
        .map(|(said, message)| {
            let found = Found::weak(format!("“{said}” {message}")).at(said);
            let endless = message.starts_with("gives no end");
            Found {
                remedy: endless.then_some(ENDLESS),
                ..found
            }
        })
        .collect();
    found(unsaid.into_iter().chain(other).chain(beside))
}

/// Says whether a text says what decides how long, or that there is no end.
pub(super) fn has_criterion(text: &str) -> bool {
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
        "the day of",
        "the day after",
        "length of your",
        "length of their",
        "for the length of",
        "current financial year",
        "current academic year",
        "current school year",
        "current tax year",
        "current year",
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
    has(text, &criteria)
        || has(text, &endless)
        || has(text, &["as long as"])
        || names_an_event(text)
}

/// Returns the source's own date, what has replaced it, and the day on which this wording of it was published.
fn date(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let source = notice.restates.as_deref();
    let replaced = source.and_then(|source| {
        let fact = facts
            .named(FactKind::ReplacedNotice, source)
            .find(|fact| fact.holds(at))?;
        let message = format!("Another notice has replaced the source{}", fact.remark());
        Some(fact.finding(Mark::Outdated, message).at(source))
    });
    let source = source.and_then(|source| {
        if is_undated(source) {
            let found = if mentions(source, "version") {
                Found::weak("The source has a version and no date")
            } else {
                Found::missing("The source has neither a date nor a version")
            };
            return Some(Found {
                remedy: Some(UNDATED),
                ..found.at(source)
            });
        }
        let year = year_of(source).filter(|&year| year < at.year().saturating_sub(YEARS))?;
        let message = format!("The source is of {year}, more than {YEARS} years before {at}");
        Some(Found::outdated(message).at(source))
    });
    let unsaid = notice.published.is_empty().then(|| Found {
        remedy: Some(UNSAID),
        ..Found::missing("The notice does not say when it was published")
            .at("published = \"not stated\"")
    });
    // A day that cannot be read is the parser's to refuse.
    let published = notice.published.parse::<Date>().ok().and_then(|published| {
        (published < at.before(YEARS)).then(|| {
            Found::outdated(format!("Published more than {YEARS} years before {at}"))
                .at(&notice.published)
        })
    });
    found(
        source
            .into_iter()
            .chain(replaced)
            .chain(unsaid)
            .chain(published),
    )
}

/// What to do about a draft whose source does not say its day.
const UNSAID: &str = "Write the day on which these words were first published, such as `published = 2026-11-22`: nothing is published before.";

/// What to do about a source without a date.
const UNDATED: &str = "Ask the service when the source was last gone through, and write that day in `restates`, such as `restates = \"Privacy notice, 3 March 2026\"`: that settles it. Or have the notice reviewed, and take `restates` out once it says what is so today.";

fn programme(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let texts = all(notice);
    let named = facts.naming(FactKind::Programme, &texts);
    let named = named.into_iter().any(|(it, text)| is_meant(it, text));
    let known = facts
        .dead_where(FactKind::Programme, &texts, at, is_meant)
        .into_iter();
    let known: Vec<Found> = known
        .map(|(programme, text)| {
            let message = format!("“{}” has ended{}", programme.value, programme.remark());
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

/// Says whether a text means a benefit or a programme whose name may mean anything, as “income support” does: it is written as a name,
/// or stands among benefits.
fn is_meant(programme: &DatedFact, text: &str) -> bool {
    let tells = [
        "benefit",
        "allowance",
        "credit",
        "fund",
        "grant",
        "loan",
        "programme",
        "nhs",
    ];
    let parts = ['.', ',', ';', ':', '(', ')'];
    // "Council Tax, benefits and pension credit" are three things: no name runs over a comma that it has not itself.
    let runs_on = !programme.value.contains(parts)
        && !text
            .split(parts)
            .any(|part| mentions(part, &programme.value));
    (has(&programme.value, &tells) || has(text, &tells) || text.contains(&programme.value))
        && !runs_on
}
