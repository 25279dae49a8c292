//! A line of a plain text, and how it stands on its page.

/// A line that is not blank.
pub(super) struct Line {
    /// In the file, counted from one.
    pub number: usize,
    /// What stands in it.
    pub text: String,
    /// Whether a blank line, or the beginning of the text, stands before it.
    pub gap: bool,
    /// Whether something that belonged to a page stood before it.
    pub crossed: bool,
    /// Whether it is set in as far as the text of the item above it, behind the item's mark.
    pub hangs: bool,
    /// Whether the next word had no room on the line, so that the end of the line says nothing.
    pub full: bool,
}
