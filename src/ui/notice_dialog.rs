//! The whole notice over the page, in a native modal dialog: focus is held and given back by the browser.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::WholeNotice;
use crate::{
    browser,
    notice::Notice,
    strings::{Strings, Text},
};

/// A dialog that opens whenever `open` turns true, and turns it false when it closes.
///
/// `page` is the address of the static page, where the notice can be printed and linked to.
#[component]
pub fn NoticeDialog(
    notice: Arc<Notice>,
    t: Strings,
    page: String,
    open: RwSignal<bool>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if open.get() {
            browser::show_modal(dialog.get().as_ref());
        }
    });
    let close = t.get(Text::Close).to_owned();
    let open_page = t.get(Text::OpenPage).to_owned();
    let title = notice.title.clone();
    let lang = notice.lang.clone();
    // The body is made on opening: most visitors read the card and go on.
    let body = move || {
        open.get().then(|| {
            let (notice, t) = (notice.clone(), t.clone());
            view! { <WholeNotice notice t /> }
        })
    };
    view! {
        <dialog
            part="notice-dialog"
            class="dialog"
            aria-labelledby="dialog-title"
            lang=lang
            node_ref=dialog
            on:close=move |_| open.set(false)
        >
            <div class="dialog-head">
                <h1 id="dialog-title">{title}</h1>
                <form method="dialog">
                    <button class="button" type="submit" data-close="">{close}</button>
                </form>
            </div>
            {body}
            <p class="dialog-foot"><a href=page target="_blank" rel="noopener">{open_page}</a></p>
        </dialog>
    }
}
