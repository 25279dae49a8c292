//! The components, one by one, in a real browser.
//!
//! Built for wasm32 only; on the host this file holds no test (`make components` checks that some ran).
#![cfg(target_arch = "wasm32")]

mod fixture;

mod guardian;
mod notice;
mod preferences;
mod why;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
