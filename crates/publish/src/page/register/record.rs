//! The record of processing beside the notices.

use leptos::prelude::*;
use notice::Notice;

use crate::{
    record::{Compared, Difference, Taken},
    register::Register,
};

/// Renders one entry for each notice that says something else than its rows; nothing where the site names no record.
pub(super) fn section(register: &Register) -> Option<AnyView> {
    let body = match register.record.as_ref()? {
        Err(error) => {
            let why = error.to_string();
            view! { <p>"✗ The record cannot be read."</p> <pre>{why}</pre> }.into_any()
        }
        Ok(found) if found.agrees() => {
            view! { <p>"✓ The record and the notices say the same."</p> }.into_any()
        }
        Ok(found) => {
            let differing = found
                .services
                .iter()
                .filter(|it| !it.differences.is_empty() || !it.taken.is_empty());
            let entries: Vec<_> = differing.map(entry).collect();
            let without: Vec<_> = found
                .without_notice
                .iter()
                .map(|(service, _)| view! { <li>"✗ " {service.clone()} ": no notice"</li> })
                .collect();
            let alone: Vec<_> = found
                .without_row
                .iter()
                .map(|title| view! { <li>"✗ " {title.clone()} ": no row in the record"</li> })
                .collect();
            view! { {entries} <ul class="plain">{without} {alone}</ul> }.into_any()
        }
    };
    let view = view! {
        <details class="fold" id="record">
            <summary><h2>"The record of processing, and what it says differently"</h2></summary>
            <p>"UK GDPR Article 30. Which of the two is right is for the service to say; nothing is changed on either side."</p>
            {body}
        </details>
    };
    Some(view.into_any())
}

/// Renders what the record and one notice say differently, for whoever runs the service; nothing where they agree.
pub(super) fn of_notice(register: &Register, notice: &Notice) -> Option<AnyView> {
    let found = register.record.as_ref()?.as_ref().ok()?;
    let compared = found.services.iter().find(|it| it.id == notice.id)?;
    let of = match notice.controller.contact.name.as_str() {
        // A draft may not know who decides.
        "" => String::new(),
        name => format!(" of {name}"),
    };
    (!compared.differences.is_empty()).then(|| {
        view! {
            <section id="record">
                <h2>"Which is right: this notice, or the record of processing?"</h2>
                <p>"The record of processing" {of} ", which lists what is done with data, says something else here. Please say which of the two is so."</p>
                {differences(compared)}
                <p class="reply" aria-hidden="true">"Answer:"</p>
            </section>
        }
        .into_any()
    })
}

fn entry(compared: &Compared) -> AnyView {
    view! {
        <article data-for=compared.id.clone()>
            <h3>{compared.title.clone()}</h3>
            {differences(compared)}
        </article>
    }
    .into_any()
}

fn differences(compared: &Compared) -> AnyView {
    let lines: Vec<_> = compared.differences.iter().map(difference).collect();
    let taken: Vec<_> = compared.taken.iter().map(taken).collect();
    view! { <ul class="plain">{lines} {taken}</ul> }.into_any()
}

/// Renders two entries that were taken for one fact, so that nothing is matched unseen.
fn taken(taken: &Taken) -> AnyView {
    let Taken {
        column,
        record,
        notice,
    } = taken;
    view! {
        <li>
            <b>{column.heading()}</b>
            <p>
                "Taken for the same: " <q>{record.clone()}</q> " in the record and "
                <q>{notice.clone()}</q> " in the notice"
            </p>
        </li>
    }
    .into_any()
}

fn difference(difference: &Difference) -> AnyView {
    let side = |who: &'static str, texts: &[String]| {
        let said: Vec<_> = texts
            .iter()
            .map(|text| {
                let beside = difference.beside.get(text);
                let beside = beside.map(|beside| format!(" ({beside})"));
                view! { " " <q>{text.clone()}</q> {beside} }
            })
            .collect();
        (!texts.is_empty()).then(|| view! { <p>{who} {said}</p> })
    };
    view! {
        <li>
            <b>{difference.column.heading()}</b>
            {side("Only the record:", &difference.record)}
            {side("Only the notice:", &difference.notice)}
        </li>
    }
    .into_any()
}
