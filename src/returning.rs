//! Shows a card to a reader who returns: it folds to its heading and a line, and says when the notice has changed.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Reflect;
use leptos::prelude::*;
use notice::seen::Seen;
use wasm_bindgen::JsValue;
use web_sys::ShadowRoot;

use super::{
    Gate,
    detach::detach,
    gate::{lacking, message},
    memory::Memory,
};

/// Holds what is known of the last reading.
pub(super) struct LastReading {
    memory: Memory,
    seen: Seen,
    /// What changed since, as a tree. Undefined where nobody knows.
    changes: JsValue,
    /// The version on the page.
    now: String,
}

impl LastReading {
    /// Looks it up for a view of a notice, and fetches what changed when another version was read.
    pub(super) async fn of(gate: &Gate, memory: Memory, view: &JsValue, view_key: &str) -> Self {
        let text = |name: &str| Reflect::get(view, &name.into()).ok()?.as_string();
        let now = text("version").unwrap_or_default();
        let last = memory.last();
        let other = last.as_ref().filter(|last| **last != now);
        let changes = match (other, text("changes")) {
            (Some(last), Some(file)) => gate
                .fetch_json(&file)
                .await
                .and_then(|all| Reflect::get(&all, &view_key.into()))
                .and_then(|all| Reflect::get(&all, &last.into()))
                .unwrap_or_else(|error| {
                    gate.fail("notice", &message(&error));
                    JsValue::UNDEFINED
                }),
            _ => JsValue::UNDEFINED,
        };
        let facts_changed = (!changes.is_undefined()).then(|| !changes.is_null());
        Self {
            seen: Seen::of(last.as_deref(), &now, facts_changed),
            changes,
            memory,
            now,
        }
    }

    /// Adds to the card in `root` what `index` has ready for it. The notice counts as read when it is opened as a whole,
    /// folded away by the visitor, or its changes are looked at: to have it on the page is not to have read it. A card that
    /// `stands` there from the page's first paint does not fold: nothing of it moves.
    pub(super) fn show(
        self,
        gate: &Gate,
        root: &ShadowRoot,
        index: &JsValue,
        open: RwSignal<bool>,
        stands: bool,
    ) -> Result<[EventListener; 2], JsValue> {
        let find = |selector: &str| {
            root.query_selector(selector)?
                .ok_or_else(|| lacking(selector))
        };
        let Self {
            memory,
            seen,
            changes,
            now,
        } = self;
        let head = find(".card-head")?;
        let lines = gate.build(&Reflect::get(index, &"past".into())?)?;
        head.after_with_node_1(&lines)?;
        let fold = find(".fold")?;
        if stands {
            detach(&fold);
        } else {
            head.append_child(&fold)?;
        }
        let changed = find("details.news")?;
        if changes.is_object() {
            let changes = gate.build(&changes)?;
            changed.append_child(&changes)?;
        }
        for (selector, stays) in [
            ("p.news", seen == Seen::Earlier && !changes.is_object()),
            ("details.news", seen == Seen::Earlier && changes.is_object()),
        ] {
            if !stays {
                let found = find(selector)?;
                detach(&found);
            }
        }

        let mark_as_read: Rc<dyn Fn()> = Rc::new(move || memory.keep(&now));
        let set_folded = {
            let (root, fold) = (root.clone(), fold.clone());
            move |folded: bool| {
                let hidden = [
                    (".front", folded),
                    (".news", folded),
                    (".hide", folded),
                    (".seen", !folded),
                    (".show", !folded),
                ];
                for (selector, hidden) in hidden {
                    if let Ok(Some(element)) = root.query_selector(selector) {
                        let _ = element.toggle_attribute_with_force("hidden", hidden);
                    }
                }
                let _ = fold.set_attribute("aria-expanded", if folded { "false" } else { "true" });
            }
        };
        set_folded(seen == Seen::Same && !stands);
        let click = {
            let (mark_as_read, fold) = (mark_as_read.clone(), fold.clone());
            EventListener::new(&fold.clone(), "click", move |_| {
                let folded = fold.get_attribute("aria-expanded").as_deref() == Some("true");
                set_folded(folded);
                if folded {
                    mark_as_read();
                }
            })
        };
        let opened = {
            let mark_as_read = mark_as_read.clone();
            EventListener::new(&changed, "toggle", move |_| mark_as_read())
        };
        Effect::new(move |_| {
            if open.get() {
                mark_as_read();
            }
        });
        Ok([click, opened])
    }
}
