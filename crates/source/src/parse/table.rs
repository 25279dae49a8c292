//! A reader over a TOML table that notes what is wrong and goes on. What it reads values into is in [`super::value`].

use std::{
    cell::{Cell, RefCell},
    ops::Range,
};

use toml::de::{DeTable, DeValue};

use super::{sheet::Sheet, words};

/// A text with its place in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Spanned {
    pub text: String,
    pub place: Range<usize>,
}

/// One table under reading. When it is dropped, every key that nobody asked for is a problem, so no slip of a
/// key's name goes unseen.
pub(super) struct Table<'a> {
    pub sheet: &'a Sheet,
    pub(super) entries: &'a DeTable<'a>,
    /// Where to point when something is missing.
    place: Range<usize>,
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
        let place = error.span().unwrap_or(0..0);
        let line = sheet.line(place.start);
        let (message, remedy) = slip(error.message());
        sheet.broken(place, message, remedy);
        // A list without an end takes every line after it for an item: of those nothing is known.
        if error.message().contains("array elements") && sheet.text()[line.clone()].contains('=') {
            sheet.lost(line.start..toml.len());
            break;
        }
    }
    table.into_inner()
}

/// Says what a slip of syntax is, and what to do about it, from the parser's words for it.
fn slip(message: &str) -> (String, &'static str) {
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if has(&["duplicate key"]) {
        let remedy =
            "Keep one of the two, or start a table of its own before the second: [[answer]].";
        return ("This key stands twice".to_owned(), remedy);
    }
    let remedy = if has(&["assignment", "expected `=`"]) {
        "Write an equals sign between a key and its value: key = \"text\"."
    } else if has(&["array table", "closed table"]) {
        "Put a table's name between single or double brackets, alone on its line: [retention] or [[answer]]."
    } else if has(&["array", "comma"]) {
        "Check that the list opens with `[`, closes with `]` and has a comma between its items."
    } else if has(&[
        "zero", "digit", "numer", "integer", "float", "radix", "sign",
    ]) {
        "Write a number in plain digits, a date as 2026-11-22, and a text between double quotes."
    } else {
        "Put the text between straight double quotes, with \\\" for a quote inside it: key = \"text\"."
    };
    (format!("This is not TOML: {message}"), remedy)
}

impl<'a> Table<'a> {
    /// Makes the table at the top of a file.
    pub(super) fn top(sheet: &'a Sheet, entries: &'a DeTable<'a>) -> Self {
        let first = sheet.text().lines().next().map_or(0, str::len);
        Self::new(sheet, entries, 0..first, None)
    }

    /// Makes a table within this one.
    pub(super) fn inner(&'a self, entries: &'a DeTable<'a>, place: Range<usize>) -> Self {
        let top = Some(self.top.unwrap_or(self));
        Self::new(self.sheet, entries, place, top)
    }

    fn new(
        sheet: &'a Sheet,
        entries: &'a DeTable<'a>,
        place: Range<usize>,
        top: Option<&'a Self>,
    ) -> Self {
        let (asked, free) = Default::default();
        Self {
            sheet,
            entries,
            place,
            asked,
            free,
            top,
        }
    }

    /// Returns the value of `key` with its place. The key is known from now on.
    pub(super) fn value(&self, key: &'static str) -> Option<(&'a DeValue<'a>, Range<usize>)> {
        self.asked.borrow_mut().push(key);
        self.entries
            .get(key)
            .map(|value| (value.get_ref(), value.span()))
    }

    /// Says whether there is a value of `key`. The key is known from now on.
    pub(super) fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// Takes every key for a name of the file's own.
    pub(super) fn set_free(&self) {
        self.free.set(true);
    }

    /// Notes a problem with the value of `key`, or with the table when it has none.
    pub(super) fn problem(
        &self,
        key: &'static str,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.sheet.problem(self.place_of(key), message, remedy);
    }

    /// Says where the value of `key` stands, or the table when it has none.
    pub(super) fn place_of(&self, key: &'static str) -> Range<usize> {
        self.value(key)
            .map_or(self.place.clone(), |(_, place)| place)
    }

    /// Notes that `key` is missing, unless it may be there on a line that could not be read, or under a name that is
    /// a slip of it: that is a problem of its own.
    pub(super) fn missing(&self, key: &'static str, value: &str) {
        let slipped = self
            .entries
            .keys()
            .any(|name| words::near(name.get_ref(), [key]).is_some());
        if slipped || self.sheet.is_broken() {
            return;
        }
        self.sheet.problem(
            self.place.clone(),
            format!("`{key}` is missing here"),
            format!("Add a line: {key} = {value}"),
        );
    }

    /// Notes an id that another has already.
    pub(super) fn unique<'b>(
        &self,
        key: &'static str,
        id: &str,
        mut others: impl Iterator<Item = &'b str>,
    ) {
        if !id.is_empty() && others.any(|other| other == id) {
            let message = format!("`{id}` stands twice");
            self.problem(key, message, "Give each its own, or join the two.");
        }
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
            // Below a broken line the key may belong to a table that could not be read.
            if asked.contains(&name) || self.sheet.is_broken_above(key.span().start) {
                continue;
            }
            let slipped = self
                .top
                .is_some_and(|top| top.asked.borrow().contains(&name));
            let remedy = if slipped {
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
