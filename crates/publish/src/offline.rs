//! `kiosk-worker.js`: the service worker that keeps a shared screen working without a connection.

use std::path::Path;

use serde::Serialize;

use notice::strings::Text;
use source::parse::{DEFAULT_LANGUAGE, Source};

use super::{
    Dist, Error,
    dist::{json, read_text},
    hash::hash,
    minify,
};

/// Where the data goes in `www/kiosk-worker.js`.
const TOKEN: &str = "__RELEASE__";

/// What the worker holds. The names are read by `www/kiosk-worker.js` and nowhere else.
#[derive(Serialize)]
struct Release<'a> {
    /// Changes with every byte of the files.
    version: String,
    files: Vec<&'a str>,
    /// What a screen says that can show nothing else for want of a network: language, direction, text. The default
    /// language comes first.
    words: Vec<[&'a str; 3]>,
}

/// Adds the worker: it comes last, for its version speaks for what the others hold.
///
/// # Errors
/// [`Error::Token`] for a slip in our own source; errors of the minifier.
pub fn add(dist: &mut Dist, source: &Source, www: &Path) -> Result<(), Error> {
    let script = read_text(&www.join("kiosk-worker.js"))?;
    let count = script.matches(TOKEN).count();
    if count != 1 {
        return Err(Error::Token {
            place: TOKEN.to_owned(),
            count,
        });
    }
    let held: Vec<_> = dist.files().filter(|(path, _)| is_of_app(path)).collect();
    let all: Vec<u8> = held
        .iter()
        .flat_map(|(path, bytes)| [path.as_bytes(), &[0], bytes].concat())
        .collect();
    let mut words: Vec<_> = source
        .strings
        .iter()
        .map(|(language, t)| {
            [
                language.as_str(),
                t.get(Text::Direction),
                t.get(Text::KioskWaiting),
            ]
        })
        .collect();
    words.sort_by_key(|[language, ..]| *language != DEFAULT_LANGUAGE);
    let release = Release {
        version: hash(&all),
        files: held.iter().map(|&(path, _)| path).collect(),
        words,
    };
    let script = script.replace(TOKEN, &String::from_utf8_lossy(&json(&release)));
    let script = minify::minify("www/kiosk-worker.js", &script, minify::Language::Script)?;
    dist.add("kiosk-worker.js", script);
    Ok(())
}

/// What every kiosk page loads. Its notice is one of many: the page names it when it has loaded it.
fn is_of_app(path: &str) -> bool {
    let starts = [
        "council-notice.js",
        "deferred.",
        "placements.",
        "widget-",
        "kiosk.",
        "index.",
    ];
    starts.iter().any(|start| path.starts_with(start)) && !path.ends_with(".html")
}
