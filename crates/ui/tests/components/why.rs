//! "Why we ask".

use leptos::prelude::*;
use ui::Why;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};

use crate::fixture::{settle, show, strings};

#[wasm_bindgen_test]
async fn it_opens_and_closes_and_says_so() {
    let shown = show(|| {
        let open = RwSignal::new(false);
        view! {
            <Why t=strings() field="Bank details".to_owned() why="To pay you.".to_owned()
                lang="en".to_owned() dir="ltr".to_owned() open />
        }
    });
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

    // Esc closes it, and is no news to the page: what is around the field stays open.
    button.click();
    settle().await;
    let escape = KeyboardEventInit::new();
    escape.set_key("Escape");
    escape.set_bubbles(true);
    escape.set_cancelable(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &escape).unwrap();
    let heard = std::rc::Rc::new(std::cell::Cell::new(false));
    let listener = {
        let heard = heard.clone();
        wasm_bindgen::prelude::Closure::<dyn FnMut()>::new(move || heard.set(true))
    };
    let page = shown.place.parent_element().unwrap();
    page.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref())
        .unwrap();
    button.dispatch_event(&event).unwrap();
    settle().await;
    assert_eq!(state(), ("false".to_owned(), true));
    assert!(!heard.get());
}
