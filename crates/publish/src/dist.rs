//! The published folder, held in memory until everything is right.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{Error, hash::hash, write};

/// Files by their path under the published root, with `/` between folders.
#[derive(Debug, Default)]
pub struct Dist {
    root: PathBuf,
    files: BTreeMap<String, Vec<u8>>,
    /// What differs from the folder on disk.
    changed: BTreeSet<String>,
}

impl Dist {
    /// Reads what stands in the folder already: the widget and the pages that Trunk put there. A folder that is
    /// not there is empty.
    ///
    /// # Errors
    /// [`Error::Read`] names the file that could not be read.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let mut dist = Self {
            root: root.to_owned(),
            ..Self::default()
        };
        if root.exists() {
            dist.read_folder(root, "")?;
        }
        Ok(dist)
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> Result<(), Error> {
        let failed = |error| Error::Read {
            path: folder.to_owned(),
            error,
        };
        for entry in fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.read_folder(&entry.path(), &format!("{name}/"))?;
            } else if !is_packed(&name) && !write::is_staged(&name) {
                self.files.insert(name, read(&entry.path())?);
            }
        }
        Ok(())
    }

    /// Adds a file under a stable name.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        let path = path.into();
        self.changed.insert(path.clone());
        self.files.insert(path, bytes.into());
    }

    /// Adds a file whose name carries its content's hash, and gives the name: a browser may keep it for ever.
    pub fn add_hashed(&mut self, stem: &str, end: &str, bytes: impl Into<Vec<u8>>) -> String {
        let bytes = bytes.into();
        let path = format!("{stem}{}{end}", hash(&bytes));
        self.add(path.clone(), bytes);
        path
    }

    /// Takes a file out, so that it is gone from the folder too.
    pub fn take(&mut self, path: &str) -> Option<Vec<u8>> {
        self.changed.insert(path.to_owned());
        self.files.remove(path)
    }

    /// The folder that [`Dist::write`] writes to.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Path and content of every file, sorted by path.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The content of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Brings the folder on disk in line ([`write`]).
    ///
    /// # Errors
    /// Those of [`write::write`].
    pub fn write(&self) -> Result<(), Error> {
        let changes = self.changed.iter();
        let changes = changes.map(|path| (path.as_str(), self.get(path)));
        write::write(&self.root, changes)
    }
}

/// Reads a whole file.
///
/// # Errors
/// [`Error::Read`] names it.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::Read {
        path: path.to_owned(),
        error,
    })
}

/// Reads a text file.
///
/// # Errors
/// [`Error::Read`] names it, also when it is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::Read {
        path: path.to_owned(),
        error,
    })
}

/// Compact JSON.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    // The published types have string keys only, which is all that JSON could object to.
    serde_json::to_vec(value).expect("published types are plain JSON")
}

/// Made by `publish` beside another file.
fn is_packed(path: &str) -> bool {
    path.ends_with(".br") || path.ends_with(".gz")
}
