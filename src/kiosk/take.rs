//! Links out of a notice: shown as a QR code to take along instead of being followed.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use super::{
    elements::{everything, is_ours},
    screen::Screen,
};

/// Selects the elements that lead to another page.
const OPENS: &str = "[href],button,input[type=submit],input[type=image]";

impl Screen {
    /// Keeps the visitor here: a link out of a notice would strand the screen, so its address is shown as a square to take along.
    /// The page's own links go where they lead, but into no tab that would stay for the next visitor.
    pub(super) fn keep_here(self: &Rc<Self>, event: &web_sys::Event) {
        let path = event.composed_path();
        let mut path = path.iter().filter_map(|one| one.dyn_into::<Element>().ok());
        // What sends a form opens a tab as a link does.
        let Some(link) = path.find(|one| one.matches(OPENS).unwrap_or_default()) else {
            return;
        };
        if !is_ours(&link) {
            let is_elsewhere = |click: &MouseEvent| {
                click.button() == 1 || click.ctrl_key() || click.meta_key() || click.shift_key()
            };
            if event.dyn_ref().is_some_and(is_elsewhere) {
                event.prevent_default();
            }
            return;
        }
        if !link.has_attribute("href") {
            return;
        }
        // The card's link opens the notice in a dialog, whatever key is held (mount.rs).
        if event.type_() == "click" && link.matches("[part~=notice-open]").unwrap_or_default() {
            return;
        }
        let href = Reflect::get(&link, &"href".into())
            .ok()
            .and_then(|href| href.as_string());
        if let Some(href) = href.filter(|_| {
            !link
                .get_attribute("href")
                .is_some_and(|href| href.starts_with('#'))
        }) {
            event.prevent_default();
            event.stop_propagation();
            self.tools.taken.set(Some(href));
        }
    }

    /// Returns the address of the static page of the page's notice.
    pub(super) fn notice_address(&self) -> Option<String> {
        let link = everything().into_iter().find(|one| {
            one.matches("[part~=notice-dialog] .dialog-foot a")
                .unwrap_or_default()
        });
        let href = Reflect::get(link?.as_ref(), &"href".into()).ok()?;
        href.as_string()
    }
}
