//! `council-notice.js`: the hand-written gate with everything it must know before it fetches anything.

use std::{collections::BTreeMap, path::Path};

use leptos::prelude::*;
use serde::Serialize;
use serde_json::Value;

use super::{
    DEFAULT_LANGUAGE, Dist, Error, Widget,
    dist::{hash, read_text},
    esbuild, filter, html,
    notices::{Indexes, json, texts},
};
use crate::{
    cookies::{Footing, Policy},
    parse::Source,
    strings::{Strings, Text},
    ui::{Banner, Confirmation},
};

/// Where the data goes in `www/gate.js`.
const TOKEN: &str = "__DATA__";

/// What the gate knows. The names are read by `www/gate.js` and nowhere else.
#[derive(Serialize)]
struct Data<'a> {
    version: &'static str,
    revision: u32,
    /// Categories that are off until allowed.
    consent: Vec<&'static str>,
    /// Categories that are on until objected to.
    exempt: Vec<&'static str>,
    widget: &'a str,
    wasm: &'a str,
    steward: &'a str,
    /// Every language, the one that all fall back to first.
    langs: Vec<&'a str>,
    /// The middle of their files' names.
    hash: String,
    css: String,
    places: String,
    #[serde(flatten)]
    words: Words<'a>,
}

/// What the gate says in one language.
#[derive(Serialize)]
struct Words<'a> {
    /// The banner and the confirmation, as trees.
    first: [Value; 2],
    /// The link that stands in for a notice.
    fallback: &'a str,
    /// Which way they are written.
    dir: &'a str,
}

impl<'a> Words<'a> {
    fn of(t: &'a Strings) -> Result<Self, Error> {
        let banner = html::render(|| view! { <Banner t=t.clone() /> });
        let confirmation = html::render(|| view! { <Confirmation t=t.clone() /> });
        Ok(Self {
            first: [
                html::tree("banner", &banner)?,
                html::tree("confirmation", &confirmation)?,
            ],
            fallback: t.get(Text::NoticeFallback),
            dir: t.get(Text::Direction),
        })
    }
}

/// Adds the gate.
///
/// # Errors
/// [`Error::Token`] and [`Error::Markup`] for slips in our own sources; errors of the minifier.
pub fn add(
    dist: &mut Dist,
    source: &Source,
    www: &Path,
    widget: &Widget,
    steward: &str,
    indexes: &Indexes,
) -> Result<(), Error> {
    let gate = read_text(&www.join("gate.js"))?;
    let count = gate.matches(TOKEN).count();
    if count != 1 {
        return Err(Error::Token { count });
    }
    let t = texts(source, DEFAULT_LANGUAGE)?;
    let mut langs = vec![DEFAULT_LANGUAGE];
    let mut words = BTreeMap::new();
    for (language, t) in source
        .strings
        .iter()
        .filter(|(language, _)| *language != DEFAULT_LANGUAGE)
    {
        langs.push(language);
        words.insert(language.clone(), json(&Words::of(t)?));
    }
    let hash = files_of_languages(dist, &[("index", &indexes.index), ("words", &words)]);
    let name = "first-layer.css";
    let css = esbuild::minify(name, &read_text(&www.join(name))?, esbuild::Language::Css)?;
    let data = Data {
        version: env!("CARGO_PKG_VERSION"),
        revision: source.policy.revision,
        consent: with_footing(&source.policy, Footing::Consent),
        exempt: with_footing(&source.policy, Footing::Exempt),
        widget: &widget.js,
        wasm: &widget.wasm,
        steward,
        langs,
        hash,
        css,
        places: filter::places(&source.placements),
        words: Words::of(t)?,
    };
    // JSON is JavaScript.
    let script = gate.replace(TOKEN, &String::from_utf8_lossy(&json(&data)));
    dist.add(
        "council-notice.js",
        esbuild::minify("www/gate.js", &script, esbuild::Language::Script)?,
    );
    Ok(())
}

/// Adds files by kind and language, and gives the hash that stands in the name of each: one for all, so that a language
/// costs the gate its code and no more.
fn files_of_languages(dist: &mut Dist, kinds: &[(&str, &BTreeMap<String, Vec<u8>>)]) -> String {
    let all: Vec<u8> = kinds
        .iter()
        .flat_map(|(_, files)| files.values().flatten().copied())
        .collect();
    let hash = hash(&all);
    for (kind, files) in kinds {
        for (language, bytes) in *files {
            dist.add(format!("{kind}.{language}.{hash}.json"), bytes.clone());
        }
    }
    hash
}

fn with_footing(policy: &Policy, footing: Footing) -> Vec<&'static str> {
    policy
        .categories
        .iter()
        .filter(|one| one.footing == footing)
        .map(|one| one.id.id())
        .collect()
}
