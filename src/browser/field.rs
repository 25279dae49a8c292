//! "Why we ask" beside the fields of a form, without moving them.

use std::any::Any;

use gloo::events::EventListener;
use leptos::{mount::mount_to_renderer, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, ShadowRootInit, ShadowRootMode};

use super::style::Style;
use crate::{manifest::Reason as Why, strings::Strings, ui};

const HOST: &str = "council-notice-why";

/// A reason on the page; dropping it takes it away again.
pub(super) struct Reason {
    host: HtmlElement,
    field: Element,
    description: Option<String>,
    _view: Box<dyn Any>,
    _resize: EventListener,
}

impl Drop for Reason {
    fn drop(&mut self) {
        self.host.remove();
        let _ = match &self.description {
            Some(ids) => self.field.set_attribute("aria-describedby", ids),
            None => self.field.remove_attribute("aria-describedby"),
        };
    }
}

/// Puts a reason beside every field in `scope` that the notice has one for and that has none yet.
pub(super) fn explain(scope: &Element, reasons: &[Why], t: &Strings, style: &Style) -> Vec<Reason> {
    let Ok(inputs) = scope.query_selector_all("[data-notice-field],[name],[autocomplete]") else {
        return Vec::new();
    };
    let mut explained: Vec<&str> = Vec::new();
    (0..inputs.length())
        .filter_map(|at| inputs.get(at)?.dyn_into::<Element>().ok())
        .filter_map(|input| {
            let why = reasons.iter().find(|why| concerns(why, &input))?;
            // Radio buttons of one group share a name: the first carries the reason.
            if explained.contains(&why.field.as_str()) {
                return None;
            }
            explained.push(&why.field);
            reason(input, why, t, style).ok()
        })
        .collect()
}

/// The field's own mark decides; without one, its name or autocomplete token.
fn concerns(why: &Why, input: &Element) -> bool {
    match input.get_attribute("data-notice-field") {
        Some(mark) => mark == why.field,
        None => ["name", "autocomplete"]
            .iter()
            .filter_map(|name| input.get_attribute(name))
            .any(|value| {
                value
                    .split(' ')
                    .any(|token| why.matches.iter().any(|m| m == token))
            }),
    }
}

fn reason(input: Element, why: &Why, t: &Strings, style: &Style) -> Result<Reason, JsValue> {
    let document = input.owner_document().ok_or(JsValue::NULL)?;
    let label = label(&input);
    let label_text = label
        .as_ref()
        .and_then(|label| label.text_content())
        .map_or_else(
            || why.field.replace('-', " "),
            |text| text.trim().to_owned(),
        );

    let host: HtmlElement = document.create_element(HOST)?.unchecked_into();
    let id = format!("council-notice-why-{}", why.field);
    host.append_child(text(&document, &id, &why.why)?.as_ref())?;
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    style.adopt(&root);
    let place = document.create_element("div")?;
    root.append_child(&place)?;
    let view = {
        let t = t.clone();
        mount_to_renderer(&place, move || {
            ui::Why(ui::WhyProps {
                t,
                field: label_text,
            })
        })
    };
    match &label {
        Some(label) => label.insert_adjacent_element("afterend", &host)?,
        None => input.insert_adjacent_element("beforebegin", &host)?,
    };

    let description = input.get_attribute("aria-describedby");
    let ids = description
        .iter()
        .map(String::as_str)
        .chain([id.as_str()])
        .collect::<Vec<_>>();
    input.set_attribute("aria-describedby", &ids.join(" "))?;

    settle(&host, label.as_ref());
    let resize = {
        let host = host.clone();
        EventListener::new(&window(), "resize", move |_| settle(&host, label.as_ref()))
    };
    Ok(Reason {
        host,
        field: input,
        description,
        _view: Box::new(view),
        _resize: resize,
    })
}

/// The reason's words stand in the page's own tree, where `aria-describedby` finds them.
fn text(document: &Document, id: &str, why: &str) -> Result<Element, JsValue> {
    let text = document.create_element("span")?;
    text.set_id(id);
    text.set_text_content(Some(why));
    Ok(text)
}

/// The legend of a group, or the label that the browser ties to the field.
fn label(input: &Element) -> Option<Element> {
    if input.tag_name() == "FIELDSET" {
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
    let labels = js_sys::Reflect::get(input, &"labels".into()).ok()?;
    labels
        .dyn_into::<web_sys::NodeList>()
        .ok()?
        .get(0)?
        .dyn_into()
        .ok()
}

/// The button sits at the end of the label's own line, so that nothing moves; only where the line has no room for
/// it does it take a line of its own.
fn settle(host: &HtmlElement, label: Option<&Element>) {
    let Some(label) = label else { return };
    let Some(button) = host
        .shadow_root()
        .and_then(|root| root.query_selector("button").ok().flatten())
    else {
        return;
    };
    let Ok(range) = web_sys::Range::new() else {
        return;
    };
    if range.select_node_contents(label).is_err() {
        return;
    }
    let (words, line) = (
        range.get_bounding_client_rect(),
        host.get_bounding_client_rect(),
    );
    let rtl = words.left() + words.right() > line.left() + line.right()
        && words.right() >= line.right() - 1.0;
    let start = if rtl {
        line.right() - words.left()
    } else {
        words.right() - line.left()
    };
    let fits = start + 12.0 + button.get_bounding_client_rect().width() <= line.width();
    let style = host.style();
    let _ = style.set_property(
        "--council-notice-why-at",
        &format!("{}px", start as i32 + 12),
    );
    let _ = host.toggle_attribute_with_force("data-inline", fits);
}
