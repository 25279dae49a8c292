//! Builds anew at each change of the site folder. It looks by itself, four times a second: that works on every disk, network
//! drives too, and a site is a few dozen files.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash as _, Hasher as _},
    path::Path,
    thread::sleep,
    time::Duration,
};

use super::state::{PreviewEvent, State};
use crate::{read, record::Columns};

const PAUSE: Duration = Duration::from_millis(250);

/// Builds, and again whenever something has changed.
pub(super) fn watch(state: &State, told: &impl Fn(&PreviewEvent)) {
    let root = &state.preview.site;
    let mut before = None;
    loop {
        let now = look(root);
        if before != Some(now) {
            before = Some(now);
            told(&PreviewEvent::Building);
            told(&state.build());
        }
        sleep(PAUSE);
    }
}

/// Hashes the names, sizes and times of everything that a site is read from.
fn look(root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut folders = vec![root.join("notices"), root.join("public")];
    let mut add = |path: &Path| {
        let Ok(meta) = fs::metadata(path) else { return };
        (path, meta.len(), meta.modified().ok()).hash(&mut hasher);
    };
    let site = root.join("site.toml");
    add(&site);
    // The record of processing may lie elsewhere. The build reports a mapping that cannot be read.
    let columns = Columns::of(&read::text(&site).unwrap_or_default());
    let record = columns.ok().flatten().and_then(|columns| columns.file);
    if let Some(record) = record {
        add(&root.join(record));
    }
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                folders.push(path);
            } else {
                add(&path);
            }
        }
    }
    hasher.finish()
}
