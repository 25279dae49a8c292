//! The preferences dialog: ready markup whose boxes are ticked as the record says, and read when it is saved.

use gloo::events::EventListener;
use notice::{
    cookies::{Share, Tick, granted, share},
    strings::Text,
};
use ui::{close_modal, close_within, show_modal};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Element, HtmlDialogElement, HtmlElement, HtmlInputElement, ShadowRootInit, ShadowRootMode,
};

use super::{detach::detach, element::mark, gate::lacking, mount_context::MountContext};

/// The dialog on the page; dropping it takes it away.
pub(super) struct Preferences {
    host: HtmlElement,
    _listeners: [EventListener; 3],
}

impl Drop for Preferences {
    fn drop(&mut self) {
        close_within(&self.host);
        detach(&self.host);
    }
}

/// Opens the dialog made of `tree`. `on_close` is told when it has closed, saved or not.
pub(super) fn open(
    context: &MountContext,
    tree: &JsValue,
    on_close: impl Fn() + Clone + 'static,
) -> Result<Preferences, JsValue> {
    let MountContext { gate, t, style, .. } = context;
    let document = leptos::prelude::document();
    let host: HtmlElement = document
        .create_element("council-notice-preferences")?
        .unchecked_into();
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    style.adopt(&root);
    let dialog: HtmlDialogElement = gate.build(tree)?.dyn_into()?;
    mark(&dialog, &gate.lang(), t.get(Text::Direction));
    root.append_child(&dialog)?;
    document
        .body()
        .ok_or_else(|| lacking("body"))?
        .append_child(&host)?;
    gate.match_page(&host);

    let form = PreferencesForm {
        boxes: boxes(&dialog)?,
        chosen: dialog.query_selector(".chosen")?,
    };
    for input in &form.boxes {
        let of = input.get_attribute("data-of");
        let whole = of.is_some_and(|category| gate.allows(&category));
        input.set_checked(whole || gate.allows(&input.name()));
    }
    let say = {
        let t = t.clone();
        move |form: &PreferencesForm| {
            let titles = form.settle();
            let text = if titles.is_empty() {
                t.get(Text::ChosenNone).to_owned()
            } else {
                t.with(Text::Chosen, &titles.join(" · "))
            };
            if let Some(chosen) = &form.chosen {
                chosen.set_text_content(Some(&text));
            }
        }
    };
    say(&form);

    let change = {
        let form = form.clone();
        EventListener::new(&dialog, "change", move |event| {
            form.spread(event.target());
            say(&form);
        })
    };
    let click = {
        let (gate, dialog) = (gate.clone(), dialog.clone());
        EventListener::new(&dialog.clone(), "click", move |event| {
            let button = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok());
            let Some(wish) = button.and_then(|button| button.get_attribute("data-save")) else {
                return;
            };
            let ids = form.ids(&wish);
            // Closed first: focus is back where it came from before the confirmation takes it on.
            close_modal(Some(&dialog));
            gate.save(ids);
        })
    };
    let close = EventListener::new(&dialog, "close", move |_| {
        let on_close = on_close.clone();
        // The listener cannot be dropped from inside its own event.
        spawn_local(async move { on_close() });
    });
    show_modal(Some(&dialog));
    gate.summon();
    Ok(Preferences {
        host,
        _listeners: [change, click, close],
    })
}

fn boxes(dialog: &Element) -> Result<Vec<HtmlInputElement>, JsValue> {
    let inputs = dialog.query_selector_all("input")?;
    let input = |at| inputs.get(at)?.dyn_into().ok();
    Ok((0..inputs.length()).filter_map(input).collect())
}

#[derive(Clone)]
struct PreferencesForm {
    boxes: Vec<HtmlInputElement>,
    chosen: Option<Element>,
}

impl PreferencesForm {
    fn ticks(&self) -> Vec<Tick> {
        let tick = |input: &HtmlInputElement| Tick {
            id: input.name(),
            of: input.get_attribute("data-of"),
            on: input.checked(),
        };
        self.boxes.iter().map(tick).collect()
    }

    /// Takes a change of a category's box on to its services.
    fn spread(&self, changed: Option<web_sys::EventTarget>) {
        let Some(changed) = changed.and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        else {
            return;
        };
        let category = Some(changed.name());
        for input in &self.boxes {
            if input.get_attribute("data-of") == category {
                input.set_checked(changed.checked());
            }
        }
    }

    /// Shows on each category how its services stand, and gives the titles of what would be saved.
    fn settle(&self) -> Vec<String> {
        let ticks = self.ticks();
        for input in &self.boxes {
            if let Some(share) = share(&ticks, &input.name()) {
                input.set_checked(share == Share::All);
                input.set_indeterminate(share == Share::Some);
            }
        }
        let title = |at: usize| self.boxes[at].get_attribute("data-title");
        granted(&ticks).into_iter().filter_map(title).collect()
    }

    /// Lists what a button saves.
    fn ids(&self, wish: &str) -> Vec<String> {
        let mut ticks = self.ticks();
        if wish != "boxes" {
            for tick in &mut ticks {
                tick.on = wish == "all";
            }
        }
        let named = granted(&ticks);
        named.into_iter().map(|at| ticks[at].id.clone()).collect()
    }
}
