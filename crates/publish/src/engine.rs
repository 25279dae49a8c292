//! What is the same for every site: the widget and its bundles, the gate and what it loads, the styles. It is built once
//! (`crates/engine`), with everything small already; a site adds its data ([`script`](super::script)).

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};

use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{Dist, Error, hash::hash};

/// Names the page with the licences of what visitors load.
pub const LICENCES: &str = "licences.html";

/// Holds the engine's files by name. A compressed twin, made when the engine was, stands beside its file: `widget.js.br`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Engine(BTreeMap<String, Vec<u8>>);

impl Engine {
    /// Makes an engine of these files.
    #[must_use]
    pub fn of(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self(files)
    }

    /// Adds a file, or puts it in the place of the one of its name.
    pub fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
    }

    /// Reads what [`Engine::archive`] has written.
    ///
    /// # Errors
    /// [`Error::Archive`] for anything else.
    pub fn open(archive: &[u8]) -> Result<Self, Error> {
        let read = || -> Result<Self, ZipError> {
            let mut archive = ZipArchive::new(Cursor::new(archive))?;
            let mut files = BTreeMap::new();
            for at in 0..archive.len() {
                let mut file = archive.by_index(at)?;
                let mut bytes = Vec::new();
                file.read_to_end(&mut bytes)?;
                let name = file.name()?.into_owned();
                files.insert(name, bytes);
            }
            Ok(Self(files))
        };
        read().map_err(|error| Error::Archive(error.to_string()))
    }

    /// Packs all files into one zip, which is the same for the same files.
    ///
    /// # Errors
    /// [`Error::Archive`] for a name that no archive can hold.
    pub fn archive(&self) -> Result<Vec<u8>, Error> {
        let write = || -> Result<Vec<u8>, ZipError> {
            let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
            // Without a time of its own a file has that of 1980.
            let options =
                SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
            for (name, bytes) in &self.0 {
                archive.start_file(name, options)?;
                archive.write_all(bytes)?;
            }
            Ok(archive.finish()?.into_inner())
        };
        write().map_err(|error| Error::Archive(error.to_string()))
    }

    /// Returns a hash that tells this engine from another.
    #[must_use]
    pub fn hash(&self) -> String {
        let parts = self.0.iter();
        // The length keeps two files from passing for one.
        let parts = parts.map(|(name, bytes)| {
            [
                name.as_bytes(),
                &bytes.len().to_le_bytes(),
                bytes.as_slice(),
            ]
            .concat()
        });
        hash(&parts.collect::<Vec<_>>().concat())
    }

    /// Returns a file of text.
    ///
    /// # Errors
    /// [`Error::Engine`] when there is none of that name.
    pub(super) fn text(&self, name: &str) -> Result<&str, Error> {
        let text = self.0.get(name).and_then(|it| str::from_utf8(it).ok());
        text.ok_or_else(|| Error::Engine(name.to_owned()))
    }

    /// Returns a file.
    ///
    /// # Errors
    /// As [`Engine::text`].
    pub(super) fn bytes(&self, name: &str) -> Result<&[u8], Error> {
        let bytes = self.0.get(name).map(Vec::as_slice);
        bytes.ok_or_else(|| Error::Engine(name.to_owned()))
    }

    /// Publishes a file as it is, with its twins.
    ///
    /// # Errors
    /// As [`Engine::text`].
    pub(super) fn add(&self, dist: &mut Dist, name: &str, path: &str) -> Result<(), Error> {
        dist.add(path, self.bytes(name)?);
        for twin in [".br", ".gz"] {
            if let Some(bytes) = self.0.get(&[name, twin].concat()) {
                dist.add([path, twin].concat(), bytes.as_slice());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_gives_back_what_went_in_and_is_the_same_each_time() {
        let files = [("a.css", "x"), ("gate.js", "yyyyyyyyyyyyyyyyyyyyyyyyyyyy")];
        let files = files.map(|(name, text)| (name.to_owned(), text.into()));
        let engine = Engine::of(files.into());
        let archive = engine.archive().expect("plain names");
        assert_eq!(Engine::open(&archive).expect("just written"), engine);
        assert_eq!(engine.archive().expect("plain names"), archive);
        assert!(matches!(Engine::open(b"PK"), Err(Error::Archive(_))));
    }

    #[test]
    fn another_engine_has_another_hash() {
        let of = |files: &[(&str, &str)]| {
            let files = files
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).into()));
            Engine::of(files.collect()).hash()
        };
        let one = of(&[("a.js", "x"), ("b.js", "y")]);
        assert_eq!(one, of(&[("b.js", "y"), ("a.js", "x")]));
        assert_eq!(one.len(), 8);
        for other in [
            of(&[("a.js", "x"), ("b.js", "z")]),
            of(&[("a.js", "x"), ("c.js", "y")]),
            of(&[("a.js", "x")]),
        ] {
            assert_ne!(one, other);
        }
    }
}
