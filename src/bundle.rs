//! Programs that only some pages load, beside the widget: see `src/bin`.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Gate, Widget, gate::message};

#[wasm_bindgen]
extern "C" {
    type Bundle;

    #[wasm_bindgen(catch, js_name = import)]
    async fn import(address: &str) -> Result<Bundle, JsValue>;

    /// Fetches and starts the module that lies beside the script.
    #[wasm_bindgen(method, catch, js_name = default)]
    async fn load(this: &Bundle) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn open(this: &Bundle, gate: &Gate, widget: Widget) -> Result<(), JsValue>;
}

/// Opens the bundle that the index knows by this name.
pub(super) fn open(name: &'static str, index: &JsValue, gate: &Gate, widget: Widget) {
    let file = Reflect::get(index, &name.into());
    let gate = gate.clone();
    spawn_local(async move {
        let opened = async {
            let file = file?.as_string().ok_or("not published")?;
            let bundle = import(&[gate.base(), file].concat()).await?;
            bundle.load().await?;
            bundle.open(&gate, widget)
        };
        if let Err(error) = opened.await {
            gate.fail(name, &message(&error));
        }
    });
}
