//! What the kiosk knows of the widget, which is another module.

use wasm_bindgen::prelude::*;

use crate::Gate;

#[wasm_bindgen]
extern "C" {
    /// The widget (see `Widget`) from outside.
    #[derive(Clone)]
    pub type WidgetHandle;

    #[wasm_bindgen(method, catch)]
    pub(super) async fn speak(this: &WidgetHandle, gate: &Gate) -> Result<JsValue, JsValue>;
}
