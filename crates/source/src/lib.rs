//! Text into notices and back.
//!
//! | module | what it is |
//! |---|---|
//! | [`parse`] | Markdown and TOML into notices, with every problem at its line |
//! | [`print`] | a notice as its source again, for drafts and for old versions |
//! | [`draft`] | the first draft of a notice: empty, or from a text, web page, Word document or PDF that is there already |
//!
//! Nothing here reads a disk, knows the day or writes to a terminal: files come in as text, problems go out as data.

pub mod draft;
pub mod parse;
pub mod print;
