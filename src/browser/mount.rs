//! One notice on the page: the card in its shadow root, its form, the reasons beside the fields.

use std::{any::Any, rc::Rc, sync::Arc};

use leptos::{mount::mount_to_renderer, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlFormElement, ShadowRoot};

use super::{
    Gate, field,
    form::{self, FormLink},
    gate::object,
    style::Style,
};
use crate::{
    guardian::{AgeAnswer, Step},
    notice::Notice,
    options::{GuardianMode, Options},
    strings::{Strings, Text},
    ui,
};

/// The age below which the line for children speaks when a notice names none (UK GDPR Art. 8 as the UK set it).
const CHILD_UNDER: u8 = 13;

/// What a notice needs to be shown.
pub(super) struct Setting {
    pub(super) gate: Gate,
    pub(super) options: Options,
    pub(super) t: Strings,
    pub(super) style: Rc<Style>,
}

/// A notice on the page; dropping it takes everything of it away.
pub(super) struct Mount {
    pub(super) element: HtmlElement,
    pub(super) id: String,
    /// Opens the whole notice.
    pub(super) open: RwSignal<bool>,
    pub(super) step: RwSignal<Step>,
    _reasons: Vec<field::Reason>,
    _form: Option<FormLink>,
    _view: Box<dyn Any>,
    _owner: Owner,
}

/// Shows `notice`, narrowed to the page's reader already, in the shadow root of `element`.
pub(super) fn mount(
    setting: &Setting,
    element: HtmlElement,
    root: &ShadowRoot,
    notice: Notice,
    page: String,
) -> Result<Mount, JsValue> {
    let Setting { gate, options, t, style } = setting;
    let owner = Owner::new();
    let (open, step, held) = owner.with(|| {
        (RwSignal::new(false), RwSignal::new(Step::default()), RwSignal::new(false))
    });
    style.adopt(root);
    let document = element.owner_document().ok_or(JsValue::NULL)?;
    let place = document.create_element("div")?;
    root.replace_children_with_node_1(&place);

    let mode = options.guardian_mode(notice.children.is_some());
    let form: Option<HtmlFormElement> =
        element.closest("form")?.and_then(|form| form.dyn_into().ok());
    let stamp = format!("{}@{}", notice.id, notice.version);
    let reasons = form
        .as_ref()
        .map(|form| field::explain(form, &notice.fields, t, style))
        .unwrap_or_default();
    let form = form.map(|form| {
        let mut link = form::link(&form, stamp, step);
        if mode == GuardianMode::Require {
            link.require(&form, root.clone(), step, held);
        }
        link
    });

    let id = notice.id.clone();
    let under = notice.children.as_ref().map_or(CHILD_UNDER, |children| children.under);
    let line = notice.children.as_ref().map_or_else(
        || t.with(Text::GuardianRefused, "age", &under.to_string()),
        |children| children.text.clone(),
    );
    let notice = Arc::new(notice);
    let (gate, t) = (gate.clone(), t.clone());
    let view = owner.with(|| {
        mount_to_renderer(&place, move || {
            tell_answers(gate, step);
            let prompt = (mode != GuardianMode::Off).then(|| {
                view! { <ui::GuardianPrompt line under t=t.clone() step held /> }
            });
            view! { <ui::NoticeCard notice t page open /> {prompt} }
        })
    });
    Ok(Mount {
        element,
        id,
        open,
        step,
        _reasons: reasons,
        _form: form,
        _view: Box::new(view),
        _owner: owner,
    })
}

/// Tells every answer to the page, and takes an answer of a child as a refusal of optional cookies.
fn tell_answers(gate: Gate, step: RwSignal<Step>) {
    Effect::new(move |before: Option<Step>| {
        let now = step.get();
        if before.is_some_and(|before| before != now) {
            gate.tell("guardian", &object(&[("value", now.field())]));
            if now == Step::Permission(AgeAnswer::Under) {
                gate.reject();
            }
        }
        now
    });
}
