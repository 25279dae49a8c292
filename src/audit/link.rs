//! The part of the widget that the audit calls. The two are separate WebAssembly modules.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The widget as JavaScript hands it over (see `Widget`).
    #[derive(Clone)]
    pub type WidgetHandle;

    /// Names the notice that stands in an element: service, part and audience, empty where there is none.
    #[wasm_bindgen(method)]
    pub(super) fn shown(this: &WidgetHandle, element: &Element) -> Vec<String>;
}
