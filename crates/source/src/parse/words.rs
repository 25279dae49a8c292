//! Words that a key may hold, taken from the model itself, and the nearest of them to a slip.

use std::fmt;

use serde::de::{self, DeserializeOwned, IntoDeserializer};

/// The value whose name in the model is `word`, or the names that the model knows.
pub(super) fn word<T: DeserializeOwned>(word: &str) -> Result<T, &'static [&'static str]> {
    T::deserialize(word.into_deserializer()).map_err(|Unknown(names)| names)
}

/// The names that the model knows.
pub(super) fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    word::<T>("").err().unwrap_or_default()
}

/// What serde says of a variant that does not exist: the names of those that do.
#[derive(Debug)]
struct Unknown(&'static [&'static str]);

impl fmt::Display for Unknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0.join(", "))
    }
}

impl std::error::Error for Unknown {}

impl de::Error for Unknown {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }

    fn unknown_variant(_: &str, names: &'static [&'static str]) -> Self {
        Self(names)
    }
}

/// The name that `word` is a slip of: fewer than one letter in three is wrong.
pub(super) fn near<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|(distance, name)| distance * 3 < name.len().max(4))
        .min()
        .map(|(_, name)| name)
}

/// The remedy for a word that is none of `names`: the one it is a slip of, or the list of all.
pub(super) fn remedy<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for name in names {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    match near(word, all.iter().copied()) {
        Some(name) => format!("Did you mean `{name}`?"),
        None if all.is_empty() => "Remove it: there is none to choose from.".to_owned(),
        None => format!("Use one of: {}.", all.join(", ")),
    }
}
