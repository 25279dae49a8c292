//! Attributes on the page's root element, for the page's own style sheets and scripts.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// Sets `data-council-notice-kiosk` to `resting`, `active` or `warning`, for the page's own style sheets.
pub(super) fn state(word: &str) {
    mark("kiosk", Some(word));
}

/// Sets `data-council-notice-<name>` on the root element; without a word, removes it.
pub(super) fn mark(name: &str, word: Option<&str>) {
    let Some(page) = document().document_element() else {
        return;
    };
    let name = ["data-council-notice-", name].concat();
    let _ = match word {
        Some(word) => page.set_attribute(&name, word),
        None => page.remove_attribute(&name),
    };
}

/// Reads the word that `mark` has set.
pub(super) fn marked(name: &str) -> Option<String> {
    document()
        .document_element()?
        .get_attribute(&["data-council-notice-", name].concat())
}

/// Sets the page's text to 1.3 times its own size, or back: everything that is sized in `rem` goes with it.
pub(super) fn enlarge(on: bool) {
    mark("text", on.then_some("large"));
    let Some(page) = document()
        .document_element()
        .and_then(|page| page.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let style = page.style();
    let was_on = style
        .remove_property("font-size")
        .is_ok_and(|had| !had.is_empty());
    if on {
        let own = window().get_computed_style(&page).ok().flatten();
        let own = own.and_then(|own| own.get_property_value("font-size").ok());
        let own = own.and_then(|own| own.trim_end_matches("px").parse::<f64>().ok());
        let _ = style.set_property("font-size", &format!("{}px", own.unwrap_or(16.0) * 1.3));
    }
    // Whatever took its place by measuring, as "Why we ask" does beside a label, measures again.
    if (on || was_on)
        && let Ok(event) = Event::new("resize")
    {
        // Fails only for an event that is on its way already.
        let _ = window().dispatch_event(&event);
    }
}
