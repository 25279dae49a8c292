//! A letter of a printed page, with its place.

/// A letter, or several that are drawn as one, where it stands on the page.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub x: f64,
    /// From the foot of the page.
    pub y: f64,
    pub width: f64,
    pub size: f64,
    /// Written up or down the page.
    pub turned: bool,
    pub text: String,
}

impl Glyph {
    pub(super) fn is_letter(&self) -> bool {
        self.text.contains(char::is_alphanumeric)
    }
}
