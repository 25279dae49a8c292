//! `kiosk-worker.js`: the service worker that keeps a shared screen working without a connection.

use std::path::Path;

use serde::Serialize;

use super::{
    Dist, Error, dist,
    dist::{json, read_text},
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
}

/// Adds the worker: it comes last, for its version speaks for what the others hold.
///
/// # Errors
/// [`Error::Token`] for a slip in our own source; errors of the minifier.
pub fn add(dist: &mut Dist, www: &Path) -> Result<(), Error> {
    let source = read_text(&www.join("kiosk-worker.js"))?;
    let count = source.matches(TOKEN).count();
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
    let release = Release {
        version: dist::hash(&all),
        files: held.iter().map(|&(path, _)| path).collect(),
    };
    let script = source.replace(TOKEN, &String::from_utf8_lossy(&json(&release)));
    let script = minify::minify("www/kiosk-worker.js", &script, minify::Language::Script)?;
    dist.add("kiosk-worker.js", script);
    Ok(())
}

/// What every kiosk page loads. Its notice is one of many: the page names it when it has loaded it.
fn is_of_app(path: &str) -> bool {
    let starts = ["council-notice.js", "widget-", "kiosk.", "index.", "words."];
    starts.iter().any(|start| path.starts_with(start)) && !path.ends_with(".html")
}
