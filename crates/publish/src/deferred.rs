//! The deferred module: the modules of `www/deferred/` in one file a language, with what they must know.

use std::{collections::BTreeMap, path::Path};

use leptos::prelude::*;
use notice::{
    cookies::{CategoryPolicy, Footing, Kind, Policy, Terms},
    placement::Placement,
    strings::{Strings, Text},
};
use serde::Serialize;
use serde_json::Value;
use source::parse::{DEFAULT_LANGUAGE, Source};
use ui::Confirmation;

use super::{
    Dist, Error, Widget, consent_mode,
    dist::{json, read_text},
    gate, html, minify, policy,
};

/// What the module knows. The names are read in `www/deferred/` and nowhere else; its `main.js` says what each is.
#[derive(Serialize)]
struct Data<'a> {
    css: &'a str,
    /// Everything declared: the id that allows it, its kind and its name pattern.
    items: Vec<(&'a str, Kind, &'a str)>,
    /// File of what every receipt says alike.
    receipt: &'a str,
    /// The category that each signal of Consent Mode follows.
    signals: BTreeMap<&'static str, &'static str>,
    /// File of the placements.
    placements: &'a str,
    widget: &'a str,
    wasm: &'a str,
    words: Words<'a>,
}

#[derive(Serialize)]
struct Words<'a> {
    /// What the gate itself says in the default language only.
    #[serde(skip_serializing_if = "Option::is_none")]
    bar: Option<gate::Words<'a>>,
    /// Of a frame that waits for leave: what it is, show it once, show it always.
    frame: [&'a str; 3],
    /// The line after a choice, as a tree.
    said: Value,
    /// Some of what was refused could not be removed.
    left: &'a str,
    receipt: BTreeMap<&'static str, &'a str>,
    /// Which way they are written.
    dir: &'a str,
}

impl<'a> Words<'a> {
    fn of(language: &str, t: &'a Strings, policy: &Policy) -> Result<Self, Error> {
        let bar = (language != DEFAULT_LANGUAGE).then(|| gate::Words::of(t, policy));
        let said = html::render(|| view! { <Confirmation t=t.clone() /> });
        Ok(Self {
            bar: bar.transpose()?,
            frame: [Text::FrameBlocked, Text::FrameOnce, Text::FrameAlways].map(|text| t.get(text)),
            said: html::tree("confirmation", &said)?,
            left: t.get(Text::CookiesLeft),
            receipt: [
                ("heading", Text::ReceiptHeading),
                ("intro", Text::ReceiptIntro),
                ("number", Text::ReceiptNumber),
                ("time", Text::ReceiptTime),
                ("yes", Text::ReceiptYes),
                ("no", Text::ReceiptNo),
                ("nothing", Text::ReceiptNothing),
                ("until", Text::ReceiptUntil),
                ("save", Text::ReceiptSave),
            ]
            .map(|(name, text)| (name, t.get(text)))
            .into(),
            dir: t.get(Text::Direction),
        })
    }
}

/// A placement as `www/deferred/placements.js` reads it: address, service, part, audience, form.
type Row<'a> = (
    &'a str,
    &'a str,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
);

fn rows(placements: &[Placement]) -> Vec<Row<'_>> {
    placements
        .iter()
        .map(|one| {
            (
                one.address.as_str(),
                one.service.as_str(),
                one.part.as_deref(),
                one.audience.as_deref(),
                one.form.as_deref(),
            )
        })
        .collect()
}

/// What a category declares. Of what is essential a service is no choice of its own: it stands with its category, which is
/// always allowed.
fn items(category: &CategoryPolicy) -> impl Iterator<Item = (&str, Kind, &str)> {
    let essential = category.footing == Footing::Essential;
    category.stored().map(move |(id, item)| {
        let id = if essential { category.id.id() } else { id };
        (id, item.kind, item.name.as_str())
    })
}

/// Adds what every receipt says alike and the placements, and makes the module in every language, still without a name.
///
/// # Errors
/// Errors of reading our own sources, and of the bundler.
pub fn add(
    dist: &mut Dist,
    source: &Source,
    www: &Path,
    widget: &Widget,
) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let folder = www.join("deferred");
    let css = minify::minify(
        "frame.css",
        &read_text(&folder.join("frame.css"))?,
        minify::Language::Css,
    )?;
    let terms = Terms::of(&source.policy, policy::checksum(&source.policy));
    let receipt = dist.add_hashed("receipt.", ".json", json(&terms));
    let placements = dist.add_hashed("placements.", ".json", json(&rows(&source.placements)));
    let modules = source.strings.iter().map(|(language, t)| {
        let data = Data {
            css: &css,
            receipt: &receipt,
            signals: consent_mode::signals(),
            items: source.policy.categories.iter().flat_map(items).collect(),
            placements: &placements,
            widget: &widget.js,
            wasm: &widget.wasm,
            words: Words::of(language, t, &source.policy)?,
        };
        let script = minify::bundle(&folder.join("main.js"), minify::Bundle::Module, &data)?;
        Ok((language.clone(), script.into_bytes()))
    });
    modules.collect()
}
