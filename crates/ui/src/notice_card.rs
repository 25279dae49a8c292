//! The notice at the top of a form: quieter than the form it serves.

use leptos::{html, prelude::*};
use notice::strings::{Strings, Text};

use super::NoticeDialog;
use crate::Place;

/// Six answers and one button.
///
/// The notice is in `lang`, which may not be the language of the words around it: `note` then says so.
/// `front` and `body` fill the place they are given with ready markup: the answers at once, the whole notice when
/// the dialog first opens. `page` and `open` are the [`NoticeDialog`]'s.
#[component]
pub fn NoticeCard(
    title: String,
    lang: String,
    dir: String,
    note: Option<String>,
    t: Strings,
    page: String,
    open: RwSignal<bool>,
    front: crate::Fill,
    body: crate::Fill,
) -> impl IntoView {
    let heading = t.get(Text::CardHeading).to_owned();
    let read = t.get(Text::ReadWhole).to_owned();
    let place = NodeRef::<html::Div>::new();
    place.on_load(move |place| front.run(Place::new(place.into())));
    view! {
        <section part="notice" class="card" aria-labelledby="card-heading">
            <div class="card-head"><h2 id="card-heading">{heading}</h2></div>
            {note.map(|note| view! { <p class="caution">{note}</p> })}
            <div id="card-front" class="front" node_ref=place lang=lang.clone() dir=dir.clone()></div>
            <button
                part="notice-open"
                class="button"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| open.set(true)
            >
                {read}
            </button>
            <NoticeDialog title lang dir t page open fill=body />
        </section>
    }
}
