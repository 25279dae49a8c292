//! The files that Trunk made of the browser's half.

use super::{Dist, Error, hash::hash, minify};

/// What only some pages load: programs of `src/bin` that the widget opens by these names (`bundle`).
pub const BUNDLES: [&str; 2] = ["audit", "kiosk"];

/// The widget's published names.
#[derive(Clone, Debug)]
pub struct Widget {
    /// Its script.
    pub js: String,
    /// Its module.
    pub wasm: String,
}

/// Finds the widget among the files that Trunk left, makes its script small, and names both files by what they
/// hold now: Trunk's own hash is taken before `wasm-opt` has run.
///
/// # Errors
/// [`Error::Widget`] when there is not exactly one of each; errors of the minifier.
pub fn adopt(dist: &mut Dist) -> Result<Widget, Error> {
    let js = only(dist, ".js")?;
    let wasm = only(dist, "_bg.wasm")?;
    let text = String::from_utf8_lossy(dist.get(&js).unwrap_or_default()).into_owned();
    let small = minify::minify(&js, &text, minify::Language::Module)?;
    dist.take(&js);
    let bytes = dist.take(&wasm).unwrap_or_default();
    // One hash for the two, which never come apart: the gate holds both names.
    let stem = format!("widget-{}", hash(&[small.as_bytes(), &bytes].concat()));
    let [js, wasm] = [stem.clone() + ".js", stem + "_bg.wasm"];
    dist.add(js.clone(), small);
    dist.add(wasm.clone(), bytes);
    Ok(Widget { js, wasm })
}

fn only(dist: &Dist, end: &'static str) -> Result<String, Error> {
    let mut found: Vec<_> = dist
        .files()
        .map(|(path, _)| path)
        .filter(|path| path.starts_with("widget-") && path.ends_with(end))
        .collect();
    match (found.pop(), found.len()) {
        (Some(path), 0) => Ok(path.to_owned()),
        (last, others) => Err(Error::Widget {
            folder: dist.root().to_owned(),
            end,
            count: others + usize::from(last.is_some()),
        }),
    }
}

/// A bundle's published names.
#[derive(Clone, Debug)]
pub struct Bundle {
    /// What the widget knows it by.
    pub name: &'static str,
    /// Its script.
    pub js: String,
    /// Its module.
    pub wasm: String,
}

/// Takes in the bundles that Trunk made, as it did the widget. The script of each carries its module's name with it.
///
/// # Errors
/// Errors of the minifier.
pub fn bundles(dist: &mut Dist) -> Result<Vec<Bundle>, Error> {
    let mut found = Vec::new();
    for name in BUNDLES {
        let (js, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
        let (Some(script), Some(bytes)) = (dist.take(&js), dist.take(&wasm)) else {
            continue;
        };
        let module = dist.add_hashed(&format!("{name}."), ".wasm", bytes);
        let script = String::from_utf8_lossy(&script).replace(&wasm, &module);
        let small = minify::minify(&js, &script, minify::Language::Module)?;
        found.push(Bundle {
            name,
            js: dist.add_hashed(&format!("{name}."), ".js", small),
            wasm: module,
        });
    }
    Ok(found)
}
