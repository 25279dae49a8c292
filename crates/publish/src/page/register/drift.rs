//! What notices of one controller say differently.

use leptos::prelude::*;

use crate::register::{Drift, Register};

/// Renders one entry for each fact: every wording, and the notices that use it.
pub(super) fn section(register: &Register) -> AnyView {
    let entries: Vec<_> = register
        .drifts
        .iter()
        .map(|one| entry(register, one))
        .collect();
    let none = entries
        .is_empty()
        .then(|| view! { <p>"✓ Notices of one controller say the same of it."</p> });
    view! {
        <details class="fold" id="drift">
            <summary><h2>"Drift: what should be the same, and is not"</h2></summary>
            <p>
                "Facts about the organisation itself, which all its notices should give alike. Say such a fact once, in "
                <code>"notices/shared/"</code> " or " <code>"controllers.toml"</code> "."
            </p>
            {entries}
            {none}
        </details>
    }
    .into_any()
}

fn entry(register: &Register, drift: &Drift) -> AnyView {
    let said: Vec<_> = drift
        .said
        .iter()
        .map(|(text, who)| {
            let names: Vec<_> = register
                .columns
                .iter()
                .filter(|column| who.contains(&column.notice.id))
                .map(|column| {
                    let notice = column.notice;
                    view! { <li data-for=notice.id.clone()>{notice.title.clone()}</li> }
                })
                .collect();
            let text = match text {
                Some(text) => view! { <q>{text.clone()}</q> }.into_any(),
                None => view! { <i>"not stated"</i> }.into_any(),
            };
            view! { <li data-for=who.join(" ")>{text} <ul class="names">{names}</ul></li> }
        })
        .collect();
    let whose: Vec<_> = drift.said.iter().flat_map(|(_, who)| who.clone()).collect();
    view! {
        <article data-for=whose.join(" ")>
            <h3>{drift.fact.clone()} <span class="small">": " {drift.controller.clone()}</span></h3>
            <ul class="plain">{said}</ul>
        </article>
    }
    .into_any()
}
