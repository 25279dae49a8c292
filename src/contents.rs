//! What the widget holds in one language, and how a notice comes onto the page and off it.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use js_sys::Reflect;
use leptos::prelude::*;
use notice::{
    guardian::GuardianStep,
    manifest::{Index, IndexEntry, view_key},
};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

use super::{
    Gate,
    gate::{lacking, object},
    memory::Memory,
    mount::{Mount, mount},
    mount_context::MountContext,
    not_shown::{NotShown, give_up, link_alone},
    preferences::{self, Preferences},
    read::read,
    returning::LastReading,
    style::Style,
};

/// One language of the widget: its index, and the notices that stand on the page.
pub(super) struct Contents {
    pub(super) context: MountContext,
    notices: Vec<IndexEntry>,
    /// The tree of the preferences dialog.
    preferences: JsValue,
    pub(super) mounts: RefCell<Vec<Mount>>,
    /// The answer given in the notice taken away last: frameworks put a form there anew at every change.
    pub(super) last: RefCell<Option<(String, GuardianStep)>>,
    /// The preferences dialog, while it is open.
    pub(super) layer: RefCell<Option<Preferences>>,
    /// How often everything was reset: an answer given before a reset is not carried into another language.
    pub(super) resets: Cell<u32>,
}

/// Names a notice and the reader that it is for.
#[derive(PartialEq, Eq, Deserialize)]
pub(super) struct NoticeSelection {
    pub(super) service: String,
    pub(super) part: Option<String>,
    pub(super) audience: Option<String>,
}

impl Contents {
    pub(super) fn new(gate: &Gate, index: &JsValue) -> Result<Rc<Self>, JsValue> {
        let Index {
            strings,
            style,
            notices,
            under,
            seen_by,
        } = read(index.clone())?;
        let context = MountContext {
            gate: gate.clone(),
            options: read(gate.options())?,
            t: strings,
            style: Rc::new(Style::new(&style)),
            under,
            seen_by,
            index: index.clone(),
        };
        Ok(Rc::new(Self {
            context,
            notices,
            preferences: Reflect::get(index, &"preferences".into())?,
            mounts: RefCell::default(),
            last: RefCell::default(),
            layer: RefCell::default(),
            resets: Cell::new(0),
        }))
    }

    /// Takes away what is shown in `element`.
    pub(super) fn forget(&self, element: &HtmlElement) {
        self.mounts.borrow_mut().retain(|mount| {
            let stays = mount.element != *element;
            if !stays && let Some(key) = mount.key() {
                self.last.replace(Some((key, mount.step.get_untracked())));
            }
            stays
        });
    }

    /// Returns the address of the static page, at the part or audience.
    pub(super) fn page(&self, service: &str, part: Option<&str>, audience: Option<&str>) -> String {
        let page = self.context.gate.address(service, part.unwrap_or_default());
        match (part, audience) {
            (None, Some(audience)) => [&page, "#audience-", audience].concat(),
            _ => page,
        }
    }

    pub(super) fn wanted(&self, element: &HtmlElement) -> Option<NoticeSelection> {
        let attribute = |name: &str| {
            element
                .get_attribute(name)
                .filter(|value| !value.is_empty())
        };
        if let Some(service) = attribute("service") {
            return Some(NoticeSelection {
                service,
                part: attribute("part"),
                audience: attribute("audience"),
            });
        }
        let wanted = self.context.gate.wanted();
        (!wanted.is_null()).then(|| read(wanted).ok()).flatten()
    }

    /// Names the file of a notice's texts.
    pub(super) fn file(&self, wanted: &NoticeSelection) -> Option<String> {
        let mut entries = self.notices.iter();
        let entry = entries.find(|entry| entry.id == wanted.service)?;
        Some(entry.file.clone())
    }

    pub(super) async fn show(
        &self,
        element: HtmlElement,
        root: ShadowRoot,
    ) -> Result<(), NotShown> {
        let gate = &self.context.gate;
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
        let last_reading = match Memory::of(&self.context, service, &key) {
            Some(memory) => Some(LastReading::of(gate, memory, &view, &key).await),
            None => None,
        };
        // Gone, or asked for something else, while the notice was on its way.
        if !element.is_connected() || self.wanted(&element).as_ref() != Some(&wanted) {
            return Ok(());
        }
        self.forget(&element);
        let shown = mount(
            &self.context,
            element.clone(),
            &root,
            &view,
            page,
            last_reading,
        );
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

    pub(super) fn open_preferences(self: &Rc<Self>) -> Result<(), JsValue> {
        if self.layer.borrow().is_some() {
            return Ok(());
        }
        let inner = Rc::downgrade(self);
        let on_close = move || {
            if let Some(inner) = inner.upgrade() {
                inner.layer.take();
            }
        };
        let layer = preferences::open(&self.context, &self.preferences, on_close)?;
        self.layer.replace(Some(layer));
        Ok(())
    }
}
