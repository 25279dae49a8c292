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
    ui::Banner,
};

/// Where the data goes in `www/gate.js`: before the name of each member.
const TOKEN: &str = "DATA.";

/// What the gate knows. The names are read by `www/gate.js` and nowhere else.
#[derive(Serialize)]
struct Data<'a> {
    version: &'static str,
    revision: u32,
    /// Categories that can be refused: those that are off until allowed, then those that are on until objected to.
    known: Vec<&'static str>,
    /// How many of them are off until allowed.
    asked: usize,
    /// The services of a category that has any.
    services: BTreeMap<&'static str, Vec<&'a str>>,
    widget: &'a str,
    wasm: &'a str,
    /// Every language, the one that all fall back to first.
    langs: Vec<&'a str>,
    /// In the names of their files and of the steward's.
    hash: String,
    css: String,
    places: String,
    words: Words<'a>,
}

/// What the gate says in one language: the banner as a tree, the link that stands in for a notice, and which way they
/// are written.
#[derive(Serialize)]
struct Words<'a>(Value, &'a str, &'a str);

impl<'a> Words<'a> {
    fn of(t: &'a Strings, policy: &Policy) -> Result<Self, Error> {
        let exempt = !with_footing(policy, Footing::Exempt).is_empty();
        let banner = html::render(|| view! { <Banner t=t.clone() exempt /> });
        Ok(Self(
            html::tree("banner", &banner)?,
            t.get(Text::NoticeFallback),
            t.get(Text::Direction),
        ))
    }
}

/// Adds the gate, and gives it as it would be with a full filter of places: a deployment's own is larger by a few bytes at
/// most.
///
/// # Errors
/// [`Error::Token`] and [`Error::Markup`] for slips in our own sources; errors of the minifier.
pub fn add(
    dist: &mut Dist,
    source: &Source,
    www: &Path,
    widget: &Widget,
    steward: &[u8],
    indexes: &Indexes,
) -> Result<String, Error> {
    let gate = read_text(&www.join("gate.js"))?;
    let t = texts(source, DEFAULT_LANGUAGE)?;
    let mut langs = vec![DEFAULT_LANGUAGE];
    let mut words = BTreeMap::new();
    for (language, t) in source
        .strings
        .iter()
        .filter(|(language, _)| *language != DEFAULT_LANGUAGE)
    {
        langs.push(language);
        words.insert(language.clone(), json(&Words::of(t, &source.policy)?));
    }
    let hash = files(
        dist,
        steward,
        &[("index", &indexes.index), ("words", &words)],
    );
    let name = "first-layer.css";
    let css = esbuild::minify(name, &read_text(&www.join(name))?, esbuild::Language::Css)?;
    let consent = with_footing(&source.policy, Footing::Consent);
    let data = Data {
        version: env!("CARGO_PKG_VERSION"),
        revision: source.policy.revision,
        asked: consent.len(),
        known: [consent, with_footing(&source.policy, Footing::Exempt)].concat(),
        services: services(&source.policy),
        widget: &widget.js,
        wasm: &widget.wasm,
        langs,
        hash,
        css,
        places: filter::places(&source.placements),
        words: Words::of(t, &source.policy)?,
    };
    let script = fill(&gate, &data)?;
    let script = esbuild::minify("www/gate.js", &script, esbuild::Language::Script)?;
    let fullest = script.replace(&data.places, &filter::fullest());
    dist.add("council-notice.js", script);
    Ok(fullest)
}

/// Puts each member in its place; no name begins with another. Not one object for all: its keys, and the gate's way to each, cost 60 bytes.
fn fill(gate: &str, data: &Data) -> Result<String, Error> {
    let Ok(Value::Object(members)) = serde_json::to_value(data) else {
        unreachable!("a struct with named members is an object");
    };
    let mut script = gate.to_owned();
    for (name, value) in members {
        let place = format!("{TOKEN}{name}");
        let count = script.matches(&place).count();
        if count != 1 {
            return Err(Error::Token { place, count });
        }
        // JSON is JavaScript.
        script = script.replace(&place, &value.to_string());
    }
    Ok(script)
}

/// Adds the steward and the files by kind and language, and gives the hash that stands in the name of each: one for all,
/// so that a language costs the gate its code and no more.
fn files(dist: &mut Dist, steward: &[u8], kinds: &[(&str, &BTreeMap<String, Vec<u8>>)]) -> String {
    let files = kinds.iter().flat_map(|(_, files)| files.values());
    let all: Vec<u8> = files.flatten().chain(steward).copied().collect();
    let hash = hash(&all);
    dist.add(format!("steward.{hash}.js"), steward);
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

fn services(policy: &Policy) -> BTreeMap<&'static str, Vec<&str>> {
    let categories = policy.categories.iter();
    categories
        .filter(|one| one.footing != Footing::Essential && !one.services.is_empty())
        .map(|one| {
            let services = one.services.iter().map(|service| service.id.as_str());
            (one.id.id(), services.collect())
        })
        .collect()
}
