//! How long a source text says that data is kept.

use notice::{Notice, SectionId};

use super::{
    Prose, Said,
    traces::{is_trace, kept_as_long_as_necessary},
};
use crate::{
    Date, DatedFacts, Found, Outcome,
    duration::has_duration,
    found,
    keeping::{self, is_empty, is_schedule},
    text::{denies, fold, has, words},
    time::has_criterion,
};

/// Finds what is kept with no end, and that nothing is said of how long but what says nothing.
pub(crate) fn retention(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let text = Prose::of(notice);
    let said = text.said();
    let kept: Vec<&Said<'_>> = said.iter().filter(|it| is_about_keeping(it)).collect();
    let mut list: Vec<Found> = Vec::new();
    for said in &kept {
        if keeping::has_no_end(said.text, said.next) {
            let message = format!(
                "“{}” gives no end, and no reason why there is none",
                said.text
            );
            list.push(Found {
                remedy: Some(keeping::ENDLESS),
                ..Found::weak(message).at(said.text)
            });
        }
    }
    let things = kept
        .iter()
        .filter(|it| keeping::is_untold_thing(it.text, it.next));
    list.extend(things.map(|it| {
        let message = format!("“{}” gives neither a period nor what decides it", it.text);
        Found::weak(message).at(it.text)
    }));
    let main = kept.iter().filter(|it| {
        is_of_the_record(it.text)
            && !kept
                .iter()
                .any(|other| tells_how_long(other.text) && names_a_record(other.text))
            && (!has_duration(it.next) || is_of_another(it.next))
    });
    list.extend(main.map(|it| {
        let message = format!("“{}” gives neither a period nor what decides it", it.text);
        Found::weak(message).at(it.text)
    }));
    let named = kept.iter().filter(|it| {
        kept_as_long_as_necessary(it.text).is_some_and(|thing| {
            !kept.iter().any(|other| {
                // "Applications that lead to no tenancy" are no tenancies.
                let own = words(other.text);
                let mut own = own
                    .iter()
                    .take_while(|it| !matches!(it.as_str(), "that" | "which" | "who" | "where"));
                tells_how_long(other.text) && own.any(|it| thing.contains(it))
            }) && !keeping::goes_on(it.next)
        }) && !is_of_the_record(it.text)
    });
    list.extend(named.map(|it| {
        let message = format!("“{}” gives neither a period nor what decides it", it.text);
        Found::weak(message).at(it.text)
    }));
    let told = kept.iter().any(|it| tells_how_long(it.text));
    let vague = kept
        .iter()
        .find(|it| (is_empty(it.text) || is_schedule(it.text)) && !tells_how_long(it.text));
    if let (false, true, Some(vague)) = (told, list.is_empty(), vague) {
        let message = "The text gives neither a period nor what decides it";
        list.push(Found::weak(message).at(vague.text));
    }
    if !said.iter().any(|it| is_trace(it.text)) && kept.is_empty() && text.is_whole() {
        list.push(Found::missing(
            "The text does not say how long data is kept",
        ));
    }
    found(list)
}

/// Says whether a sentence begins with another thing, and says how long that is kept: "Recordings of calls are wiped after 90 days."
fn is_of_another(sentence: &str) -> bool {
    const ENDS: [&str; 9] = [
        "kept",
        "held",
        "stored",
        "retained",
        "wiped",
        "deleted",
        "destroyed",
        "erased",
        "shredded",
    ];
    const SAME: [&str; 16] = [
        "this", "that", "it", "they", "your", "the", "usually", "normally", "for", "in", "most",
        "records", "record", "files", "after", "we",
    ];
    let all = words(sentence);
    let named = all.first().is_some_and(|it| !SAME.contains(&it.as_str()));
    named
        && all
            .iter()
            .take(10)
            .zip(all.iter().skip(1))
            .any(|(one, two)| matches!(one.as_str(), "are" | "is") && ENDS.contains(&two.as_str()))
}

fn names_a_record(sentence: &str) -> bool {
    let names = ["record", "records", "file", "files"];
    words(sentence)
        .iter()
        .any(|it| names.contains(&it.as_str()))
}

/// Says whether a sentence has people's own record kept as long as is necessary, and says no more: what has its period beside it is
/// another thing. Of "information" or "data" the same is often said of all, before the periods of each.
fn is_of_the_record(sentence: &str) -> bool {
    let record = [
        "your record",
        "your medical record",
        "your health record",
        "your patient record",
        "your file",
        "your case file",
        "your tenancy file",
        "your child's record",
        "your child's file",
        "pupil record",
    ];
    let ends = [
        "as is necessary.",
        "as necessary.",
        "as it is necessary.",
        "as needed.",
        "as is needed.",
        "as it is needed.",
        "as required.",
        "as is required.",
        "as we need it.",
        "as we need to.",
        "than necessary.",
        "than is necessary.",
        "than we need to.",
    ];
    let text = fold(sentence);
    has(&text, &record)
        && is_empty(sentence)
        && ends.iter().any(|end| text.trim_end().ends_with(end))
}

/// Says whether a sentence says how long data is kept: it stands under such a heading, or speaks of keeping data.
fn is_about_keeping(said: &Said<'_>) -> bool {
    let keeps = [
        "keep",
        "kept",
        "retain",
        "retention",
        "hold ",
        "held",
        "store",
        "delete",
        "destroy",
        "erase",
        "wiped",
        "shred",
    ];
    let data = [
        "data",
        "information",
        "detail",
        "record",
        "file",
        "it ",
        "them ",
        "this ",
        "footage",
        "recording",
        "photo",
        "image",
        "form",
    ];
    // How safe data is kept, what it is kept for, and the right to have it erased are other things.
    let other = [
        "right to",
        "you can ask",
        "you may ask",
        "ask us to",
        "safe",
        "secure",
        "up to date",
        "confidential",
        "keep you ",
        "password",
    ];
    let long = [
        "long",
        "until",
        "period",
        "schedule",
        "year",
        "month",
        "week",
        "day",
        "indefinit",
        "ever",
        "after",
        "end of",
        "permanent",
        " when ",
        " once ",
        "soon as",
        "limit",
    ];
    said.section == SectionId::Retention
        || (has(said.text, &keeps)
            && has(said.text, &data)
            && has(said.text, &long)
            && !has(said.text, &other))
}

/// Says whether a sentence gives a period, or what decides it.
fn tells_how_long(sentence: &str) -> bool {
    let mut clauses = sentence.split([',', ';']).flat_map(|it| it.split(" and "));
    has_duration(sentence)
        || clauses.any(|clause| has_criterion(clause) && !is_empty(clause))
        || (denies(sentence)
            && has(
                sentence,
                &["do not keep", "not kept", "not stored", "keep no"],
            ))
}
