//! What the gate holds after it has loaded the widget.

use std::{
    cell::{Cell, RefCell},
    cmp::Ordering,
    rc::Rc,
};

use js_sys::Reflect;
use leptos::prelude::*;
use notice::{
    guardian::Step,
    manifest::{Entry, Index, view_key},
};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, ShadowRoot};

use super::{
    Gate, bundle,
    gate::{lacking, message, object},
    later::later,
    memory::Memory,
    mount::{Mount, mount},
    not_shown::{NotShown, give_up, link_alone},
    past::Past,
    preferences::{self, Preferences},
    read::read,
    setting::Setting,
    style::Style,
};

/// Reads the index and answers with the widget.
///
/// # Errors
/// Whatever kept the index from arriving; the gate tells it and leaves the link to the static page.
#[wasm_bindgen]
pub async fn start(gate: Gate) -> Result<Widget, JsValue> {
    refused_markup()?;
    let index = gate.fetch_json(&gate.index()).await?;
    let inner = Inner::new(&gate, &index)?;
    let options = &inner.setting.options;
    let is_kiosk = options.kiosk_idle().is_some();
    let bundles = [
        ("audit", options.audit && is_audit_asked(is_kiosk)),
        ("kiosk", is_kiosk),
    ];
    let widget = Widget(Rc::new(RefCell::new(inner)));
    for (name, _) in bundles.into_iter().filter(|(_, wanted)| *wanted) {
        let again = name == "kiosk";
        bundle::open(name, &index, &gate, Widget(widget.0.clone()), again);
    }
    Ok(widget)
}

/// What asks for the audit, in the page's address.
const AUDIT: &str = "council-notice=audit";

/// Whether the address asks for the audit, as the gate reads it. On a screen that everyone shares it is asked for once:
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

/// Leptos makes the unchanging parts of a view through `innerHTML`. Where Trusted Types refuse that, the widget
/// would stop half-way with an uncaught error; better that it does not start, and the link to the static page stays.
fn refused_markup() -> Result<(), JsValue> {
    let probe = document().create_element("template")?;
    Reflect::set(&probe, &"innerHTML".into(), &"<p></p>".into()).map(|_| ())
}

/// Everything with a face, for the gate to call.
#[wasm_bindgen]
pub struct Widget(Rc<RefCell<Rc<Inner>>>);

struct Inner {
    setting: Setting,
    notices: Vec<Entry>,
    /// The tree of the preferences dialog.
    preferences: JsValue,
    mounts: RefCell<Vec<Mount>>,
    /// The answer given in the notice taken away last: frameworks put a form there anew at every change.
    last: RefCell<Option<(String, Step)>>,
    /// The preferences dialog, while it is open.
    layer: RefCell<Option<Preferences>>,
    /// How often everything went back to the start.
    resets: Cell<u32>,
}

#[wasm_bindgen]
impl Widget {
    /// Shows the notice that a `<council-notice>` asks for, or that the page's address asks for. On a shared screen a
    /// notice that could not be had is asked for again, for nobody loads the page anew.
    pub fn mount(&self, element: HtmlElement, root: ShadowRoot) {
        let widget = Self(self.0.clone());
        spawn_local(async move {
            let mut told = false;
            loop {
                // Another one, where the page has turned to another language meanwhile.
                let inner = widget.inner();
                let Err(error) = inner.show(element.clone(), root.clone()).await else {
                    return;
                };
                if !told {
                    error.tell(&inner.setting.gate);
                }
                told = true;
                // What is named wrongly stays so.
                let is_missing = matches!(error, NotShown::Failed(_));
                if !is_missing || inner.setting.options.kiosk_idle().is_none() {
                    return;
                }
                later().await;
                if !element.is_connected() {
                    return;
                }
            }
        });
    }

    /// Takes away what `mount` put there.
    pub fn unmount(&self, element: &HtmlElement) {
        self.inner().forget(element);
    }

    /// Which notice stands in an element, for the audit: service, part and audience, or nothing.
    pub fn shown(&self, element: &HtmlElement) -> Vec<String> {
        let wanted = self.inner().wanted(element);
        wanted.map_or_else(Vec::new, |wanted| {
            let [part, audience] = [wanted.part, wanted.audience].map(Option::unwrap_or_default);
            vec![wanted.service, part, audience]
        })
    }

    /// What the form of an element would send, by the fields' names: of the notice that the element is, or whose form
    /// it is or stands in; without one, of the page's first notice. Undefined where that shows none.
    pub fn values(&self, element: Option<Element>) -> JsValue {
        let inner = self.inner();
        let mounts = inner.mounts.borrow();
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
        let inner = self.inner();
        if let Err(error) = inner.open_preferences() {
            inner.setting.gate.fail("preferences", &message(&error));
        }
    }

    /// Opens a whole notice: the one asked for, or the first on the page. Without one on the page it goes to the
    /// static page of the notice asked for, or to the list of notices.
    pub fn notice(&self, id: Option<String>, part: Option<String>) {
        let inner = self.inner();
        let mounts = inner.mounts.borrow();
        let found = mounts
            .iter()
            .find(|mount| id.as_ref().is_none_or(|id| *id == mount.id));
        match found {
            Some(mount) => mount.open.set(true),
            None => {
                let page = inner.page(id.as_deref().unwrap_or_default(), part.as_deref(), None);
                let _ = window().open_with_url(&page);
            }
        }
    }

    /// Back to the start: answers and dialogs are gone.
    pub fn reset(&self) {
        let inner = self.inner();
        for mount in inner.mounts.borrow().iter() {
            mount.step.set(Step::default());
            mount.open.set(false);
        }
        inner.last.take();
        inner.layer.take();
        inner.resets.set(inner.resets.get() + 1);
    }

    /// Says everything again from another index, in another language as a rule: `gate` is the gate with that index.
    /// Answers given stay, but for those of a visitor who has gone meanwhile.
    ///
    /// # Errors
    /// Whatever kept the index or a notice from arriving; then all stays as it was.
    pub async fn speak(&self, gate: Gate) -> Result<(), JsValue> {
        let index = gate.fetch_json(&gate.index()).await?;
        let next = Inner::new(&gate, &index)?;
        let elements: Vec<_> = self
            .inner()
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
        let before = self.0.replace(next.clone());
        let mounts = before.mounts.take().into_iter();
        let given: Vec<_> = mounts
            .map(|mount| (mount.element.clone(), mount.step.get_untracked()))
            .collect();
        for (element, step) in given {
            let root = element
                .shadow_root()
                .ok_or_else(|| lacking("open root in a council-notice"))?;
            next.show(element, root).await?;
            if next.resets.get() == 0
                && let Some(mount) = next.mounts.borrow().last()
            {
                mount.step.set(step);
            }
        }
        Ok(())
    }
}

impl Widget {
    fn inner(&self) -> Rc<Inner> {
        self.0.borrow().clone()
    }
}

/// Which notice, for whom.
#[derive(PartialEq, Eq, Deserialize)]
struct Wanted {
    service: String,
    part: Option<String>,
    audience: Option<String>,
}

impl Inner {
    fn new(gate: &Gate, index: &JsValue) -> Result<Rc<Self>, JsValue> {
        let Index {
            strings,
            style,
            notices,
            under,
            seen_by,
        } = read(index.clone())?;
        let setting = Setting {
            gate: gate.clone(),
            options: read(gate.options())?,
            t: strings,
            style: Rc::new(Style::new(&style)),
            under,
            seen_by,
            index: index.clone(),
        };
        Ok(Rc::new(Self {
            setting,
            notices,
            preferences: Reflect::get(index, &"preferences".into())?,
            mounts: RefCell::default(),
            last: RefCell::default(),
            layer: RefCell::default(),
            resets: Cell::new(0),
        }))
    }

    /// Takes away what is shown in `element`.
    fn forget(&self, element: &HtmlElement) {
        self.mounts.borrow_mut().retain(|mount| {
            let stays = mount.element != *element;
            if !stays && let Some(key) = mount.key() {
                self.last.replace(Some((key, mount.step.get_untracked())));
            }
            stays
        });
    }

    /// Address of the static page, at the part or audience.
    fn page(&self, service: &str, part: Option<&str>, audience: Option<&str>) -> String {
        let slash = if service.is_empty() { "" } else { "/" };
        let anchor = match (part, audience) {
            (Some(part), _) => format!("#part-{part}"),
            (None, Some(audience)) => format!("#audience-{audience}"),
            (None, None) => String::new(),
        };
        format!(
            "{}notices/{service}{slash}{anchor}",
            self.setting.gate.base()
        )
    }

    fn wanted(&self, element: &HtmlElement) -> Option<Wanted> {
        let attribute = |name: &str| {
            element
                .get_attribute(name)
                .filter(|value| !value.is_empty())
        };
        if let Some(service) = attribute("service") {
            return Some(Wanted {
                service,
                part: attribute("part"),
                audience: attribute("audience"),
            });
        }
        let wanted = self.setting.gate.wanted();
        (!wanted.is_null()).then(|| read(wanted).ok()).flatten()
    }

    /// File of a notice's texts.
    fn file(&self, wanted: &Wanted) -> Option<String> {
        let mut entries = self.notices.iter();
        let entry = entries.find(|entry| entry.id == wanted.service)?;
        Some(entry.file.clone())
    }

    async fn show(&self, element: HtmlElement, root: ShadowRoot) -> Result<(), NotShown> {
        let gate = &self.setting.gate;
        let Some(wanted) = self.wanted(&element) else {
            // On this page of the site nothing is to be shown here.
            self.forget(&element);
            let place = element
                .owner_document()
                .ok_or_else(|| lacking("document"))?
                .create_element("div")?;
            root.replace_children_with_node_1(&place);
            return Ok(());
        };
        let service = wanted.service.as_str();
        let Some(entry) = self.notices.iter().find(|entry| entry.id == service) else {
            link_alone(&root)?;
            let what = format!(
                "there is no notice \"{service}\": see {}",
                self.page("", None, None)
            );
            return Err(NotShown::Unknown(what));
        };
        let (part, audience) = (wanted.part.as_deref(), wanted.audience.as_deref());
        let page = self.page(service, part, audience);
        let form = gate.form_of(&element);
        // Moved about by the page's own script: what is shown stays, with the answers given.
        if self
            .mounts
            .borrow()
            .iter()
            .any(|mount| mount.element == element && mount.page == page && mount.form == form)
        {
            return Ok(());
        }
        let views = gate.fetch_json(&entry.file).await?;
        let key = view_key(part, audience);
        let view = Reflect::get(&views, &(&key).into())?;
        if !view.is_object() {
            link_alone(&root)?;
            let what = format!("the notice \"{service}\" has no part or audience \"{key}\"");
            return Err(NotShown::Unknown(what));
        }
        let past = match Memory::of(&self.setting, service, &key) {
            Some(memory) => Some(Past::of(gate, memory, &view, &key).await),
            None => None,
        };
        // Gone, or asked for something else, while the notice was on its way.
        if !element.is_connected() || self.wanted(&element).as_ref() != Some(&wanted) {
            return Ok(());
        }
        self.forget(&element);
        let shown = mount(&self.setting, element.clone(), &root, &view, page, past);
        let shown = shown.inspect_err(|_| give_up(&element, &root))?;
        if let Some((key, step)) = self.last.take()
            && shown.key() == Some(key)
        {
            shown.step.set(step);
        }
        let mut detail = vec![("id", service), ("version", shown.version.as_str())];
        detail.extend(part.map(|part| ("part", part)));
        detail.extend(audience.map(|audience| ("audience", audience)));
        let detail = object(&detail);
        Reflect::set(&detail, &"values".into(), &shown.values())?;
        gate.shown(service, &shown.version)?;
        self.mounts.borrow_mut().push(shown);
        gate.tell("notice", &detail);
        Ok(())
    }

    fn open_preferences(self: &Rc<Self>) -> Result<(), JsValue> {
        if self.layer.borrow().is_some() {
            return Ok(());
        }
        let inner = Rc::downgrade(self);
        let on_close = move || {
            if let Some(inner) = inner.upgrade() {
                inner.layer.take();
            }
        };
        let layer = preferences::open(&self.setting, &self.preferences, on_close)?;
        self.layer.replace(Some(layer));
        Ok(())
    }
}
