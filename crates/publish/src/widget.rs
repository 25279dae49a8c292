//! The widget and its bundles, under names that carry their content's hash.

use super::{Dist, Engine, Error, hash::hash};

/// Names the bundles, which only some pages load: programs of `src/bin` that the widget opens by these names (`bundle`).
pub const BUNDLES: [&str; 2] = ["audit", "kiosk"];

/// Holds the published names of the widget's files.
#[derive(Clone, Debug)]
pub(crate) struct WidgetFiles {
    /// Its script.
    pub js: String,
    /// Its module.
    pub wasm: String,
}

/// Adds the widget.
///
/// # Errors
/// [`Error::Engine`] for an engine that has none.
pub(crate) fn add(dist: &mut Dist, engine: &Engine) -> Result<WidgetFiles, Error> {
    let names = ["widget.js", "widget_bg.wasm"];
    let [script, module] = names;
    // One hash for the two, which never come apart: the gate holds both names.
    let both = [engine.bytes(script)?, engine.bytes(module)?].concat();
    let stem = format!("widget-{}", hash(&both));
    let [js, wasm] = [stem.clone() + ".js", stem + "_bg.wasm"];
    engine.add(dist, script, &js)?;
    engine.add(dist, module, &wasm)?;
    Ok(WidgetFiles { js, wasm })
}

/// Holds the published names of a bundle's files.
#[derive(Clone, Debug)]
pub(crate) struct BundleFiles {
    /// What the widget knows it by.
    pub name: &'static str,
    /// Its script.
    pub js: String,
    /// Its module.
    pub wasm: String,
}

/// Adds the bundles. The script of each carries its module's published name ([`module_name`]) with it.
///
/// # Errors
/// [`Error::Engine`] for an engine that lacks one.
pub(crate) fn bundles(dist: &mut Dist, engine: &Engine) -> Result<Vec<BundleFiles>, Error> {
    let add = |name: &'static str| {
        let [script, module] = [format!("{name}.js"), format!("{name}_bg.wasm")];
        let bundle = BundleFiles {
            name,
            js: format!("{name}.{}.js", hash(engine.bytes(&script)?)),
            wasm: module_name(name, engine.bytes(&module)?),
        };
        engine.add(dist, &script, &bundle.js)?;
        engine.add(dist, &module, &bundle.wasm)?;
        Ok(bundle)
    };
    BUNDLES.into_iter().map(add).collect()
}

/// Returns the name under which a bundle's module is published.
#[must_use]
pub fn module_name(bundle: &str, module: &[u8]) -> String {
    format!("{bundle}.{}.wasm", hash(module))
}
