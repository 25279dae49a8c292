//! `strings/<lang>.toml`: the interface's words of one language.

use notice::strings::{Strings, Text};

use super::{
    language,
    sheet::Sheet,
    table::{self, Spanned, Table},
};

/// The place of "in English", or whichever language the notices are in.
const IN_LANGUAGE: &str = "{in-language}";

/// The place of that language's own name, where a file has no words for it.
const LANGUAGE: &str = "{language}";

/// Texts that end by saying that a machine made the words around them, where one did.
const MARKED: [Text; 3] = [
    Text::NoticeUntranslated,
    Text::MadeByMachine,
    Text::PolicyUntranslated,
];

/// The interface's words of one language.
#[derive(Clone)]
pub(super) struct InterfaceWords {
    /// In the order of [`Text::KEYS`], as they are written.
    pub texts: Vec<Spanned>,
    /// A machine translated them, and nobody has reviewed them.
    pub machine: bool,
    /// How this language says that something is in the base language.
    in_base: String,
}

impl InterfaceWords {
    /// Reads a file of words for a site whose notices are in the language `base`, which calls itself `name`.
    pub(super) fn of(sheet: &Sheet, base: &str, name: &str) -> Self {
        let entries = table::document(sheet, sheet.text());
        let top = Table::top(sheet, &entries);
        let texts: Vec<Spanned> = Text::KEYS.iter().map(|key| top.need(key)).collect();
        language::direction(sheet, &texts);
        let own = top.table("in").map(|table| table.free_texts());
        let own = own.unwrap_or_default();
        let said = |key: &str| own.iter().find(|(other, _)| other == key);
        let in_base = said(base)
            .or_else(|| said("other"))
            .map_or(name.to_owned(), |(_, text)| text.replace(LANGUAGE, name));
        Self {
            texts,
            machine: language::machine(&top),
            in_base,
        }
    }

    /// Returns the language's own name for itself.
    pub(super) fn own_name(&self) -> String {
        self.texts[Text::Language as usize].text.clone()
    }

    /// Returns the words as pages show them. One text a key: [`InterfaceWords::of`] sees to it.
    pub(super) fn strings(self) -> Option<Strings> {
        let mut texts: Vec<String> = self
            .texts
            .into_iter()
            .map(|spot| spot.text.replace(IN_LANGUAGE, &self.in_base))
            .collect();
        let marks = [Text::WordsByMachine, Text::BarByMachine];
        if self.machine {
            let mark = [" ", &texts[marks[0] as usize]].concat();
            for text in MARKED {
                texts[text as usize] += &mark;
            }
        } else {
            for mark in marks {
                texts[mark as usize].clear();
            }
        }
        Strings::new(texts).ok()
    }
}
