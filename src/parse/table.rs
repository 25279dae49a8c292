//! A reader over a TOML table that notes what is wrong and goes on.

use std::{
    cell::{Cell, RefCell},
    ops::Range,
};

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::{problem::Sheet, words};

/// A text with its place in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Spot {
    pub text: String,
    pub place: Range<usize>,
}

/// One table under reading. When it is dropped, every key that nobody asked for is a problem, so no slip of a
/// key's name goes unseen.
pub(super) struct Table<'a> {
    pub sheet: &'a Sheet,
    entries: &'a DeTable<'a>,
    /// Where to point when something is missing.
    pub place: Range<usize>,
    asked: RefCell<Vec<&'static str>>,
    /// The keys are names of the file's own.
    free: Cell<bool>,
    /// The table at the top of the file, when this is not it.
    top: Option<&'a Table<'a>>,
}

/// Parses `toml`, whose offsets are those of the sheet, noting every error of syntax.
pub(super) fn document<'a>(sheet: &Sheet, toml: &'a str) -> DeTable<'a> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    for error in &errors {
        let (message, remedy) = syntax(error.message());
        sheet.broken(error.span().unwrap_or(0..0), message, remedy);
    }
    table.into_inner()
}

/// The parser's words for a slip, and ours for what to do.
fn syntax(message: &str) -> (String, &'static str) {
    let has = |word| message.contains(word);
    let remedy = if has("duplicate key") {
        "Keep one of the two, or start another `[[…]]` table before the second."
    } else if has("string") || has("quote") {
        "Put the text between straight double quotes: key = \"text\"."
    } else if has("array") || has("comma") {
        "Check that the list opens with `[`, closes with `]` and has a comma between its items."
    } else if has("table") {
        "Write a table's name between single or double brackets, alone on its line: [[answer]]."
    } else {
        "Write one `key = value` a line, texts between straight double quotes."
    };
    (format!("This is not TOML: {message}"), remedy)
}

impl<'a> Table<'a> {
    pub(super) fn top(sheet: &'a Sheet, entries: &'a DeTable<'a>) -> Self {
        Self {
            sheet,
            entries,
            place: 0..3,
            asked: RefCell::default(),
            free: Cell::default(),
            top: None,
        }
    }

    fn inner(&'a self, entries: &'a DeTable<'a>, place: Range<usize>) -> Self {
        let top = Some(self.top.unwrap_or(self));
        Self {
            sheet: self.sheet,
            entries,
            place,
            asked: RefCell::default(),
            free: Cell::default(),
            top,
        }
    }

    fn value(&self, key: &'static str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.asked.borrow_mut().push(key);
        self.entries
            .get(key)
            .map(|value| (value.get_ref(), value.span()))
    }

    /// Where the value of `key` stands, or the table when it has none.
    pub(super) fn place_of(&self, key: &str) -> Range<usize> {
        self.entries
            .get(key)
            .map_or(self.place.clone(), |value| value.span())
    }

    /// Notes a problem with the value of `key`.
    pub(super) fn problem(&self, key: &str, message: impl Into<String>, remedy: impl Into<String>) {
        self.sheet.problem(self.place_of(key), message, remedy);
    }

    fn mismatch(
        &self,
        place: Range<usize>,
        key: &str,
        wanted: &str,
        found: &DeValue<'_>,
        example: &str,
    ) {
        self.sheet.problem(
            place,
            format!("`{key}` must be {wanted}, and is a {}", found.type_str()),
            format!("Write it like this: {example}."),
        );
    }

    /// Whether the table has a key that the reader may have to know of before reading it.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Whether the value of `key` is a text, for keys that may also be a table.
    pub(super) fn is_text(&self, key: &str) -> bool {
        self.entries
            .get(key)
            .is_some_and(|value| value.get_ref().is_str())
    }

    /// An optional text with its place. A text without a letter in it is a problem.
    pub(super) fn spot(&self, key: &'static str) -> Option<Spot> {
        let (value, place) = self.value(key)?;
        self.as_text(key, value, place)
    }

    fn as_text(&self, key: &str, value: &DeValue<'_>, place: Range<usize>) -> Option<Spot> {
        match value.as_str().map(str::trim) {
            None => self.mismatch(place, key, "a text", value, &format!("{key} = \"…\"")),
            Some("") => self.sheet.problem(
                place,
                format!("`{key}` is empty"),
                "Write the text, or remove the line: what is absent counts as not stated.",
            ),
            Some(text) => {
                return Some(Spot {
                    text: text.to_owned(),
                    place,
                });
            }
        }
        None
    }

    /// An optional text.
    pub(super) fn maybe(&self, key: &'static str) -> Option<String> {
        self.spot(key).map(|spot| spot.text)
    }

    /// A text that must be there; the empty text, once noted, when it is not.
    pub(super) fn text(&self, key: &'static str) -> String {
        self.need(key).text
    }

    /// A text that must be there, with its place.
    pub(super) fn need(&self, key: &'static str) -> Spot {
        if !self.has(key) {
            self.missing(key, "\"…\"");
        }
        self.spot(key).unwrap_or(Spot {
            text: String::new(),
            place: self.place.clone(),
        })
    }

    /// Notes that `key` is missing.
    pub(super) fn missing(&self, key: &str, value: &str) {
        if self.sheet.is_broken() {
            return; // It may well be there, on a line that could not be read.
        }
        self.sheet.problem(
            self.place.clone(),
            format!("`{key}` is missing here"),
            format!("Add a line: {key} = {value}"),
        );
    }

    /// A name for addresses and attributes that must be there: lower-case letters, digits and single hyphens.
    pub(super) fn id(&self, key: &'static str) -> Spot {
        let spot = self.need(key);
        if !spot.text.is_empty() && !is_id(&spot.text) {
            self.problem(
                key,
                format!("`{}` cannot be an id", spot.text),
                "Use lower-case letters a to z, digits and single hyphens: bank-details.",
            );
        }
        spot
    }

    /// A list of texts; empty when the key is absent.
    pub(super) fn texts(&self, key: &'static str) -> Vec<Spot> {
        let Some((value, place)) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.mismatch(
                place,
                key,
                "a list of texts",
                value,
                &format!("{key} = [\"…\", \"…\"]"),
            );
            return Vec::new();
        };
        list.iter()
            .filter_map(|item| self.as_text(key, item.get_ref(), item.span()))
            .collect()
    }

    /// The same without places.
    pub(super) fn strings(&self, key: &'static str) -> Vec<String> {
        self.texts(key).into_iter().map(|spot| spot.text).collect()
    }

    pub(super) fn flag(&self, key: &'static str) -> Option<bool> {
        let (value, place) = self.value(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            self.mismatch(place, key, "true or false", value, &format!("{key} = true"));
        }
        flag
    }

    /// A whole number that fits `T`.
    pub(super) fn number<T: TryFrom<u64>>(&self, key: &'static str) -> Option<T> {
        let (value, place) = self.value(key)?;
        let number = value
            .as_integer()
            .and_then(|number| u64::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|&number| number > 0)
            .and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            let message = format!("`{key}` must be a whole number above zero, of a sensible size");
            self.sheet
                .problem(place, message, format!("Write it like this: {key} = 12."));
        }
        number
    }

    /// A date that must be there, in ISO 8601.
    pub(super) fn date(&self, key: &'static str) -> String {
        let Some((value, place)) = self.value(key) else {
            self.missing(key, "2026-11-22");
            return String::new();
        };
        match value.as_datetime() {
            Some(moment) if moment.time.is_none() => moment.to_string(),
            _ => {
                self.mismatch(place, key, "a date", value, &format!("{key} = 2026-11-22"));
                String::new()
            }
        }
    }

    /// An optional word of the model.
    pub(super) fn word<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        let spot = self.spot(key)?;
        words::word(&spot.text)
            .map_err(|names| {
                let remedy = words::remedy(&spot.text, names.iter().copied());
                self.sheet.problem(
                    spot.place,
                    format!("`{key}` cannot be `{}`", spot.text),
                    remedy,
                );
            })
            .ok()
    }

    /// A word of the model that must be there.
    pub(super) fn need_word<T: DeserializeOwned>(&self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            self.missing(key, "\"…\"");
        }
        self.word(key)
    }

    /// An optional table within this one.
    pub(super) fn table(&'a self, key: &'static str) -> Option<Self> {
        let (value, place) = self.value(key)?;
        match value.as_table() {
            Some(entries) => Some(self.inner(entries, place)),
            None => {
                self.mismatch(
                    place,
                    key,
                    "a table",
                    value,
                    &format!("[{key}], with its keys under it"),
                );
                None
            }
        }
    }

    /// The tables of a `[[key]]`; none when the key is absent.
    pub(super) fn tables(&'a self, key: &'static str) -> Vec<Self> {
        let Some((value, place)) = self.value(key) else {
            return Vec::new();
        };
        let wrong = |place, found| {
            let example = format!("[[{key}]] before the keys of each");
            self.mismatch(place, key, "a list of tables", found, &example);
        };
        let Some(list) = value.as_array() else {
            wrong(place, value);
            return Vec::new();
        };
        list.iter()
            .filter_map(|item| match item.get_ref().as_table() {
                Some(entries) => Some(self.inner(entries, item.span())),
                None => {
                    wrong(item.span(), item.get_ref());
                    None
                }
            })
            .collect()
    }

    /// The tables of a file whose keys are names of its own; `skip` is read elsewhere.
    pub(super) fn named(&'a self, skip: &str) -> Vec<(Spot, Self)> {
        self.free.set(true);
        self.entries
            .iter()
            .filter(|(key, _)| key.get_ref() != skip)
            .filter_map(|(key, value)| {
                let spot = Spot {
                    text: key.get_ref().to_string(),
                    place: key.span(),
                };
                match value.get_ref().as_table() {
                    Some(entries) => Some((spot, self.inner(entries, value.span()))),
                    None => {
                        let found = value.get_ref();
                        self.mismatch(
                            value.span(),
                            &spot.text,
                            "a table",
                            found,
                            "[its-name], with its keys under it",
                        );
                        None
                    }
                }
            })
            .collect()
    }
}

impl Drop for Table<'_> {
    fn drop(&mut self) {
        if self.free.get() {
            return;
        }
        let asked = self.asked.borrow();
        for key in self.entries.keys() {
            let name: &str = key.get_ref();
            if asked.contains(&name) {
                continue;
            }
            let above = self
                .top
                .is_some_and(|top| top.asked.borrow().contains(&name));
            let remedy = if above {
                format!(
                    "Move `{name}` above the first line in brackets: a key belongs to the table it stands under."
                )
            } else {
                words::remedy(name, asked.iter().copied())
            };
            self.sheet
                .problem(key.span(), format!("There is no key `{name}` here"), remedy);
        }
    }
}

/// Lower-case letters, digits and single hyphens between them.
pub(super) fn is_id(text: &str) -> bool {
    text.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}
