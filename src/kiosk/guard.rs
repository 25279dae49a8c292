//! Closes the ways by which one visitor's details could reach another, beside the history: undo, the clipboard, printing, files
//! dropped on the page.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// Guards the page for as long as the page lives.
pub(super) fn start() {
    for kind in [
        "beforeinput",
        "keydown",
        "copy",
        "cut",
        "dragstart",
        "contextmenu",
    ] {
        let options = EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        };
        EventListener::new_with_options(&window(), kind, options, |event| {
            let is_way = match event.dyn_ref::<KeyboardEvent>() {
                Some(key) => leads_away(key),
                None => Reflect::get(event, &"inputType".into())
                    .ok()
                    .and_then(|kind| kind.as_string())
                    .is_none_or(|kind| kind.starts_with("history")),
            };
            if is_way {
                event.prevent_default();
            }
        })
        .forget();
    }
    // After the page's own scripts: what they take is theirs.
    for kind in ["dragover", "drop"] {
        let options = EventListenerOptions {
            passive: false,
            ..Default::default()
        };
        EventListener::new_with_options(&window(), kind, options, |event| {
            if !event.default_prevented() && !takes_files(event) {
                refuse(event);
            }
        })
        .forget();
    }
}

/// Recognises shortcuts: undo and redo, print, save, view source, open a file.
fn leads_away(key: &KeyboardEvent) -> bool {
    let is_held = key.ctrl_key() || key.meta_key();
    let letter = key.key().to_lowercase();
    is_held && matches!(letter.as_str(), "z" | "y" | "p" | "s" | "u" | "o")
}

/// Says whether browsers give a dropped file to the event's target.
fn takes_files(event: &Event) -> bool {
    let path = event.composed_path();
    let mut path = path.iter().filter_map(|one| one.dyn_into::<Element>().ok());
    path.any(|one| {
        let kind = Reflect::get(&one, &"type".into());
        one.local_name() == "input" && kind.is_ok_and(|kind| kind == "file")
    })
}

/// Refuses a dropped file, which a browser would show instead of the page.
fn refuse(event: &Event) {
    event.prevent_default();
    let carried = Reflect::get(event, &"dataTransfer".into());
    // An event of a script's may carry nothing.
    let _ = carried.map(|carried| {
        carried.is_object() && Reflect::set(&carried, &"dropEffect".into(), &"none".into()).is_ok()
    });
}
