//! The whole notice over the page, in a native modal dialog: focus is held and given back by the browser.

use leptos::{html, prelude::*};
use notice::strings::{Strings, Text};

/// Renders a dialog that opens whenever `open` turns true, and turns it false when it closes.
///
/// `fill` puts the ready-made notice into the element it is given, once, on the first opening: most visitors read
/// the card and go on. `page` is the address of the static page, where the notice can be printed and linked to.
#[component]
pub fn NoticeDialog(
    title: String,
    lang: String,
    dir: String,
    t: Strings,
    page: String,
    open: RwSignal<bool>,
    fill: crate::Fill,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let body = NodeRef::<html::Div>::new();
    Effect::new(move |filled: Option<bool>| {
        let filled = filled.unwrap_or_default();
        if !open.get() {
            crate::close_modal(dialog.get_untracked().as_ref());
            return filled;
        }
        if let (false, Some(body)) = (filled, body.get_untracked()) {
            fill.run(crate::ElementHandle::new(body.into()));
        }
        crate::show_modal(dialog.get_untracked().as_ref());
        true
    });
    let text = |text: Text| t.get(text).to_owned();
    let name = t.page_title(&title);
    view! {
        <dialog
            part="notice-dialog"
            class="dialog"
            aria-label=name
            node_ref=dialog
            on:close=move |_| open.set(false)
            on:click=|event| crate::clicked_within(&event)
        >
            <div class="dialog-head">
                <h1 lang=lang.clone() dir=dir.clone()>{title}</h1>
                <form method="dialog">
                    <button class="button" type="submit" data-close="">{text(Text::Close)}</button>
                </form>
            </div>
            <div node_ref=body lang=lang dir=dir></div>
            <p class="dialog-foot">
                <a href=page target="_blank" rel="noopener">{text(Text::OpenPage)}</a>
                // The gate makes every such link open the preferences.
                <a href="#council-notice-preferences">{text(Text::CookiesLink)}</a>
            </p>
        </dialog>
    }
}
