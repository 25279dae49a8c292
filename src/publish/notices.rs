//! The files that the widget fetches.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{DEFAULT_LANGUAGE, Dist, Error};
use crate::{
    manifest::{Entry, Index},
    notice::Notice,
    parse::Source,
};

/// Names of the files added.
#[derive(Clone, Debug, Default)]
pub struct Indexes {
    /// Index file by language.
    pub index: BTreeMap<String, String>,
    /// Notice files.
    pub notices: Vec<String>,
}

/// Adds one JSON file a notice, and one index a language. A notice without a translation is there in the default
/// language.
///
/// # Errors
/// [`Error::Language`] when the default language has no texts.
pub fn add(dist: &mut Dist, source: &Source) -> Result<Indexes, Error> {
    let mut names = Indexes::default();
    let mut files = BTreeMap::new();
    for notice in &source.notices {
        let stem = format!("notices/{}.{}.", notice.id, notice.lang);
        let name = dist.add_hashed(&stem, ".json", json(notice));
        names.notices.push(name.clone());
        files.insert((notice.id.as_str(), notice.lang.as_str()), (notice, name));
    }
    if !source.strings.contains_key(DEFAULT_LANGUAGE) {
        return Err(Error::Language { lang: DEFAULT_LANGUAGE });
    }
    for (language, strings) in &source.strings {
        let entry = |&(id, _): &(&str, &str)| {
            let (notice, file) = files.get(&(id, language.as_str())).or_else(|| files.get(&(id, DEFAULT_LANGUAGE)))?;
            Some((id.to_owned(), Entry { title: notice.title.clone(), file: file.clone() }))
        };
        let index = Index {
            strings: strings.clone(),
            notices: files.keys().filter_map(entry).collect(),
            placements: source.placements.clone(),
            policy: source.policy.clone(),
        };
        let name = dist.add_hashed(&format!("index.{language}."), ".json", json(&index));
        names.index.insert(language.clone(), name);
    }
    Ok(names)
}

/// The notices that a reader of the default language is given, by id.
pub fn in_default_language(source: &Source) -> impl Iterator<Item = &Notice> {
    source.notices.iter().filter(|notice| notice.lang == DEFAULT_LANGUAGE)
}

/// Compact JSON.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    // The published types have string keys only, which is all that JSON could object to.
    serde_json::to_vec(value).expect("published types are plain JSON")
}
