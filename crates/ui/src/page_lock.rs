//! Locks the page behind an open dialog of ours: it does not scroll, and does not hear of the Esc that closes the dialog.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{CssStyleSheet, Event, HtmlDialogElement, KeyboardEvent};

thread_local! {
    static OPEN: RefCell<Option<HtmlDialogElement>> = const { RefCell::new(None) };
    /// The rules that lock the page, from the first dialog on; empty while none is open.
    static LOCK: Option<CssStyleSheet> = adopt_sheet();
    static ESC_LISTENER: () = listen_for_esc();
}

/// A page whose scroll bar would leave with the scrolling keeps the room for it.
const STILL: &str = "@media screen{html{overflow:hidden!important}}";
const STILL_WITH_BAR: &str =
    "@media screen{html{overflow:hidden!important;scrollbar-gutter:stable!important}}";
/// On paper the dialog is alone: a print without backgrounds would have the page's own words among the dialog's. `--alone` is for
/// the dialog's host (`www/dialog.css`).
const ALONE: &str = "@media print{html{--alone:absolute}body{max-height:0!important;overflow:clip!important}body,body *{visibility:hidden!important}}";

/// Locks the page while a dialog that has just opened is open.
pub(super) fn lock_page(dialog: &HtmlDialogElement) {
    OPEN.set(Some(dialog.clone()));
    ESC_LISTENER.with(|()| ());
    set_page_scrolling(false);
    let closed = Closure::once_into_js(|| {
        OPEN.set(None);
        set_page_scrolling(true);
    });
    let once = js_sys::Object::new();
    // A plain object takes any member.
    let _ = Reflect::set(&once, &"once".into(), &JsValue::TRUE);
    let _ = dialog.add_event_listener_with_callback_and_add_event_listener_options(
        "close",
        closed.unchecked_ref(),
        once.unchecked_ref(),
    );
}

/// Adopts an empty style sheet; the root's own style attribute belongs to the page.
fn adopt_sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    let name = "adoptedStyleSheets".into();
    let sheets = Array::from(&Reflect::get(&document(), &name).ok()?);
    sheets.push(&sheet);
    Reflect::set(&document(), &name, &sheets).ok()?;
    Some(sheet)
}

fn set_page_scrolling(scrolls: bool) {
    let has_bar = || {
        let page = document()
            .document_element()
            .map_or(0, |page| page.client_width());
        let inner = window().inner_width().ok().and_then(|width| width.as_f64());
        inner.is_some_and(|inner| inner > f64::from(page))
    };
    LOCK.with(|sheet| {
        let Some(sheet) = sheet else { return };
        let rules = match scrolls {
            true => ["", ""],
            false if has_bar() => [STILL_WITH_BAR, ALONE],
            false => [STILL, ALONE],
        };
        let _ = sheet.replace_sync(&rules.concat());
    });
}

/// Keeps Esc from the page's own dialogs, at the window and before anything else hears it: the key goes down while ours is
/// open, and comes up when it has closed.
fn listen_for_esc() {
    let held = std::rc::Rc::new(Cell::new(false));
    for name in ["keydown", "keyup"] {
        let held = held.clone();
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if event.key() != "Escape" {
                return;
            }
            let open =
                OPEN.with_borrow(|dialog| dialog.as_ref().is_some_and(HtmlDialogElement::open));
            let stop = match name {
                "keydown" => open,
                _ => held.get(),
            };
            held.set(name == "keydown" && open);
            if stop {
                event.stop_immediate_propagation();
            }
        });
        let captured = listener.as_ref().unchecked_ref();
        let _ = window().add_event_listener_with_callback_and_bool(name, captured, true);
        // Heard as long as the page is there.
        listener.forget();
    }
}
