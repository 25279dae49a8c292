//! "Why we ask" beside the fields of a form, without moving them.

use std::{
    any::Any,
    cell::{Cell, RefCell},
    rc::Rc,
};

use gloo::events::{EventListener, EventListenerOptions};
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{reasons::Reason as Why, strings::Strings};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{
    Document, Element, HtmlElement, MutationObserver, MutationObserverInit, ResizeObserver,
    ShadowRootInit, ShadowRootMode,
};

use super::{
    Gate,
    beside::{Beside, position_all},
    detach::detach,
    element::mark,
    explained::{explained, words},
    gate::lacking,
    label::{Labels, Named},
    style::Style,
};

const HOST: &str = "council-notice-why";

/// Holds what every reason of a notice is shown with, and where it stands if there is no place beside its field.
pub(super) struct ReasonContext {
    pub(super) gate: Gate,
    /// The interface's words.
    pub(super) t: Strings,
    pub(super) style: Rc<Style>,
    /// Language of the button, which is the page's.
    pub(super) page: String,
    /// Language of the reason, which is the notice's.
    pub(super) lang: String,
    pub(super) dir: String,
    /// The notice's own element, with a slot named `why`.
    pub(super) own: HtmlElement,
}

/// The reasons of a form, kept in step with its fields; dropping them takes them away.
pub(super) struct Reasons {
    watch: Rc<Watch>,
    _changed: [Closure<dyn FnMut()>; 2],
    _listeners: Vec<EventListener>,
    _shown: ShownReasons,
}

/// Observes the form for changes.
struct Watch {
    nodes: MutationObserver,
    sizes: ResizeObserver,
}

type ShownReasons = Rc<RefCell<Vec<MountedReason>>>;

impl Drop for Reasons {
    fn drop(&mut self) {
        self.watch.nodes.disconnect();
        self.watch.sizes.disconnect();
    }
}

/// Holds a reason on the page. Dropping it removes it.
struct MountedReason {
    beside: Beside,
    id: String,
    open: RwSignal<bool>,
    _view: Box<dyn Any>,
    owner: Owner,
}

impl Drop for MountedReason {
    fn drop(&mut self) {
        detach(&self.beside.host);
        // The page may have tied more to the field meanwhile.
        let field = &self.beside.field;
        let ids = described_by(field);
        let left: Vec<&str> = ids.split(' ').filter(|id| *id != self.id).collect();
        let _ = match left.join(" ").as_str() {
            "" => field.remove_attribute("aria-describedby"),
            left => field.set_attribute("aria-describedby", left),
        };
    }
}

/// Puts a reason beside every field in `scope` that the notice has one for, now and whenever fields come or go. What
/// comes with a change is there before the browser paints it, so that nothing is seen to move.
///
/// # Errors
/// When the browser has no `MutationObserver` or no `ResizeObserver`.
pub(super) fn explain(
    scope: Element,
    reasons: Vec<Why>,
    speech: ReasonContext,
) -> Result<Reasons, JsValue> {
    let gate = speech.gate.clone();
    let own = speech.own.clone();
    let shown = ShownReasons::default();
    // At most once a frame, however much changes.
    let again: Rc<dyn Fn()> = {
        let (scope, shown, due) = (scope.clone(), shown.clone(), Rc::new(Cell::new(false)));
        let gate = gate.clone();
        Rc::new(move || {
            if due.replace(true) {
                return;
            }
            let (scope, shown, due) = (scope.clone(), shown.clone(), due.clone());
            let gate = gate.clone();
            request_animation_frame(move || {
                due.set(false);
                position_shown(&gate, &scope, &shown);
            });
        })
    };
    let resized = Closure::<dyn FnMut()>::new({
        let again = again.clone();
        move || again()
    });
    let sizes = ResizeObserver::new(resized.as_ref().unchecked_ref())?;
    let change = {
        let (scope, shown, again, sizes) =
            (scope.clone(), shown.clone(), again.clone(), sizes.clone());
        let gate = gate.clone();
        move || {
            let known = {
                let mut shown = shown.borrow_mut();
                shown.retain(|one| scope.contains(Some(&one.beside.field)));
                shown.len()
            };
            sweep(&scope);
            let labels = Labels::of(&scope);
            for (input, why) in explained(&scope, &reasons, &labels) {
                let named = labels.name(&scope, &input);
                let has = |one: &MountedReason| one.beside.field == named.control;
                if shown.borrow().iter().any(has) {
                    continue;
                }
                let made = reason(named, scope.clone(), why, &speech, &shown);
                shown.borrow_mut().extend(made.ok());
            }
            let new = shown.borrow().len() > known;
            if new {
                let shown = shown.borrow();
                for MountedReason { beside, .. } in &shown[known..] {
                    beside.insert(&gate, &scope, &speech.own);
                    sizes.observe(&beside.field);
                    // Its words have no size before their sheet and their font are there.
                    let root = beside.host.shadow_root();
                    if let Some(button) = root.and_then(|root| root.query_selector(".why").ok()?) {
                        sizes.observe(&button);
                    }
                    if let Some(label) = &beside.label {
                        sizes.observe(label);
                    }
                }
            }
            if new {
                position_shown(&gate, &scope, &shown);
            } else {
                again();
            }
        }
    };
    change();
    // Where the notice above grows or shrinks, all fields move, and a form that scrolls keeps its own size.
    sizes.observe(&scope);
    sizes.observe(&own);
    // The card is not drawn yet; where the page's own boxes are a row or a grid, ours begin at the form's own corner.
    again();
    let changed = Closure::<dyn FnMut()>::new(change);
    let nodes = MutationObserver::new(changed.as_ref().unchecked_ref())?;
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_character_data(true);
    options.set_subtree(true);
    nodes.observe_with_options(&scope, &options)?;
    let listeners = listeners(&scope, &shown, &again);
    Ok(Reasons {
        watch: Rc::new(Watch { nodes, sizes }),
        _changed: [changed, resized],
        _listeners: listeners,
        _shown: shown,
    })
}

/// Takes away what the page has copied of ours with a row or a form of its own: a copy has no shadow root, and would show its words.
fn sweep(scope: &Element) {
    let Ok(found) = scope.query_selector_all(HOST) else {
        return;
    };
    let hosts = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    for host in hosts.filter(|host| host.shadow_root().is_none()) {
        detach(&host);
    }
}

fn position_shown(gate: &Gate, scope: &Element, shown: &ShownReasons) {
    let shown = shown.borrow();
    let all: Vec<&Beside> = shown.iter().map(|one| &one.beside).collect();
    position_all(gate, scope, &all);
}

/// Listens to what moves words without a change of the form's nodes or sizes: fonts that come, steps that open, transitions that
/// end. And a reason that lies over the page goes when the focus does.
fn listeners(scope: &Element, shown: &ShownReasons, again: &Rc<dyn Fn()>) -> Vec<EventListener> {
    let window = window();
    let mut all = vec![EventListener::new(&window, "resize", {
        let again = again.clone();
        move |_| again()
    })];
    let captured = EventListenerOptions::run_in_capture_phase();
    for name in [
        "transitionend",
        "animationend",
        "toggle",
        "change",
        "click",
        "load",
    ] {
        let again = again.clone();
        let heard = EventListener::new_with_options(&window, name, captured, move |_| again());
        all.push(heard);
    }
    if let Ok(fonts) = js_sys::Reflect::get(&document(), &"fonts".into())
        && let Ok(fonts) = fonts.dyn_into::<web_sys::EventTarget>()
    {
        let again = again.clone();
        all.push(EventListener::new(&fonts, "loadingdone", move |_| again()));
    }
    let shown = shown.clone();
    all.push(EventListener::new(scope, "focusin", move |event| {
        let to = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        for MountedReason { beside, open, .. } in shown.borrow().iter() {
            let lies_over = beside.host.get_attribute("data-open").as_deref() == Some("over");
            if lies_over && to.as_ref() != Some(&beside.field) && to.as_ref() != Some(&beside.host)
            {
                open.set(false);
            }
        }
    }));
    all
}

fn described_by(field: &Element) -> String {
    field.get_attribute("aria-describedby").unwrap_or_default()
}

thread_local! {
    /// How many reasons there have been: ids are the page's, and several forms may ask for the same.
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

fn reason(
    named: Named,
    scope: Element,
    why: &Why,
    speech: &ReasonContext,
    shown: &ShownReasons,
) -> Result<MountedReason, JsValue> {
    let Named { control, label } = named;
    let document = control
        .owner_document()
        .ok_or_else(|| lacking("document"))?;
    let label_text = label
        .as_ref()
        .and_then(words)
        .unwrap_or_else(|| why.field.replace('-', " "));
    let count = COUNT.replace(COUNT.get() + 1);

    let host: HtmlElement = document.create_element(HOST)?.unchecked_into();
    // As in why.css, which WebKit applies only after it has laid out the page around a new host once.
    host.style().set_property("position", "absolute")?;
    let id = format!("{HOST}-{count}");
    let said = text(&document, &id, &why.why)?;
    mark(&said, &speech.lang, &speech.dir);
    host.append_child(&said)?;
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    speech.style.adopt(&root);
    // The button keeps to the direction of the page, where it takes its place beside the label.
    let place = document.create_element("div")?;
    let _ = place.set_attribute("lang", &speech.page);
    root.append_child(&place)?;
    let owner = Owner::new();
    let open = owner.with(|| RwSignal::new(false));
    let view = {
        let (t, why) = (speech.t.clone(), why.why.clone());
        let (lang, dir) = (speech.lang.clone(), speech.dir.clone());
        owner.with(|| {
            mount_to_renderer(&place, move || {
                ui::Why(ui::WhyProps {
                    t,
                    field: label_text,
                    why,
                    lang,
                    dir,
                    open,
                })
            })
        })
    };
    let beside = Beside {
        host,
        field: control,
        label,
    };
    let before = described_by(&beside.field);
    // A field that the page has copied brings the id of a reason along.
    let others = before
        .split_whitespace()
        .filter(|one| !one.starts_with(HOST) || is_in(&scope, one));
    let ids: Vec<&str> = others.chain([id.as_str()]).collect();
    beside
        .field
        .set_attribute("aria-describedby", &ids.join(" "))?;
    let reason = MountedReason {
        beside,
        id,
        open,
        _view: Box::new(view),
        owner,
    };
    unfolds(&speech.gate, &reason, &scope, shown);
    Ok(reason)
}

/// Tells the style sheet how the reason shows, whenever it does.
fn unfolds(gate: &Gate, reason: &MountedReason, scope: &Element, shown: &ShownReasons) {
    let (beside, scope, shown) = (reason.beside.clone(), scope.clone(), Rc::downgrade(shown));
    let (gate, open) = (gate.clone(), reason.open);
    reason.owner.with(|| {
        Effect::new(move |_| {
            let state = match open.get() {
                true => beside.reason_layout(),
                false => "no",
            };
            let _ = beside.host.set_attribute("data-open", state);
            if let Some(shown) = shown.upgrade() {
                position_shown(&gate, &scope, &shown);
            }
        });
    });
}

fn is_in(scope: &Element, id: &str) -> bool {
    let found = scope.query_selector(&["#", id].concat());
    found.is_ok_and(|found| found.is_some())
}

/// Makes the reason's words, which stand in the page's own tree, where `aria-describedby` finds them.
fn text(document: &Document, id: &str, why: &str) -> Result<Element, JsValue> {
    let text = document.create_element("span")?;
    text.set_id(id);
    text.set_text_content(Some(why));
    Ok(text)
}
