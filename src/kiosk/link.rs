//! What the kiosk knows of the widget, which is another module.

use wasm_bindgen::prelude::*;

use crate::Gate;

#[wasm_bindgen]
extern "C" {
    /// The widget (see `Widget`) from outside.
    #[derive(Clone)]
    pub type Face;

    #[wasm_bindgen(method, catch)]
    pub(super) async fn speak(this: &Face, gate: &Gate) -> Result<JsValue, JsValue>;
}
