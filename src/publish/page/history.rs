//! What changed in a notice, from version to version.

use leptos::prelude::*;

use super::date::spoken;
use crate::{
    notice::diff::{Change, Changes},
    publish::DEFAULT_LANGUAGE,
    strings::{Strings, Text},
};

/// The section for a reader of a part or audience, or of all. Nothing when nothing of it changed.
pub fn section(
    changes: &[Changes],
    part: Option<&str>,
    audience: Option<&str>,
    t: &Strings,
) -> Option<AnyView> {
    let concerns = |change: &&Change| change.scope.includes(part, audience);
    let steps: Vec<_> = changes
        .iter()
        .filter_map(|step| {
            let facts: Vec<_> = step.material().filter(concerns).map(line).collect();
            let wording = step.editorial().filter(concerns).count();
            (!facts.is_empty() || wording > 0).then(|| one(step, facts, wording, t))
        })
        .collect();
    let heading = t.get(Text::History).to_owned();
    (!steps.is_empty()).then(|| {
        view! {
            <section id="history" class="history">
                <h2>{heading}</h2>
                {steps}
            </section>
        }
        .into_any()
    })
}

fn one(step: &Changes, facts: Vec<AnyView>, wording: usize, t: &Strings) -> AnyView {
    let version = t.with(Text::Version, &step.new);
    let date = spoken(&step.published, t);
    let facts = (!facts.is_empty()).then(|| {
        // What was worked out is told in the language of the checker.
        view! { <ul lang=DEFAULT_LANGUAGE dir="ltr">{facts}</ul> }
    });
    let wording = (wording > 0).then(|| {
        let said = t.with(Text::HistoryWording, &wording.to_string());
        view! { <p class="version">{said}</p> }
    });
    view! {
        <h3>{version} " · " <time datetime=step.published.clone()>{date}</time></h3>
        {facts}
        {wording}
    }
    .into_any()
}

fn line(change: &Change) -> AnyView {
    let text = change.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    view! { <li>{first}{letters.as_str().to_owned()} "."</li> }.into_any()
}
