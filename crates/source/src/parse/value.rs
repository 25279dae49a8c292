//! Values of a [`Table`]: texts, words, numbers, dates and tables. An absent or wrong value is noted and made the
//! best of.

use std::ops::Range;

use toml::de::DeValue;

use super::{
    table::{Spanned, Table},
    words::{self, Word},
};

/// What a remedy shows for a flag: which of the two is so nobody but the service knows.
const FLAGS: &str = "true|false";

impl<'a> Table<'a> {
    fn mismatch(
        &self,
        key: &str,
        wanted: &str,
        found: &DeValue<'_>,
        place: Range<usize>,
        example: &str,
    ) {
        let found = match found {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("`{key}` takes {wanted}, and this is {found}");
        self.sheet
            .problem(place, message, format!("Write it like this: {example}"));
    }

    fn as_text(&self, key: &str, value: &DeValue<'_>, place: Range<usize>) -> Option<Spanned> {
        let Some(text) = value.as_str().map(str::trim) else {
            let written = self.sheet.text().get(place.clone()).unwrap_or_default();
            let simple = !matches!(value, DeValue::Array(_) | DeValue::Table(_));
            let example = if simple { written } else { "…" };
            self.mismatch(key, "a text", value, place, &format!("\"{example}\""));
            return None;
        };
        if text.is_empty() {
            let remedy = "Write the text, or remove it: what is absent counts as not stated.";
            self.sheet
                .problem(place, format!("`{key}` is empty"), remedy);
            return None;
        }
        Some(Spanned {
            text: text.to_owned(),
            place,
        })
    }

    /// Returns an optional text with its place. The empty text is a problem.
    pub(super) fn spanned(&self, key: &'static str) -> Option<Spanned> {
        let (value, place) = self.value(key)?;
        self.as_text(key, value, place)
    }

    /// Returns an optional text.
    pub(super) fn maybe(&self, key: &'static str) -> Option<String> {
        self.spanned(key).map(|spot| spot.text)
    }

    /// Returns a text that must be there, with its place; once noted, the empty text when it is not.
    pub(super) fn need(&self, key: &'static str) -> Spanned {
        if !self.has(key) {
            self.missing(key, "\"…\"");
        }
        let nothing = || Spanned {
            text: String::new(),
            place: self.place_of(key),
        };
        self.spanned(key).unwrap_or_else(nothing)
    }

    /// Returns a text that must be there.
    pub(super) fn text(&self, key: &'static str) -> String {
        self.need(key).text
    }

    /// Returns a name for addresses and attributes that must be there: lower-case letters, digits and single hyphens.
    pub(super) fn id(&self, key: &'static str) -> Spanned {
        let spot = self.need(key);
        let is_id = spot.text.split('-').all(|word| {
            let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            !word.is_empty() && word.bytes().all(fits)
        });
        if !is_id && !spot.text.is_empty() {
            let message = format!("`{}` cannot be an id", spot.text);
            let remedy = "Use lower-case letters a to z, digits and single hyphens: bank-details.";
            self.problem(key, message, remedy);
        }
        spot
    }

    /// Returns a list of texts with their places; empty when the key is absent.
    pub(super) fn spanned_list(&self, key: &'static str) -> Vec<Spanned> {
        let Some((value, place)) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.as_array() else {
            self.mismatch(
                key,
                "a list of texts",
                value,
                place,
                &format!("{key} = [\"…\", \"…\"]"),
            );
            return Vec::new();
        };
        let text =
            |item: &toml::Spanned<DeValue<'_>>| self.as_text(key, item.get_ref(), item.span());
        list.iter().filter_map(text).collect()
    }

    /// Returns a list of texts; empty when the key is absent.
    pub(super) fn texts(&self, key: &'static str) -> Vec<String> {
        self.spanned_list(key)
            .into_iter()
            .map(|spot| spot.text)
            .collect()
    }

    /// Returns a list of texts with at least one in it.
    pub(super) fn need_texts(&self, key: &'static str) -> Vec<String> {
        if !self.has(key) {
            self.missing(key, "[\"…\", \"…\"]");
        } else if matches!(self.value(key), Some((DeValue::Array(list), _)) if list.is_empty()) {
            self.problem(
                key,
                format!("`{key}` is empty"),
                "Write at least one, as the source has it.",
            );
        }
        self.texts(key)
    }

    /// Returns an optional `true` or `false`.
    pub(super) fn flag(&self, key: &'static str) -> Option<bool> {
        let (value, place) = self.value(key)?;
        let flag = value.as_bool();
        if flag.is_none() {
            let example = format!("{key} = {FLAGS}");
            self.mismatch(key, "true or false", value, place, &example);
        }
        flag
    }

    /// Returns a `true` or `false` that must be there.
    pub(super) fn need_flag(&self, key: &'static str) -> bool {
        if !self.has(key) {
            self.missing(key, FLAGS);
        }
        self.flag(key).unwrap_or_default()
    }

    /// Returns an optional whole number that is not zero and fits `T`.
    pub(super) fn number<T: TryFrom<u64>>(&self, key: &'static str) -> Option<T> {
        let (value, place) = self.value(key)?;
        let number = value
            .as_integer()
            .and_then(|number| u64::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|&number| number > 0)
            .and_then(|number| T::try_from(number).ok());
        if number.is_none() {
            let message = format!("`{key}` takes a whole number above zero, of a sensible size");
            self.sheet
                .problem(place, message, format!("Write it like this: {key} = 12"));
        }
        number
    }

    /// Returns a whole number that must be there.
    pub(super) fn need_number<T: TryFrom<u64> + Default>(
        &self,
        key: &'static str,
        example: &str,
    ) -> T {
        if !self.has(key) {
            self.missing(key, example);
        }
        self.number(key).unwrap_or_default()
    }

    /// Returns a date that must be there, in ISO 8601.
    pub(super) fn date(&self, key: &'static str) -> String {
        let Some((value, place)) = self.value(key) else {
            self.missing(key, "2026-11-22");
            return String::new();
        };
        match value.as_datetime() {
            Some(moment) if moment.time.is_none() => moment.to_string(),
            _ => {
                let example = format!("{key} = 2026-11-22");
                self.mismatch(key, "a date without quotes", value, place, &example);
                String::new()
            }
        }
    }

    /// Returns an optional word of the model.
    pub(super) fn word<T: Word>(&self, key: &'static str) -> Option<T> {
        let spot = self.spanned(key)?;
        let word = spot.text.parse().ok();
        if word.is_none() {
            let message = format!("`{key}` cannot be `{}`", spot.text);
            let remedy = words::remedy(&spot.text, T::VARIANTS.iter().copied());
            self.sheet.problem(spot.place, message, remedy);
        }
        word
    }

    /// Returns a word of the model that must be there.
    pub(super) fn need_word<T: Word>(&self, key: &'static str) -> Option<T> {
        if !self.has(key) {
            let names = T::VARIANTS.join("|");
            self.missing(key, &format!("\"{names}\""));
        }
        self.word(key)
    }

    /// Makes an optional table within this one.
    pub(super) fn table(&'a self, key: &'static str) -> Option<Self> {
        let (value, place) = self.value(key)?;
        let Some(entries) = value.as_table() else {
            self.mismatch(
                key,
                "a table",
                value,
                place,
                &format!("{key} = {{ … = \"…\" }}"),
            );
            return None;
        };
        Some(self.inner(entries, place))
    }

    /// Lists the tables of a `[[key]]`, or of `key = [{…}]`; none when the key is absent.
    pub(super) fn tables(&'a self, key: &'static str) -> Vec<Self> {
        let Some((value, place)) = self.value(key) else {
            return Vec::new();
        };
        let wanted = "a list of tables";
        let Some(list) = value.as_array() else {
            self.mismatch(
                key,
                wanted,
                value,
                place,
                &format!("[[{key}]], with two brackets"),
            );
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in list {
            match item.get_ref() {
                DeValue::Table(entries) => tables.push(self.inner(entries, item.span())),
                other => {
                    let example = format!("{key} = [{{ … = \"…\" }}]");
                    self.mismatch(key, wanted, other, item.span(), &example);
                }
            }
        }
        tables
    }

    /// Lists the texts of a table whose keys are names of its own.
    pub(super) fn free_texts(&self) -> Vec<(String, String)> {
        self.set_free();
        let text = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue<'_>>)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            let spot = self.as_text(name, value.get_ref(), value.span())?;
            Some((name.to_string(), spot.text))
        };
        self.entries.iter().filter_map(text).collect()
    }

    /// Lists every table of a file whose keys are names of its own, but for `skip`, which is read elsewhere.
    pub(super) fn named(&'a self, skip: &str) -> Vec<(String, Self)> {
        self.set_free();
        let mut tables = Vec::new();
        for (key, value) in self.entries {
            let name = key.get_ref().to_string();
            match value.get_ref() {
                _ if name == skip => {}
                DeValue::Table(entries) => tables.push((name, self.inner(entries, value.span()))),
                other => {
                    let example = format!("[{name}], with its keys under it");
                    self.mismatch(&name, "a table", other, value.span(), &example);
                }
            }
        }
        tables
    }
}
