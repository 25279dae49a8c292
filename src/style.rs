//! Constructable style sheets: allowed by every security policy, shared by all our shadow roots.

use js_sys::{Array, Reflect};
use web_sys::{CssStyleSheet, Node};

/// The widget's one style sheet.
pub(super) struct Style(Option<CssStyleSheet>);

impl Style {
    /// Builds the sheet. Without support the widget shows unstyled, and still works.
    pub(super) fn new(css: &str) -> Self {
        let sheet = CssStyleSheet::new().ok();
        if let Some(sheet) = &sheet {
            let _ = sheet.replace_sync(css);
        }
        Self(sheet)
    }

    /// Puts the sheet after those that the root, or the document, has.
    pub(super) fn adopt(&self, root: &Node) {
        let Some(sheet) = &self.0 else { return };
        let name = "adoptedStyleSheets".into();
        let present =
            Reflect::get(root, &name).map_or_else(|_| Array::new(), |had| Array::from(&had));
        if !present.includes(sheet, 0) {
            present.push(sheet);
            let _ = Reflect::set(root, &name, &present);
        }
    }
}
