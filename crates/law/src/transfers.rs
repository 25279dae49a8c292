//! Transfers abroad: whether they are told, in which words, and how data is safe there.

use notice::{Notice, SectionId};

use super::{
    Date, DatedFact, DatedFacts, FactKind, Found, Mark, Outcome, found,
    safeguards::unguarded,
    text::{all, has, mentions, section, sentences},
};

/// Says whether it is told if data leaves the United Kingdom, in the words of today's law, and with the approval or safeguards.
pub(super) fn transfers(notice: &Notice, facts: &DatedFacts, at: Date) -> Outcome {
    let Some(text) = &notice.transfers else {
        let message = "The notice does not say whether data leaves the United Kingdom";
        return found([Found::missing(message)]);
    };
    let mut own = vec![text.clone()];
    own.extend(section(notice, SectionId::Transfers));
    found(wording(&own, &all(notice), facts, at))
}

/// Finds outdated words, and data that goes abroad with no word of what keeps it safe: in the texts about transfers, among all of
/// them.
pub(super) fn wording(own: &[String], all: &[String], facts: &DatedFacts, at: Date) -> Vec<Found> {
    // An area may be named as the measure anywhere; the other words mean something else elsewhere.
    let texts: Vec<String> = own.iter().chain(all).cloned().collect();
    let dead = facts.dead_where(FactKind::Term, &texts, at, |term, text| {
        let area = is_area(term);
        if area {
            is_measure(text, &term.value)
        } else {
            term.rule.is_none() && own.iter().any(|own| own == text)
        }
    });
    let list = dead.into_iter().map(|(term, text)| {
        let area = is_area(term);
        let mark = if area { area_mark(&term.value) } else { Mark::Outdated };
        let message = if area {
            format!("“Outside the {}” is an outdated measure: what counts is whether data leaves the United Kingdom{}", term.value, term.remark())
        } else {
            format!("“{}” is an outdated word of the law on transfers{}", term.value, term.remark())
        };
        let found = term.finding(mark, message).at(text);
        match term.is_cited_by_a_range_alone(text) {
            true => found.into_note(),
            false => found,
        }
    });
    let list: Vec<Found> = list.collect();
    // What is said in outdated words is said, if badly.
    let bare = list.is_empty().then(|| unguarded(own)).flatten();
    list.into_iter().chain(bare).collect()
}

/// The areas by which transfers were measured while the United Kingdom was among them. The Union never was the measure
/// by itself, so a notice that names it is vague rather than out of date.
const AREAS: [(&str, Mark); 5] = [
    ("Europe", Mark::Weak),
    ("European Economic Area", Mark::Outdated),
    ("EEA", Mark::Outdated),
    ("European Union", Mark::Weak),
    ("EU", Mark::Weak),
];

fn is_area(term: &DatedFact) -> bool {
    AREAS.iter().any(|(area, _)| mentions(&term.value, area))
}

fn area_mark(term: &str) -> Mark {
    let known = AREAS.iter().find(|(area, _)| mentions(term, area));
    known.map_or(Mark::Outdated, |(_, mark)| *mark)
}

/// Says whether a text measures by an area alone: data may be kept in it, and the United Kingdom be named beside it.
fn is_measure(text: &str, area: &str) -> bool {
    let beyond = ["outside", "beyond", "leave", "out of", "exported from"];
    // What stays in the area may have left the country.
    let stays = [
        "within",
        "inside",
        "remain in",
        "stay in",
        "stays in",
        "only in",
    ];
    let data = ["data", "detail", "information", "record", "server"];
    let home = ["united kingdom", "uk", "great britain"];
    sentences(text).any(|sentence| {
        mentions(sentence, area)
            && (has(sentence, &beyond) || (has(sentence, &stays) && has(sentence, &data)))
            && !home.iter().any(|home| mentions(sentence, home))
            && !has(sentence, &["approv"])
    })
}
