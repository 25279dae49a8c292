//! Why a source cannot be brought in.

/// Why a source cannot be brought in. Each variant says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A file of no kind that is read.
    #[error(
        "it is no text, no web page, no .docx and no PDF\n  help: save it as one of these first; an old .doc or an .odt opens in \
         Word or LibreOffice"
    )]
    Unknown,
    /// A file of a kind that is read, which does not open: what its reader says.
    #[error(
        "it is damaged: {0}\n  help: open it in the program that it was made with, and save it again"
    )]
    Broken(String),
    /// A PDF that opens with a password alone.
    #[error(
        "it needs a password\n  help: open it with the password, print it into a new PDF, and bring that in"
    )]
    Locked,
    /// A PDF of pictures.
    #[error(
        "it holds pictures of text, as a scanner makes them\n  help: ask for the file that was printed, or have it read by a program \
         for text recognition and bring its text in"
    )]
    Scanned,
    /// A PDF whose fonts do not say which letters they draw.
    #[error(
        "its letters have no names, so that its text cannot be read\n  help: ask for the file that it was made from, or select all \
         of it, copy it into a text file, and compare"
    )]
    Unnamed,
    /// A PDF with text in columns, and the first page that has them.
    #[error(
        "page {0} runs in columns, whose sentences would be mixed up\n  help: ask for the file that it was made from, or copy column \
         by column into a text file"
    )]
    Columns(usize),
    /// What came before .docx; a protected .docx is packed in the same way.
    #[error(
        "it is an old .doc, or protected by a password\n  help: open it in Word or LibreOffice and save it as .docx without a password"
    )]
    Old,
}
