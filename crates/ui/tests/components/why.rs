//! "Why we ask".

use leptos::prelude::*;
use ui::Why;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{settle, show, strings};

#[wasm_bindgen_test]
async fn it_opens_and_closes_and_says_so() {
    let shown = show(|| view! { <Why t=strings() field="Bank details".to_owned() /> });
    let (button, reason) = (shown.one("button"), shown.one(".reason"));
    let state = || {
        (
            button.get_attribute("aria-expanded").unwrap(),
            reason.hidden(),
        )
    };
    assert_eq!(state(), ("false".to_owned(), true));
    button.click();
    settle().await;
    assert_eq!(state(), ("true".to_owned(), false));
    button.click();
    settle().await;
    assert_eq!(state(), ("false".to_owned(), true));
}
