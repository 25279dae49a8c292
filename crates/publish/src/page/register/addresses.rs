//! Pages and the placements that give them a notice.

use leptos::prelude::*;
use notice::placement::Placement;

use crate::register::{Claim, HasForm, KnownPage, Meeting, Register};

/// Renders the coverage of the known pages, and placements that meet.
pub(super) fn section(register: &Register) -> AnyView {
    let coverage = &register.coverage;
    let lines: Vec<_> = coverage
        .pages
        .iter()
        .map(|known| page(register, known))
        .collect();
    let meetings: Vec<_> = coverage
        .meetings
        .iter()
        .map(|it| meeting(register, it))
        .collect();
    let meetings = if meetings.is_empty() {
        view! { <p>"✓ No two placements that say different things fit the same address."</p> }
            .into_any()
    } else {
        view! { <ul class="plain">{meetings}</ul> }.into_any()
    };
    let idle = (!coverage.idle.is_empty()).then(|| {
        let list: Vec<_> = coverage
            .idle
            .iter()
            .map(|one| view! { <li><code>{one.address.clone()}</code> ": " {said(register, one)}</li> })
            .collect();
        view! {
            <h3>"Placements that no known page belongs to"</h3>
            <p>"They may be for another site. List its pages in notices/pages.txt to see them here."</p>
            <ul class="plain">{list}</ul>
        }
    });
    view! {
        <details class="fold" id="addresses">
            <summary><h2>"Addresses and their notices"</h2></summary>
            <p>
                "The pages that are published with the notices, and those that notices/pages.txt lists. The worst come first."
            </p>
            <table class="cards">
                <thead>
                    <tr><th scope="col">"Page"</th><th scope="col">"State"</th><th scope="col">"Notice"</th></tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            <h3>"Placements that meet"</h3>
            {meetings}
            {idle}
        </details>
    }
    .into_any()
}

fn page(register: &Register, known: &KnownPage) -> AnyView {
    let (mark, shape, word) = match known.claim {
        Claim::Unknown => (
            "missing",
            "✗",
            "its tag or include names no notice or part that there is",
        ),
        Claim::Missing => ("missing", "✗", "no notice, and it asks for details"),
        Claim::Old => (
            "weak",
            "~",
            "it holds a notice that has changed since: put the include in anew",
        ),
        Claim::Several => ("weak", "~", "two placements want it; the first wins"),
        Claim::One => ("present", "✓", "one notice"),
        Claim::NotNeeded => ("none", "–", "no notice, no form"),
    };
    let mut from: Vec<_> = known
        .placements
        .iter()
        .map(|one| {
            view! { <li>{said(register, one)} " by " <code>{one.address.clone()}</code></li> }
                .into_any()
        })
        .collect();
    for name in &known.page.names {
        let name = title(register, name);
        from.push(view! { <li>{name} " by its own tag"</li> }.into_any());
    }
    let form = match known.page.form {
        HasForm::Yes => None,
        HasForm::No => Some(" (no form)"),
    };
    let address = format!("{}{}", known.page.host, known.page.path);
    view! {
        <tr>
            <th scope="row"><code>{address}</code>{form}</th>
            <td data-label="State">
                <span class="mark" data-mark=mark><span class="shape" aria-hidden="true">{shape} " "</span>{word}</span>
            </td>
            <td data-label="Notice"><ul>{from}</ul></td>
        </tr>
    }
    .into_any()
}

fn meeting(register: &Register, meeting: &Meeting) -> AnyView {
    let Meeting {
        first,
        second,
        never,
    } = meeting;
    let (mark, shape, word) = if *never {
        ("missing", "✗", "the second never counts")
    } else {
        ("weak", "~", "the first wins where both fit")
    };
    view! {
        <li>
            <code>{first.address.clone()}</code> " (" {said(register, first)} ") and "
            <code>{second.address.clone()}</code> " (" {said(register, second)} "): "
            <span class="mark" data-mark=mark><span class="shape" aria-hidden="true">{shape} " "</span>{word}</span>
        </li>
    }
    .into_any()
}

/// Says what a placement puts on a page.
fn said(register: &Register, placement: &Placement) -> String {
    let mut said = title(register, &placement.service);
    for one in [&placement.part, &placement.audience].into_iter().flatten() {
        said = format!("{said}, {one}");
    }
    said
}

fn title(register: &Register, id: &str) -> String {
    let mut columns = register.columns.iter();
    match columns.find(|column| column.notice.id == id) {
        Some(column) => column.notice.title.clone(),
        None => format!("{id} (there is no such notice)"),
    }
}
