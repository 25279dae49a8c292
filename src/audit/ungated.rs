//! Content of the page that is marked to wait for a choice and does not.

use js_sys::Reflect;
use leptos::prelude::document;
use notice::audit::{UNGATED, Ungated};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, NodeList};

use crate::Gate;

/// Lists what to put right, a sentence for each way to write it so.
pub(super) fn ungated(gate: &Gate) -> Vec<String> {
    // What is allowed has its address by right.
    let waits = |element: &Element| {
        let category = element.get_attribute("data-category");
        category.is_none_or(|category| !gate.allows(&category))
    };
    UNGATED
        .iter()
        .filter_map(|way| {
            let element = written(way).ok()?.into_iter().find(waits)?;
            Some(way.finding(&element.tag_name()))
        })
        .collect()
}

/// Finds such content in the page.
fn written(way: &Ungated) -> Result<Vec<Element>, JsValue> {
    let document = document();
    if !way.in_template {
        return Ok(list(&document.query_selector_all(way.selector)?));
    }
    let mut found = Vec::new();
    for template in list(&document.query_selector_all("template[data-category]")?) {
        // A fragment, which is asked as an element is.
        let content: Element = Reflect::get(&template, &"content".into())?.unchecked_into();
        found.extend(list(&content.query_selector_all(way.selector)?));
    }
    Ok(found)
}

fn list(found: &NodeList) -> Vec<Element> {
    let all = 0..found.length();
    all.filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect()
}
