//! The audit's panel on the page: what it finds there, and what its buttons do.

use std::{cell::RefCell, rc::Rc, time::Duration};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::{Interval, Timeout},
};
use js_sys::{Array, Reflect};
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{
    audit::{AuditReport, FormAudit, PageAudit, Stored, audit, gather},
    manifest::Index,
    options::Options,
};
use send_wrapper::SendWrapper;
use ui::{AuditMessage, AuditState, focus, write_text};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

use super::{
    WidgetHandle, controls, frame,
    terms::{Book, Notices},
    ungated::ungated,
};
use crate::{
    Gate,
    detach::detach,
    gate::{lacking, message},
    read::read,
    style::Style,
};

/// How often the page is looked at again: pages change, shadow roots unheard, and cookies come late.
const LOOK: u32 = 1000;

/// Lays the audit over the page: the widget calls this when tag and address ask for it.
///
/// # Errors
/// When the tag's attributes cannot be read.
pub fn open(gate: Gate, widget: WidgetHandle) -> Result<(), JsValue> {
    let options: Options = read(gate.options())?;
    let idle = options.kiosk_idle();
    spawn_local(async move {
        if let Err(error) = start(&gate, widget, idle).await {
            gate.fail("audit", &message(&error));
        }
    });
    Ok(())
}

async fn start(gate: &Gate, widget: WidgetHandle, idle: Option<Duration>) -> Result<(), JsValue> {
    let raw = gate.fetch_json(&gate.index()).await?;
    let book = Book::fetch(gate, &raw).await?;
    let index: Index = read(raw)?;
    let host: HtmlElement = document()
        .create_element("council-notice-audit")?
        .unchecked_into();
    // What editors read is in English, as `council-notice audit` is: no visitor carries its words in another language.
    host.set_lang("en");
    host.set_dir("ltr");
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
    Style::new(&[&index.style, &*book.style()].concat()).adopt(&root);
    // Not in <body>: frameworks and the page's own selectors count what is there.
    document()
        .head()
        .ok_or_else(|| lacking("head"))?
        .after_with_node_1(&host)?;
    let owner = Owner::new();
    let panel = owner.with(|| AuditPanel::new(gate, widget, book, host, root.clone()));
    panel.look();
    let place = document().create_element("div")?;
    root.append_child(&place)?;
    let state = panel.state;
    let view = owner.with(|| mount_to_renderer(&place, move || ui::audit_panel(state)));
    // Both live as long as the page.
    std::mem::forget((owner, view));
    panel.listen();
    if let Some(idle) = idle {
        panel.leave_with_the_editor(idle);
    }
    panel.show();
    Ok(())
}

struct AuditPanel {
    gate: Gate,
    widget: WidgetHandle,
    book: Book,
    host: HtmlElement,
    root: ShadowRoot,
    state: AuditState,
    /// The controls of each form that `state.page` tells of.
    controls: RefCell<Vec<Vec<Element>>>,
    /// What had the focus before the panel took it.
    before: RefCell<Option<Element>>,
}

impl AuditPanel {
    fn new(
        gate: &Gate,
        widget: WidgetHandle,
        book: Book,
        host: HtmlElement,
        root: ShadowRoot,
    ) -> Rc<Self> {
        Rc::new_cyclic(|panel: &std::rc::Weak<Self>| {
            // Callbacks may cross threads as far as their types can tell; in a browser they never do.
            let with = |act: fn(&Rc<Self>)| {
                let panel = SendWrapper::new(panel.clone());
                Callback::new(move |()| {
                    if let Some(panel) = panel.upgrade() {
                        act(&panel);
                    }
                })
            };
            let choose = {
                let panel = SendWrapper::new(panel.clone());
                Callback::new(move |line| {
                    if let Some(panel) = panel.upgrade() {
                        panel.choose(line);
                    }
                })
            };
            let state = AuditState {
                page: RwSignal::default(),
                open: RwSignal::new(false),
                said: RwSignal::new(AuditMessage::Nothing),
                chosen: RwSignal::new(None),
                by_hand: RwSignal::new(None),
                choose,
                copy: with(Self::copy),
                show: with(|panel| panel.show()),
                close: with(|panel| panel.close()),
            };
            Self {
                gate: gate.clone(),
                widget,
                book,
                host,
                root,
                state,
                controls: RefCell::default(),
                before: RefCell::default(),
            }
        })
    }

    /// Looks at the page as it stands now.
    fn look(&self) {
        let everything = controls::everything();
        let notices = Notices::find(&everything, &self.widget, &self.book);
        let groups = controls::groups(&everything);
        let forms = groups.iter().enumerate().map(|(at, group)| {
            let fields = gather(group.controls.iter().map(controls::seen).collect());
            FormAudit {
                name: match &group.form {
                    Some(form) => name_of(form, at),
                    None => "What stands in no form".to_owned(),
                },
                report: match notices.of(group.form.as_ref()) {
                    Some(terms) => audit(&fields, terms),
                    None => AuditReport::without_notice(&fields),
                },
            }
        });
        let mut forms: Vec<FormAudit> = forms.collect();
        if let Some(first) = forms.first_mut() {
            first.report.ungated = ungated(&self.gate);
        }
        let found = PageAudit {
            forms,
            undeclared: undeclared(&self.gate),
        };
        self.controls
            .replace(groups.into_iter().map(|group| group.controls).collect());
        if self.state.page.with_untracked(|shown| *shown != found) {
            self.state.page.set(found);
        }
        self.mark();
        self.stand();
    }

    /// Stands clear of the cookie bar, for an editor has cookies to choose too.
    fn stand(&self) {
        let bar = document().query_selector("council-notice-cookies").ok();
        let bar = bar.flatten().and_then(|bar| bar.shadow_root());
        let bar = bar.and_then(|root| root.first_element_child());
        let height = bar.map_or(0.0, |bar| bar.get_bounding_client_rect().height());
        let style = self.host.style();
        // A size in pixels is always taken.
        let _ = style.set_property("--foot", &[&*height.to_string(), "px"].concat());
    }

    fn listen(self: &Rc<Self>) {
        let panel = self.clone();
        let look = Interval::new(LOOK, move || {
            if panel.state.open.get_untracked() {
                panel.look();
            }
        });
        look.forget();
        for kind in ["scroll", "resize"] {
            let panel = self.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&window(), kind, options, move |_| {
                panel.mark();
            })
            .forget();
        }
    }

    /// Closes the audit on a shared screen with the first wipe, or when nobody has touched the screen for as long as a wipe would
    /// take: the next visitor is no editor.
    fn leave_with_the_editor(self: &Rc<Self>, idle: Duration) {
        let panel = self.clone();
        let reset = move |_: &web_sys::Event| panel.leave();
        EventListener::once(&document(), "council-notice:reset", reset).forget();
        let panel = self.clone();
        let rests = || {
            let page = document().document_element()?;
            page.get_attribute("data-council-notice-kiosk")
        };
        let look = move || {
            if rests().as_deref() != Some("active") {
                panel.leave();
            }
        };
        Timeout::new(idle.as_millis() as u32, look).forget();
    }

    fn leave(&self) {
        self.state.open.set(false);
        detach(&self.host);
    }

    fn show(&self) {
        self.look();
        let held = document().active_element();
        let is_free = held.as_ref().is_none_or(|held| {
            held.local_name() == "body" || *held == *self.host.unchecked_ref::<Element>()
        });
        self.before
            .replace(held.filter(|held| *held != *self.host.unchecked_ref::<Element>()));
        self.state.open.set(true);
        // The focus stays with somebody who is already typing.
        if is_free {
            focus_soon(self.root.get_element_by_id("audit-title"));
        }
    }

    fn close(&self) {
        self.state.open.set(false);
        self.state.chosen.set(None);
        self.state.by_hand.set(None);
        self.state.said.set(AuditMessage::Nothing);
        self.mark();
        let before = self.before.take();
        let before = before.filter(|one| one.is_connected() && one.local_name() != "body");
        focus_soon(before.or_else(|| self.part("reopen")));
    }

    fn choose(&self, line: [usize; 2]) {
        self.state.chosen.set(Some(line));
        let (Some(frame), Some(panel), Some(control)) =
            (self.part("frame"), self.part("audit"), self.chosen())
        else {
            return;
        };
        let is_seen = frame::reveal(frame.unchecked_ref(), &control, &panel);
        self.state.said.set(if is_seen {
            AuditMessage::Marked
        } else {
            AuditMessage::Unseen
        });
    }

    fn chosen(&self) -> Option<Element> {
        let [form, at] = self.state.chosen.get_untracked()?;
        self.controls.borrow().get(form)?.get(at).cloned()
    }

    /// Draws the frame where the chosen field is now.
    fn mark(&self) -> bool {
        let frame = self.part("frame").and_then(|frame| frame.dyn_into().ok());
        frame.is_some_and(|frame: HtmlElement| frame::lay(&frame, self.chosen().as_ref()))
    }

    fn part(&self, class: &str) -> Option<Element> {
        self.root.query_selector(&[".", class].concat()).ok()?
    }

    /// Selects the text that is to be copied by hand.
    fn select(&self) {
        let text = self.root.query_selector("textarea").ok().flatten();
        if let Some(text) = text {
            // The same method; the type of its own would have everything that uses `web-sys` built anew.
            text.unchecked_ref::<HtmlInputElement>().select();
            focus(Some(text));
        }
    }

    fn copy(self: &Rc<Self>) {
        let panel = self.clone();
        spawn_local(async move {
            let text = panel.state.page.with_untracked(ToString::to_string);
            match write_text(&text).await {
                Ok(_) => {
                    panel.state.by_hand.set(None);
                    panel.state.said.set(AuditMessage::Copied);
                }
                Err(_) => {
                    panel.state.said.set(AuditMessage::Select);
                    panel.state.by_hand.set(Some(text));
                    Timeout::new(0, move || panel.select()).forget();
                }
            }
        });
    }
}

/// Moves the focus once what is to have it can be seen: the panel turns a moment after its signal.
fn focus_soon(element: Option<Element>) {
    Timeout::new(0, move || focus(element)).forget();
}

/// Says what a form is called: its label, else its id, else its place.
fn name_of(form: &Element, at: usize) -> String {
    let own = |name: &str| form.get_attribute(name).filter(|name| !name.is_empty());
    own("aria-label")
        .or_else(|| own("id").map(|id| ["#", &id].concat()))
        .unwrap_or_else(|| format!("the form at place {}", at + 1))
}

/// Lists what the deferred module found so far that the cookie policy does not declare.
fn undeclared(gate: &Gate) -> Vec<Stored> {
    let list = Reflect::get(gate, &"undeclared".into()).unwrap_or_default();
    let text = |item: &JsValue, name: &str| {
        let text = Reflect::get(item, &name.into()).unwrap_or_default();
        text.as_string().unwrap_or_default()
    };
    Array::from(&list)
        .iter()
        .map(|item| Stored {
            kind: text(&item, "kind"),
            name: text(&item, "name"),
        })
        .collect()
}
