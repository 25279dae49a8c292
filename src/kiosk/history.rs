//! The page's place in the history: Back stays on the page, and leads to nothing that a visitor has left there.

use std::{cell::Cell, rc::Rc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::{History, ScrollRestoration};

use super::mark::marked;

/// Marks the entry in use and the one below it. A visitor who goes back arrives at the lower one, and is put on the upper again.
const TOP: &str = "council-notice-top";
const BASE: &str = "council-notice-base";
/// The entry that the page came as, below both. A step too far ends here and not on the page before: one that Back was
/// pressed for twice at once, or one of our own that was tried again while the first was still on its way.
const GUARD: &str = "council-notice-guard";

/// As many entries as browsers keep; from then on their number says nothing.
const MOST: u32 = 50;

/// How often a step back is tried again that had no effect.
const TRIES: u32 = 3;

/// Milliseconds to wait for a step back. A browser that has dropped the entry never takes the step.
const PATIENCE: u32 = 1000;

/// The three entries, with the address that the page came with.
#[derive(Clone)]
pub(super) struct HistoryEntries {
    history: History,
    address: Rc<str>,
    /// How many there were when the one in use had just been made.
    length: Rc<Cell<u32>>,
    /// On the way back to the base: the number of the step, of all there have been.
    step: Rc<Cell<Option<u32>>>,
    steps: Rc<Cell<u32>>,
    /// How many of them in a row have led nowhere.
    vain: Rc<Cell<u32>>,
}

impl HistoryEntries {
    /// Makes the entries, and keeps the page on them for as long as it lives.
    ///
    /// # Errors
    /// When the page has no history, as one without an origin has none.
    pub(super) fn start() -> Result<Self, JsValue> {
        let history = window().history()?;
        history.set_scroll_restoration(ScrollRestoration::Manual)?;
        let entries = Self {
            address: window().location().href()?.into(),
            length: Rc::default(),
            step: Rc::default(),
            steps: Rc::default(),
            vain: Rc::default(),
            history,
        };
        // A page that is loaded again stands where it stood.
        if entries.history.state()? == TOP {
            entries.length.set(entries.history.length()?);
        } else {
            entries.begin()?;
        }
        let own = entries.clone();
        // Before the page's own scripts, which would take a step of the way for the visitor's.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&window(), "popstate", options, move |event| {
            if own.arrive().is_ok_and(|is_step| is_step) {
                event.stop_immediate_propagation();
            }
        })
        .forget();
        Ok(entries)
    }

    /// Makes the present entry the lowest, with the two above it and nothing above those.
    fn begin(&self) -> Result<(), JsValue> {
        self.step.set(None);
        self.vain.set(0);
        let (history, home) = (&self.history, Some(&*self.address));
        history.replace_state_with_url(&GUARD.into(), "", home)?;
        self.rise()
    }

    /// Says whether the present entry is one below that in use. So it is at times though nobody went back: browsers refuse new
    /// entries where a page makes many in a short time.
    fn is_below(&self) -> Result<bool, JsValue> {
        let state = self.history.state()?;
        Ok(state == BASE || state == GUARD)
    }

    fn rise(&self) -> Result<(), JsValue> {
        self.step.set(None);
        let (history, home) = (&self.history, Some(&*self.address));
        if history.state()? == GUARD {
            history.push_state_with_url(&BASE.into(), "", home)?;
        }
        history.push_state_with_url(&TOP.into(), "", home)?;
        self.length.set(history.length()?);
        Ok(())
    }

    /// Takes up that another entry is the present one, and says whether that was a step of our own.
    fn arrive(&self) -> Result<bool, JsValue> {
        self.vain.set(0);
        if self.is_below()? {
            self.rise()?;
            return Ok(false);
        }
        let is_step = self.step.get().is_some();
        if is_step {
            self.go_back()?;
        }
        Ok(is_step)
    }

    /// Takes a step back. The browser reports the result as `popstate`.
    fn go_back(&self) -> Result<(), JsValue> {
        let turn = self.steps.get().wrapping_add(1);
        self.steps.set(turn);
        self.step.set(Some(turn));
        let own = self.clone();
        Timeout::new(PATIENCE, move || {
            if own.step.get() == Some(turn) {
                let _ = own.again();
            }
        })
        .forget();
        self.history.back()
    }

    /// Tries again when a step has led nowhere: there is nothing below, or the browser has had enough of steps for a while.
    fn again(&self) -> Result<(), JsValue> {
        let below = Reflect::get(&window(), &"navigation".into())
            .and_then(|navigation| Reflect::get(&navigation, &"canGoBack".into()));
        // Nobody is led back who has begun to go on, nor has another address in place of theirs: the next wipe sees to it.
        if marked("kiosk").as_deref() != Some("resting") {
            self.step.set(None);
            return Ok(());
        }
        let vain = self.vain.replace(self.vain.get() + 1);
        if vain < TRIES && below.is_ok_and(|below| below.is_truthy()) {
            self.go_back()
        } else {
            self.begin()
        }
    }

    /// Restores the address that the page came with, and leaves no entry but the three.
    pub(super) fn wipe(&self) -> Result<(), JsValue> {
        let (history, home) = (&self.history, Some(&*self.address));
        if self.is_below()? {
            return self.rise();
        }
        let length = history.length()?;
        let is_bare = history.state()? == TOP && length == self.length.get() && length < MOST;
        history.replace_state_with_url(&TOP.into(), "", home)?;
        // One way back at a time: two at once could lead out of the page.
        if is_bare || self.step.get().is_some() {
            return Ok(());
        }
        // What the page has put above them goes when another entry takes its place, which wants the way back first.
        self.go_back()
    }
}
