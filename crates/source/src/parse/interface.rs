//! `strings/<lang>.toml`: the interface's words of one language.

use notice::strings::{Strings, Text};

use super::{
    language,
    sheet::Sheet,
    table::{self, Spanned, Table},
};

/// The place of "in English", or whichever language the notices are in.
pub const IN_LANGUAGE: &str = "{in-language}";

/// The table that says how a language names others: `en = "in English"`.
pub const IN: &str = "in";

/// Texts that had another name in an earlier version, by that name. Each has [`IN_LANGUAGE`] now where it named English.
pub const RENAMED_TEXTS: [(&str, Text); 3] = [
    ("notice-in-english", Text::NoticeUntranslated),
    ("policy-in-english", Text::PolicyUntranslated),
    ("request-english", Text::RequestTwice),
];

/// The place of that language's own name, where a file has no words for it.
const LANGUAGE: &str = "{language}";

/// Texts that end by saying that a machine made the words around them, where one did.
const MARKED: [Text; 3] = [
    Text::NoticeUntranslated,
    Text::MadeByMachine,
    Text::PolicyUntranslated,
];

/// Says whether a file of words may have a key. What is no such key, nothing reads.
#[must_use]
pub fn is_interface_key(key: &str) -> bool {
    Text::KEYS.contains(&key) || [IN, language::TRANSLATION].contains(&key)
}

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
        let own = top.table(IN).map(|table| table.free_texts());
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Whoever tidies a file of words goes by this list: what the parser takes must be on it, and nothing else.
    #[test]
    fn the_keys_are_those_that_the_parser_takes() {
        let all: String = Text::KEYS
            .iter()
            .map(|key| match *key {
                "direction" => "direction = \"ltr\"\n".to_owned(),
                key => format!("{key} = \"<{key}>\"\n"),
            })
            .collect();
        let others = [
            ("in", "{ en = \"in English\" }"),
            ("translation", "\"machine\""),
            ("notice-in-english", "\"In English only.\""),
            ("no-cookies-yet", "\"Nothing.\""),
            ("inn", "{ en = \"in English\" }"),
        ];
        for (key, value) in others {
            let sheet = Sheet::new("strings/en.toml", &format!("{all}{key} = {value}\n"));
            InterfaceWords::of(&sheet, "en", "English");
            assert_eq!(sheet.is_well(), is_interface_key(key), "{key}");
        }
        assert!(Text::KEYS.iter().all(|key| is_interface_key(key)));
        for (old, new) in RENAMED_TEXTS {
            assert!(!is_interface_key(old), "{old} is a name of today");
            assert!(is_interface_key(Text::KEYS[new as usize]));
        }
    }
}
