//! A site folder as it was read: everything that a council says, in memory.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use source::parse::{File, Problem, Problems, Settings, Source, read_folder};

use super::{Error, dated_law, succession::FOLDER};

/// Holds the files that are a site's own; [`read_site`](super::read_site) reads it from disk.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// What holds for the whole site.
    pub settings: Settings,
    /// Name of the folder `notices/`, as it was opened.
    pub folder: String,
    /// Files of `notices/`, by their path in it.
    pub notices: Vec<File>,
    /// What is wrong with those that could not be read.
    pub unread: Vec<Problem>,
    /// Kept versions of notices, as JSON.
    pub history: Vec<File>,
    /// The text of `site.toml`; empty where there is none.
    pub text: String,
    /// The record of processing that it names, with its name.
    pub record: Option<(String, Vec<u8>)>,
    /// What is published as it is, by its path under the published root.
    pub public: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Parses the files of `notices/`.
    ///
    /// # Errors
    /// Every problem of every file at once.
    pub fn source(&self) -> Result<Source, Problems> {
        read_folder(
            &self.notices,
            &self.folder,
            self.settings.base(),
            self.unread.clone(),
            &self.settings.policies,
        )
    }

    /// Reads a file of `notices/`, named from the site folder: what is published says the same on every machine.
    ///
    /// # Errors
    /// [`Error::Read`] when there is none.
    pub(super) fn file(&self, path: &str) -> Result<File, Error> {
        self.maybe(path).ok_or_else(|| Error::Read {
            path: PathBuf::from(&self.folder).join(path),
            error: std::io::ErrorKind::NotFound.into(),
        })
    }

    /// Reads the same, or nothing.
    pub(super) fn maybe(&self, path: &str) -> Option<File> {
        let file = self.notices.iter().find(|file| file.path == path)?;
        // A draft that stands in for its notice is where somebody would look.
        let drafted = Path::new(&file.name)
            .parent()
            .is_some_and(|folder| folder.ends_with(FOLDER));
        let name = if drafted {
            format!("notices/{FOLDER}/{path}")
        } else {
            format!("notices/{path}")
        };
        Some(File {
            path: name.clone(),
            name,
            text: file.text.clone(),
        })
    }

    /// Reads the dated facts that its notices are held against.
    pub(super) fn facts(&self) -> File {
        dated_law::facts(self.maybe("facts.toml"))
    }

    /// Reads what every notice may have been read from beside its own file.
    ///
    /// # Errors
    /// [`Error::Read`] without `controllers.toml`.
    pub(super) fn common(&self) -> Result<Vec<File>, Error> {
        let of_all = |path: &&str| path.starts_with("shared/") && path.ends_with(".md");
        let paths = self.notices.iter().map(|file| file.path.as_str());
        paths
            .filter(of_all)
            .chain(["controllers.toml"])
            .map(|path| self.file(path))
            .collect()
    }
}
