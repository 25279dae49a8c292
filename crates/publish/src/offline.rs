//! `kiosk-worker.js`: the service worker that keeps a shared screen working without a connection.

use serde::Serialize;

use notice::strings::Text;
use source::parse::Source;

use super::{Dist, Engine, Error, hash::hash, script::fill};

/// Holds the data of the worker. The names are read by `www/kiosk-worker.js` and nowhere else.
#[derive(Serialize)]
struct WorkerData<'a> {
    /// Changes with every byte of the files.
    version: String,
    files: Vec<&'a str>,
    /// What a screen says that can show nothing else for want of a network: language, direction, text. The base
    /// language comes first.
    words: Vec<[&'a str; 3]>,
}

/// Adds the worker: it comes last, for its version speaks for what the others hold.
///
/// # Errors
/// Those of [`fill`] for a slip in our own source; [`Error::Engine`].
pub(crate) fn add(dist: &mut Dist, source: &Source, engine: &Engine) -> Result<(), Error> {
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
    words.sort_by_key(|[language, ..]| **language != *source.base);
    let release = WorkerData {
        version: hash(&all),
        files: held.iter().map(|&(path, _)| path).collect(),
        words,
    };
    let name = "kiosk-worker.js";
    let script = fill(name, engine.text(name)?, &release)?;
    dist.add(name, script);
    Ok(())
}

/// Says whether a file is one that every kiosk page loads, as it is written there: the server chooses the compressed twin of a
/// file. Its notice is one of many: the page names it when it has loaded it.
fn is_of_app(path: &str) -> bool {
    let starts = [
        "council-notice.js",
        "deferred.",
        "gated.",
        "placements.",
        "widget-",
        "kiosk.",
        "index.",
    ];
    let others = [".html", ".br", ".gz"];
    starts.iter().any(|start| path.starts_with(start))
        && !others.iter().any(|end| path.ends_with(end))
}
