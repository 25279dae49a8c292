//! The languages of the index, and the turn from one to another.

use std::rc::Rc;

use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{
    Language,
    mark::{mark, marked},
    screen::Screen,
};
use crate::{
    browser::{Gate, gate::message, read::read},
    manifest::Index,
};

/// What the index lists, or nothing to choose from.
pub(super) fn languages(index: &JsValue) -> Vec<Language> {
    let list = Reflect::get(index, &"languages".into()).unwrap_or_default();
    let text = |row: &Array, at| row.get(at).as_string().unwrap_or_default();
    Array::from(&list)
        .iter()
        .filter_map(|row| row.dyn_into::<Array>().ok())
        .map(|row| Language {
            code: text(&row, 0),
            name: text(&row, 1),
            dir: text(&row, 2),
        })
        .collect()
}

/// The language that a file name like `index.pl.0a1b2c3d.json` names.
pub(super) fn language_of(index: &str) -> String {
    index.split('.').nth(1).unwrap_or_default().to_owned()
}

impl Screen {
    /// Says everything in another language.
    pub(super) fn speak(self: &Rc<Self>, lang: String) {
        self.tools.lang.set(lang);
        self.hush();
        // One turn at a time: a notice on its way in one language would arrive after the next turn.
        if self.turning.replace(true) {
            return;
        }
        let screen = self.clone();
        spawn_local(async move {
            loop {
                let lang = screen.tools.lang.get_untracked();
                let turned = screen.turn_to(&lang).await;
                if let Err(error) = &turned {
                    screen.gate.fail("language", &message(error));
                }
                // Somebody may have chosen again meanwhile.
                if screen.tools.lang.get_untracked() == lang {
                    if turned.is_err() {
                        screen.tools.lang.set(screen.spoken());
                    }
                    break;
                }
            }
            screen.turning.set(false);
        });
    }

    /// The language that the page says itself to be in.
    fn spoken(&self) -> String {
        marked("lang").unwrap_or_else(|| self.home.lang.clone())
    }

    async fn turn_to(self: &Rc<Self>, lang: &str) -> Result<(), JsValue> {
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
        let is_wanted = || self.tools.lang.get_untracked() == lang;
        if !is_wanted() {
            return Ok(());
        }
        self.face.speak(&gate).await?;
        if !is_wanted() {
            return Ok(());
        }
        self.strings.set(strings);
        mark("lang", (lang != self.home.lang).then_some(lang));
        self.look_for_voice();
        Ok(())
    }
}
