//! A text file that notices are read from.

/// One file: its path within the folder with slashes, the name to show, and its text.
#[derive(Clone, Debug)]
pub struct File {
    /// Path within the folder, with `/` between folders.
    pub path: String,
    /// The name by which people are told of it.
    pub name: String,
    /// All of its text.
    pub text: String,
}
