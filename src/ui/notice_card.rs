//! The notice at the top of a form: quieter than the form it serves.

use leptos::{html, prelude::*};

use super::NoticeDialog;
use crate::{
    browser::{self, Place},
    strings::{Strings, Text},
};

/// Six answers and one button.
///
/// `front` and `body` fill the place they are given with ready markup: the answers at once, the whole notice when
/// the dialog first opens. `page` and `open` are the [`NoticeDialog`]'s.
#[component]
pub fn NoticeCard(
    title: String,
    lang: String,
    t: Strings,
    page: String,
    open: RwSignal<bool>,
    front: browser::Fill,
    body: browser::Fill,
) -> impl IntoView {
    let heading = t.get(Text::CardHeading).to_owned();
    let read = t.get(Text::ReadWhole).to_owned();
    let place = NodeRef::<html::Div>::new();
    place.on_load(move |place| front.run(Place::new(place.into())));
    view! {
        <section part="notice" class="card" aria-labelledby="card-heading" lang=lang.clone()>
            <h2 id="card-heading">{heading}</h2>
            <div class="front" node_ref=place></div>
            <button
                part="notice-open"
                class="button"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| open.set(true)
            >
                {read}
            </button>
            <NoticeDialog title lang=lang.clone() t page open fill=body />
        </section>
    }
}
