//! "Why we ask" beside the fields of a form, without moving them.

use std::{any::Any, cell::RefCell, rc::Rc};

use gloo::events::EventListener;
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{
    reasons::{Marks, Reason as Why, assign},
    strings::Strings,
};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    Document, Element, HtmlElement, MutationObserver, MutationObserverInit, ShadowRootInit,
    ShadowRootMode,
};

use super::{detach::detach, gate::lacking, place::mark, style::Style};

const HOST: &str = "council-notice-why";

/// In what language a reason is said.
#[derive(Clone)]
pub(super) struct Speech {
    /// Of the button, which is the page's.
    pub(super) page: String,
    /// Of the reason, which is the notice's.
    pub(super) lang: String,
    pub(super) dir: String,
}

/// The reasons of a form, kept in step with its fields; dropping them takes them away.
pub(super) struct Reasons {
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
    _shown: Shown,
}

type Shown = Rc<RefCell<Vec<Reason>>>;

impl Drop for Reasons {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// A reason on the page; dropping it takes it away again.
struct Reason {
    host: HtmlElement,
    field: Element,
    id: String,
    _view: Box<dyn Any>,
    _resize: EventListener,
}

impl Drop for Reason {
    fn drop(&mut self) {
        detach(&self.host);
        // The page may have tied more to the field meanwhile.
        let ids = described_by(&self.field);
        let left: Vec<&str> = ids.split(' ').filter(|id| *id != self.id).collect();
        let _ = match left.join(" ").as_str() {
            "" => self.field.remove_attribute("aria-describedby"),
            left => self.field.set_attribute("aria-describedby", left),
        };
    }
}

/// Puts a reason beside every field in `scope` that the notice has one for, now and whenever fields come or go. What
/// comes with a change is there before the browser paints it, so that nothing is seen to move.
///
/// # Errors
/// When the browser has no `MutationObserver`.
pub(super) fn explain(
    scope: Element,
    reasons: Vec<Why>,
    t: Strings,
    style: Rc<Style>,
    speech: Speech,
) -> Result<Reasons, JsValue> {
    let shown = Shown::default();
    let change = {
        let (scope, shown) = (scope.clone(), shown.clone());
        move || {
            let mut shown = shown.borrow_mut();
            shown.retain(|one| scope.contains(Some(&one.field)));
            for (field, why) in wanted(&scope, &reasons) {
                if !shown.iter().any(|one| one.field == field) {
                    shown.extend(reason(field, why, &t, &style, &speech).ok());
                }
            }
        }
    };
    change();
    let changed = Closure::<dyn FnMut()>::new(change);
    let observer = MutationObserver::new(changed.as_ref().unchecked_ref())?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    observer.observe_with_options(&scope, &options)?;
    Ok(Reasons {
        observer,
        _changed: changed,
        _shown: shown,
    })
}

/// The fields of a form that have a reason, in order.
fn wanted<'a>(scope: &Element, reasons: &'a [Why]) -> Vec<(Element, &'a Why)> {
    let Ok(found) = scope.query_selector_all("[data-notice-field],[name],[autocomplete]") else {
        return Vec::new();
    };
    let fields: Vec<Element> = (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into().ok())
        .collect();
    let marks: Vec<Marks> = fields.iter().map(marks).collect();
    let given = assign(&marks, reasons);
    let given = fields.into_iter().zip(given);
    given
        .filter_map(|(field, at)| Some((field, &reasons[at?])))
        .collect()
}

fn marks(field: &Element) -> Marks {
    let attribute = |name| field.get_attribute(name).unwrap_or_default();
    Marks {
        explicit: field.get_attribute("data-notice-field"),
        tokens: [attribute("name"), attribute("autocomplete")].join(" "),
        label: label(field).as_ref().and_then(words).unwrap_or_default(),
    }
}

fn words(label: &Element) -> Option<String> {
    Some(label.text_content()?.trim().to_owned())
}

fn described_by(field: &Element) -> String {
    field.get_attribute("aria-describedby").unwrap_or_default()
}

thread_local! {
    /// How many reasons there have been: ids are the page's, and several forms may ask for the same.
    static COUNT: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

fn reason(
    input: Element,
    why: &Why,
    t: &Strings,
    style: &Style,
    speech: &Speech,
) -> Result<Reason, JsValue> {
    let document = input.owner_document().ok_or_else(|| lacking("document"))?;
    let label = label(&input);
    let label_text = label
        .as_ref()
        .and_then(words)
        .unwrap_or_else(|| why.field.replace('-', " "));
    let count = COUNT.replace(COUNT.get() + 1);

    let host: HtmlElement = document.create_element(HOST)?.unchecked_into();
    let id = format!("{HOST}-{count}");
    let said = text(&document, &id, &why.why)?;
    mark(&said, &speech.lang, &speech.dir);
    host.append_child(&said)?;
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    style.adopt(&root);
    // The button keeps to the direction of the page, where it takes its place beside the label.
    let place = document.create_element("div")?;
    let _ = place.set_attribute("lang", &speech.page);
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

    let ids = [described_by(&input), id.clone()].join(" ");
    input.set_attribute("aria-describedby", ids.trim())?;

    settle(&host, label.as_ref());
    let resize = {
        let host = host.clone();
        EventListener::new(&window(), "resize", move |_| settle(&host, label.as_ref()))
    };
    Ok(Reason {
        host,
        field: input,
        id,
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
