//! Why a source cannot be brought in.

/// Why a source cannot be brought in. Each variant says what to do instead.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error(
        "it is no text, no web page, no .docx and no PDF\n  help: save it as one of these first; an old .doc or an .odt opens in \
         Word or LibreOffice"
    )]
    Unknown,
}
