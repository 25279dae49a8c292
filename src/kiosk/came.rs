//! How the page stood before a visitor turned to it: its title, and which of its disclosures were open.

use std::cell::RefCell;

use js_sys::WeakMap;
use leptos::prelude::document;
use web_sys::Element;

use super::elements::{everything, is_ours};

/// What is not a field, and goes back to the start as well.
#[derive(Default)]
pub(super) struct InitialPage {
    title: RefCell<Option<String>>,
    open: WeakMap,
}

impl InitialPage {
    /// Remembers the page as it stands when a visit begins.
    pub(super) fn meet(&self) {
        self.title.replace(Some(document().title()));
    }

    /// Remembers every disclosure before somebody opens or closes one, because others may follow it.
    pub(super) fn turn(&self) {
        for element in everything().iter().filter(|one| is_disclosure(one)) {
            // Ours are closed by every wipe.
            if !is_ours(element) && !self.open.has(element) {
                self.open
                    .set(element, &element.has_attribute("open").into());
            }
        }
    }

    pub(super) fn restore(&self, everything: &[Element]) {
        for element in everything.iter().filter(|one| is_disclosure(one)) {
            let open = self.open.get(element);
            if open.is_truthy() {
                let _ = element.set_attribute("open", "");
            } else if open.as_bool().is_some() {
                let _ = element.remove_attribute("open");
            }
        }
        let title = self.title.take();
        if let Some(title) = title.filter(|title| *title != document().title()) {
            document().set_title(&title);
        }
    }
}

fn is_disclosure(element: &Element) -> bool {
    element.local_name() == "details"
}
