//! Everything that the gate can ask of the widget: `src/main.rs` exports it.

use std::{cell::RefCell, cmp::Ordering, rc::Rc};

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use notice::guardian::GuardianStep;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{future_to_promise, spawn_local};
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::{
    Gate, bundle,
    contents::Contents,
    gate::{lacking, message},
    mount::Mount,
    not_shown::NotShown,
    retry_delay::retry_delay,
};

/// Reads the index and resolves with the widget. `exported` makes of it what JavaScript is given.
///
/// It rejects when the index cannot be loaded. The gate reports it, and leaves the link to the static page.
pub fn start(gate: Gate, exported: fn(Widget) -> JsValue) -> Promise {
    future_to_promise(async move {
        refused_markup()?;
        let index = gate.fetch_json(&gate.index()).await?;
        let contents = Contents::new(&gate, &index)?;
        let options = &contents.context.options;
        let is_kiosk = options.kiosk_idle().is_some();
        let bundles = [
            ("audit", options.audit && is_audit_asked(is_kiosk)),
            ("kiosk", is_kiosk),
        ];
        let widget = exported(Widget(Rc::new(RefCell::new(contents))));
        for (name, _) in bundles.into_iter().filter(|(_, wanted)| *wanted) {
            let again = name == "kiosk";
            bundle::open(name, &index, &gate, widget.clone(), again);
        }
        Ok(widget)
    })
}

/// What asks for the audit, in the page's address.
const AUDIT: &str = "council-notice=audit";

/// Says whether the address asks for the audit, as the gate reads it. On a screen that everyone shares it is asked for once:
/// the next visitor's page, loaded again, is not to show it.
fn is_audit_asked(once: bool) -> bool {
    let location = window().location();
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else {
        return false;
    };
    let is_asked = query.contains(AUDIT);
    if is_asked
        && once
        && let Ok(history) = window().history()
    {
        let address = [path, query.replace(AUDIT, "")].concat();
        // Refused only on pages without an origin, which no screen is.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
    is_asked
}

/// Fails where `innerHTML` is refused, through which Leptos makes the unchanging parts of a view, or comes to less than what was
/// written. Where Trusted Types refuse it, or a page cleans all markup, the widget would stop half-way with an uncaught error; better
/// that it does not start, and the link to the static page stays.
fn refused_markup() -> Result<(), JsValue> {
    let probe = document().create_element("div")?;
    let markup = r#"<p id="a" class="a" part="a" data-a="a"></p>"#;
    Reflect::set(&probe, &"innerHTML".into(), &markup.into())?;
    match probe.query_selector("p#a.a[part=a][data-a=a]")? {
        Some(_) => Ok(()),
        None => Err(lacking("markup as it was written")),
    }
}

/// Shows notices and preferences when the gate asks for them.
#[derive(Clone)]
pub struct Widget(Rc<RefCell<Rc<Contents>>>);

impl Widget {
    /// Shows the notice that a `<council-notice>` asks for, or that the page's address asks for. On a shared screen a
    /// notice that could not be had is asked for again, for nobody loads the page anew.
    pub fn mount(&self, element: HtmlElement, root: ShadowRoot) {
        let widget = self.clone();
        spawn_local(async move {
            let mut told = false;
            loop {
                // Another one, where the page has turned to another language meanwhile.
                let contents = widget.contents();
                let Err(error) = contents.show(element.clone(), root.clone()).await else {
                    return;
                };
                if !told {
                    error.tell(&contents.context.gate);
                }
                told = true;
                // A wrong name does not become right by asking again.
                let is_missing = matches!(error, NotShown::Failed(_));
                if !is_missing || contents.context.options.kiosk_idle().is_none() {
                    return;
                }
                retry_delay().await;
                if !element.is_connected() {
                    return;
                }
            }
        });
    }

    /// Takes away what `mount` put there.
    pub fn unmount(&self, element: &HtmlElement) {
        self.contents().forget(element);
    }

    /// Says which notice stands in an element, for the audit: service, part and audience, or nothing.
    pub fn shown(&self, element: &HtmlElement) -> Vec<String> {
        let wanted = self.contents().wanted(element);
        wanted.map_or_else(Vec::new, |wanted| {
            let [part, audience] = [wanted.part, wanted.audience].map(Option::unwrap_or_default);
            vec![wanted.service, part, audience]
        })
    }

    /// Returns what the form of an element would send, by the fields' names: of the notice that the element is, or whose form
    /// it is or stands in; without one, of the page's first notice. Undefined where that shows none.
    pub fn values(&self, element: Option<Element>) -> JsValue {
        let contents = self.contents();
        let mounts = contents.mounts.borrow();
        let is_of = |mount: &&Mount| match &element {
            Some(element) => {
                *element == *mount.element
                    || mount
                        .form
                        .as_ref()
                        .is_some_and(|form| form.contains(Some(element)))
            }
            None => true,
        };
        // A form in a container may have a notice of its own.
        let nearest = |a: &&Mount, b: &&Mount| match (&a.form, &b.form) {
            (Some(a), Some(b)) if a != b && a.contains(Some(b)) => Ordering::Greater,
            _ => Ordering::Less,
        };
        let found = mounts.iter().filter(is_of).min_by(nearest);
        found.map_or(JsValue::UNDEFINED, Mount::values)
    }

    /// Opens the cookie preferences.
    pub fn preferences(&self) {
        let contents = self.contents();
        if let Err(error) = contents.open_preferences() {
            contents.context.gate.fail("preferences", &message(&error));
        }
    }

    /// Opens a whole notice: the one asked for, or the first on the page. Without one on the page it goes to the
    /// static page of the notice asked for, or to the list of notices.
    pub fn notice(&self, id: Option<String>, part: Option<String>) {
        let contents = self.contents();
        let mounts = contents.mounts.borrow();
        let found = mounts
            .iter()
            .find(|mount| id.as_ref().is_none_or(|id| *id == mount.id));
        match found {
            Some(mount) => mount.open.set(true),
            None => {
                let page = contents.page(id.as_deref().unwrap_or_default(), part.as_deref(), None);
                let _ = window().open_with_url(&page);
            }
        }
    }

    /// Resets everything: answers are forgotten, dialogs closed.
    pub fn reset(&self) {
        let contents = self.contents();
        for mount in contents.mounts.borrow().iter() {
            mount.step.set(GuardianStep::default());
            mount.open.set(false);
        }
        contents.last.take();
        contents.layer.take();
        contents.resets.set(contents.resets.get() + 1);
    }

    /// Shows everything again from another index, usually in another language: `gate` is the gate with that index.
    /// Answers given stay, but for those of a visitor who has gone meanwhile.
    ///
    /// It rejects when the index or a notice cannot be loaded. Then nothing changes.
    pub fn speak(&self, gate: Gate) -> Promise {
        let widget = self.clone();
        future_to_promise(async move {
            let index = gate.fetch_json(&gate.index()).await?;
            let next = Contents::new(&gate, &index)?;
            let elements: Vec<_> = widget
                .contents()
                .mounts
                .borrow()
                .iter()
                .map(|mount| mount.element.clone())
                .collect();
            // Before anything is taken away: the network may be gone.
            for element in elements {
                if let Some(file) = next.wanted(&element).and_then(|one| next.file(&one)) {
                    gate.fetch_json(&file).await?;
                }
            }
            let before = widget.0.replace(next.clone());
            let given: Vec<_> = before
                .mounts
                .take()
                .iter()
                .map(|mount| (mount.element.clone(), mount.step.get_untracked()))
                .collect();
            let shown = show_again(&next, &given).await;
            if shown.is_err() {
                widget.0.replace(before.clone());
                // What was drawn of the other language goes, and what stood there comes back.
                next.mounts.take();
                show_again(&before, &given).await?;
            }
            shown.map(|()| JsValue::UNDEFINED)
        })
    }
}

impl Widget {
    fn contents(&self) -> Rc<Contents> {
        self.0.borrow().clone()
    }
}

/// Shows notices in their elements, each at the step that its visitor has reached, but for those of one who has gone meanwhile.
async fn show_again(
    contents: &Rc<Contents>,
    given: &[(HtmlElement, GuardianStep)],
) -> Result<(), JsValue> {
    for (element, step) in given {
        let root = element
            .shadow_root()
            .ok_or_else(|| lacking("open root in a council-notice"))?;
        contents.show(element.clone(), root).await?;
        if contents.resets.get() == 0
            && let Some(mount) = contents.mounts.borrow().last()
        {
            mount.step.set(*step);
        }
    }
    Ok(())
}
