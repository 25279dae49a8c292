//! One shared screen: what happens on it, and what is done about it.

use std::{cell::RefCell, rc::Rc, time::Duration};

use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Interval,
};
use js_sys::Reflect;
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{
    kiosk::{Event, Kiosk, Step},
    manifest::Index,
    options::Options,
};
use send_wrapper::SendWrapper;
use ui::{KioskScreen, KioskScreenProps, Language, Tools};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, ShadowRootInit, ShadowRootMode};

use super::{
    Face,
    fields::Fields,
    guard::Guard,
    language::{Spoken, language_of, languages},
    mark::{enlarge, mark, state},
    speech::Speech,
    wipe::{self, everything},
    worker::Worker,
};
use crate::{Gate, gate::message, read::read, style::Style};

/// How often the clock is looked at, while somebody is there.
const TICK: u32 = 250;

/// A shared screen; it lives as long as the page.
pub(super) struct Screen {
    pub(super) gate: Gate,
    kiosk: RefCell<Kiosk>,
    fields: Fields,
    guard: Guard,
    pub(super) speech: Option<Speech>,
    pub(super) worker: RefCell<Option<Worker>>,
    pub(super) tools: Tools,
    pub(super) spoken: Rc<Spoken>,
}

/// The kiosk's style sheets, as published.
#[derive(serde::Deserialize)]
struct Sheets {
    /// For the page.
    page: String,
    /// For the tools, after the widget's own.
    tools: String,
}

/// Makes the page a kiosk for as long as it lives: the widget calls this when the tag says `data-kiosk`.
///
/// # Errors
/// When the page has no history or no body to work with.
pub fn open(gate: Gate, face: Face) -> Result<(), JsValue> {
    let options: Options = read(gate.options())?;
    let Some((idle, warning)) = options.kiosk_idle() else {
        return Ok(());
    };
    if let Some(warning) = warning {
        gate.fail("options", &warning.to_string());
    }
    spawn_local(async move {
        if let Err(error) = start(&gate, face, idle).await {
            gate.fail("kiosk", &message(&error));
        }
    });
    Ok(())
}

async fn start(gate: &Gate, face: Face, idle: Duration) -> Result<(), JsValue> {
    let raw = gate.fetch_json(&gate.index()).await?;
    let languages = languages(&raw);
    let sheets = Reflect::get(&raw, &"kiosk_style".into())?;
    let sheets = gate
        .fetch_json(&sheets.as_string().unwrap_or_default())
        .await?;
    let sheets: Sheets = read(sheets)?;
    let index: Index = read(raw)?;
    // The page's lifetime is the owner's.
    let owner = Owner::new();
    let screen = owner.with(|| Screen::new(gate, face, idle, &index))?;
    screen.show(&owner, &index, &sheets, languages)?;
    std::mem::forget(owner);
    screen.listen();
    screen.begin();
    *screen.worker.borrow_mut() = Worker::start(&gate.base());
    Ok(())
}

fn now() -> Duration {
    let now = window().performance().map_or(0.0, |clock| clock.now());
    Duration::from_millis(now as u64)
}

impl Screen {
    fn new(gate: &Gate, face: Face, idle: Duration, index: &Index) -> Result<Rc<Self>, JsValue> {
        let lang = language_of(&gate.index());
        let guard = Guard::start()?;
        let speech = Speech::new();
        Ok(Rc::new_cyclic(|screen: &std::rc::Weak<Self>| {
            // Callbacks may cross threads as far as their types can tell; in a browser they never do.
            let with = |act: fn(&Rc<Self>)| {
                let screen = SendWrapper::new(screen.clone());
                Callback::new(move |()| {
                    if let Some(screen) = screen.upgrade() {
                        act(&screen);
                    }
                })
            };
            let speak = {
                let screen = SendWrapper::new(screen.clone());
                Callback::new(move |lang: String| {
                    if let Some(screen) = screen.upgrade() {
                        screen.speak(lang);
                    }
                })
            };
            let tools = Tools {
                left: RwSignal::new(None),
                large: RwSignal::new(false),
                contrast: RwSignal::new(false),
                lang: RwSignal::new(lang),
                voice: RwSignal::new(false),
                reading: RwSignal::new(false),
                taken: RwSignal::new(None),
                offline: RwSignal::new(!window().navigator().on_line()),
                unsent: RwSignal::new(false),
                cleared: RwSignal::new(false),
                stay: with(|screen| screen.on(Event::Stays)),
                restart: with(|screen| screen.gate.reset()),
                take: with(|screen| screen.tools.taken.set(screen.notice_address())),
                read: with(Self::read_aloud),
                speak,
            };
            Self {
                gate: gate.clone(),
                kiosk: RefCell::new(Kiosk::new(idle)),
                fields: Fields::default(),
                guard,
                speech,
                worker: RefCell::default(),
                tools,
                spoken: Rc::new(Spoken::new(gate, face, tools.lang, &index.strings)),
            }
        }))
    }

    /// Puts the tools on the page: where the page has an element for them, or at the end of it.
    fn show(
        self: &Rc<Self>,
        owner: &Owner,
        index: &Index,
        sheets: &Sheets,
        languages: Vec<Language>,
    ) -> Result<(), JsValue> {
        let document = document();
        Style::new(&sheets.page).adopt(&document);
        let host = match document.query_selector("council-notice-kiosk")? {
            Some(host) => host,
            None => {
                let host = document.create_element("council-notice-kiosk")?;
                document.body().ok_or(JsValue::NULL)?.append_child(&host)?;
                host
            }
        };
        let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?;
        Style::new(&[&index.style, &*sheets.tools].concat()).adopt(&root);
        let place = document.create_element("div")?;
        root.append_child(&place)?;
        let (tools, strings) = (self.tools, self.spoken.strings);
        owner.with(|| {
            // Effects need the runtime that mounting starts.
            let view = mount_to_renderer(&place, move || {
                Effect::new(move |_| mark("contrast", tools.contrast.get().then_some("high")));
                Effect::new(move |_| enlarge(tools.large.get()));
                KioskScreen(KioskScreenProps {
                    tools,
                    strings,
                    languages,
                })
            });
            std::mem::forget(view);
        });
        Ok(())
    }

    fn listen(self: &Rc<Self>) {
        let window = window();
        let hear = |kind: &'static str, act: fn(&Rc<Self>, &web_sys::Event)| {
            let screen = self.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&window, kind, options, move |event| {
                act(&screen, event)
            })
            .forget();
        };
        for kind in ["pointerdown", "keydown", "input", "wheel", "touchmove"] {
            hear(kind, |screen, _| screen.on(Event::Touched));
        }
        hear("focusin", |screen, event| {
            let field = event.composed_path().get(0).dyn_into::<Element>().ok();
            if let Some(field) = field.filter(wipe::is_field) {
                screen.fields.meet(&field);
            }
        });
        // Before anybody on the document hears of it.
        hear("council-notice:reset", |screen, _| {
            screen.on(Event::Reset);
        });
        hear("pagehide", |screen, _| wipe::wipe(&screen.fields));
        hear("pageshow", |screen, event| {
            if Reflect::get(event, &"persisted".into()).is_ok_and(|kept| kept.is_truthy()) {
                screen.gate.reset();
            }
        });
        hear("load", |screen, event| {
            if event.target().as_ref() == Some(document().as_ref()) {
                screen.begin();
            }
        });
        hear("online", |screen, _| screen.connected(true));
        hear("offline", |screen, _| screen.connected(false));
        // Not passive: a link is kept from being followed.
        let screen = self.clone();
        let options = EventListenerOptions {
            passive: false,
            ..EventListenerOptions::run_in_capture_phase()
        };
        EventListener::new_with_options(&window, "click", options, move |event| {
            screen.keep_here(event);
        })
        .forget();
        // After everybody else: only then is it known whether a script takes the form.
        let screen = self.clone();
        let options = EventListenerOptions {
            passive: false,
            ..Default::default()
        };
        EventListener::new_with_options(&window, "submit", options, move |event| {
            screen.sent(event)
        })
        .forget();
        let screen = self.clone();
        Interval::new(TICK, move || screen.tick()).forget();
        if let Some(speech) = &self.speech {
            let screen = self.clone();
            speech.on_voices(move || screen.look_for_voice());
        }
        self.look_for_voice();
    }

    /// A browser that was cut off brings back what was typed: not here. Whoever was quicker than this keeps theirs.
    fn begin(self: &Rc<Self>) {
        let active = Reflect::get(&window().navigator(), &"userActivation".into());
        let touched = active.and_then(|active| Reflect::get(&active, &"hasBeenActive".into()));
        let focused = document()
            .active_element()
            .is_some_and(|held| wipe::is_field(&held));
        if focused || touched.is_ok_and(|touched| touched.is_truthy()) {
            self.on(Event::Touched);
        } else if self.kiosk.borrow().rests() {
            for field in everything().iter().filter(|one| wipe::is_field(one)) {
                self.fields.restore(field);
            }
            state("resting");
        }
    }

    pub(super) fn on(self: &Rc<Self>, event: Event) {
        // A wipe makes events of its own, inside this one.
        let Ok(mut kiosk) = self.kiosk.try_borrow_mut() else {
            return;
        };
        let step = kiosk.on(event, now());
        let left = kiosk.left(now());
        drop(kiosk);
        let tools = self.tools;
        match step {
            Step::Nothing => {}
            Step::Wake => {
                tools.cleared.set(false);
                state("active");
            }
            Step::Warn => {
                tools.left.set(left.map(seconds));
                state("warning");
            }
            Step::GoOn => {
                tools.left.set(None);
                state("active");
            }
            // Told by the gate when time is up; it comes back as `Event::Reset`.
            Step::Wipe if event == Event::Passed => self.gate.reset(),
            Step::Wipe => self.wipe(),
        }
    }

    fn tick(self: &Rc<Self>) {
        if self.kiosk.borrow().rests() {
            if let Some(worker) = &*self.worker.borrow() {
                worker.rest(now());
            }
            return;
        }
        self.on(Event::Passed);
        let left = self.kiosk.borrow().left(now()).map(seconds);
        if self.tools.left.get_untracked() != left {
            self.tools.left.set(left);
        }
    }

    fn wipe(self: &Rc<Self>) {
        let tools = self.tools;
        tools.left.set(None);
        tools.taken.set(None);
        tools.unsent.set(false);
        tools.large.set(false);
        tools.contrast.set(false);
        self.hush();
        let home = &self.spoken.home.lang;
        if tools.lang.get_untracked() != *home {
            self.speak(home.clone());
        }
        wipe::wipe(&self.fields);
        self.guard.wipe();
        tools.cleared.set(true);
        state("resting");
        // The widget closes its own dialogs a moment later, and gives the focus back.
        gloo::timers::callback::Timeout::new(0, {
            let screen = self.clone();
            move || {
                if screen.kiosk.borrow().rests() {
                    wipe::focus_start();
                }
            }
        })
        .forget();
    }

    /// Says everything in another language.
    fn speak(self: &Rc<Self>, lang: String) {
        self.tools.lang.set(lang);
        self.hush();
        let screen = self.clone();
        self.spoken.turn(move || screen.look_for_voice());
    }

    fn connected(self: &Rc<Self>, yes: bool) {
        self.tools.offline.set(!yes);
        if yes {
            self.tools.unsent.set(false);
            if let Some(worker) = &*self.worker.borrow() {
                worker.soon();
            }
        }
    }

    /// A form that the browser would send into the void stays: its answer would be an error page, and the screen dead.
    /// A script that sends by itself has prevented the browser's way, and answers for what it sends.
    fn sent(self: &Rc<Self>, event: &web_sys::Event) {
        if !event.default_prevented() && !window().navigator().on_line() {
            event.prevent_default();
            self.tools.unsent.set(true);
            return;
        }
        self.on(Event::Sent);
    }
}

fn seconds(left: Duration) -> u32 {
    left.as_millis().div_ceil(1000) as u32
}
