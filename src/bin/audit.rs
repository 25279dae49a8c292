//! The audit's entry: `open(gate, widget)` is what the widget calls. See `audit`.

fn main() {}

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod wasm {
    use council_notice::{Gate, audit};
    use wasm_bindgen::prelude::*;

    /// Lays the audit over the page.
    ///
    /// # Errors
    /// When the tag's attributes cannot be read.
    #[wasm_bindgen]
    pub fn open(gate: Gate, widget: audit::WidgetHandle) -> Result<(), JsValue> {
        audit::open(gate, widget)
    }
}
