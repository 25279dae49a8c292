//! Cookie preferences: what each category does for the visitor, and every cookie behind a disclosure. Rendered when
//! published; [`crate::browser`] ticks the boxes as the record says, and takes them down.

use leptos::prelude::*;

use super::CookieTable;
use crate::{
    cookies::{CategoryPolicy, Footing, Policy, Service, StoredItem},
    strings::{Strings, Text},
};

/// A dialog with a box for every category and service that can be refused, none of them ticked.
///
/// Each box has its id as `name`, its title as `data-title` and its footing as `data-footing`; a service's also its
/// category as `data-of`. A button
/// with `data-save` saves: `boxes` what is ticked, `all` everything, `none` nothing. The empty `.chosen` says what is
/// ticked, and `.receipt` has room for the receipt.
#[component]
pub fn Preferences(policy: Policy, t: Strings) -> impl IntoView {
    let text = |text: Text| t.get(text).to_owned();
    let categories = policy.categories.iter().map(|one| category(one, &t));
    view! {
        <dialog part="preferences" class="dialog preferences" aria-labelledby="preferences-title">
            <div class="dialog-head">
                <h1 id="preferences-title">{text(Text::PreferencesHeading)}</h1>
                <form method="dialog">
                    <button class="button" type="submit" data-close="yes">{text(Text::Close)}</button>
                </form>
            </div>
            <p>{text(Text::PreferencesIntro)}</p>
            {categories.collect_view()}
            <div class="receipt"></div>
            <div class="dialog-actions">
                <p class="chosen" role="status"></p>
                <button part="save" class="button strong" type="button" data-save="boxes">
                    {text(Text::Save)}
                </button>
                <button class="button" type="button" data-save="all">{text(Text::AcceptAll)}</button>
                <button class="button" type="button" data-save="none">{text(Text::RejectAll)}</button>
            </div>
        </dialog>
    }
}

fn category(category: &CategoryPolicy, t: &Strings) -> AnyView {
    let CategoryPolicy { title, purpose, .. } = category;
    let id = category.id.id();
    let services: Vec<_> = match category.services.as_slice() {
        // Of one alone the category's own box says it all.
        [only] => vec![view! { <p>{t.with(Text::ServiceBy, &only.provider)}</p> }.into_any()],
        services => services
            .iter()
            .map(|one| service(one, category, t))
            .collect(),
    };
    let switch = match category.footing {
        Footing::Essential => {
            view! { <p class="always">{t.get(Text::AlwaysOn).to_owned()}</p> }.into_any()
        }
        footing => {
            let note = (footing == Footing::Exempt)
                .then(|| view! { <p>{t.get(Text::OnUntilObjection).to_owned()}</p> });
            view! { {switch(id, title, footing, None, t)} {note} }.into_any()
        }
    };
    // What several services store stands with each of them.
    let stored = match category.services.as_slice() {
        [] => Some((&category.items, &category.stores_nothing)),
        [only] => Some((&only.items, &only.stores_nothing)),
        _ => None,
    };
    let stored = stored.map(|(items, nothing)| disclosure(title, items, nothing.as_deref(), t));
    view! {
        <section part="category" class="category" data-category=id>
            <h2>{title.clone()}</h2>
            <p id=format!("purpose-{id}")>{purpose.clone()}</p>
            {switch}
            {services}
            {stored}
        </section>
    }
    .into_any()
}

fn service(service: &Service, category: &CategoryPolicy, t: &Strings) -> AnyView {
    let Service { id, title, .. } = service;
    let own = match category.footing {
        Footing::Essential => view! { <h3>{title.clone()}</h3> }.into_any(),
        footing => switch(id, title, footing, Some(category.id.id()), t),
    };
    let by = t.with(Text::ServiceBy, &service.provider);
    view! {
        <div class="service">
            {own}
            <p id=format!("purpose-{id}")>{service.purpose.clone()}" "<span class="by">{by}</span></p>
            {disclosure(title, &service.items, service.stores_nothing.as_deref(), t)}
        </div>
    }
    .into_any()
}

fn switch(
    id: &str,
    title: &str,
    footing: Footing,
    of: Option<&'static str>,
    t: &Strings,
) -> AnyView {
    let label = t.with(Text::AllowCategory, title);
    let footing = if footing == Footing::Exempt {
        "exempt"
    } else {
        "consent"
    };
    view! {
        <p class="switch">
            <input type="checkbox" id=format!("allow-{id}") name=id.to_owned() data-title=title.to_owned()
                data-of=of data-footing=footing aria-describedby=format!("purpose-{id}") />
            <label for=format!("allow-{id}")>{label}</label>
        </p>
    }
    .into_any()
}

fn disclosure(title: &str, items: &[StoredItem], nothing: Option<&str>, t: &Strings) -> AnyView {
    if let Some(why) = nothing {
        return view! { <p class="nothing">{why.to_owned()}</p> }.into_any();
    }
    let show = t.with(Text::ShowCookies, title);
    view! {
        <details>
            <summary>{show}</summary>
            <CookieTable items=items.to_vec() t=t.clone() />
        </details>
    }
    .into_any()
}
