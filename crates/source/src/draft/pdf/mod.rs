//! A PDF with text into a plain text, whose lines are those of the print.

mod drawn;
mod glyph;
mod lay;
mod ruled;
mod widths;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{
    ColorSpace, Document, MediaBox, OutputDev, OutputError, Path, Transform, output_doc,
};

use super::Refused;
use glyph::Glyph;
use lay::Page;

/// A page with fewer letters than this is taken for a picture.
const LETTERS: usize = 20;

/// Says whether a file is a PDF. What sent it may have put a few bytes before it.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(1024)];
    start.windows(5).any(|window| window == b"%PDF-")
}

/// Returns the text of a PDF: a line for each of the print, an empty one for each gap, and a form feed between pages.
///
/// # Errors
/// A file that needs a password, pictures of text, text in columns, letters that are not named, or a damaged file. A panic
/// of the library is one of these.
pub(super) fn text(bytes: &[u8]) -> Result<String, Refused> {
    let pages = catch_unwind(AssertUnwindSafe(|| pages(bytes)));
    let pages =
        pages.unwrap_or_else(|_| Err(Refused::Broken("its text cannot be read".to_owned())))?;
    let letters = |page: &Page| page.letters();
    let all: usize = pages.iter().map(letters).sum();
    // What was not unlocked reads as empty.
    let locked = bytes.windows(8).any(|window| window == b"/Encrypt");
    if all == 0 && locked {
        return Err(Refused::Locked);
    }
    if all < LETTERS || all < pages.len() * LETTERS / 2 {
        return Err(Refused::Scanned);
    }
    let unnamed: usize = pages.iter().map(Page::unnamed).sum();
    if unnamed * 5 > all {
        return Err(Refused::Unnamed);
    }
    if let Some(at) = pages.iter().position(Page::is_in_columns) {
        return Err(Refused::Columns(at + 1));
    }
    let texts: Vec<String> = pages.iter().map(Page::text).collect();
    Ok(texts.join("\n\u{c}"))
}

fn pages(bytes: &[u8]) -> Result<Vec<Page>, Refused> {
    let broken = |error: &dyn std::fmt::Display| Refused::Broken(error.to_string());
    let mut document = Document::load_mem(bytes).map_err(|error| broken(&error))?;
    // A file that may be read and not changed opens without a password.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Refused::Locked);
    }
    widths::spell_out(&mut document);
    let mut reader = GlyphReader::default();
    match output_doc(&document, &mut reader) {
        Ok(()) => Ok(reader.pages),
        Err(error) => Err(broken(&error)),
    }
}

/// Takes down what the library reads, each letter with its place.
#[derive(Default)]
struct GlyphReader {
    pages: Vec<Page>,
}

impl OutputDev for GlyphReader {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page::default());
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let across = (place.m11 * place.m11 + place.m12 * place.m12).sqrt() * size;
        let glyph = Glyph {
            x: place.m31,
            y: place.m32,
            width: width * across,
            size: across.max(0.1),
            turned: place.m12.abs() > place.m11.abs() * 0.2,
            text: letters(text),
        };
        if let Some(page) = self.pages.last_mut() {
            page.glyphs.push(glyph);
        }
        Ok(())
    }

    fn fill(
        &mut self,
        place: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        if let Some(page) = self.pages.last_mut() {
            page.drawing.fill(place, path);
        }
        Ok(())
    }

    fn stroke(
        &mut self,
        place: &Transform,
        _: &ColorSpace,
        _: &[f64],
        path: &Path,
    ) -> Result<(), OutputError> {
        if let Some(page) = self.pages.last_mut() {
            page.drawing.stroke(place, path);
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Letters that print has drawn as one.
fn letters(text: &str) -> String {
    let mut out = String::new();
    for mark in text.chars() {
        match mark {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            '\n' | '\r' | '\u{c}' => out.push(' '),
            mark => out.push(mark),
        }
    }
    out
}
