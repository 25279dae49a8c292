//! Works without a connection, and takes what is new only while nobody is there.
//!
//! `kiosk-worker.js` holds the released files and the page. It can do so only for pages of its own origin; elsewhere,
//! and where the browser has no service workers or the page is not secure, the screen needs its connection.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    PerformanceResourceTiming, RegistrationOptions, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerUpdateViaCache,
};

use crate::gate::object;

/// How often a resting screen asks for something new.
const PATIENCE: Duration = Duration::from_secs(300);

/// The page's side of the service worker.
pub(super) struct Worker {
    registration: Rc<Cell<Option<ServiceWorkerRegistration>>>,
    /// When to ask next.
    next: Rc<Cell<Duration>>,
    /// The page shows an older release than the worker holds.
    stale: Rc<Cell<bool>>,
}

impl Worker {
    pub(super) fn start(base: &str) -> Option<Self> {
        let own = window().location().origin().ok()?;
        let container: ServiceWorkerContainer =
            Reflect::get(&window().navigator(), &"serviceWorker".into())
                .ok()?
                .dyn_into()
                .ok()?;
        if !base.starts_with(&[&own, "/"].concat()) {
            return None;
        }
        let worker = Self {
            registration: Rc::default(),
            next: Rc::new(Cell::new(PATIENCE)),
            stale: Rc::default(),
        };
        let (stale, had) = (
            worker.stale.clone(),
            Cell::new(container.controller().is_some()),
        );
        EventListener::new(&container, "controllerchange", move |_| {
            // The first worker holds what the page shows; any later one holds something newer.
            stale.set(had.replace(true));
        })
        .forget();
        let stale = worker.stale.clone();
        EventListener::new(&container, "message", move |event| {
            let told = Reflect::get(event, &"data".into());
            stale.set(stale.get() || told.is_ok_and(|told| told == "changed"));
        })
        .forget();
        let (base, registration) = (base.to_owned(), worker.registration.clone());
        spawn_local(async move {
            // Without one the screen is online only: nothing to tell a visitor.
            if let Ok(made) = register(&container, &base).await {
                registration.set(Some(made));
            }
        });
        Some(worker)
    }

    /// Nobody is there.
    pub(super) fn rest(&self, now: Duration) {
        if self.stale.get() {
            self.stale.set(false);
            let _ = window().location().reload();
            return;
        }
        let Some(registration) = self.registration.take() else {
            return;
        };
        if let Some(waiting) = registration.waiting() {
            let _ = waiting.post_message(&"take over".into());
        }
        if now >= self.next.get() {
            self.next.set(now + PATIENCE);
            if let Ok(asked) = registration.update() {
                spawn_local(async move {
                    // Offline, as a rule: it asks again.
                    let _ = JsFuture::from(asked).await;
                });
            }
            if let Some(active) = registration.active() {
                let _ = active.post_message(&"refresh".into());
            }
        }
        self.registration.set(Some(registration));
    }

    /// There is a connection again: ask at the next rest.
    pub(super) fn soon(&self) {
        self.next.set(Duration::ZERO);
    }
}

async fn register(
    container: &ServiceWorkerContainer,
    base: &str,
) -> Result<ServiceWorkerRegistration, JsValue> {
    let options = RegistrationOptions::new();
    // This page and no other.
    options.set_scope(&window().location().pathname()?);
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let script = [base, "kiosk-worker.js"].concat();
    let made = JsFuture::from(container.register_with_options(&script, &options)).await?;
    JsFuture::from(container.ready()?).await?;
    let made: ServiceWorkerRegistration = made.dyn_into()?;
    if let Some(active) = made.active() {
        let files = object(&[]);
        Reflect::set(&files, &"keep".into(), loaded()?.as_ref())?;
        active.post_message(&files)?;
    }
    Ok(made)
}

/// The page and what it has loaded; addresses with a query may hold something of a visitor and stay out.
fn loaded() -> Result<Array, JsValue> {
    let location = window().location();
    let page = [location.origin()?, location.pathname()?].concat();
    let entries = window()
        .performance()
        .ok_or(JsValue::NULL)?
        .get_entries_by_type("resource");
    let files = entries
        .iter()
        .filter_map(|entry| entry.dyn_into::<PerformanceResourceTiming>().ok());
    let files = files
        .map(|entry| entry.name())
        .filter(|name| !name.contains('?'));
    Ok(std::iter::once(page)
        .chain(files)
        .map(JsValue::from)
        .collect())
}
