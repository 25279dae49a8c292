//! A project with many notices of real size: the real ones again and again, each with an id and a place of its own.

use std::{fmt::Write as _, fs, io, path::Path};

/// Brings the number of notices in `notices` to `count`, by copies of those that are there.
///
/// # Errors
/// When the folder cannot be read or written.
pub(crate) fn multiply(notices: &Path, count: usize) -> io::Result<()> {
    let mut originals = Vec::new();
    for entry in fs::read_dir(notices)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "md") {
            originals.push(fs::read_to_string(path)?);
        }
    }
    originals.sort();
    let mut placements = fs::read_to_string(notices.join("placements.toml"))?;
    for (number, text) in originals
        .iter()
        .cycle()
        .enumerate()
        .take(count)
        .skip(originals.len())
    {
        let (_, rest) = text.split_once("\nid = \"").unwrap_or_default();
        let (id, _) = rest.split_once('"').unwrap_or_default();
        let own = format!("{id}-{number}");
        let copy = text.replacen(&format!("id = \"{id}\""), &format!("id = \"{own}\""), 1);
        fs::write(notices.join(format!("{own}.md")), copy)?;
        let _ = write!(
            placements,
            "\n[[placement]]\naddress = \"/services/{own}/**\"\nservice = \"{own}\"\n"
        );
    }
    fs::write(notices.join("placements.toml"), placements)
}
