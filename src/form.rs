//! The form beside a notice, or the container that acts as one: what it records.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use leptos::prelude::*;
use notice::guardian::GuardianStep;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, EventTarget, FormData, HtmlElement, HtmlFormElement, HtmlInputElement,
};

use super::{
    Gate,
    detach::detach,
    gate::lacking,
    hold::{ClickHold, GuardianQuestion, in_capture},
    include::Include,
};

/// Returns the element that the fields of a form stand in: the form, but for one between the parts of a table, which the parser
/// leaves empty.
pub(super) fn scope(form: &Element) -> Element {
    let parent = form.parent_element();
    let in_table = parent.filter(|parent| {
        matches!(
            parent.local_name().as_str(),
            "table" | "thead" | "tbody" | "tfoot" | "tr"
        )
    });
    let table = in_table.and_then(|parent| parent.closest("table").ok().flatten());
    table.unwrap_or_else(|| form.clone())
}

/// Listeners on a form, and what they added to it; dropping it takes them away.
pub(super) struct FormLink {
    _listeners: [EventListener; 4],
    _hold: Option<ClickHold>,
    record: Record,
}

impl Drop for FormLink {
    fn drop(&mut self) {
        detach(&self.record.notice);
        detach(&self.record.guardian);
    }
}

impl FormLink {
    /// Has the form record another version of its notice from now on.
    pub(super) fn restamp(&self, notice: &str) {
        self.record.notice.set_value(notice);
    }
}

/// Has `form` send `council_notice` and `council_notice_guardian`: in native submits and every `new FormData(form)`,
/// and from the first submit on also as hidden fields in the `notice` (our own element, so that nothing of ours stands
/// among the host's), or at the form's end where that stands elsewhere, for scripts that read the form field by field. An
/// include has brought the first of them with it. A container does so for the forms in it; what sends it by script asks for
/// the values.
///
/// With a `question` the form is held back until it is answered. Heard in the capture phase at the top of the form's
/// tree, before scripts that listen to `submit`. `form.submit()` called by script cannot be held. Of a container that
/// is no form, the clicks on what sends it are held too.
///
/// # Errors
/// When the page refuses new elements.
pub(super) fn link(
    gate: &Gate,
    form: &Element,
    notice: HtmlElement,
    stamp: &str,
    step: RwSignal<GuardianStep>,
    question: Option<GuardianQuestion>,
) -> Result<FormLink, JsValue> {
    let record = Record::new(&notice, stamp)?;
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
    let reset = EventListener::new(form, "reset", move |_| step.set(GuardianStep::Asking));
    let leave = {
        let record = record.clone();
        EventListener::new(&window(), "pagehide", move |_| record.leave())
    };

    // A submit inside a shadow root does not leave it; in a document the window hears it before the document does.
    let tree = form.get_root_node();
    let tree: EventTarget = if tree.is_instance_of::<Document>() {
        window().into()
    } else {
        tree.into()
    };
    let question = question.map(Rc::new);
    let submit = {
        let (record, own, question) = (record.clone(), form.clone(), question.clone());
        EventListener::new_with_options(&tree, "submit", in_capture(), move |event| {
            // By the way that the event has gone: a form's fields may go by the names of its methods.
            let path = event.composed_path();
            let Some(sent) = path.get(0).dyn_into::<Element>().ok() else {
                return;
            };
            if !path.includes(&own, 0) {
                return;
            }
            if question
                .as_ref()
                .is_some_and(|question| question.hold_back(event, step.get_untracked()))
            {
                return;
            }
            let around = notice.closest("form").ok().flatten();
            let place = if around.as_ref() == Some(&sent) {
                &*notice
            } else {
                &sent
            };
            for field in record.now(step) {
                let _ = place.append_child(field);
            }
        })
    };
    let hold = question
        .filter(|_| !form.is_instance_of::<HtmlFormElement>())
        .map(|question| ClickHold::new(gate, form, &tree, question, step));
    Ok(FormLink {
        _listeners: [sent, reset, submit, leave],
        _hold: hold,
        record,
    })
}

/// The two fields.
#[derive(Clone)]
struct Record {
    notice: HtmlInputElement,
    guardian: HtmlInputElement,
    /// Whether an include has brought the first of them.
    is_brought: bool,
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
        let brought = Include::field(place);
        let is_brought = brought.is_some();
        let notice = match brought {
            // What is shown is what is recorded, also where a card had to be drawn in place of the include's.
            Some(brought) => {
                brought.set_value(notice);
                brought
            }
            None => field("council_notice", notice)?,
        };
        Ok(Self {
            notice,
            guardian: field("council_notice_guardian", "")?,
            is_brought,
        })
    }

    /// Takes the fields out of a page that is left: Chromium knows a form again by its first two fields, and would
    /// not give back, after Back, what was typed into it.
    fn leave(&self) {
        detach(&self.guardian);
        if !self.is_brought {
            detach(&self.notice);
        }
    }

    /// Returns the fields with their values of this moment.
    fn now(&self, step: RwSignal<GuardianStep>) -> [&HtmlInputElement; 2] {
        self.guardian.set_value(step.get_untracked().field());
        [&self.notice, &self.guardian]
    }
}
