//! The clipboard, where the browser gives one.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write(text: &str) -> Result<Promise, JsValue>;
}

/// Puts a text on the clipboard.
///
/// # Errors
/// Without a secure context, without permission, and in browsers without a clipboard.
pub async fn write_text(text: &str) -> Result<(), JsValue> {
    JsFuture::from(write(text)?).await.map(drop)
}
