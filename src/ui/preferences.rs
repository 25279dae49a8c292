//! Cookie preferences: what each category does for the visitor, and every cookie behind a disclosure.

use leptos::{html, prelude::*};

use crate::{
    browser,
    cookies::{Category, Footing},
    manifest::Preference,
    strings::{Strings, Text},
};

/// A modal dialog that opens as soon as it is mounted.
///
/// Each element of class `stored`, in the order of `policy`, waits for its category's table. `allowed` are the categories that are on now; `on_save` gets those that shall be; `on_close` is told when the
/// dialog has closed, saved or not.
#[component]
pub fn Preferences(
    policy: Vec<Preference>,
    t: Strings,
    allowed: Vec<Category>,
    on_save: Callback<Vec<Category>>,
    on_close: Callback<()>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| browser::show_modal(dialog.get().as_ref()));

    let switches: Vec<(Category, RwSignal<bool>)> = policy
        .iter()
        .filter(|category| category.footing != Footing::Essential)
        .map(|category| (category.id, RwSignal::new(allowed.contains(&category.id))))
        .collect();
    let save = move |chosen: Vec<Category>| {
        // Closed first: focus is back where it came from before the confirmation takes it on.
        browser::close_modal(dialog.get_untracked().as_ref());
        on_save.run(chosen);
    };
    let all: Vec<_> = switches.iter().map(|&(id, _)| id).collect();
    let chosen = {
        let switches = switches.clone();
        move || {
            switches
                .iter()
                .filter(|(_, on)| on.get_untracked())
                .map(|&(id, _)| id)
                .collect()
        }
    };
    let categories = policy
        .iter()
        .map(|category| {
            let switch = switches
                .iter()
                .find(|(id, _)| *id == category.id)
                .map(|&(_, on)| on);
            category_view(category, switch, &t)
        })
        .collect_view();
    let text = |text: Text| t.get(text).to_owned();
    view! {
        <dialog part="preferences" class="dialog preferences" aria-labelledby="preferences-title"
            node_ref=dialog on:close=move |_| on_close.run(())>
            <div class="dialog-head">
                <h1 id="preferences-title">{text(Text::PreferencesHeading)}</h1>
                <form method="dialog">
                    <button class="button" type="submit" data-close="">{text(Text::Close)}</button>
                </form>
            </div>
            <p>{text(Text::PreferencesIntro)}</p>
            {categories}
            <div class="dialog-actions">
                <button part="save" class="button strong" type="button" on:click=move |_| save(chosen())>
                    {text(Text::Save)}
                </button>
                <button class="button" type="button" on:click=move |_| save(all.clone())>
                    {text(Text::AcceptAll)}
                </button>
                <button class="button" type="button" on:click=move |_| save(Vec::new())>
                    {text(Text::RejectAll)}
                </button>
            </div>
        </dialog>
    }
}

fn category_view(category: &Preference, on: Option<RwSignal<bool>>, t: &Strings) -> AnyView {
    let id = category.id.id();
    let (box_id, purpose_id) = (format!("allow-{id}"), format!("purpose-{id}"));
    let switch = match on {
        None => view! { <p class="always">{t.get(Text::AlwaysOn).to_owned()}</p> }.into_any(),
        Some(on) => {
            let label = t.with(Text::AllowCategory, &category.title);
            let note = (category.footing == Footing::Exempt)
                .then(|| view! { <p>{t.get(Text::OnUntilObjection).to_owned()}</p> });
            view! {
                <p class="switch">
                    <input type="checkbox" id=box_id.clone() name=id aria-describedby=purpose_id.clone()
                        prop:checked=on on:change=move |event| on.set(event_target_checked(&event)) />
                    <label for=box_id>{label}</label>
                </p>
                {note}
            }
            .into_any()
        }
    };
    view! {
        <section part="category" class="category" data-category=id>
            <h2>{category.title.clone()}</h2>
            <p id=purpose_id>{category.purpose.clone()}</p>
            {switch}
            {stored(category, t)}
        </section>
    }
    .into_any()
}

/// The place that the ready-made table goes to.
fn stored(category: &Preference, t: &Strings) -> AnyView {
    let place = view! { <div class="stored"></div> };
    if !category.stores {
        return place.into_any();
    }
    let show = t.with(Text::ShowCookies, &category.title);
    view! { <details><summary>{show}</summary>{place}</details> }.into_any()
}
