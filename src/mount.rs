//! One notice on the page: the card in its shadow root, taken over or made, its form, the reasons beside the fields.

use std::{any::Any, cell::RefCell, rc::Rc};

use gloo::events::{EventListener, EventListenerOptions};
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{
    guardian::{AgeAnswer, GuardianStep},
    manifest::Card,
    options::GuardianMode,
    strings::Text,
};
use send_wrapper::SendWrapper;
use ui::ElementHandle;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MouseEvent, ShadowRoot};

use super::{
    Gate,
    detach::detach,
    element::{component_root, fill},
    field,
    form::{self, FormLink},
    gate::{lacking, message, object},
    hold::GuardianQuestion,
    include::Include,
    mount_context::MountContext,
    read::read,
    returning::LastReading,
};

/// From how many pixels on a card has two columns (www/card.css): 33 em within its edges.
const WIDE: i32 = 528 + 2 * 24 + 5;

/// A notice on the page; dropping it takes everything of it away.
pub(super) struct Mount {
    pub(super) element: HtmlElement,
    pub(super) id: String,
    /// Address of the static page, which tells one notice, part and audience from another.
    pub(super) page: String,
    pub(super) version: String,
    /// The form of the notice, or the container that acts as one.
    pub(super) form: Option<Element>,
    /// The notice and its version, as the form sends them.
    stamp: Rc<RefCell<String>>,
    /// Opens the whole notice.
    pub(super) open: RwSignal<bool>,
    pub(super) step: RwSignal<GuardianStep>,
    _reasons: Option<field::Reasons>,
    _link: Option<Rc<FormLink>>,
    _returning: Option<[EventListener; 2]>,
    _opener: EventListener,
    _old: Option<EventListener>,
    _views: [Box<dyn Any>; 2],
    _owner: Owner,
}

impl Drop for Mount {
    fn drop(&mut self) {
        ui::close_within(&self.element);
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
    /// Returns what tells this form from another that the same notice stands in; `None` when nothing does.
    pub(super) fn key(&self) -> Option<String> {
        let id = self.form.as_ref()?.get_attribute("id")?;
        Some([&self.page, " ", &id].concat())
    }

    /// Returns what the form would send at this moment, by the fields' names.
    pub(super) fn values(&self) -> JsValue {
        object(&[
            ("council_notice", &self.stamp.borrow()),
            ("council_notice_guardian", self.step.get_untracked().field()),
        ])
    }
}

/// Shows one reader's view of a notice (a [`Card`] with its trees) in the shadow root of `element`, or takes over what an
/// include shows there. `last_reading` is what is known of it, where that may be kept.
pub(super) fn mount(
    context: &MountContext,
    element: HtmlElement,
    root: &ShadowRoot,
    view: &JsValue,
    page: String,
    last_reading: Option<LastReading>,
) -> Result<Mount, JsValue> {
    let MountContext {
        gate,
        options,
        t,
        style,
        under,
        index,
        ..
    } = context;
    let card: Card = read(view.clone())?;
    let owner = Owner::new();
    let (open, step, warned) = owner.with(|| {
        (
            RwSignal::new(false),
            RwSignal::new(GuardianStep::default()),
            RwSignal::new(false),
        )
    });
    style.adopt(root);
    gate.match_page(&element);
    let include = Include::of(&element, root);
    let made: Box<dyn Any> = match &include {
        Some(_) => Box::new(()),
        None => make_card(context, root, view, &card, &page)?,
    };
    // The question takes the room that an include has kept for it.
    if let Some(ahead) = root.query_selector(".ahead")? {
        detach(&ahead);
    }
    let place = component_root(gate, t)?;
    root.append_child(&place)?;
    // Reasons for which there is no place beside the field stand here.
    let spare = place
        .owner_document()
        .ok_or_else(|| lacking("document"))?
        .create_element("slot")?;
    spare.set_attribute("name", "why")?;
    root.append_child(&spare)?;

    let mode = options.guardian_mode(card.children.is_some());
    let form = gate.form_of(&element);
    let version = match &include {
        Some(include) => include.version.clone(),
        None => card.version.clone(),
    };
    let stamp = Rc::new(RefCell::new([&card.id, "@", &version].concat()));
    let speech = field::ReasonContext {
        gate: gate.clone(),
        t: t.clone(),
        style: style.clone(),
        page: gate.lang(),
        lang: card.lang.clone(),
        dir: card.dir.clone(),
        own: element.clone(),
    };
    let reasons = match &form {
        Some(form) => Some(field::explain(
            form::scope(form),
            card.reasons.clone(),
            speech,
        )?),
        None => None,
    };
    let question = (mode == GuardianMode::Require).then(|| GuardianQuestion {
        root: root.clone(),
        warned,
    });
    let link = match &form {
        Some(form) => {
            let notice = element.clone();
            let link = form::link(gate, form, notice, &stamp.borrow(), step, question)?;
            Some(Rc::new(link))
        }
        None => None,
    };

    let foreign = card.lang != gate.lang();
    let opener = opener(root, open, options.kiosk_idle().is_some())?;
    let old = include.as_ref().filter(|include| include.is_old(&card));
    let old = old.map(|include| {
        let (link, shown) = (link.clone(), stamp.clone());
        let now = [&card.id, "@", &card.version].concat();
        include.tell_old(gate, root, [index, view], &card, move || {
            if let Some(link) = &link {
                link.restamp(&now);
            }
            shown.replace(now.clone());
        })
    });
    let old = old.transpose()?;

    let own_page = page.clone();
    let id = card.id.clone();
    let under = card
        .children
        .as_ref()
        .map_or(*under, |children| children.under);
    // A child is spoken to in the language of the page, also where the notice is in another.
    let line = card.children.filter(|_| !foreign).map_or_else(
        || t.with(Text::GuardianRefused, &under.to_string()),
        |children| children.text,
    );
    let trees = SendWrapper::new((gate.clone(), view.clone()));
    let body = fill_dialog(trees, page.clone(), options.kiosk_idle().is_some());
    let Card {
        title, lang, dir, ..
    } = card;
    let (own_gate, own_t) = (gate.clone(), t.clone());
    let live = owner.with(|| {
        let t = own_t;
        mount_to_renderer(&place, move || {
            tell_answers(own_gate, step);
            let prompt = (mode != GuardianMode::Off).then(|| {
                view! { <ui::GuardianPrompt line under t=t.clone() step warned /> }
            });
            view! {
                <ui::NoticeDialog title lang dir t page open fill=Callback::new(body) />
                {prompt}
            }
        })
    });
    // A wide card folds nothing. Its style sheet says so, where the browser lets it.
    if element.client_width() >= WIDE
        && let Some(more) = root.query_selector(".more")?
    {
        more.set_attribute("open", "")?;
    }
    for name in ["picture", "help"] {
        if let Some(place) = root.query_selector(&[".", name].concat())? {
            fill(gate, &place, index, name)?;
        }
    }
    let returning = last_reading
        .map(|last| owner.with(|| last.show(gate, root, index, open, include.is_some())))
        .transpose()?;
    Ok(Mount {
        element,
        id,
        page: own_page,
        version,
        open,
        step,
        _reasons: reasons,
        form,
        stamp,
        _link: link,
        _returning: returning,
        _opener: opener,
        _old: old,
        _views: [made, Box::new(live)],
        _owner: owner,
    })
}

/// Renders the card where the page has none, with the answers as they come ready made.
fn make_card(
    context: &MountContext,
    root: &ShadowRoot,
    view: &JsValue,
    card: &Card,
    page: &str,
) -> Result<Box<dyn Any>, JsValue> {
    let MountContext { gate, t, .. } = context;
    let place = component_root(gate, t)?;
    root.replace_children_with_node_1(&place);
    let note = (card.lang != gate.lang()).then(|| t.get(Text::NoticeUntranslated).to_owned());
    let (lang, dir, minutes) = (card.lang.clone(), card.dir.clone(), card.minutes);
    let (t, page) = (t.clone(), page.to_owned());
    let made = mount_to_renderer(&place, move || {
        view! { <ui::NoticeCard lang dir note minutes t page /> }
    });
    let front = root
        .get_element_by_id("card-front")
        .ok_or_else(|| lacking("card"))?;
    fill(gate, &front, view, "front")?;
    Ok(Box::new(made))
}

/// Has the card's link open the whole notice here. With a key held it goes where the visitor sends it, but on a `shared`
/// screen: a tab would stay for the next visitor.
fn opener(root: &ShadowRoot, open: RwSignal<bool>, shared: bool) -> Result<EventListener, JsValue> {
    let link = root
        .query_selector("[part~=notice-open]")?
        .ok_or_else(|| lacking("link to its notice"))?;
    link.set_attribute("aria-haspopup", "dialog")?;
    let options = EventListenerOptions::enable_prevent_default();
    let opens = EventListener::new_with_options(&link, "click", options, move |event| {
        let elsewhere = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|click| click.ctrl_key() || click.meta_key() || click.shift_key());
        if shared || !elsewhere {
            event.prevent_default();
            open.set(true);
        }
    });
    Ok(opens)
}

/// Puts the whole notice into the dialog. Its permalinks lead to the static page, in a tab of their own: the form
/// may be half filled in. On a `shared` screen nothing is copied: the next visitor could paste it.
fn fill_dialog(
    trees: SendWrapper<(Gate, JsValue)>,
    page: String,
    shared: bool,
) -> impl Fn(ElementHandle) + Send + Sync {
    move |place: ElementHandle| {
        if let Err(error) = fill(&trees.0, place.element(), &trees.1, "body") {
            trees.0.fail("notice", &message(&error));
        }
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
fn tell_answers(gate: Gate, step: RwSignal<GuardianStep>) {
    Effect::new(move |before: Option<GuardianStep>| {
        let now = step.get();
        if before.is_some_and(|before| before != now) {
            gate.tell("guardian", &object(&[("value", now.field())]));
            // A refusal that changes nothing says nothing.
            if now == GuardianStep::AskingPermission(AgeAnswer::Under)
                && (gate.choice().is_null_or_undefined() || gate.granted().length() > 0)
            {
                gate.reject();
            }
        }
        now
    });
}
