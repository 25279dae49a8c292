//! What the gate holds after it has loaded the widget.

use std::{cell::RefCell, rc::Rc};

use js_sys::Reflect;
use leptos::prelude::*;
use notice::{
    guardian::Step,
    manifest::{Entry, Index, view_key},
    placement,
};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlElement, ShadowRoot};

use super::{
    Gate, bundle,
    gate::{message, object},
    memory::Memory,
    mount::{Mount, mount},
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
    inner.place_by_address();
    let options = &inner.setting.options;
    let is_kiosk = options.kiosk.is_some();
    let bundles = [
        ("audit", options.audit.is_some() && is_audit_asked(is_kiosk)),
        ("kiosk", is_kiosk),
    ];
    let widget = Widget(Rc::new(RefCell::new(inner)));
    for (name, _) in bundles.into_iter().filter(|(_, wanted)| *wanted) {
        bundle::open(name, &index, &gate, Widget(widget.0.clone()));
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
    placements: Vec<placement::Placement>,
    /// The tree of the preferences dialog.
    preferences: JsValue,
    mounts: RefCell<Vec<Mount>>,
    /// The answer given in the notice taken away last: frameworks put a form there anew at every change.
    last: RefCell<Option<(String, Step)>>,
    /// The preferences dialog, while it is open.
    layer: RefCell<Option<Preferences>>,
}

#[wasm_bindgen]
impl Widget {
    /// Shows the notice that a `<council-notice>` asks for, or that the page's address asks for.
    pub fn mount(&self, element: HtmlElement, root: ShadowRoot) {
        let inner = self.inner();
        spawn_local(async move {
            if let Err(error) = inner.show(element, root).await {
                inner.setting.gate.fail("notice", &message(&error));
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
    }

    /// Says everything again from another index, in another language as a rule: `gate` is the gate with that index.
    /// Answers given stay.
    ///
    /// # Errors
    /// Whatever kept the index from arriving; then all stays as it was.
    pub async fn speak(&self, gate: Gate) -> Result<(), JsValue> {
        let index = gate.fetch_json(&gate.index()).await?;
        let next = Inner::new(&gate, &index)?;
        let before = self.0.replace(next.clone());
        for mount in before.mounts.take() {
            let (element, step) = (mount.element.clone(), mount.step.get_untracked());
            drop(mount);
            let root = element.shadow_root().ok_or(JsValue::NULL)?;
            next.show(element, root).await?;
            if let Some(mount) = next.mounts.borrow().last() {
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
            placements,
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
            placements,
            preferences: Reflect::get(index, &"preferences".into())?,
            mounts: RefCell::default(),
            last: RefCell::default(),
            layer: RefCell::default(),
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

    fn by_address(&self) -> Option<&placement::Placement> {
        let location = window().location();
        placement::find(
            &self.placements,
            &location.hostname().ok()?,
            &location.pathname().ok()?,
        )
    }

    /// A placement may name its form itself, so that one tag serves a whole site.
    fn place_by_address(&self) {
        let options = &self.setting.options;
        if options.service.is_some() || options.form.is_some() {
            return;
        }
        if let Some(form) = self
            .by_address()
            .and_then(|placement| placement.form.as_deref())
        {
            self.setting.gate.place(form, &object(&[]));
        }
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
        let options = &self.setting.options;
        if let Some(service) = options.service.clone() {
            return Some(Wanted {
                service,
                part: options.part.clone(),
                audience: options.audience.clone(),
            });
        }
        self.by_address().map(|placement| Wanted {
            service: placement.service.clone(),
            part: placement.part.clone(),
            audience: placement.audience.clone(),
        })
    }

    async fn show(&self, element: HtmlElement, root: ShadowRoot) -> Result<(), JsValue> {
        let gate = &self.setting.gate;
        let Some(Wanted {
            service,
            part,
            audience,
        }) = self.wanted(&element)
        else {
            // A page near a placed one: the element stays, or the gate would put it back, and shows nothing.
            let place = element
                .owner_document()
                .ok_or(JsValue::NULL)?
                .create_element("div")?;
            root.replace_children_with_node_1(&place);
            return Ok(());
        };
        let Some(entry) = self.notices.iter().find(|entry| entry.id == service) else {
            return Err(format!("there is no notice \"{service}\"").into());
        };
        let (part, audience) = (part.as_deref(), audience.as_deref());
        let page = self.page(&service, part, audience);
        let form = element.closest("form")?;
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
            return Err(format!("the notice \"{service}\" has no such part or audience").into());
        }
        let past = match Memory::of(&self.setting, &service, &key) {
            Some(memory) => Some(Past::of(gate, memory, &view, &key).await),
            None => None,
        };
        // Gone, or asked for something else, while the notice was on its way.
        if !element.is_connected() {
            return Ok(());
        }
        self.forget(&element);
        let shown = mount(&self.setting, element, &root, &view, page, past)?;
        if let Some((key, step)) = self.last.take()
            && shown.key() == Some(key)
        {
            shown.step.set(step);
        }
        let mut detail = vec![
            ("id", service.as_str()),
            ("version", shown.version.as_str()),
        ];
        detail.extend(part.map(|part| ("part", part)));
        detail.extend(audience.map(|audience| ("audience", audience)));
        let detail = object(&detail);
        gate.shown(&service, &shown.version)?;
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
