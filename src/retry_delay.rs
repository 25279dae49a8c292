//! Waits before a retry.

use std::time::Duration;

use gloo::{events::EventListener, timers::callback::Timeout};
use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// A network may be back without the browser's saying so.
const INTERVAL: Duration = Duration::from_secs(15);

/// Waits until the browser says that it has a network again, or for a while.
pub(super) async fn retry_delay() {
    let mut waits = None;
    let promise = Promise::new(&mut |resolve, _| {
        let by_time = resolve.clone();
        waits = Some((
            EventListener::once(&window(), "online", move |_| {
                // Resolving a promise throws nothing.
                let _ = resolve.call0(&JsValue::NULL);
            }),
            Timeout::new(INTERVAL.as_millis() as u32, move || {
                let _ = by_time.call0(&JsValue::NULL);
            }),
        ));
    });
    // It is never rejected.
    let _ = JsFuture::from(promise).await;
    drop(waits);
}
