//! One shared screen: turns events into what the kiosk's rules answer, and carries that out.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use js_sys::Reflect;
use leptos::{mount::mount_to_renderer, prelude::*};
use notice::{
    kiosk::{Kiosk, KioskAction, KioskEvent},
    manifest::Index,
    options::Options,
};
use send_wrapper::SendWrapper;
use ui::{KioskScreen, KioskScreenProps, NoticeLanguage, Tools};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ShadowRootInit, ShadowRootMode};

use super::{
    WidgetHandle,
    came::InitialPage,
    clock::Clock,
    fields::InitialFields,
    frames::Frames,
    guard,
    history::HistoryEntries,
    language::{PageLanguage, language_of, languages},
    mark::{enlarge, mark, state},
    speech::Speech,
    wipe,
    worker::Worker,
};
use crate::{
    Gate,
    gate::{lacking, message},
    read::read,
    retry_delay::retry_delay,
    style::Style,
};

/// Runs a shared screen for as long as the page lives.
pub(super) struct Screen {
    pub(super) gate: Gate,
    pub(super) kiosk: RefCell<Kiosk>,
    pub(super) fields: InitialFields,
    pub(super) frames: Frames,
    pub(super) came: InitialPage,
    clock: Clock,
    /// When the screen was wiped last.
    wiped: Cell<Option<Duration>>,
    entries: HistoryEntries,
    pub(super) speech: Option<Speech>,
    pub(super) worker: RefCell<Option<Worker>>,
    pub(super) tools: Tools,
    pub(super) spoken: Rc<PageLanguage>,
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
pub fn open(gate: Gate, widget: WidgetHandle) -> Result<(), JsValue> {
    let options: Options = read(gate.options())?;
    let Some(idle) = options.kiosk_idle() else {
        return Ok(());
    };
    spawn_local(async move {
        if let Err(error) = start(&gate, widget, idle).await {
            gate.fail("kiosk", &message(&error));
        }
    });
    Ok(())
}

async fn start(gate: &Gate, widget: WidgetHandle, idle: Duration) -> Result<(), JsValue> {
    let mut told = false;
    let (raw, sheets) = loop {
        match files(gate).await {
            Ok(files) => break files,
            // Without a network, most often. Nobody is there who would load the page again.
            Err(error) if !told => gate.fail("kiosk", &message(&error)),
            Err(_) => {}
        }
        told = true;
        retry_delay().await;
    };
    let languages = languages(&raw);
    let sheets: Sheets = serde_wasm_bindgen::from_value(sheets)?;
    let index: Index = read(raw)?;
    // The page's lifetime is the owner's.
    let owner = Owner::new();
    let screen = owner.with(|| Screen::new(gate, widget, idle, &index))?;
    screen.show(&owner, &index, &sheets, languages)?;
    std::mem::forget(owner);
    screen.listen();
    screen.begin();
    *screen.worker.borrow_mut() = Worker::start(&gate.home());
    Ok(())
}

/// Fetches the index, and the kiosk's style sheets.
async fn files(gate: &Gate) -> Result<(JsValue, JsValue), JsValue> {
    let index = gate.fetch_json(&gate.index()).await?;
    let sheets = Reflect::get(&index, &"kiosk_style".into())?;
    let sheets = sheets.as_string().unwrap_or_default();
    let sheets = gate.fetch_json(&sheets).await?;
    Ok((index, sheets))
}

/// How long the page's own scripts have after a wipe to fill in what stands there at the start.
const SETTLES: Duration = Duration::from_secs(2);

impl Screen {
    fn new(
        gate: &Gate,
        widget: WidgetHandle,
        idle: Duration,
        index: &Index,
    ) -> Result<Rc<Self>, JsValue> {
        let lang = language_of(&gate.index());
        let entries = HistoryEntries::start()?;
        guard::start();
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
                stay: with(|screen| screen.on(KioskEvent::StillHere)),
                restart: with(|screen| screen.gate.reset()),
                take: with(|screen| screen.tools.taken.set(screen.notice_address())),
                read: with(Self::read_aloud),
                speak,
            };
            Self {
                gate: gate.clone(),
                kiosk: RefCell::new(Kiosk::new(idle)),
                fields: InitialFields::default(),
                frames: Frames::default(),
                came: InitialPage::default(),
                clock: Clock::default(),
                wiped: Cell::default(),
                entries,
                speech,
                worker: RefCell::default(),
                tools,
                spoken: Rc::new(PageLanguage::new(gate, widget, tools.lang, &index.strings)),
            }
        }))
    }

    /// Puts the tools on the page: where the page has an element for them, or at the end of it.
    fn show(
        self: &Rc<Self>,
        owner: &Owner,
        index: &Index,
        sheets: &Sheets,
        languages: Vec<NoticeLanguage>,
    ) -> Result<(), JsValue> {
        let document = document();
        Style::new(&sheets.page).adopt(&document);
        let host = match document.query_selector("council-notice-kiosk")? {
            Some(host) => host,
            None => {
                let host = document.create_element("council-notice-kiosk")?;
                document
                    .body()
                    .ok_or_else(|| lacking("body"))?
                    .append_child(&host)?;
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

    pub(super) fn on(self: &Rc<Self>, event: KioskEvent) {
        // A wipe makes events of its own, inside this one.
        let Ok(mut kiosk) = self.kiosk.try_borrow_mut() else {
            return;
        };
        let now = self.clock.now();
        let step = kiosk.on(event, now);
        let left = kiosk.left(now);
        drop(kiosk);
        let tools = self.tools;
        match step {
            KioskAction::Nothing => {}
            KioskAction::Wake => {
                if let Some(worker) = &*self.worker.borrow() {
                    worker.wake();
                }
                self.came.meet();
                tools.cleared.set(false);
                state("active");
            }
            KioskAction::Warn => {
                tools.left.set(left.map(seconds));
                state("warning");
            }
            KioskAction::DismissWarning => {
                tools.left.set(None);
                state("active");
            }
            KioskAction::Wipe if event == KioskEvent::Reset => self.wipe(),
            // The gate announces the reset, which then arrives here as `KioskEvent::Reset`.
            KioskAction::Wipe => {
                self.gate.reset();
                // Somebody woke the machine, so a visit begins.
                if event == KioskEvent::Touched {
                    self.on(event);
                }
            }
        }
    }

    pub(super) fn tick(self: &Rc<Self>) {
        if self.kiosk.borrow().rests() {
            if let Some(worker) = &*self.worker.borrow() {
                worker.rest(self.clock.now());
            }
            return;
        }
        self.on(KioskEvent::Tick);
        let left = self.kiosk.borrow().left(self.clock.now()).map(seconds);
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
        self.empty();
        // Fails only for a page that has been left.
        let _ = self.entries.wipe();
        self.wiped.set(Some(self.clock.now()));
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

    /// Says whether the page may still be filling in what it starts with.
    pub(super) fn settles(&self) -> bool {
        let wiped = self.wiped.get();
        wiped.is_some_and(|wiped| self.clock.now() < wiped + SETTLES)
    }

    /// Wipes what a visitor typed, opened, chose, listened to and scrolled to.
    pub(super) fn empty(&self) {
        // This also stops what the page itself has read aloud.
        if let Some(speech) = &self.speech {
            speech.stop();
        }
        wipe::wipe(&self.fields, &self.came);
        self.frames.wipe(&self.gate);
    }

    /// Says everything in another language.
    pub(super) fn speak(self: &Rc<Self>, lang: String) {
        self.tools.lang.set(lang);
        self.hush();
        let screen = self.clone();
        self.spoken.turn(move || screen.look_for_voice());
    }

    pub(super) fn connected(self: &Rc<Self>, yes: bool) {
        self.tools.offline.set(!yes);
        if yes {
            self.tools.unsent.set(false);
            if let Some(worker) = &*self.worker.borrow() {
                worker.soon();
            }
        }
    }

    /// Holds back a form that the browser would send without a connection: the answer would be an error page, and the screen stuck.
    /// A script that sends by itself has prevented the browser's way, and answers for what it sends.
    pub(super) fn sent(self: &Rc<Self>, event: &web_sys::Event) {
        if !event.default_prevented() && !window().navigator().on_line() {
            event.prevent_default();
            self.tools.unsent.set(true);
            return;
        }
        self.on(KioskEvent::Sent);
    }
}

fn seconds(left: Duration) -> u32 {
    left.as_millis().div_ceil(1000) as u32
}
