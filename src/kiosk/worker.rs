//! Keeps the screen working without a connection, and updates it only while nobody is there.
//!
//! `kiosk-worker.js` holds the released files, and of the page what may be kept. It can do so only for pages of its own
//! origin; elsewhere, and where the browser has no service workers or the page is not secure, the screen needs its
//! connection.

use std::{cell::Cell, rc::Rc, time::Duration};

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    PerformanceResourceTiming, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerUpdateViaCache,
};

use crate::gate::{lacking, object};

/// How often a resting screen asks for something new.
const PATIENCE: Duration = Duration::from_secs(300);

/// The page's side of the service worker.
pub(super) struct Worker {
    container: ServiceWorkerContainer,
    home: String,
    registration: Rc<Cell<Option<ServiceWorkerRegistration>>>,
    /// When to ask next.
    next: Rc<Cell<Duration>>,
    /// The page shows an older release than the worker holds.
    stale: Rc<Cell<bool>>,
    /// The page is being loaded anew, and stays as it is until the next one arrives.
    reloading: Cell<bool>,
}

impl Worker {
    pub(super) fn start(home: &str) -> Option<Self> {
        let own = window().location().origin().ok()?;
        let container: ServiceWorkerContainer =
            Reflect::get(&window().navigator(), &"serviceWorker".into())
                .ok()?
                .dyn_into()
                .ok()?;
        if !home.starts_with(&[&own, "/"].concat()) {
            return None;
        }
        let worker = Self {
            container: container.clone(),
            home: home.to_owned(),
            registration: Rc::default(),
            next: Rc::new(Cell::new(PATIENCE)),
            stale: Rc::default(),
            reloading: Cell::new(false),
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
        worker.register();
        Some(worker)
    }

    fn register(&self) {
        let (container, home) = (self.container.clone(), self.home.clone());
        let registration = self.registration.clone();
        spawn_local(async move {
            // Without one the screen is online only: nothing to tell a visitor.
            if let Ok(made) = register(&container, &home).await {
                registration.set(Some(made));
            }
        });
    }

    /// Looks for a new release, and shows it: called while nobody is there.
    pub(super) fn rest(&self, now: Duration) {
        if self.stale.get() {
            if !self.reloading.replace(true) {
                let _ = window().location().reload();
            }
            return;
        }
        let Some(registration) = self.registration.take() else {
            // It could not be had when the page started.
            if now >= self.next.get() {
                self.next.set(now + PATIENCE);
                self.register();
            }
            return;
        };
        if let Some(waiting) = registration.waiting() {
            let _ = waiting.post_message(&"take over".into());
        }
        if now >= self.next.get() {
            self.next.set(now + PATIENCE);
            let asked = registration.update();
            let (registration, home) = (registration.clone(), self.home.clone());
            spawn_local(async move {
                if let Ok(asked) = asked {
                    // Offline, as a rule: it asks again.
                    let _ = JsFuture::from(asked).await;
                }
                // A new release looks at all of it by itself, and waits for the worker at work to be done.
                if registration.installing().is_none()
                    && registration.waiting().is_none()
                    && let Some(active) = registration.active()
                {
                    let _ = active.post_message(&"refresh".into());
                    // Files that could not be loaded the last time are asked for again.
                    let _ = keep(&active, &home);
                }
            });
        }
        self.registration.set(Some(registration));
    }

    /// Takes up that somebody is there: the page that they turn to is not taken from them, however late the next one comes.
    pub(super) fn wake(&self) {
        if self.reloading.replace(false) {
            let _ = window().stop();
        }
    }

    /// Asks at the next rest, for there is a connection again.
    pub(super) fn soon(&self) {
        self.next.set(Duration::ZERO);
    }
}

async fn register(
    container: &ServiceWorkerContainer,
    home: &str,
) -> Result<ServiceWorkerRegistration, JsValue> {
    let options = RegistrationOptions::new();
    // This page and no other.
    options.set_scope(&window().location().pathname()?);
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let script = [home, "kiosk-worker.js"].concat();
    let made = JsFuture::from(container.register_with_options(&script, &options)).await?;
    JsFuture::from(container.ready()?).await?;
    let made: ServiceWorkerRegistration = made.dyn_into()?;
    if let Some(active) = made.active() {
        keep(&active, home)?;
    }
    Ok(made)
}

/// Has the worker keep what the page is made of, as far as it may.
fn keep(worker: &ServiceWorker, home: &str) -> Result<(), JsValue> {
    let files = object(&[]);
    Reflect::set(&files, &"keep".into(), loaded(home)?.as_ref())?;
    worker.post_message(&files)
}

/// Lists the page and what it has loaded; addresses with a query may hold something of a visitor and stay out. So does what a
/// script of the page asked for: the worker answers it with nothing, and to ask for it once more may do something there.
fn loaded(home: &str) -> Result<Array, JsValue> {
    let location = window().location();
    let page = [location.origin()?, location.pathname()?].concat();
    let page = location.search()?.is_empty().then_some(page);
    let entries = window()
        .performance()
        .ok_or_else(|| lacking("clock"))?
        .get_entries_by_type("resource");
    let files = entries
        .iter()
        .filter_map(|entry| entry.dyn_into::<PerformanceResourceTiming>().ok());
    let files = files
        .filter(|entry| {
            let kind = entry.initiator_type();
            !["beacon", "fetch", "xmlhttprequest"].contains(&&*kind)
                || entry.name().starts_with(home)
        })
        .map(|entry| entry.name())
        .filter(|name| !name.contains('?'));
    Ok(page.into_iter().chain(files).map(JsValue::from).collect())
}
