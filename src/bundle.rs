//! Programs that only some pages load, beside the widget: see `src/bin`.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::{Gate, gate::message, retry_delay::retry_delay};

#[wasm_bindgen]
extern "C" {
    type BundleModule;

    #[wasm_bindgen(catch, js_name = import)]
    async fn import(address: &str) -> Result<BundleModule, JsValue>;

    /// Starts the module that it is given; with undefined it fetches the one that lies beside the script.
    #[wasm_bindgen(method, catch, js_name = default)]
    async fn load(this: &BundleModule, module: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn open(this: &BundleModule, gate: &Gate, widget: &JsValue) -> Result<(), JsValue>;
}

/// Opens the bundle that the index knows by this name. With `again` it is asked for until it comes: on a shared screen
/// nobody loads the page anew.
pub(super) fn open(name: &'static str, index: &JsValue, gate: &Gate, widget: JsValue, again: bool) {
    let file = Reflect::get(index, &name.into());
    let file = file.ok().and_then(|file| file.as_string());
    let gate = gate.clone();
    spawn_local(async move {
        let Some(file) = file else {
            return gate.fail(name, "not published");
        };
        let address = [gate.files(), file].concat();
        let mut tries = 0;
        let bundle = loop {
            match load(&gate, name, &address, tries).await {
                Ok(bundle) => break bundle,
                // Told once.
                Err(error) if tries == 0 => gate.fail(name, &message(&error)),
                Err(_) => {}
            }
            if !again {
                return;
            }
            retry_delay().await;
            tries += 1;
        };
        if let Err(error) = bundle.open(&gate, &widget) {
            gate.fail(name, &message(&error));
        }
    });
}

/// Fetches the bundle and starts it. Firefox and WebKit remember for the page's life that an address failed: a later try
/// uses another one.
async fn load(gate: &Gate, name: &str, address: &str, tries: u32) -> Result<BundleModule, JsValue> {
    let bundle = match tries {
        0 => import(address).await?,
        _ => import(&format!("{address}?{tries}")).await?,
    };
    bundle.load(gate.checked_module(name).await?).await?;
    Ok(bundle)
}
