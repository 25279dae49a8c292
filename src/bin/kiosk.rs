//! The kiosk's entry: `open(gate, widget)` is what the widget calls. See `kiosk`.

fn main() {}

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod wasm {
    use council_notice::{Gate, kiosk};
    use wasm_bindgen::prelude::*;

    /// Makes the page a kiosk.
    ///
    /// # Errors
    /// When the tag's attributes cannot be read.
    #[wasm_bindgen]
    pub fn open(gate: Gate, widget: kiosk::WidgetHandle) -> Result<(), JsValue> {
        kiosk::open(gate, widget)
    }
}
