//! The notice at the top of a form: quieter than the form it serves.

use leptos::prelude::*;

use super::{Answers, NoticeDialog};
use crate::{
    browser,
    manifest::Card,
    strings::{Strings, Text},
};

/// Six answers and one button. `page`, `open` and `fill` are the [`NoticeDialog`]'s.
#[component]
pub fn NoticeCard(
    card: Card,
    t: Strings,
    page: String,
    open: RwSignal<bool>,
    fill: Callback<browser::Place>,
) -> impl IntoView {
    let Card { title, lang, caution, answers, .. } = card;
    let heading = t.get(Text::CardHeading).to_owned();
    let read = t.get(Text::ReadWhole).to_owned();
    let card_lang = lang.clone();
    let caution = caution.map(|caution| view! { <p class="caution">{caution}</p> });
    view! {
        <section part="notice" class="card" aria-labelledby="card-heading" lang=card_lang>
            <h2 id="card-heading">{heading}</h2>
            {caution}
            <Answers answers t=t.clone() />
            <button
                part="notice-open"
                class="button"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| open.set(true)
            >
                {read}
            </button>
            <NoticeDialog title lang t page open fill />
        </section>
    }
}
