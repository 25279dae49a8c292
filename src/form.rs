//! The form beside a notice: what it records, and when it waits.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use leptos::prelude::*;
use notice::guardian::Step;
use ui::focus;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, EventTarget, FormData, HtmlElement, HtmlFormElement,
    HtmlInputElement, ShadowRoot,
};

use super::{detach::detach, gate::lacking};

/// Listeners on a form, and what they added to it; dropping it takes them away.
pub(super) struct FormLink {
    _listeners: [EventListener; 3],
    record: Record,
}

impl Drop for FormLink {
    fn drop(&mut self) {
        detach(&self.record.notice);
        detach(&self.record.guardian);
    }
}

/// The guardian question of a form that has to wait for its answer.
pub(super) struct Question {
    pub(super) root: ShadowRoot,
    pub(super) held: RwSignal<bool>,
}

/// Has `form` send `council_notice` and `council_notice_guardian`: in native submits and every `new FormData(form)`,
/// and from the first submit on also as hidden fields in `place` (our own element, so that nothing of ours stands among
/// the host's), for scripts that read the form field by field.
///
/// With a `question` the form is held back until it is answered. Heard in the capture phase at the top of the form's
/// tree, before scripts that listen to `submit`. `form.submit()` called by script cannot be held.
///
/// # Errors
/// When the page refuses new elements.
pub(super) fn link(
    form: &HtmlFormElement,
    place: HtmlElement,
    notice: &str,
    step: RwSignal<Step>,
    question: Option<Question>,
) -> Result<FormLink, JsValue> {
    let record = Record::new(&place, notice)?;
    let sent = {
        let record = record.clone();
        EventListener::new(form, "formdata", move |event| {
            let data = Reflect::get(event, &"formData".into()).ok();
            if let Some(data) = data.and_then(|data| data.dyn_into::<FormData>().ok()) {
                for field in record.now(step) {
                    let _ = data.set_with_str(&field.name(), &field.value());
                }
            }
        })
    };
    let reset = EventListener::new(form, "reset", move |_| step.set(Step::Asking));

    // A submit inside a shadow root does not leave it; in a document the window hears it before the document does.
    let tree = form.get_root_node();
    let tree: EventTarget = if tree.is_instance_of::<Document>() {
        window().into()
    } else {
        tree.into()
    };
    let options = EventListenerOptions {
        passive: false,
        ..EventListenerOptions::run_in_capture_phase()
    };
    let submit = {
        let (record, own) = (record.clone(), form.clone());
        EventListener::new_with_options(&tree, "submit", options, move |event| {
            let target = event.composed_path().get(0);
            if target.dyn_ref::<Element>() != Some(own.as_ref()) {
                return;
            }
            match &question {
                Some(question) if question.holds(event, step.get_untracked()) => {}
                _ => {
                    for field in record.now(step) {
                        let _ = place.append_child(field);
                    }
                }
            }
        })
    };
    Ok(FormLink {
        _listeners: [sent, reset, submit],
        record,
    })
}

/// The two fields.
#[derive(Clone)]
struct Record {
    notice: HtmlInputElement,
    guardian: HtmlInputElement,
}

impl Record {
    fn new(place: &HtmlElement, notice: &str) -> Result<Self, JsValue> {
        let document = place.owner_document().ok_or_else(|| lacking("document"))?;
        let field = |name: &str, value: &str| -> Result<HtmlInputElement, JsValue> {
            let field: HtmlInputElement = document.create_element("input")?.unchecked_into();
            field.set_type("hidden");
            field.set_name(name);
            field.set_value(value);
            Ok(field)
        };
        Ok(Self {
            notice: field("council_notice", notice)?,
            guardian: field("council_notice_guardian", "")?,
        })
    }

    /// The fields with their values of this moment.
    fn now(&self, step: RwSignal<Step>) -> [&HtmlInputElement; 2] {
        self.guardian.set_value(step.get_untracked().field());
        [&self.notice, &self.guardian]
    }
}

impl Question {
    /// Holds the form back while the question is open, and brings the visitor to it. A question in a hidden step of the
    /// form cannot be answered: such a form goes, with `unsaid`.
    fn holds(&self, event: &Event, step: Step) -> bool {
        let id = match step {
            Step::Asking => "guardian-question",
            // Not to the question of age: that would look like a wish for another answer.
            _ => "guardian-ask",
        };
        let question = self.root.get_element_by_id(id);
        let seen = question
            .as_ref()
            .is_some_and(|question| question.client_height() > 0);
        let holds = seen && !step.is_answered();
        if holds {
            event.prevent_default();
            event.stop_immediate_propagation();
            self.held.set(true);
            focus(question);
        }
        holds
    }
}
