//! What a notice still has of the file that it came from.

use notice::Notice;

use super::{
    Date, DatedFacts, Found, OnSource, Outcome, Reads, Rule, Severity,
    artefact::artefacts,
    text::{all, marks},
};

pub(super) static RULES: [Rule; 1] = [Rule {
    id: "ART-01",
    title: "Nothing left over from another file",
    law: "house rule",
    severity: Severity::Error,
    remedy: "Remove what belonged to the page of another file, join what it split, and write the source's own words again.",
    question: "This looks left over from another file. Does it belong to the notice?",
    first_layer: None,
    reads: Reads::NoticeFacts,
    on_source: OnSource::Whole,
    mention: None,
    find: leftovers,
}];

fn leftovers(notice: &Notice, _: &DatedFacts, _: Date) -> Outcome {
    let texts = all(notice).join("\n\n");
    let list = artefacts(&texts)
        .into_iter()
        .filter(|artefact| artefact.is_page());
    let left = marks(notice).count();
    let marked = marks(notice).next().map(|mark| {
        let message = match left {
            1 => "The import left this for you to write again in plain words".to_owned(),
            more => format!("The import left {more} paragraphs for you to write again in plain words; each begins as this one does"),
        };
        Found {
            pending: true,
            ..Found::wrong(message).at(mark)
        }
    });
    let list: Vec<Found> = list
        .map(|it| Found::wrong(it.message).at(&it.text))
        .chain(marked)
        .collect();
    (!list.is_empty()).then_some(list)
}
