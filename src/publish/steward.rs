//! `steward.<hash>.js`: the modules of `www/steward/` in one file, with what they must know.

use std::{collections::BTreeMap, path::Path};

use serde::Serialize;

use super::{Dist, Error, consent_mode, dist::read_text, esbuild, notices::json};
use crate::{
    parse::Source,
    strings::{Strings, Text},
};

/// What the steward knows. The names are read by `www/steward/data.js` and nowhere else.
#[derive(Serialize)]
struct Data<'a> {
    css: String,
    /// The category that each signal of Consent Mode follows.
    signals: BTreeMap<&'static str, &'static str>,
    /// By language.
    words: BTreeMap<&'a str, Words<'a>>,
}

#[derive(Serialize)]
struct Words<'a> {
    /// Of a frame that waits for leave: what it is, show it once, show it always.
    frame: [&'a str; 3],
    /// Which way they are written.
    dir: &'a str,
}

impl<'a> Words<'a> {
    fn of(t: &'a Strings) -> Self {
        Self {
            frame: [Text::FrameBlocked, Text::FrameOnce, Text::FrameAlways].map(|text| t.get(text)),
            dir: t.get(Text::Direction),
        }
    }
}

/// Adds the steward and gives its name.
///
/// # Errors
/// Errors of reading our own sources, and of the bundler.
pub fn add(dist: &mut Dist, source: &Source, www: &Path) -> Result<String, Error> {
    let folder = www.join("steward");
    let css = esbuild::minify(
        "frame.css",
        &read_text(&folder.join("frame.css"))?,
        esbuild::Language::Css,
    )?;
    let words = source
        .strings
        .iter()
        .map(|(language, t)| (language.as_str(), Words::of(t)));
    let data = Data {
        css,
        signals: consent_mode::signals(),
        words: words.collect(),
    };
    let script = esbuild::bundle(&folder.join("main.js"), "__DATA__", &json(&data))?;
    Ok(dist.add_hashed("steward.", ".js", script))
}
