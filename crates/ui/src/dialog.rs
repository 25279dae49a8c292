//! Native dialogs, and jumps inside them.

use leptos::ev::MouseEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ShadowRoot};

use super::{copy::copy, page_lock::lock_page};

/// Opens a modal dialog that is on the page and closed. The browser keeps focus inside and gives it back; while it is open,
/// the page behind neither scrolls nor gets the key Esc.
pub fn show_modal(dialog: Option<&HtmlDialogElement>) {
    if let Some(dialog) = dialog.filter(|dialog| !dialog.open() && dialog.is_connected()) {
        // Fails only for a dialog that is open or off the page.
        let _ = dialog.show_modal();
        lock_page(dialog);
    }
}

/// Closes a dialog.
pub fn close_modal(dialog: Option<&HtmlDialogElement>) {
    if let Some(dialog) = dialog {
        dialog.close();
    }
}

/// Closes the dialog in the shadow root of `host`, which is about to leave the page: a dialog that is removed while open
/// fires no `close` event.
pub fn close_within(host: &Element) {
    let found = host
        .shadow_root()
        .and_then(|root| root.query_selector("dialog[open]").ok().flatten());
    close_modal(found.and_then(|dialog| dialog.dyn_into().ok()).as_ref());
}

/// Takes a click on a contents link to its section in the same shadow root, where no address reaches, and one on a
/// button that copies to the clipboard.
pub fn clicked_within(event: &MouseEvent) {
    let clicked = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(button) = clicked.as_ref().filter(|it| it.has_attribute("data-copy")) {
        copy(button);
    }
    let link = clicked.and_then(|clicked| clicked.closest("a[href^='#']").ok().flatten());
    let Some(anchor) = link.as_ref().and_then(|link| link.get_attribute("href")) else {
        return;
    };
    let root = link.and_then(|link| link.get_root_node().dyn_into::<ShadowRoot>().ok());
    let section = root.and_then(|root| root.get_element_by_id(anchor.trim_start_matches('#')));
    if let Some(section) = section {
        event.prevent_default();
        section.scroll_into_view();
        focus(section.query_selector("h2").ok().flatten());
    }
}

/// Moves focus, when there is something to move it to.
pub fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
