//! Reading what somebody names or has put into a site's folder: files that have an end.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read},
    path::Path,
};

use source::draft::{Decoded, decode};

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
/// Those of [`bytes`], and one for what is no text.
pub(crate) fn text(path: impl AsRef<Path>) -> io::Result<String> {
    decoded(bytes(path)?)
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
    decoded(limited(io::stdin())?)
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

/// Reads text in UTF-8, or as Notepad may have saved it: in UTF-16, or in the letters of Windows. UTF-8 that is damaged is neither:
/// taken for the last, all its other letters would be wrong.
fn decoded(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).or_else(|error| {
        let Decoded {
            text,
            unread,
            encoding,
        } = decode(error.as_bytes());
        let is_letter = |mark: char| !mark.is_ascii() && mark != char::REPLACEMENT_CHARACTER;
        let is_damaged = !encoding.starts_with("UTF-16")
            && String::from_utf8_lossy(error.as_bytes()).contains(is_letter);
        if unread == 0 && !is_damaged && !text.contains('\0') {
            return Ok(text);
        }
        let said = "it is no text\n  help: save it as plain text, in UTF-8";
        Err(io::Error::new(ErrorKind::InvalidData, said))
    })
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_notepad_saves_is_read() {
        let text = "title = \"Berths – yours\"\r\n";
        let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16().flat_map(bytes);
            mark.into_iter().chain(units).collect::<Vec<u8>>()
        };
        for saved in [
            text.as_bytes().to_vec(),
            wide([0xff, 0xfe], u16::to_le_bytes),
            wide([0xfe, 0xff], u16::to_be_bytes),
            b"title = \"Berths \x96 yours\"\r\n".to_vec(),
        ] {
            assert_eq!(decoded(saved).expect("text"), text);
        }
    }

    #[test]
    fn neither_a_picture_nor_damaged_text_is_read() {
        let damaged = "It’s in the harbour".replace("harbour", "\u{1}");
        let damaged = damaged
            .into_bytes()
            .into_iter()
            .map(|byte| if byte == 1 { 0xe9 } else { byte });
        for bytes in [
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff".to_vec(),
            damaged.collect(),
        ] {
            let said = decoded(bytes).expect_err("no text").to_string();
            assert!(said.contains("save it as plain text, in UTF-8"), "{said}");
        }
    }
}
