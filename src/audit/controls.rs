//! The controls of a page by the forms that send them, also those in open shadow roots.

use js_sys::Reflect;
use leptos::prelude::document;
use notice::audit::Control;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlFormElement, Node, NodeList, ShadowRoot};

/// A form with what it asks, or what stands in no form.
pub(super) struct Group {
    pub(super) form: Option<HtmlFormElement>,
    pub(super) controls: Vec<Element>,
}

/// Lists everything on the page, in order, but for what is in our own shadow roots.
pub(super) fn everything() -> Vec<Element> {
    let mut found = Vec::new();
    if let Ok(all) = document().query_selector_all("*") {
        collect(&all, &mut found);
    }
    found
}

fn collect(all: &NodeList, found: &mut Vec<Element>) {
    for element in (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<Element>().ok()) {
        let inner = element.shadow_root();
        let is_ours = || element.local_name().starts_with("council-notice");
        let inner = inner.filter(|_| !is_ours());
        found.push(element);
        if let Some(Ok(all)) = inner.map(|root| root.query_selector_all("*")) {
            collect(&all, found);
        }
    }
}

/// Lists the forms of the page in order, each with its controls; what stands in no form comes last. Forms that ask nothing
/// are left out.
pub(super) fn groups(everything: &[Element]) -> Vec<Group> {
    let mut groups: Vec<Group> = everything
        .iter()
        .filter_map(|element| element.clone().dyn_into::<HtmlFormElement>().ok())
        .map(|form| Group {
            form: Some(form),
            controls: Vec::new(),
        })
        .collect();
    groups.push(Group {
        form: None,
        controls: Vec::new(),
    });
    for control in everything {
        if matches!(
            control.local_name().as_str(),
            "input" | "select" | "textarea"
        ) {
            let form = form_of(control);
            if let Some(group) = groups.iter_mut().find(|group| group.form == form) {
                group.controls.push(control.clone());
            }
        }
    }
    groups.retain(|group| !group.controls.is_empty());
    groups
}

/// Finds the form that sends a control, or that stands around the shadow root it is in.
pub(super) fn form_of(control: &Element) -> Option<HtmlFormElement> {
    let own = Reflect::get(control, &"form".into()).ok();
    let own = own.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    own.or_else(|| around(control, "form")?.dyn_into().ok())
}

/// Finds the nearest that matches, also outside the shadow roots that an element is in.
fn around(element: &Element, selector: &str) -> Option<Element> {
    if let Some(found) = element.closest(selector).ok()? {
        return Some(found);
    }
    let root: ShadowRoot = element.get_root_node().dyn_into().ok()?;
    around(&root.host(), selector)
}

/// Describes a control as the audit sees it; `council-notice audit` sees the same in the page's HTML.
pub(super) fn seen(control: &Element) -> Control {
    let attribute = |name: &str| control.get_attribute(name).unwrap_or_default();
    let kind = match control.local_name().as_str() {
        "input" => match attribute("type") {
            none if none.is_empty() => "text".to_owned(),
            kind => kind.to_ascii_lowercase(),
        },
        other => other.to_owned(),
    };
    let label = labels(control).and_then(|labels| labels.get(0));
    let label = label
        .and_then(|label| label.text_content())
        .unwrap_or_default();
    let group = control.closest("fieldset").ok().flatten();
    let legend = group.and_then(|group| group.query_selector(":scope > legend").ok().flatten());
    let mark = around(control, "[data-notice-field]:not([data-notice-field=''])");
    Control {
        kind,
        name: attribute("name"),
        autocomplete: attribute("autocomplete"),
        mark: mark.and_then(|marked| marked.get_attribute("data-notice-field")),
        label: if label.trim().is_empty() {
            attribute("aria-label")
        } else {
            label
        },
        legend: legend
            .and_then(|legend| legend.text_content())
            .unwrap_or_default(),
        required: control.has_attribute("required"),
    }
}

fn labels(control: &Element) -> Option<NodeList> {
    let labels = Reflect::get(control, &"labels".into()).ok()?;
    labels.dyn_into().ok()
}

/// Lists what to show for a control: a group's frame for one of its buttons, and the label where the control itself is
/// covered by one, as drawn buttons are.
pub(super) fn to_show(control: &Element) -> Vec<Element> {
    let kind = control.get_attribute("type").unwrap_or_default();
    let group = control.closest("fieldset").ok().flatten();
    if let Some(group) = group.filter(|_| matches!(kind.as_str(), "radio" | "checkbox")) {
        return vec![group];
    }
    let label = labels(control).and_then(|labels| labels.get(0)?.dyn_into().ok());
    let label: Option<Node> = label;
    let label = label.and_then(|label| label.dyn_into().ok());
    std::iter::once(control.clone()).chain(label).collect()
}
