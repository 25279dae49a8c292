//! Why a notice cannot be shown, and how that is reported to the page.

use leptos::prelude::document;
use wasm_bindgen::JsValue;
use web_sys::{HtmlElement, ShadowRoot};

use super::{Gate, gate::message, include::Include};

/// Says why a notice is not shown.
pub(super) enum NotShown {
    /// Tag, placement or element name something that is not published.
    Unknown(String),
    /// A file could not be loaded, or the page's policy refused it.
    Failed(JsValue),
}

impl From<JsValue> for NotShown {
    fn from(error: JsValue) -> Self {
        Self::Failed(error)
    }
}

impl From<NotShown> for JsValue {
    fn from(error: NotShown) -> Self {
        match error {
            NotShown::Unknown(what) => what.into(),
            NotShown::Failed(error) => error,
        }
    }
}

impl NotShown {
    /// Tells the page: what is named wrongly under the stage that the tag's attributes have.
    pub(super) fn tell(&self, gate: &Gate) {
        match self {
            Self::Unknown(what) => gate.fail("options", what),
            Self::Failed(error) => gate.fail("notice", &message(error)),
        }
    }
}

/// Shows what the page has put into a notice's place, a link, and keeps no room for more.
pub(super) fn link_alone(root: &ShadowRoot) -> Result<(), JsValue> {
    let slot = document().create_element("slot")?;
    root.replace_children_with_node_1(&slot);
    Ok(())
}

/// Replaces a half-made card by the link. An include is whole by itself.
pub(super) fn give_up(element: &HtmlElement, root: &ShadowRoot) {
    if Include::of(element, root).is_none() {
        // A page that refuses an empty slot shows what there is.
        let _ = link_alone(root);
    }
}
