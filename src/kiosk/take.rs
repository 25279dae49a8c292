//! What a visitor takes along instead of following it.

use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    elements::{everything, is_ours},
    screen::Screen,
};

impl Screen {
    /// A link out of a notice would strand the screen: its address is shown as a square to take along.
    pub(super) fn keep_here(self: &Rc<Self>, event: &web_sys::Event) {
        let path = event.composed_path();
        let link = path
            .iter()
            .filter_map(|one| one.dyn_into::<Element>().ok())
            .find(|one| one.has_attribute("href"));
        let Some(link) = link.filter(is_ours) else {
            return;
        };
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

    /// Where the static page of the page's notice is.
    pub(super) fn notice_address(&self) -> Option<String> {
        let link = everything().into_iter().find(|one| {
            one.matches("[part~=notice-dialog] .dialog-foot a")
                .unwrap_or_default()
        });
        let href = Reflect::get(link?.as_ref(), &"href".into()).ok()?;
        href.as_string()
    }
}
