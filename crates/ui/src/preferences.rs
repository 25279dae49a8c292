//! Cookie preferences: what each category does for the visitor, and every cookie behind a disclosure. Rendered when
//! published; the widget ticks the boxes as the record says, and takes them down.

use leptos::prelude::*;
use notice::{
    cookies::{CategoryPolicy, Footing, Policy, Service, StoredItem},
    strings::{Strings, Text},
};

use super::{
    CookieTable,
    answers::caution,
    cookie_table::{PolicyLanguage, own},
};

/// Renders a dialog with a box for every category and service that can be refused, none of them ticked.
///
/// Each box has its id as `name`, its title as `data-title` and its footing as `data-footing`; a service's also its
/// category as `data-of`. A button
/// with `data-save` saves: `boxes` what is ticked, `all` everything, `none` nothing. The empty `.chosen` says what is
/// ticked, and `.receipt` has room for the receipt. `foreign` is the policy's own language and direction where
/// the words around it are in another: visitors are told, and voices change.
#[component]
pub fn Preferences(
    policy: Policy,
    t: Strings,
    #[prop(optional_no_strip)] foreign: Option<PolicyLanguage>,
) -> impl IntoView {
    let text = |text: Text| t.get(text).to_owned();
    let words = PolicyTexts {
        t: &t,
        foreign: foreign.as_ref(),
    };
    let categories = policy.categories.iter().map(|one| category(one, words));
    let mark = match foreign {
        Some(_) => Text::PolicyUntranslated,
        None => Text::WordsByMachine,
    };
    let note = caution(mark, &t);
    view! {
        <dialog part="preferences" class="dialog preferences" aria-labelledby="preferences-title">
            <div class="dialog-head">
                <h1 id="preferences-title">{text(Text::PreferencesHeading)}</h1>
                <form method="dialog">
                    <button class="button" type="submit" data-close="yes">{text(Text::Close)}</button>
                </form>
            </div>
            <p>{text(Text::PreferencesIntro)}</p>
            {note}
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

/// The interface's words, and the policy's own language where it is another.
#[derive(Clone, Copy)]
struct PolicyTexts<'a> {
    t: &'a Strings,
    foreign: Option<&'a PolicyLanguage>,
}

impl PolicyTexts<'_> {
    /// Renders a text of the policy.
    fn own(self, text: &str) -> AnyView {
        own(text, self.foreign)
    }

    /// Renders a text of the interface with one of the policy in it.
    fn around(self, text: Text, own: &str) -> AnyView {
        match self.t.around(text) {
            (before, after) if self.foreign.is_some() => {
                view! { {before.to_owned()} {self.own(own)} {after.to_owned()} }.into_any()
            }
            _ => self.t.with(text, own).into_any(),
        }
    }
}

fn category(category: &CategoryPolicy, words: PolicyTexts) -> AnyView {
    let t = words.t;
    let CategoryPolicy { title, purpose, .. } = category;
    let id = category.id.id();
    let services: Vec<_> = match category.services.as_slice() {
        // Of one alone the category's own box says it all.
        [only] => vec![view! { <p>{words.around(Text::ServiceBy, &only.provider)}</p> }.into_any()],
        services => services
            .iter()
            .map(|one| service(one, category, words))
            .collect(),
    };
    let switch = match category.footing {
        Footing::Essential => {
            view! { <p class="always">{t.get(Text::AlwaysOn).to_owned()}</p> }.into_any()
        }
        footing => {
            let note = (footing == Footing::Exempt)
                .then(|| view! { <p>{t.get(Text::OnUntilObjection).to_owned()}</p> });
            view! { {switch(id, title, footing, None, words)} {note} }.into_any()
        }
    };
    // What several services store stands with each of them.
    let stored = match category.services.as_slice() {
        [] => Some((&category.items, &category.stores_nothing)),
        [only] => Some((&only.items, &only.stores_nothing)),
        _ => None,
    };
    let stored = stored.map(|(items, nothing)| disclosure(title, items, nothing.as_deref(), words));
    view! {
        <section part="category" class="category" data-category=id>
            <h2>{words.own(title)}</h2>
            <p id=format!("purpose-{id}")>{words.own(purpose)}</p>
            {switch}
            {services}
            {stored}
        </section>
    }
    .into_any()
}

fn service(service: &Service, category: &CategoryPolicy, words: PolicyTexts) -> AnyView {
    let Service { id, title, .. } = service;
    let own = match category.footing {
        Footing::Essential => view! { <h3>{words.own(title)}</h3> }.into_any(),
        footing => switch(id, title, footing, Some(category.id.id()), words),
    };
    let by = words.around(Text::ServiceBy, &service.provider);
    view! {
        <div class="service">
            {own}
            <p id=format!("purpose-{id}")>{words.own(&service.purpose)}" "<span class="by">{by}</span></p>
            {disclosure(title, &service.items, service.stores_nothing.as_deref(), words)}
        </div>
    }
    .into_any()
}

fn switch(
    id: &str,
    title: &str,
    footing: Footing,
    of: Option<&'static str>,
    words: PolicyTexts,
) -> AnyView {
    let label = words.around(Text::AllowCategory, title);
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

fn disclosure(
    title: &str,
    items: &[StoredItem],
    nothing: Option<&str>,
    words: PolicyTexts,
) -> AnyView {
    if let Some(why) = nothing {
        return view! { <p class="nothing">{words.own(why)}</p> }.into_any();
    }
    let show = words.around(Text::ShowCookies, title);
    view! {
        <details>
            <summary>{show}</summary>
            <CookieTable items=items.to_vec() t=words.t.clone() foreign=words.foreign.cloned() />
        </details>
    }
    .into_any()
}
