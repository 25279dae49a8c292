//! The fields of the page's forms: closed to the browser's memory, and back to how they came.

use js_sys::{Array, Reflect, WeakMap};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlFormElement, Node};

/// Lists attributes that keep browsers from filling in, correcting and remembering.
const CLOSED: [(&str, &str); 5] = [
    ("autocomplete", "off"),
    ("autocorrect", "off"),
    ("spellcheck", "false"),
    ("writingsuggestions", "false"),
    // Password managers go by this name.
    ("data-1p-ignore", ""),
];

/// Remembers what the fields held before somebody used them.
#[derive(Default)]
pub(super) struct InitialFields {
    came: WeakMap,
    /// What a script put into them right after a wipe.
    filled: WeakMap,
}

impl InitialFields {
    /// Closes the field that somebody turns to, with the form around it, and remembers how it came. Not before: the
    /// widget finds its fields by `autocomplete`.
    pub(super) fn meet(&self, field: &Element) {
        let form = field.closest("form").ok().flatten();
        for element in form.iter().flat_map(elements).chain([field.clone()]) {
            for (name, value) in CLOSED {
                let _ = element.set_attribute(name, value);
            }
            if !self.came.has(&element) {
                self.came.set(&element, &content(&element));
            }
        }
        if let Some(form) = form {
            let _ = form.set_attribute("autocomplete", "off");
        }
    }

    /// Says whether a field holds something else than it came with. A browser that fills in what it remembers, or a password
    /// manager, may tell so as a script would.
    pub(super) fn is_filled(field: &Element) -> bool {
        let (now, came) = held(field);
        !came.is_undefined() && now != came
    }

    /// Says whether a field holds what a script had put into it after the wipe before this one as well: that is the page's own, and
    /// what somebody has asked for comes but once.
    pub(super) fn is_usual(&self, field: &Element) -> bool {
        let (now, _) = held(field);
        let is_usual = self.filled.has(field) && self.filled.get(field) == now;
        self.filled.set(field, &now);
        is_usual
    }

    /// Puts a field back to its start. A form is reset by [`forms`]; this is for what a reset leaves: a default that a framework
    /// moved along, a field without a form, text typed into the page itself.
    pub(super) fn restore(&self, field: &Element) {
        let came = self.came.get(field);
        if let Some(came) = came.dyn_ref::<Array>() {
            field.replace_children_with_node(&Array::new());
            for node in came.iter().filter_map(|node| node.dyn_into::<Node>().ok()) {
                let _ = node
                    .clone_node_with_deep(true)
                    .map(|node| field.append_child(&node));
            }
            return;
        }
        let set = |name: &str, value: &JsValue| {
            let _ = Reflect::set(field, &name.into(), value);
        };
        let get = |name: &str| Reflect::get(field, &name.into()).unwrap_or_default();
        if came.is_string() && get("defaultValue") != came {
            set("defaultValue", &came);
        }
        // Not the attribute, which may be in capitals.
        let kind = get("type").as_string();
        match (field.local_name().as_str(), kind.as_deref()) {
            ("select", _) => {
                let options = Array::from(&get("options"));
                for option in options.iter() {
                    let chosen = Reflect::get(&option, &"defaultSelected".into());
                    let _ = chosen.map(|chosen| Reflect::set(&option, &"selected".into(), &chosen));
                }
            }
            (_, Some("hidden" | "submit" | "button" | "reset" | "image")) => {}
            (_, Some("checkbox" | "radio")) => set("checked", &get("defaultChecked")),
            (_, Some("file")) => set("value", &"".into()),
            _ if get("value") != get("defaultValue") => set("value", &get("defaultValue")),
            _ => {}
        }
    }
}

/// Returns what a field holds, and what it held at the start.
fn held(field: &Element) -> (JsValue, JsValue) {
    let get = |name: &str| Reflect::get(field, &name.into()).unwrap_or_default();
    match get("type").as_string().as_deref() {
        Some("checkbox" | "radio") => (get("checked"), get("defaultChecked")),
        _ => (get("value"), get("defaultValue")),
    }
}

/// Lists the fields that belong to a form, wherever they stand.
fn elements(form: &Element) -> Vec<Element> {
    let all = form
        .dyn_ref::<HtmlFormElement>()
        .map(HtmlFormElement::elements);
    let all = all.map(|all| (0..all.length()).filter_map(|at| all.item(at)).collect());
    all.unwrap_or_default()
}

/// Reads a default value, or what stands in an editable part of the page.
fn content(field: &Element) -> JsValue {
    if field.has_attribute("contenteditable") {
        let nodes = field.child_nodes();
        let nodes =
            (0..nodes.length()).filter_map(|at| nodes.get(at)?.clone_node_with_deep(true).ok());
        return nodes.collect::<Array>().into();
    }
    Reflect::get(field, &"defaultValue".into()).unwrap_or_default()
}
