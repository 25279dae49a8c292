//! The steward's script: the modules of `www/steward/` in one file, with what they must know.

use std::{collections::BTreeMap, path::Path};

use leptos::prelude::*;
use notice::{
    cookies::{CategoryPolicy, Footing, Kind, Terms},
    strings::{Strings, Text},
};
use serde::Serialize;
use serde_json::Value;
use source::parse::Source;
use ui::Confirmation;

use super::{
    Dist, Error, consent_mode,
    dist::{json, read_text},
    html, minify, policy,
};

/// What the steward knows. The names are read in `www/steward/` and nowhere else; its `main.js` says what each is.
#[derive(Serialize)]
struct Data<'a> {
    css: String,
    /// Everything declared: the id that allows it, its kind and its name pattern.
    items: Vec<(&'a str, Kind, &'a str)>,
    /// File of what every receipt says alike.
    receipt: String,
    /// The category that each signal of Consent Mode follows.
    signals: BTreeMap<&'static str, &'static str>,
    /// By language.
    words: BTreeMap<&'a str, Words<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
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
    fn of(t: &'a Strings) -> Result<Self, Error> {
        let said = html::render(|| view! { <Confirmation t=t.clone() /> });
        Ok(Self {
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

/// What a category declares. Of what is essential a service is no choice of its own: it stands with its category, which is
/// always allowed.
fn items(category: &CategoryPolicy) -> impl Iterator<Item = (&str, Kind, &str)> {
    let essential = category.footing == Footing::Essential;
    category.stored().map(move |(id, item)| {
        let id = if essential { category.id.id() } else { id };
        (id, item.kind, item.name.as_str())
    })
}

/// Adds the steward and what every receipt says alike, and gives the name of the steward's file.
///
/// # Errors
/// Errors of reading our own sources, and of the bundler.
pub fn add(dist: &mut Dist, source: &Source, www: &Path) -> Result<String, Error> {
    let folder = www.join("steward");
    let css = minify::minify(
        "frame.css",
        &read_text(&folder.join("frame.css"))?,
        minify::Language::Css,
    )?;
    let words = source
        .strings
        .iter()
        .map(|(language, t)| Ok((language.as_str(), Words::of(t)?)));
    let terms = Terms::of(&source.policy, policy::checksum(&source.policy));
    let data = Data {
        css,
        receipt: dist.add_hashed("receipt.", ".json", json(&terms)),
        signals: consent_mode::signals(),
        items: source.policy.categories.iter().flat_map(items).collect(),
        words: words.collect::<Result<_, Error>>()?,
    };
    let script = minify::bundle(&folder.join("main.js"), minify::Bundle::Module, &data)?;
    Ok(dist.add_hashed("steward.", ".js", script.into_bytes()))
}
