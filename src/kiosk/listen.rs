//! The events that a shared screen listens to, from its start on.

use std::rc::Rc;

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Interval,
};
use js_sys::Reflect;
use leptos::prelude::*;
use notice::kiosk::KioskEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    elements::everything, fields::InitialFields, frames::TOUCHES, mark::state, screen::Screen, wipe,
};

/// How often the clock is looked at, while somebody is there.
const TICK: u32 = 250;

impl Screen {
    pub(super) fn listen(self: &Rc<Self>) {
        let window = window();
        let hear = |kind: &'static str, act: fn(&Rc<Self>, &web_sys::Event)| {
            let screen = self.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&window, kind, options, move |event| {
                act(&screen, event)
            })
            .forget();
        };
        for kind in TOUCHES {
            // A script that moves things about is nobody; what it has filled in is somebody's, but for what every visitor
            // finds there.
            hear(kind, |screen, event| {
                let field = event.composed_path().get(0).dyn_into::<Element>();
                let is_somebody_s = |field: &Element| {
                    InitialFields::is_filled(field)
                        && !(screen.settles() && screen.fields.is_usual(field))
                };
                let is_filled =
                    || event.type_() == "input" && field.is_ok_and(|field| is_somebody_s(&field));
                if event.is_trusted() || is_filled() {
                    screen.on(KioskEvent::Touched);
                }
            });
        }
        let screen = self.clone();
        self.frames.listen(move || screen.on(KioskEvent::Touched));
        // Before it turns.
        hear("click", |screen, event| {
            let path = event.composed_path();
            let mut path = path.iter().filter_map(|one| one.dyn_into::<Element>().ok());
            if path.any(|one| one.local_name() == "summary") {
                screen.came.turn();
            }
        });
        // No window hears of a focus that goes from one field to another within a shadow root.
        for kind in ["focusin", "pointerdown", "keydown"] {
            hear(kind, |screen, event| {
                let path = event.composed_path();
                let path = path.iter().filter_map(|one| one.dyn_into::<Element>().ok());
                for field in path.filter(wipe::is_field) {
                    screen.fields.meet(&field);
                }
            });
        }
        // On the window, so that this runs before every listener on the document.
        hear("council-notice:reset", |screen, _| {
            screen.on(KioskEvent::Reset);
        });
        hear("pagehide", |screen, _| screen.empty());
        hear("pageshow", |screen, event| {
            if Reflect::get(event, &"persisted".into()).is_ok_and(|kept| kept.is_truthy()) {
                screen.gate.reset();
            }
        });
        hear("load", |screen, event| {
            if event.target().as_ref() == Some(document().as_ref()) {
                screen.begin();
            }
        });
        // Timers of a page that nobody sees hardly run.
        hear("visibilitychange", |screen, _| screen.tick());
        hear("online", |screen, _| screen.connected(true));
        hear("offline", |screen, _| screen.connected(false));
        // Not passive: a link is kept from being followed.
        let screen = self.clone();
        let options = EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        };
        for kind in ["click", "auxclick"] {
            let screen = screen.clone();
            EventListener::new_with_options(&window, kind, options, move |event| {
                screen.keep_here(event);
            })
            .forget();
        }
        // After everybody else: only then is it known whether a script takes the form.
        let screen = self.clone();
        let options = EventListenerOptions {
            passive: false,
            ..Default::default()
        };
        EventListener::new_with_options(&window, "submit", options, move |event| {
            screen.sent(event)
        })
        .forget();
        let screen = self.clone();
        Interval::new(TICK, move || screen.tick()).forget();
        if let Some(speech) = &self.speech {
            let screen = self.clone();
            speech.on_voices(move || screen.look_for_voice());
        }
        self.look_for_voice();
    }

    /// Clears what a browser restores after a crash: it may be an earlier visitor's. What somebody has typed by now stays.
    pub(super) fn begin(self: &Rc<Self>) {
        // Of a page that is loaded anew Chromium says that it has been active when the one before was.
        let since = if is_reloaded() {
            "isActive"
        } else {
            "hasBeenActive"
        };
        let active = Reflect::get(&window().navigator(), &"userActivation".into());
        let touched = active.and_then(|active| Reflect::get(&active, &since.into()));
        let focused = document()
            .active_element()
            .is_some_and(|held| wipe::is_field(&held));
        if focused || touched.is_ok_and(|touched| touched.is_truthy()) {
            self.on(KioskEvent::Touched);
        } else if self.kiosk.borrow().rests() {
            for field in everything().iter().filter(|one| wipe::is_field(one)) {
                self.fields.restore(field);
            }
            state("resting");
        }
    }
}

fn is_reloaded() -> bool {
    let clock = window().performance();
    let entry = clock.map(|clock| clock.get_entries_by_type("navigation").get(0));
    entry.is_some_and(|entry| {
        Reflect::get(&entry, &"type".into()).is_ok_and(|kind| kind == "reload")
    })
}
