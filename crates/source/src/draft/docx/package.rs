//! The files that a .docx is packed of.

use std::{
    collections::HashMap,
    io::{Cursor, Read as _},
};

use zip::{ZipArchive, result::ZipError};

use super::{Refused, parse, value};

/// No part of a notice is larger; more would be an attack.
const MOST: u64 = 64 << 20;

pub(super) struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        archive
            .map(Self)
            .map_err(|error| Refused::Broken(error.to_string()))
    }

    /// Returns the text of a part, if it is there.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<String>, Refused> {
        let broken = |error: &dyn std::fmt::Display| Refused::Broken(format!("{name}: {error}"));
        let file = match self.0.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&error)),
        };
        let mut bytes = Vec::new();
        let read = file.take(MOST).read_to_end(&mut bytes);
        read.map_err(|error| broken(&error))?;
        if bytes.len() as u64 == MOST {
            return Err(broken(&"it is larger than any notice"));
        }
        Ok(Some(
            crate::draft::decode(&bytes)
                .text
                .trim_start_matches('\u{feff}')
                .to_owned(),
        ))
    }

    /// Says where the links of a part lead, by their ids.
    pub(super) fn links(&mut self, name: &str) -> Result<HashMap<String, String>, Refused> {
        let Some(text) = self.read(name)? else {
            return Ok(HashMap::new());
        };
        let document = parse(&text)?;
        let nodes = document.root_element().children();
        let links = nodes.filter(|it| value(*it, "TargetMode") == Some("External"));
        Ok(links
            .filter_map(|it| Some((value(it, "Id")?.to_owned(), value(it, "Target")?.to_owned())))
            .collect())
    }

    /// Lists the names of the parts with headers and footers.
    pub(super) fn edges(&self) -> Vec<String> {
        let names = self.0.file_names().filter_map(Result::ok);
        let edge = |name: &String| {
            name.strip_prefix("word/").is_some_and(|name| {
                (name.starts_with("header") || name.starts_with("footer")) && name.ends_with(".xml")
            })
        };
        let mut edges: Vec<String> = names.map(|name| name.into_owned()).filter(edge).collect();
        edges.sort();
        edges
    }
}
