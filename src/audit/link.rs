//! What the audit knows of the widget, which is another module.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The widget (see `Widget`) from outside.
    #[derive(Clone)]
    pub type WidgetHandle;

    /// The notice that stands in an element: service, part and audience, empty where there is none.
    #[wasm_bindgen(method)]
    pub(super) fn shown(this: &WidgetHandle, element: &Element) -> Vec<String>;
}
