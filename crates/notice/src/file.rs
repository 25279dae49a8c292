//! A text file that notices are read from.

/// One file: its path within the folder with slashes, the name to show, and its text.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    pub name: String,
    pub text: String,
}
