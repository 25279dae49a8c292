//! JSON output of the commands.

use std::path::Path;

/// Lists paths as JSON has them.
pub(crate) fn paths(paths: &[impl AsRef<Path>]) -> Vec<String> {
    let paths = paths.iter();
    paths
        .map(|path| path.as_ref().display().to_string())
        .collect()
}
