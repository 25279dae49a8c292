//! What is on the page, in open shadow roots too.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

/// Lists every element of the page, those in open shadow roots too.
pub(super) fn everything() -> Vec<Element> {
    fn gather(within: web_sys::NodeList, found: &mut Vec<Element>) {
        for at in 0..within.length() {
            let Some(element) = within
                .get(at)
                .and_then(|node| node.dyn_into::<Element>().ok())
            else {
                continue;
            };
            let root = element.shadow_root();
            found.push(element);
            if let Some(inner) = root.and_then(|root| root.query_selector_all("*").ok()) {
                gather(inner, found);
            }
        }
    }
    let mut found = Vec::new();
    if let Ok(all) = document().query_selector_all("*") {
        gather(all, &mut found);
    }
    found
}

/// Says whether an element is in a shadow root of ours.
pub(super) fn is_ours(element: &Element) -> bool {
    let root = element.get_root_node().dyn_into::<ShadowRoot>();
    root.is_ok_and(|root| root.host().local_name().starts_with("council-notice"))
}
