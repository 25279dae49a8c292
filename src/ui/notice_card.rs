//! The notice at the top of a form: quieter than the form it serves.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Answers, NoticeDialog};
use crate::{
    notice::Notice,
    strings::{Strings, Text},
};

/// Six answers and one button. `notice` is already narrowed to this page's part and audience; `children` (the
/// guardian prompt) stands between the answers and the form.
#[component]
pub fn NoticeCard(
    notice: Arc<Notice>,
    t: Strings,
    page: String,
    open: RwSignal<bool>,
) -> impl IntoView {
    let heading = t.get(Text::CardHeading).to_owned();
    let read = t.get(Text::ReadWhole).to_owned();
    let lang = notice.lang.clone();
    let caution = notice
        .caution
        .clone()
        .map(|caution| view! { <p class="caution">{caution}</p> });
    view! {
        <section part="notice" class="card" aria-labelledby="card-heading" lang=lang>
            <h2 id="card-heading">{heading}</h2>
            {caution}
            <Answers notice=notice.clone() t=t.clone() />
            <button
                part="notice-open"
                class="button"
                type="button"
                aria-haspopup="dialog"
                on:click=move |_| open.set(true)
            >
                {read}
            </button>
            <NoticeDialog notice t page open />
        </section>
    }
}
