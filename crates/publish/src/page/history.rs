//! What changed in a notice, from version to version.

use leptos::prelude::*;
use notice::{
    diff::{Change, Changes},
    strings::{Strings, Text},
};

use super::date::spoken;

/// Renders the section for a reader of a part or audience, or of all. Nothing when nothing of it changed.
pub(crate) fn section(
    changes: &[Changes],
    part: Option<&str>,
    audience: Option<&str>,
    t: &Strings,
) -> Option<AnyView> {
    let steps: Vec<_> = changes
        .iter()
        .filter_map(|step| {
            let (facts, wording) = (
                facts(step, part, audience),
                wording(step, part, audience, t),
            );
            (facts.is_some() || wording.is_some()).then(|| one(step, facts, wording, t))
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

fn one(step: &Changes, facts: Option<AnyView>, wording: Option<AnyView>, t: &Strings) -> AnyView {
    let version = t.with(Text::Version, &step.new);
    let date = spoken(&step.published, t);
    view! {
        <h3>{version} " · " <time datetime=step.published.clone()>{date}</time></h3>
        {facts}
        {wording}
    }
    .into_any()
}

/// Renders the facts that changed for a reader; nothing when none did.
pub(crate) fn facts(step: &Changes, part: Option<&str>, audience: Option<&str>) -> Option<AnyView> {
    let concerning = step
        .material()
        .filter(|change| change.scope.includes(part, audience));
    let lines: Vec<_> = concerning.map(line).collect();
    // What the comparison itself puts into words is in the language of the rules.
    (!lines.is_empty()).then(|| view! { <ul lang=law::LANGUAGE dir="ltr">{lines}</ul> }.into_any())
}

/// Says how many changes concern the wording alone.
fn wording(
    step: &Changes,
    part: Option<&str>,
    audience: Option<&str>,
    t: &Strings,
) -> Option<AnyView> {
    let concerning = step
        .editorial()
        .filter(|change| change.scope.includes(part, audience));
    let count = concerning.count();
    let said = t.with(Text::HistoryWording, &count.to_string());
    (count > 0).then(|| view! { <p class="version">{said}</p> }.into_any())
}

fn line(change: &Change) -> AnyView {
    let text = change.to_string();
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    // A line that ends with a text of the notice ends with that text's own full stop.
    let stop = if text.ends_with('”') { "" } else { "." };
    view! { <li>{first}{letters.as_str().to_owned()} {stop}</li> }.into_any()
}
