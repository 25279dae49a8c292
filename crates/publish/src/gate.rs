//! `council-notice.js`: the hand-written gate with everything it must know before it fetches anything.

use std::{collections::BTreeMap, path::Path};

use leptos::prelude::*;
use notice::{
    cookies::{Category, Footing, Policy},
    strings::{Strings, Text},
};
use serde::Serialize;
use serde_json::Value;
use source::parse::{DEFAULT_LANGUAGE, Source};
use ui::Banner;

use super::{
    Dist, Error, Widget, dist::read_text, filter, hash::hash, html, minify, notices::Indexes,
};

/// What the gate knows. The names are read in `www/gate/` and nowhere else; its `main.js` says what each is.
#[derive(Serialize)]
struct Data<'a> {
    version: &'static str,
    revision: u32,
    /// Categories that can be refused: those that are off until allowed, then those that are on until objected to.
    known: Vec<&'static str>,
    /// How many of them are off until allowed.
    asked: usize,
    /// The category that another name stands for, by that name.
    aliases: BTreeMap<&'a str, &'static str>,
    /// The services of a category that has any.
    services: BTreeMap<&'static str, Vec<&'a str>>,
    widget: &'a str,
    wasm: &'a str,
    /// Every language, the one that all fall back to first.
    langs: Vec<&'a str>,
    /// In the names of their files.
    hash: String,
    css: String,
    places: String,
    words: Words<'a>,
}

/// What the gate says in one language: the cookie bar as a tree, the link that stands in for a notice, and which way they
/// are written.
#[derive(Serialize)]
pub struct Words<'a>(Value, &'a str, &'a str);

impl<'a> Words<'a> {
    /// Renders the bar that the policy asks for.
    ///
    /// # Errors
    /// [`Error::Markup`] for a slip in the component.
    pub fn of(t: &'a Strings, policy: &Policy) -> Result<Self, Error> {
        let exempt = !with_footing(policy, Footing::Exempt).is_empty();
        let banner = html::render(|| view! { <Banner t=t.clone() exempt /> });
        Ok(Self(
            html::tree("banner", &banner)?,
            t.get(Text::NoticeFallback),
            t.get(Text::Direction),
        ))
    }
}

/// Adds the gate, and gives it as it would be with full filters of places, of which the largest bounds any deployment's.
///
/// # Errors
/// [`Error::Data`] and [`Error::Markup`] for slips in our own sources; errors of the minifier.
pub fn add(
    dist: &mut Dist,
    source: &Source,
    www: &Path,
    widget: &Widget,
    indexes: &Indexes,
    deferred: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<String>, Error> {
    let t = source.texts(DEFAULT_LANGUAGE)?;
    let mut langs = vec![DEFAULT_LANGUAGE];
    let languages = source.strings.keys().map(String::as_str);
    langs.extend(languages.filter(|language| *language != DEFAULT_LANGUAGE));
    let hash = files(
        dist,
        &[
            ("index", "json", &indexes.index),
            ("deferred", "js", deferred),
        ],
    );
    let name = "bar.css";
    let css = minify::minify(name, &read_text(&www.join(name))?, minify::Language::Css)?;
    let consent = with_footing(&source.policy, Footing::Consent);
    let data = Data {
        version: env!("CARGO_PKG_VERSION"),
        revision: source.policy.revision,
        asked: consent.len(),
        aliases: aliases(&source.policy),
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
    let script = minify::bundle(&www.join("gate/main.js"), minify::Bundle::Classic, &data)?;
    let fullest = filter::fullest()
        .map(|digits| script.replace(&data.places, &digits))
        .collect();
    dist.add("council-notice.js", script);
    Ok(fullest)
}

/// Files of a kind: its name, how the names of its files end, and what each language has.
type OfKind<'a> = (&'a str, &'a str, &'a BTreeMap<String, Vec<u8>>);

/// Adds the files of a kind and a language, and gives the hash that stands in the name of each: one for all, so that a
/// language costs the gate its code and no more.
fn files(dist: &mut Dist, kinds: &[OfKind<'_>]) -> String {
    let files = kinds.iter().flat_map(|(.., files)| files.values());
    let all: Vec<u8> = files.flatten().copied().collect();
    let hash = hash(&all);
    for (kind, end, files) in kinds {
        for (language, bytes) in *files {
            dist.add(format!("{kind}.{language}.{hash}.{end}"), bytes.clone());
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

/// Other names of categories, among them each essential service's: nobody can refuse it apart from its category.
fn aliases(policy: &Policy) -> BTreeMap<&str, &'static str> {
    let essential = policy
        .categories
        .iter()
        .filter(|one| one.footing == Footing::Essential);
    let services = essential.flat_map(|one| {
        one.services
            .iter()
            .map(|service| (service.id.as_str(), one.id.id()))
    });
    let fixed = Category::ALIASES
        .iter()
        .map(|(alias, category)| (*alias, category.id()));
    services.chain(fixed).collect()
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
