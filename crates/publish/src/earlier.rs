//! Files of earlier releases that a release keeps beside its own: a page that was open before goes on loading them. Only what
//! has a hash in its name is kept, for no other release has that file; and only for thirty days.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Component, Path, PathBuf},
};

use law::Date;

use super::{
    Dist, Error,
    order::{LIST, is_hashed},
};

/// The day on which each file was last current. Those of the release itself are not in it.
pub(crate) const MANIFEST: &str = "kept-files.txt";

/// How long a page that somebody has open may go on with them.
const DAYS: u16 = 30;

const HEAD: &str = "# Written by `council-notice build --keep-from`: files of earlier releases, each with the day on which it was last current.\n";

/// Holds the files of a published folder that a later release may keep.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    folder: PathBuf,
    /// The day on which each was last current, by path.
    days: BTreeMap<String, Date>,
    /// What could not be read of the manifest: its files are kept as if they had been current until today.
    pub problems: Vec<String>,
}

impl Earlier {
    /// Looks into a published folder on a day. A folder that is not there, or has nothing in it, holds nothing; nor does
    /// `target`, the folder to fill, before its first release.
    ///
    /// # Errors
    /// [`Error::NoRelease`] for a folder with anything but a release in it; [`Error::Read`] for one that cannot be read.
    pub fn read(folder: &Path, target: &Path, day: Date) -> Result<Self, Error> {
        let Some(list) = text(&folder.join(LIST))? else {
            return if is_same(folder, target) || is_empty(folder)? {
                Ok(Self::default())
            } else {
                Err(Error::NoRelease(folder.to_owned()))
            };
        };
        let manifest = text(&folder.join(MANIFEST))?.unwrap_or_default();
        let (known, problems) = days(&manifest, &folder.join(MANIFEST));
        let there = list
            .lines()
            .filter(|path| is_hashed(path) && is_inside(path) && folder.join(path).is_file());
        // Without a day of its own it was current until now. A day that has not come is a slip of some clock.
        let dated = there.map(|path| {
            let last = known.get(path).copied().unwrap_or(day);
            (path.to_owned(), last.min(day))
        });
        Ok(Self {
            folder: folder.to_owned(),
            days: dated.filter(|(_, last)| day <= last.after(DAYS)).collect(),
            problems,
        })
    }

    /// Counts the files.
    #[must_use]
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Says whether there is no file.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// Leaves out what a release has itself.
    pub(super) fn beside(mut self, dist: &Dist) -> Self {
        self.days.retain(|path, _| dist.get(path).is_none());
        self
    }

    /// Lists their paths, sorted.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.days.keys().map(String::as_str)
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.days.contains_key(path)
    }

    /// Says where a file is to be read from, unless it stands in `root` already.
    pub(super) fn source(&self, path: &str, root: &Path) -> Option<PathBuf> {
        (!is_same(&self.folder, root)).then(|| self.folder.join(path))
    }

    /// Returns the text of [`MANIFEST`]; none where nothing is kept.
    pub(super) fn manifest(&self) -> Option<String> {
        let mut text = HEAD.to_owned();
        for (path, last) in &self.days {
            // A text takes every line.
            let _ = writeln!(text, "{last} {path}");
        }
        (!self.is_empty()).then_some(text)
    }
}

/// Reads the days of a manifest, and what is wrong with lines that have none.
fn days(manifest: &str, name: &Path) -> (BTreeMap<String, Date>, Vec<String>) {
    let mut days = BTreeMap::new();
    let mut problems = Vec::new();
    for (at, line) in manifest.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let read = line
            .split_once(' ')
            .and_then(|(day, path)| Some((path.to_owned(), day.parse().ok()?)));
        match read {
            Some((path, day)) => drop(days.insert(path, day)),
            None => problems.push(format!(
                "{}:{}: this is no day and file\n  help: nothing need be done; a file without a day is kept for {DAYS} days from today",
                name.display(),
                at + 1
            )),
        }
    }
    (days, problems)
}

/// Reads a file's text; none where there is no such file. Bytes that are no text become marks that no line here has.
fn text(path: &Path) -> Result<Option<String>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unread(path, error)),
    }
}

fn is_empty(folder: &Path) -> Result<bool, Error> {
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(unread(folder, error)),
    }
}

fn unread(path: &Path, error: io::Error) -> Error {
    let path = path.to_owned();
    Error::Read { path, error }
}

fn is_same(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().ok();
    one == other || (whole(one).is_some() && whole(one) == whole(other))
}

/// Says whether a path of a list, which somebody may have edited, leads nowhere but into its folder.
pub(super) fn is_inside(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_line_loses_nothing_and_is_told() {
        let text = format!(
            "{HEAD}2026-11-01 a.0a1b2c3d.js\nyesterday b.0a1b2c3d.js\n\n2026-11-02\u{fffd}\n"
        );
        let (days, problems) = days(&text, Path::new("dist/kept-files.txt"));
        assert_eq!(days.len(), 1);
        assert_eq!(problems.len(), 2);
        assert!(
            problems[0].starts_with("dist/kept-files.txt:3: "),
            "{problems:?}"
        );
        assert!(problems[1].starts_with("dist/kept-files.txt:5: "));
    }
}
