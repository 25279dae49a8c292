//! What a field is called on the page.

use js_sys::{Reflect, WeakMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, ShadowRoot};

/// The labels that stand in one tree with a form, by what the browser ties each to. To ask every field for its labels would
/// have the browser go through the whole tree for each.
pub(super) struct Labels(WeakMap);

impl Labels {
    pub(super) fn of(scope: &Element) -> Self {
        let by_control = WeakMap::new();
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
            if control.is_object() && !by_control.has(control.unchecked_ref()) {
                by_control.set(control.unchecked_ref(), &label);
            }
        }
        Self(by_control)
    }

    /// Names a field, and the control by which people use it.
    pub(super) fn name(&self, scope: &Element, input: &Element) -> Named {
        let of = |control: &Element, label| Named {
            control: control.clone(),
            label,
        };
        match self.label(input) {
            None if input.client_width() == 0 => stand_in(scope, input)
                .map(|(control, label)| of(&control, Some(label)))
                .unwrap_or_else(|| of(input, None)),
            label => of(input, label),
        }
    }

    /// Finds the words of a group, or the label that the browser ties to the field.
    fn label(&self, input: &Element) -> Option<Element> {
        if input.local_name() == "fieldset" {
            return legend(input);
        }
        let kind = input.get_attribute("type");
        if matches!(kind.as_deref(), Some("radio" | "checkbox"))
            && let Some(group) = input.closest(GROUPS).ok().flatten()
            && let Some(words) = legend(&group).or_else(|| named_by(&group))
        {
            return Some(words);
        }
        let label: JsValue = self.0.get(input);
        label.dyn_into().ok().or_else(|| named_by(input))
    }
}

/// A control with its words.
pub(super) struct Named {
    pub(super) control: Element,
    pub(super) label: Option<Element>,
}

/// What groups choices that belong together.
const GROUPS: &str = "fieldset,[role=radiogroup][aria-labelledby],[role=group][aria-labelledby]";
/// What people use in the place of a field that is not to be seen. What has a name of its own is another field.
const STANDS_IN: &str = "input:not([name],[type=hidden]),[role=combobox]:not([name]),[role=textbox]:not([name]),\
    [contenteditable],button[aria-haspopup]:not([name])";

fn legend(group: &Element) -> Option<Element> {
    group.query_selector(":scope > legend").ok().flatten()
}

/// Finds the control that stands in for a field that has no label and is not to be seen, and that control's words: a list that a script
/// has drawn anew, a calendar that keeps its day in a hidden field. They share the nearest element that holds a label, and no other label.
fn stand_in(scope: &Element, input: &Element) -> Option<(Element, Element)> {
    let mut around = input.parent_element()?;
    while around != *scope {
        let labels = around.query_selector_all("label").ok()?;
        match labels.length() {
            0 => around = around.parent_element()?,
            1 => {
                let label: Element = labels.get(0)?.dyn_into().ok()?;
                let control = Reflect::get(&label, &"control".into()).unwrap_or_default();
                let control = match control.dyn_into::<Element>() {
                    Ok(control) => control.matches(STANDS_IN).ok()?.then_some(control),
                    Err(_) => around.query_selector(STANDS_IN).ok()?,
                };
                return Some((control?, label));
            }
            _ => return None,
        }
    }
    None
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
