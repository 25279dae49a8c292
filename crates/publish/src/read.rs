//! Reading what somebody names or has put into a site's folder: files that have an end.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read},
    path::Path,
};

/// Bytes of the largest source that is taken: no notice comes from a larger one, and what goes on for ever comes to an end.
pub(crate) const MOST: u64 = 64 << 20;

/// Reads the bytes of a source.
///
/// # Errors
/// Those of [`whole`], and one for more than [`MOST`].
pub(crate) fn bytes(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
    let path = path.as_ref();
    regular(path)?;
    limited(File::open(path)?)
}

/// Reads the text of a source.
///
/// # Errors
/// Those of [`bytes`], and one for what is not UTF-8.
pub(crate) fn text(path: impl AsRef<Path>) -> io::Result<String> {
    utf8(bytes(path)?)
}

/// Reads the bytes of a file of any size.
///
/// # Errors
/// Why it cannot be read. A pipe to which nobody writes would never be, and a device may have no end: neither is read.
pub(crate) fn whole(path: impl AsRef<Path>) -> io::Result<Vec<u8>> {
    regular(path.as_ref())?;
    fs::read(path)
}

/// Reads the text of the standard input.
///
/// # Errors
/// Those of [`text`].
pub(crate) fn standard_input() -> io::Result<String> {
    utf8(limited(io::stdin())?)
}

fn regular(path: &Path) -> io::Result<()> {
    let kind = fs::metadata(path)?.file_type();
    // The system itself reports that a folder is no file.
    if kind.is_file() || kind.is_dir() {
        return Ok(());
    }
    let said = "it is a pipe or a device: save what comes out of it as a file";
    Err(io::Error::new(ErrorKind::InvalidInput, said))
}

fn limited(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(MOST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST {
        let said = format!("it has more than {} MB", MOST >> 20);
        return Err(io::Error::new(ErrorKind::InvalidData, said));
    }
    Ok(bytes)
}

fn utf8(bytes: Vec<u8>) -> io::Result<String> {
    let said = "stream did not contain valid UTF-8";
    String::from_utf8(bytes).map_err(|_| io::Error::new(ErrorKind::InvalidData, said))
}
