//! Frames on a shared screen: what somebody does in one counts as a touch, and goes with the wipe.
//!
//! Of a frame of another origin no more can be known than that it has the focus.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use gloo::events::EventListener;
use js_sys::{Function, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Document, Element, Event};

use super::elements::everything;
use crate::Gate;

/// What people do, and scripts do not.
pub(super) const TOUCHES: [&str; 5] = ["pointerdown", "keydown", "input", "wheel", "touchmove"];

/// The frames that somebody has touched since the last wipe.
#[derive(Clone, Default)]
pub(super) struct Frames(Rc<RefCell<Vec<Element>>>);

impl Frames {
    /// Listens to the frames of the page, now and later; `touched` is called at each touch.
    pub(super) fn listen(&self, touched: impl Fn() + Clone + 'static) {
        let (frames, told) = (self.clone(), touched.clone());
        let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let frame = event
                .current_target()
                .and_then(|page| get(&page, "defaultView"))
                .and_then(|window| get(&window, "frameElement"));
            if let Some(frame) = frame.filter(|_| event.is_trusted()) {
                frames.note(frame.unchecked_into());
                told();
            }
        });
        let ears = Rc::new(Ears {
            hear: hear.into_js_value().unchecked_into(),
            load: OnceCell::new(),
        });
        ears.listen(&document());
        // No event of one in a shadow root leaves it.
        for element in everything().iter().filter(|one| is_frame(one)) {
            ears.follow(element);
        }
        let frames = self.clone();
        EventListener::new(&window(), "blur", move |_| {
            if let Some(frame) = document().active_element().filter(is_frame) {
                frames.note(frame);
                touched();
            }
        })
        .forget();
    }

    fn note(&self, mut frame: Element) {
        // A frame within another is reloaded with it.
        let own: JsValue = document().into();
        while let Some(page) = get(&frame, "ownerDocument").filter(|page| *page != own) {
            let window = get(&page, "defaultView");
            let Some(outer) = window.and_then(|window| get(&window, "frameElement")) else {
                return;
            };
            frame = outer.unchecked_into();
        }
        let mut touched = self.0.borrow_mut();
        if !touched.contains(&frame) {
            touched.push(frame);
        }
    }

    /// Loads each touched frame again from its attributes. A frame that waits for consent is put back by the deferred module.
    pub(super) fn wipe(&self, gate: &Gate) {
        for frame in self.0.take() {
            let waits = frame.get_attribute("data-category");
            if waits.is_some_and(|category| !gate.allows(&category)) {
                continue;
            }
            if let Some(parent) = frame.parent_node() {
                let next = frame.next_sibling();
                // Where it stands already, nothing can be wrong with its place.
                let _ = parent.insert_before(&frame, next.as_ref());
            }
        }
    }
}

pub(super) fn is_frame(element: &Element) -> bool {
    element.local_name() == "iframe"
}

/// What listens to every page in a frame of this origin, and to the frames in those.
struct Ears {
    hear: Function,
    load: OnceCell<Function>,
}

impl Ears {
    /// Listens to the frames of a page, those that it has and those that it will have.
    fn listen(self: &Rc<Self>, page: &Document) {
        let load = self.load.get_or_init(|| {
            let ears = self.clone();
            let load = move |event: Event| {
                if let Some(frame) = event.target().filter(|one| is_called_frame(one)) {
                    ears.follow(&frame);
                }
            };
            let load = Closure::<dyn Fn(Event)>::new(load);
            load.into_js_value().unchecked_into()
        });
        // `load` goes no further up than the document, and each load brings another page.
        let _ = page.add_event_listener_with_callback_and_bool("load", load, true);
        let Ok(frames) = page.query_selector_all("iframe") else {
            return;
        };
        for frame in (0..frames.length()).filter_map(|at| frames.get(at)) {
            self.follow(&frame);
        }
    }

    /// Listens to the page in a frame, where it is of this origin; twice is once.
    fn follow(self: &Rc<Self>, frame: &JsValue) {
        let Some(page) = get(frame, "contentDocument") else {
            return;
        };
        let page: Document = page.unchecked_into();
        for kind in TOUCHES {
            let _ = page.add_event_listener_with_callback_and_bool(kind, &self.hear, true);
        }
        self.listen(&page);
    }
}

/// Says the same as [`is_frame`], of any realm.
fn is_called_frame(target: &JsValue) -> bool {
    Reflect::get(target, &"localName".into()).is_ok_and(|name| name == "iframe")
}

/// Reads a property that is there. Those of a frame are of another realm, where no `instanceof` holds.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(of, &name.into()).ok()?;
    value.is_object().then_some(value)
}
