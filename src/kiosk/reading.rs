//! Reading a notice aloud: which text, and when.

use std::rc::Rc;

use leptos::prelude::*;
use notice::kiosk::KioskEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{elements::everything, screen::Screen};

impl Screen {
    pub(super) fn look_for_voice(&self) {
        let lang = self.tools.lang.get_untracked();
        let voice = self
            .speech
            .as_ref()
            .is_some_and(|speech| speech.voice(&lang).is_some());
        self.tools.voice.set(voice);
    }

    pub(super) fn read_aloud(self: &Rc<Self>) {
        if self.tools.reading.get_untracked() {
            return self.hush();
        }
        let (lines, lang) = self.lines();
        let Some(speech) = self.speech.as_ref().filter(|_| !lines.is_empty()) else {
            return;
        };
        let screen = self.clone();
        speech.read(&lines, &lang, move || {
            screen.tools.reading.set(false);
            screen.on(KioskEvent::BusyEnded);
        });
        self.tools.reading.set(true);
        self.on(KioskEvent::BusyBegan);
    }

    pub(super) fn hush(self: &Rc<Self>) {
        if let Some(speech) = &self.speech
            && self.tools.reading.get_untracked()
        {
            speech.stop();
            self.tools.reading.set(false);
            self.on(KioskEvent::BusyEnded);
        }
    }

    /// Returns what is read aloud, and its language: the whole notice when it is open, else its six answers.
    fn lines(&self) -> (Vec<String>, String) {
        let all = everything();
        let first = |selector: &str| {
            all.iter()
                .find(|one| one.matches(selector).unwrap_or_default())
        };
        let Some(text) =
            first("[part~=notice-dialog][open]").or_else(|| first("[part~=notice] .front"))
        else {
            return Default::default();
        };
        let lang = text
            .closest("[lang]")
            .ok()
            .flatten()
            .and_then(|one| one.get_attribute("lang"));
        let blocks = text.query_selector_all("h1,h2,h3,p,li,dt,dd");
        let lines = blocks
            .iter()
            .flat_map(|blocks| (0..blocks.length()).filter_map(|at| blocks.get(at)));
        let lines = lines.filter_map(|block| {
            let block: Element = block.dyn_into().ok()?;
            // An item that holds paragraphs is read as these.
            let holds = block.query_selector("p,li,dt,dd").ok()?.is_some();
            let text = block
                .text_content()?
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            (!holds && !text.is_empty()).then_some(text)
        });
        (
            lines.collect(),
            lang.unwrap_or_else(|| self.spoken.home.lang.clone()),
        )
    }
}
