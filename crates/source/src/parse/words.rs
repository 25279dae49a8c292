//! Words that a key may hold, taken from the model itself, and the nearest of them to a slip.

use std::str::FromStr;

use strum::VariantNames;

/// A fact that a file states by a word of the model.
pub(super) trait Word: FromStr + VariantNames {}

impl<T: FromStr + VariantNames> Word for T {}

/// Returns the name that `word` is a slip of: fewer than one letter in three is wrong.
pub(super) fn near<'a>(word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    names
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(word, name), name))
        .filter(|(distance, name)| distance * 3 < name.len().max(4))
        .min()
        .map(|(_, name)| name)
}

/// Returns the remedy for a word that is none of `names`: the one it is a slip of, or the list of all.
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
