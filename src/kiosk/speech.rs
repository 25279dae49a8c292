//! Reading aloud, where the machine has a voice of its own: one that works offline and sends nothing anywhere.

use std::{cell::RefCell, rc::Rc};

use gloo::events::EventListener;
use leptos::prelude::window;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// The last line, and what is called when it is over.
type Over = (SpeechSynthesisUtterance, Closure<dyn FnMut()>);

/// Reads texts aloud, on machines that have a voice.
#[derive(Clone)]
pub(super) struct Speech {
    synthesis: SpeechSynthesis,
    /// Told once when the last line is over; lives as long as the lines do.
    over: Rc<RefCell<Option<Over>>>,
}

impl Speech {
    pub(super) fn new() -> Option<Self> {
        let synthesis = window().speech_synthesis().ok()?;
        // Some browsers have the name and nothing behind it.
        synthesis.is_object().then(|| Self {
            synthesis,
            over: Rc::default(),
        })
    }

    /// Finds a voice for a language.
    pub(super) fn voice(&self, lang: &str) -> Option<SpeechSynthesisVoice> {
        let voices = self.synthesis.get_voices();
        let mut voices = voices.iter().filter_map(|voice| voice.dyn_into().ok());
        voices.find(|voice: &SpeechSynthesisVoice| {
            voice.local_service() && voice.lang().to_lowercase().starts_with(lang)
        })
    }

    /// Calls back whenever voices come or go: most browsers load them late.
    pub(super) fn on_voices(&self, told: impl Fn() + 'static) {
        EventListener::new(&self.synthesis, "voiceschanged", move |_| told()).forget();
    }

    /// Reads the lines, then calls back. A line at a time: some engines fall silent in a long text.
    pub(super) fn read(&self, lines: &[String], lang: &str, over: impl FnMut() + 'static) {
        self.stop();
        let voice = self.voice(lang);
        let over = Closure::wrap(Box::new(over) as Box<dyn FnMut()>);
        let mut last = None;
        for line in lines {
            let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(line) else {
                return;
            };
            utterance.set_lang(lang);
            utterance.set_voice(voice.as_ref());
            self.synthesis.speak(&utterance);
            last = Some(utterance);
        }
        if let Some(last) = last {
            last.set_onend(Some(over.as_ref().unchecked_ref()));
            last.set_onerror(Some(over.as_ref().unchecked_ref()));
            self.over.replace(Some((last, over)));
        }
    }

    /// Stops reading. The callback of the last line is dropped, because another visitor may be there by then.
    pub(super) fn stop(&self) {
        if let Some((last, _)) = self.over.take() {
            last.set_onend(None);
            last.set_onerror(None);
        }
        self.synthesis.cancel();
    }
}
