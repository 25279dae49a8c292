//! An element to be filled with ready-made markup.

use leptos::prelude::Callback;
use send_wrapper::SendWrapper;
use web_sys::Element;

/// An element handed from a component to the page's side. Components may cross threads as far as their types can
/// tell; elements may not, and in a browser never do.
pub struct ElementHandle(SendWrapper<Element>);

impl ElementHandle {
    /// Wraps the element.
    #[must_use]
    pub fn new(element: Element) -> Self {
        Self(SendWrapper::new(element))
    }

    /// Returns the element.
    #[must_use]
    pub fn element(&self) -> &Element {
        &self.0
    }
}

/// Fills a place; [`ElementHandle`] says why it may be called from anywhere.
pub type Fill = Callback<ElementHandle>;
