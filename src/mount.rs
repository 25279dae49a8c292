//! One notice on the page: the card in its shadow root, its form, the reasons beside the fields.

use std::any::Any;

use gloo::events::EventListener;
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{
    guardian::{AgeAnswer, Step},
    manifest::Card,
    options::GuardianMode,
    strings::Text,
};
use send_wrapper::SendWrapper;
use ui::Place;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, ShadowRoot};

use super::{
    Gate, field,
    form::{self, FormLink, Question},
    gate::object,
    past::Past,
    place::{fill, room},
    read::read,
    setting::Setting,
};

/// A notice on the page; dropping it takes everything of it away.
pub(super) struct Mount {
    pub(super) element: HtmlElement,
    pub(super) id: String,
    /// Address of the static page, which tells one notice, part and audience from another.
    pub(super) page: String,
    pub(super) version: String,
    /// The form that the notice stands in.
    pub(super) form: Option<Element>,
    /// Opens the whole notice.
    pub(super) open: RwSignal<bool>,
    pub(super) step: RwSignal<Step>,
    _reasons: Option<field::Reasons>,
    _link: Option<FormLink>,
    _past: Option<[EventListener; 2]>,
    _view: Box<dyn Any>,
    _owner: Owner,
}

impl Drop for Mount {
    fn drop(&mut self) {
        // The link to the static page shows again.
        if let (Some(root), Some(document)) =
            (self.element.shadow_root(), self.element.owner_document())
            && let Ok(slot) = document.create_element("slot")
        {
            root.replace_children_with_node_1(&slot);
        }
    }
}

impl Mount {
    /// What tells this form from another that the same notice stands in; `None` when nothing does.
    pub(super) fn key(&self) -> Option<String> {
        let id = self.form.as_ref()?.get_attribute("id")?;
        Some([&self.page, " ", &id].concat())
    }
}

/// Shows one reader's view of a notice (a [`Card`] with its `body`) in the shadow root of `element`. `past` is what is
/// known of the last reading, where that may be kept.
pub(super) fn mount(
    setting: &Setting,
    element: HtmlElement,
    root: &ShadowRoot,
    view: &JsValue,
    page: String,
    past: Option<Past>,
) -> Result<Mount, JsValue> {
    let Setting {
        gate,
        options,
        t,
        style,
        under,
        index,
        ..
    } = setting;
    let card: Card = read(view.clone())?;
    let owner = Owner::new();
    let (open, step, held) = owner.with(|| {
        (
            RwSignal::new(false),
            RwSignal::new(Step::default()),
            RwSignal::new(false),
        )
    });
    style.adopt(root);
    let place = room(gate, t)?;
    root.replace_children_with_node_1(&place);

    let mode = options.guardian_mode(card.children.is_some());
    let around = element.closest("form")?;
    let form: Option<HtmlFormElement> = around.clone().and_then(|form| form.dyn_into().ok());
    let stamp = format!("{}@{}", card.id, card.version);
    let speech = field::Speech {
        page: gate.lang(),
        lang: card.lang.clone(),
        dir: card.dir.clone(),
    };
    let reasons = match &form {
        Some(form) => {
            let form = form.clone().into();
            Some(field::explain(
                form,
                card.reasons,
                t.clone(),
                style.clone(),
                speech,
            )?)
        }
        None => None,
    };
    let question = (mode == GuardianMode::Require).then(|| Question {
        root: root.clone(),
        held,
    });
    let link = match form {
        Some(form) => Some(form::link(&form, element.clone(), &stamp, step, question)?),
        None => None,
    };

    let own_page = page.clone();
    let (id, version) = (card.id.clone(), card.version.clone());
    let under = card
        .children
        .as_ref()
        .map_or(*under, |children| children.under);
    // A child is spoken to in the language of the page, also where the notice is in English only.
    let foreign = card.lang != gate.lang();
    let line = card.children.filter(|_| !foreign).map_or_else(
        || t.with(Text::GuardianRefused, &under.to_string()),
        |children| children.text,
    );
    let note = foreign.then(|| t.get(Text::NoticeInEnglish).to_owned());
    let trees = SendWrapper::new((gate.clone(), view.clone()));
    let body = fill_dialog(trees.clone(), page.clone(), options.kiosk_idle().is_some());
    let front = move |place: Place| fill(&trees.0, place.element(), &trees.1, "front");
    let Card {
        title, lang, dir, ..
    } = card;
    let (own_gate, t) = (gate.clone(), t.clone());
    let view = owner.with(|| {
        mount_to_renderer(&place, move || {
            tell_answers(own_gate, step);
            let prompt = (mode != GuardianMode::Off).then(|| {
                view! { <ui::GuardianPrompt line under t=t.clone() step held /> }
            });
            view! {
                <ui::NoticeCard title lang dir note t page open front=Callback::new(front) body=Callback::new(body) />
                {prompt}
            }
        })
    });
    for name in ["picture", "help"] {
        if let Some(place) = root.query_selector(&[".", name].concat())? {
            fill(gate, &place, index, name);
        }
    }
    let past = past
        .map(|past| owner.with(|| past.show(gate, root, index, open)))
        .transpose()?;
    Ok(Mount {
        element,
        id,
        page: own_page,
        version,
        open,
        step,
        _reasons: reasons,
        form: around,
        _link: link,
        _past: past,
        _view: Box::new(view),
        _owner: owner,
    })
}

/// Puts the whole notice into the dialog. Its permalinks lead to the static page, in a tab of their own: the form
/// may be half filled in. On a `shared` screen nothing is copied: the next visitor could paste it.
fn fill_dialog(
    trees: SendWrapper<(Gate, JsValue)>,
    page: String,
    shared: bool,
) -> impl Fn(Place) + Send + Sync {
    move |place: Place| {
        fill(&trees.0, place.element(), &trees.1, "body");
        let all = |selector: &str| {
            let list = place.element().query_selector_all(selector).ok();
            let count = list.as_ref().map_or(0, web_sys::NodeList::length);
            (0..count).filter_map(move |at| list.as_ref()?.get(at)?.dyn_into::<Element>().ok())
        };
        for button in all(".copy").filter(|_| !shared) {
            let _ = button.remove_attribute("hidden");
        }
        let page = page.split('#').next().unwrap_or_default();
        for link in all(".permalink") {
            let anchor = link.get_attribute("href").unwrap_or_default();
            let _ = link.set_attribute("href", &[page, &anchor].concat());
            let _ = link.set_attribute("target", "_blank");
        }
    }
}

/// Tells every answer to the page, and takes an answer of a child as a refusal of optional cookies.
fn tell_answers(gate: Gate, step: RwSignal<Step>) {
    Effect::new(move |before: Option<Step>| {
        let now = step.get();
        if before.is_some_and(|before| before != now) {
            gate.tell("guardian", &object(&[("value", now.field())]));
            // A refusal that changes nothing says nothing.
            if now == Step::Permission(AgeAnswer::Under)
                && (gate.choice().is_null_or_undefined() || gate.granted().length() > 0)
            {
                gate.reject();
            }
        }
        now
    });
}
