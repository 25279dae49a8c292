//! What a field is called on the page.

use js_sys::{Map, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, ShadowRoot};

/// The labels that stand in one tree with a form, by what the browser ties each to. To ask every field for its labels would
/// have the browser go through the whole tree for each.
pub(super) struct Labels(Map);

impl Labels {
    pub(super) fn of(scope: &Element) -> Self {
        let by_control = Map::new();
        let root = scope.get_root_node();
        let found = match root.dyn_ref::<Document>() {
            Some(page) => page.query_selector_all("label"),
            None => match root.dyn_ref::<ShadowRoot>() {
                Some(root) => root.query_selector_all("label"),
                None => scope.query_selector_all("label"),
            },
        };
        let labels = found
            .iter()
            .flat_map(|found| (0..found.length()).filter_map(|at| found.get(at)));
        for label in labels {
            let control = Reflect::get(&label, &"control".into()).unwrap_or_default();
            // The first in the order of the page.
            if control.is_object() && !by_control.has(&control) {
                by_control.set(&control, &label);
            }
        }
        Self(by_control)
    }

    /// Finds the legend of a group, or the label that the browser ties to the field.
    pub(super) fn label(&self, input: &Element) -> Option<Element> {
        if input.local_name() == "fieldset" {
            return input.query_selector(":scope > legend").ok().flatten();
        }
        if let Some(group) = input.closest("fieldset").ok().flatten() {
            let kind = input.get_attribute("type");
            if matches!(kind.as_deref(), Some("radio" | "checkbox"))
                && let Some(legend) = group.query_selector(":scope > legend").ok().flatten()
            {
                return Some(legend);
            }
        }
        let label: JsValue = self.0.get(input);
        label.dyn_into().ok().or_else(|| named_by(input))
    }
}

/// Finds the words that a page names as those of a field, where it has no label: form builders do.
fn named_by(input: &Element) -> Option<Element> {
    let ids = input.get_attribute("aria-labelledby")?;
    let id = ids.split_whitespace().next()?;
    let root = input.get_root_node();
    match root.dyn_ref::<Document>() {
        Some(page) => page.get_element_by_id(id),
        None => root.dyn_ref::<ShadowRoot>()?.get_element_by_id(id),
    }
}
