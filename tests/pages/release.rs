//! Another release of the demo site, for pages that stay open meanwhile or come back later.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use law::Date;
use publish::{Earlier, Engine, Pinned, Profile, ReleaseOptions, publish, read_site};

use crate::harness::copy;

/// The day of the releases.
const DAY: &str = "2026-11-22";

/// That day.
pub(crate) fn day() -> Date {
    DAY.parse().expect("a day")
}

/// A copy of the site's folder, to be changed.
pub(crate) fn site(name: &str) -> io::Result<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = std::env::temp_dir().join(format!("council-notice-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    for folder in ["notices", "public"] {
        copy(&source.join(folder), &root.join(folder))?;
    }
    Ok(root)
}

/// Publishes it into a folder of its own, with what it keeps of an earlier release.
pub(crate) fn published(root: &Path, earlier: Option<&Path>) -> io::Result<PathBuf> {
    made(root, earlier).map(|(out, _)| out)
}

/// The same, with the gates.
pub(crate) fn made(root: &Path, earlier: Option<&Path>) -> io::Result<(PathBuf, Vec<Pinned>)> {
    made_for(root, earlier, None)
}

/// The same, with the hashed files at an address of their own: a test's host has no https, which `site.toml` asks for.
pub(crate) fn made_for(
    root: &Path,
    earlier: Option<&Path>,
    files: Option<String>,
) -> io::Result<(PathBuf, Vec<Pinned>)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let engine = fs::read(source.join("target/engine/engine.zip"))?;
    let day = day();
    let options = ReleaseOptions {
        profile: Profile::Dev,
        as_at: day,
        address: None,
    };
    let out = root.join("dist");
    let release = || {
        let mut site = read_site(root)?;
        site.settings.files = files;
        let mut release = publish(&site, &Engine::open(&engine)?, &options)?;
        if let Some(earlier) = earlier {
            release.keep(Earlier::read(earlier, &out, day)?);
        }
        release.write(&out)?;
        Ok(release.gates().cloned().collect())
    };
    let gates = release().map_err(|error: publish::Error| io::Error::other(error.to_string()))?;
    Ok((out, gates))
}
