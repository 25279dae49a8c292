//! The languages of the index, and the change from one to another.

use std::{cell::Cell, rc::Rc};

use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use notice::{manifest::Index, strings::Strings};
use ui::NoticeLanguage;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{
    WidgetHandle,
    mark::{mark, marked},
};
use crate::{Gate, gate::message, read::read};

/// Lists what the index does, or nothing to choose from.
pub(super) fn languages(index: &JsValue) -> Vec<NoticeLanguage> {
    let list = Reflect::get(index, &"languages".into()).unwrap_or_default();
    let text = |row: &Array, at| row.get(at).as_string().unwrap_or_default();
    Array::from(&list)
        .iter()
        .filter_map(|row| row.dyn_into::<Array>().ok())
        .map(|row| NoticeLanguage {
            code: text(&row, 0),
            name: text(&row, 1),
            dir: text(&row, 2),
        })
        .collect()
}

/// Reads the language that a file name like `index.pl.0a1b2c3d.json` names.
pub(super) fn language_of(index: &str) -> String {
    index.split('.').nth(1).unwrap_or_default().to_owned()
}

/// Holds the language that the page is in, and changes it.
pub(super) struct PageLanguage {
    gate: Gate,
    widget: WidgetHandle,
    /// The language asked for last.
    lang: RwSignal<String>,
    pub(super) strings: RwSignal<Strings>,
    /// Whether the page is on its way into another language.
    turning: Cell<bool>,
    /// The index of the language that the page came in.
    pub(super) home: InitialLanguage,
}

/// Holds a language with its words.
pub(super) struct InitialLanguage {
    pub(super) lang: String,
    strings: Strings,
}

impl PageLanguage {
    /// Takes up the page as it came, in the words of its index. `lang` is set to what is asked for.
    pub(super) fn new(
        gate: &Gate,
        widget: WidgetHandle,
        lang: RwSignal<String>,
        strings: &Strings,
    ) -> Self {
        Self {
            gate: gate.clone(),
            widget,
            lang,
            strings: RwSignal::new(strings.clone()),
            turning: Cell::new(false),
            home: InitialLanguage {
                lang: lang.get_untracked(),
                strings: strings.clone(),
            },
        }
    }

    /// Says everything in the language asked for, and calls `turned` each time that was done.
    pub(super) fn turn(self: &Rc<Self>, turned: impl Fn() + 'static) {
        // One turn at a time: a notice on its way in one language would arrive after the next turn.
        if self.turning.replace(true) {
            return;
        }
        let spoken = self.clone();
        spawn_local(async move {
            loop {
                let lang = spoken.lang.get_untracked();
                let done = spoken.turn_to(&lang).await;
                match &done {
                    Ok(()) => turned(),
                    Err(error) => spoken.gate.fail("language", &message(error)),
                }
                // Somebody may have chosen again meanwhile.
                if spoken.lang.get_untracked() == lang {
                    if done.is_err() {
                        spoken.lang.set(spoken.now());
                    }
                    break;
                }
            }
            spoken.turning.set(false);
        });
    }

    /// Returns the language that the page says itself to be in.
    fn now(&self) -> String {
        marked("lang").unwrap_or_else(|| self.home.lang.clone())
    }

    async fn turn_to(&self, lang: &str) -> Result<(), JsValue> {
        let own = self.gate.index();
        let index = own.replacen(
            &[".", &language_of(&own), "."].concat(),
            &[".", lang, "."].concat(),
            1,
        );
        let gate = Object::assign(&Object::new(), self.gate.unchecked_ref::<Object>());
        Reflect::set(&gate, &"index".into(), &index.as_str().into())?;
        let gate: Gate = gate.unchecked_into();
        let strings = if lang == self.home.lang {
            self.home.strings.clone()
        } else {
            read::<Index>(gate.fetch_json(&index).await?)?.strings
        };
        // Somebody else may stand here by now.
        let is_wanted = || self.lang.get_untracked() == lang;
        if !is_wanted() {
            return Ok(());
        }
        self.widget.speak(&gate).await?;
        if !is_wanted() {
            return Ok(());
        }
        self.strings.set(strings);
        mark("lang", (lang != self.home.lang).then_some(lang));
        Ok(())
    }
}
