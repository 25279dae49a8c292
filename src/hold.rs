//! Holds a form back until the question about age is answered.

use std::rc::Rc;

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use js_sys::Array;
use leptos::prelude::*;
use notice::guardian::GuardianStep;
use ui::focus;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, ShadowRoot};

use super::Gate;

/// The guardian question of a form that has to wait for its answer.
pub(super) struct GuardianQuestion {
    pub(super) root: ShadowRoot,
    /// Whether the visitor was told to answer first.
    pub(super) warned: RwSignal<bool>,
}

impl GuardianQuestion {
    /// Holds the form back while the question is open, brings the visitor to it, and says whether it did. A question in a hidden
    /// step of the form cannot be answered: such a form goes, with `unsaid`.
    pub(super) fn hold_back(&self, event: &Event, step: GuardianStep) -> bool {
        let id = match step {
            GuardianStep::Asking => "guardian-question",
            // Not to the question of age: that would look like a wish for another answer.
            _ => "guardian-ask",
        };
        let question = self.root.get_element_by_id(id);
        let seen = question
            .as_ref()
            .is_some_and(|question| question.client_height() > 0);
        let held_back = seen && !step.is_answered();
        if held_back {
            event.prevent_default();
            event.stop_immediate_propagation();
            self.warned.set(true);
            focus(question);
        }
        held_back
    }
}

/// Makes the options of a listener that comes before the page's own.
pub(super) fn in_capture() -> EventListenerOptions {
    EventListenerOptions {
        passive: false,
        ..EventListenerOptions::run_in_capture_phase()
    }
}

/// Selects what the page's author has marked as the button that sends a container.
const MARKED: &str = "[data-notice-submit]";
/// Selects likely submit buttons: type=submit, buttons without a type, and the last buttons of SurveyJS and form.io. Leaves out
/// those whose class says that they lead between pages.
const LIKELY: &str = "button[type=submit],input[type=submit],input[type=image],\
    .sd-navigation__complete-btn,.sv_complete_btn,.btn-wizard-nav-submit,\
    button:not([type],[class*=next i],[class*=prev i],[class*=back i],[class*=cancel i],[class*=add i],[class*=remove i])";
/// Milliseconds that a form builder has to draw its buttons.
const DRAW_TIME: u32 = 3000;

/// Holds the clicks on a container that acts as a form; dropping it lets them go.
pub(super) struct ClickHold {
    _click: EventListener,
    _button_check: Timeout,
}

impl ClickHold {
    /// Holds the clicks on what sends the container, heard at the top of its tree. Reports to the page where nothing in it looks
    /// like that.
    pub(super) fn new(
        gate: &Gate,
        container: &Element,
        tree: &EventTarget,
        question: Rc<GuardianQuestion>,
        step: RwSignal<GuardianStep>,
    ) -> Self {
        let own = container.clone();
        let click = EventListener::new_with_options(tree, "click", in_capture(), move |event| {
            if sends(&own, &question.root.host(), &event.composed_path()) {
                question.hold_back(event, step.get_untracked());
            }
        });
        let (gate, own) = (gate.clone(), container.clone());
        let button_check = Timeout::new(DRAW_TIME, move || {
            let any = ["form,", selector(&own)].concat();
            if own.query_selector(&any).is_ok_and(|found| found.is_none()) {
                gate.fail(
                    "form",
                    "nothing in the form's container looks like what sends it, so that it cannot be held: \
                     mark its button with data-notice-submit",
                );
            }
        });
        Self {
            _click: click,
            _button_check: button_check,
        }
    }
}

fn selector(container: &Element) -> &'static str {
    match container.query_selector(MARKED) {
        Ok(Some(_)) => MARKED,
        _ => LIKELY,
    }
}

/// Says whether a click that went this way, from the innermost out, was on what sends the container. Those in the notice are
/// its own.
fn sends(container: &Element, notice: &Element, path: &Array) -> bool {
    let selector = selector(container);
    let mut found = false;
    for node in path.iter() {
        let Ok(element) = node.dyn_into::<Element>() else {
            continue;
        };
        if element == *container {
            return found;
        }
        if element == *notice {
            return false;
        }
        found |= element.matches(selector).unwrap_or_default();
    }
    false
}
