//! The form beside a notice: what it records, and when it waits.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlFormElement, ShadowRoot};

use super::dialog::focus;
use crate::guardian::Step;

/// Listeners on a form; dropping it takes them away.
pub(super) struct FormLink {
    _listeners: Vec<EventListener>,
}

/// Adds `council_notice` and `council_notice_guardian` to everything the form sends: native submits and
/// `new FormData(form)` alike, without an element of ours among the host's.
pub(super) fn link(form: &HtmlFormElement, notice: String, step: RwSignal<Step>) -> FormLink {
    let record = EventListener::new(form, "formdata", move |event| {
        let data = Reflect::get(event, &"formData".into()).ok();
        if let Some(data) = data.and_then(|data| data.dyn_into::<FormData>().ok()) {
            let _ = data.set_with_str("council_notice", &notice);
            let _ = data.set_with_str("council_notice_guardian", step.get_untracked().field());
        }
    });
    let reset = EventListener::new(form, "reset", move |_| step.set(Step::Asking));
    FormLink {
        _listeners: vec![record, reset],
    }
}

impl FormLink {
    /// Holds the form back until the guardian question is answered: listens on the form's tree in the capture
    /// phase, so that scripts that listen to `submit` wait too. `form.submit()` called by script cannot be held.
    pub(super) fn require(
        &mut self,
        form: &HtmlFormElement,
        root: ShadowRoot,
        step: RwSignal<Step>,
        held: RwSignal<bool>,
    ) {
        let own = form.clone();
        let options = EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        };
        let tree = form.get_root_node();
        let hold = EventListener::new_with_options(&tree, "submit", options, move |event| {
            let ours = event
                .target()
                .is_some_and(|target| target.dyn_ref::<Element>() == Some(own.as_ref()));
            if ours && !step.get_untracked().is_answered() {
                event.prevent_default();
                event.stop_immediate_propagation();
                held.set(true);
                focus(root.get_element_by_id("guardian-question"));
            }
        });
        self._listeners.push(hold);
    }
}
