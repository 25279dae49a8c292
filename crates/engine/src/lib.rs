//! The engine, built: what Trunk made of the browser's half, and `www/`, made as small as can be. Nothing of a site is in it,
//! so that a site is published without any of the tools that are needed here.

mod glue;
mod minify;
mod types;

pub use minify::EngineError;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use minify::{Syntax, bundle, minify};
use publish::{BUNDLES, Engine, LICENCES, Profile, module_name, twins};

/// Builds the engine of the sources `www` and of the folder in which Trunk has left its files.
///
/// # Errors
/// A file that is missing or that a tool refuses, or a tool that does not start.
pub fn build(www: &Path, built: &Path) -> Result<Engine, EngineError> {
    let mut files = BTreeMap::new();
    for (name, text) in sources(www)? {
        let text = match name.rsplit_once('.') {
            Some((_, "css")) => minify(&name, &text, Syntax::Css)?,
            // For compilers and editors.
            Some((_, "ts")) => types::fill(&name, &text)?,
            Some((_, "json")) => text,
            _ if CLASSIC.contains(&&*name) => {
                bundle(&www.join(&name), minify::BundleFormat::Classic)?
            }
            _ => minify(&name, &text, Syntax::Module)?,
        };
        files.insert(name, text.into_bytes());
    }
    for (name, kind) in [
        ("gate", minify::BundleFormat::Classic),
        ("gated", minify::BundleFormat::Module),
        ("deferred", minify::BundleFormat::Module),
        ("include", minify::BundleFormat::Classic),
    ] {
        let script = bundle(&www.join(name).join("main.js"), kind)?;
        files.insert(format!("{name}.js"), script.into_bytes());
    }
    let name = "frame.css";
    let sheet = minify(name, &text(&www.join("deferred").join(name))?, Syntax::Css)?;
    files.insert(name.to_owned(), sheet.into_bytes());
    // The libraries' licences ask that whoever passes the widget on passes their texts on.
    let licences = (LICENCES.to_owned(), bytes(&built.join(LICENCES))?);
    let finished = widget(built)?.into_iter().chain(bundles(built)?);
    for (name, bytes) in finished.chain([licences]) {
        files.extend(twins(&name, &bytes, Profile::Release));
        files.insert(name, bytes);
    }
    Ok(Engine::of(files))
}

/// Scripts that are loaded by no module.
const CLASSIC: [&str; 2] = ["consent-mode.js", "kiosk-worker.js"];

/// The scripts, styles, types and what describes the elements, as they stand in `www/` itself.
fn sources(www: &Path) -> Result<Vec<(String, String)>, EngineError> {
    let mut found = Vec::new();
    for path in list(www)? {
        let name = name(&path);
        if [".js", ".css", ".ts", ".json"]
            .iter()
            .any(|end| name.ends_with(end))
        {
            found.push((name, text(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

type Files = Vec<(String, Vec<u8>)>;

/// The widget, whose files Trunk names by a hash that it takes before `wasm-opt` has run: the site's build names them anew.
fn widget(built: &Path) -> Result<Files, EngineError> {
    let only = |end: &'static str| {
        let mut found = list(built)?;
        found.retain(|path| name(path).starts_with("widget-") && name(path).ends_with(end));
        match &found[..] {
            [path] => Ok(path.clone()),
            _ => Err(EngineError::Widget {
                folder: built.to_owned(),
                end,
                count: found.len(),
            }),
        }
    };
    let (script, module) = (only(".js")?, only("_bg.wasm")?);
    let glue = glue::by_name(&text(&script)?);
    let script = minify(&name(&script), &glue, Syntax::Module)?;
    Ok(vec![
        ("widget.js".to_owned(), script.into_bytes()),
        ("widget_bg.wasm".to_owned(), bytes(&module)?),
    ])
}

/// The bundles. The script of each carries its module's published name.
fn bundles(built: &Path) -> Result<Files, EngineError> {
    let mut found = Vec::new();
    for bundle in BUNDLES {
        let (js, wasm) = (format!("{bundle}.js"), format!("{bundle}_bg.wasm"));
        let module = bytes(&built.join(&wasm))?;
        let script =
            glue::by_name(&text(&built.join(&js))?).replace(&wasm, &module_name(bundle, &module));
        let script = minify(&js, &script, Syntax::Module)?;
        found.push((js, script.into_bytes()));
        found.push((wasm, module));
    }
    Ok(found)
}

fn list(folder: &Path) -> Result<Vec<PathBuf>, EngineError> {
    let entries = fs::read_dir(folder).map_err(|error| unread(folder, error))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn text(path: &Path) -> Result<String, EngineError> {
    fs::read_to_string(path).map_err(|error| unread(path, error))
}

fn bytes(path: &Path) -> Result<Vec<u8>, EngineError> {
    fs::read(path).map_err(|error| unread(path, error))
}

fn unread(path: &Path, error: std::io::Error) -> EngineError {
    let path = path.to_owned();
    EngineError::Read { path, error }
}
