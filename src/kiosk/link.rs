//! The part of the widget that the kiosk calls. The two are separate WebAssembly modules.

use wasm_bindgen::prelude::*;

use crate::Gate;

#[wasm_bindgen]
extern "C" {
    /// The widget as JavaScript hands it over (see `Widget`).
    #[derive(Clone)]
    pub type WidgetHandle;

    #[wasm_bindgen(method, catch)]
    pub(super) async fn speak(this: &WidgetHandle, gate: &Gate) -> Result<JsValue, JsValue>;
}
