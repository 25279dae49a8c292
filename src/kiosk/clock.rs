//! The time that has passed for a visitor, including the time that the machine slept.

use std::{cell::Cell, time::Duration};

use leptos::prelude::window;

/// By how many milliseconds the clock on the wall must run ahead of the page's to say that the machine has slept. One that
/// somebody sets forward says so too: it wipes too much, and never too little.
const ASLEEP: f64 = 5000.0;

/// The page's clock, which in some browsers stands still while the machine sleeps.
#[derive(Default)]
pub(super) struct Clock {
    /// What both clocks said when they were looked at last.
    last: Cell<Option<[f64; 2]>>,
    /// Milliseconds of sleep so far.
    slept: Cell<f64>,
}

impl Clock {
    /// Returns the time, which never goes back.
    pub(super) fn now(&self) -> Duration {
        let page = window().performance().map_or(0.0, |clock| clock.now());
        let wall = js_sys::Date::now();
        if let Some([before, wall_before]) = self.last.replace(Some([page, wall])) {
            let ahead = (wall - wall_before) - (page - before);
            if ahead > ASLEEP {
                self.slept.set(self.slept.get() + ahead);
            }
        }
        Duration::from_millis((page + self.slept.get()) as u64)
    }
}
