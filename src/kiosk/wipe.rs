//! Puts everything on the page back to how it was at the start.

use js_sys::{Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlDialogElement, HtmlElement, HtmlFormElement};

use super::{
    came::InitialPage,
    elements::{everything, is_ours},
    fields::InitialFields,
};

/// Wipes what a visitor typed, opened, chose and scrolled to on the page itself.
pub(super) fn wipe(fields: &InitialFields, came: &InitialPage) {
    leave_full_screen();
    let everything = everything();
    // Dialogs first: closing gives the focus back to what had it before.
    for element in &everything {
        close(element);
    }
    for form in everything
        .iter()
        .filter_map(|one| one.dyn_ref::<HtmlFormElement>())
    {
        let _ = reset(form).and_then(|reset| reset.call0(form));
    }
    for element in &everything {
        if is_field(element) {
            fields.restore(element);
        }
        if element.scroll_top() != 0 || element.scroll_left() != 0 {
            element.set_scroll_top(0);
            element.set_scroll_left(0);
        }
    }
    came.restore(&everything);
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus_start();
}

/// Finds the method `reset` of all forms: a control of that name would stand in the place of a form's own.
fn reset(form: &HtmlFormElement) -> Result<Function, JsValue> {
    let prototype = Reflect::get_prototype_of(form)?;
    Reflect::get(&prototype, &"reset".into())?.dyn_into()
}

/// Leaves what somebody has made as large as the screen. The page as a whole may be that all day.
fn leave_full_screen() {
    let document = document();
    let get = |name: &str| Reflect::get(&document, &name.into()).unwrap_or_default();
    let full = get("fullscreenElement");
    if full.is_object() && full != get("documentElement") && full != get("body") {
        let leave = get("exitFullscreen").dyn_into::<Function>();
        let _ = leave.and_then(|leave| leave.call0(&document));
    }
}

/// Closes dialogs and pop-ups, and our own disclosures.
fn close(element: &Element) {
    if let Some(dialog) = element.dyn_ref::<HtmlDialogElement>() {
        if dialog.open() {
            dialog.close();
        }
    } else if element.has_attribute("popover") {
        let hide = Reflect::get(element, &"hidePopover".into());
        // Throws when it is not open, or not known.
        let _ = hide.and_then(|hide| hide.dyn_into::<Function>()?.call0(element));
    } else if is_ours(element) {
        if element.local_name() == "details" {
            let _ = element.remove_attribute("open");
        } else if element.get_attribute("aria-expanded").as_deref() == Some("true")
            && let Some(button) = element.dyn_ref::<HtmlElement>()
        {
            button.click();
        }
    }
}

/// Says whether an element takes what a visitor types or chooses.
pub(super) fn is_field(element: &Element) -> bool {
    matches!(
        element.local_name().as_str(),
        "input" | "textarea" | "select"
    ) || element.has_attribute("contenteditable")
}

/// Takes the focus from everything, so that Tab begins at the top of the page.
pub(super) fn focus_start() {
    let document: Document = document();
    if let Some(held) = document
        .active_element()
        .and_then(|held| held.dyn_into::<HtmlElement>().ok())
    {
        let _ = held.blur();
    }
    if let Some(body) = document.body()
        && !body.has_attribute("tabindex")
    {
        let _ = body.set_attribute("tabindex", "-1");
        let _ = body.focus();
        let _ = body.remove_attribute("tabindex");
    }
}
