//! What a page that has pinned the gate holds everything else against: the hash of each module that is imported, for the page's
//! import map, and of each file that is fetched, for the deferred module.

use std::collections::BTreeMap;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha256, Sha384};

use super::{
    Dist,
    dist::json,
    widget::{BUNDLES, WidgetFiles},
};

/// Returns a script's hash as the attribute `integrity` has it.
pub(crate) fn of_script(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// Returns a shorter hash for one file of many.
fn of_file(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// Says whether the part of a file's name before its first dot is one of these.
fn is_one_of(names: &[&str], path: &str) -> bool {
    path.split_once('.')
        .is_some_and(|(name, _)| names.contains(&name))
}

/// Adds the list of what is fetched beside a deferred module, and gives its name and what tells it from any other: the WebAssembly of the
/// widget and of its bundles, what every notice says, and `more` of this policy alone. The indexes are named as if they had no hash, for theirs
/// comes of the deferred module, which has this list's.
pub(crate) fn add(
    dist: &mut Dist,
    widget: &WidgetFiles,
    more: &[String],
    indexes: &BTreeMap<String, Vec<u8>>,
) -> [String; 2] {
    let of_all = |path: &str| {
        let is_bundles = |end| path.ends_with(end) && is_one_of(&BUNDLES, path);
        path.starts_with("notices/") && path.ends_with(".json")
            || is_bundles(".json")
            || is_bundles(".wasm")
            || path == widget.wasm
    };
    let files = dist.files();
    let files = files.filter(|(path, _)| of_all(path) || more.iter().any(|name| name == path));
    let files = files.map(|(path, bytes)| (path.to_owned(), of_file(bytes)));
    let indexes = indexes.iter();
    let indexes = indexes.map(|(lang, bytes)| (format!("index.{lang}.json"), of_file(bytes)));
    let list = json(&files.chain(indexes).collect::<BTreeMap<_, _>>());
    let sum = of_file(&list);
    [dist.add_hashed("sums.", ".json", list), sum]
}

/// Lists the modules that a gate imports, and what those import, each with its `integrity`: those whose names have the `release`,
/// and the engine's.
pub(crate) fn modules(
    dist: &Dist,
    widget: &WidgetFiles,
    release: &str,
) -> BTreeMap<String, String> {
    let theirs = |path: &str| {
        path == widget.js
            || is_one_of(&BUNDLES, path)
            || is_one_of(&["deferred", "gated"], path) && path.contains(release)
    };
    let files = dist.files();
    let files = files.filter(|(path, _)| path.ends_with(".js") && theirs(path));
    files
        .map(|(path, bytes)| (path.to_owned(), of_script(bytes)))
        .collect()
}
