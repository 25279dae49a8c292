//! The ways back: the history, undo, the clipboard.

use gloo::events::{EventListener, EventListenerOptions};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, KeyboardEvent, ScrollRestoration};

/// The entry that the page came as, and the one above it that is in use: whoever goes back arrives at the first, and
/// is put on the second again.
const BASE: &str = "council-notice-base";
const TOP: &str = "council-notice-top";

/// The page's place in the history, with the address it came with.
pub(super) struct Guard {
    address: String,
}

impl Guard {
    /// Stands guard for as long as the page lives.
    pub(super) fn start() -> Result<Self, JsValue> {
        let history = window().history()?;
        history.set_scroll_restoration(ScrollRestoration::Manual)?;
        let address = window().location().href()?;
        // A page that is loaded again stands where it stood.
        if history.state()? != TOP {
            history.replace_state_with_url(&BASE.into(), "", None)?;
            history.push_state_with_url(&TOP.into(), "", None)?;
        }
        let back = move |history: &History| -> Result<(), JsValue> {
            if history.state()? == BASE {
                history.push_state_with_url(&TOP.into(), "", None)?;
            }
            Ok(())
        };
        EventListener::new(&window(), "popstate", move |_| {
            let _ = back(&history);
        })
        .forget();
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
                let undoes = || match event.dyn_ref::<KeyboardEvent>() {
                    Some(key) => {
                        (key.ctrl_key() || key.meta_key())
                            && matches!(key.key().as_str(), "z" | "Z" | "y" | "Y")
                    }
                    None => Reflect::get(event, &"inputType".into())
                        .ok()
                        .and_then(|kind| kind.as_string())
                        .is_none_or(|kind| kind.starts_with("history")),
                };
                if undoes() {
                    event.prevent_default();
                }
            })
            .forget();
        }
        Ok(Self { address })
    }

    /// The address it came with, and nothing on the entry.
    pub(super) fn wipe(&self) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&TOP.into(), "", Some(&self.address));
        }
    }
}
