//! "Copy the message" of the rights helper.

use leptos::prelude::window;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::clipboard;

/// Copies the message that a clicked button belongs to, and says so beside it. Where the browser keeps the clipboard to
/// itself (plain http, a policy, a refusal) the message is selected instead.
pub(super) fn copy(button: &Element) {
    let find = |selector: &str| {
        let request = button.closest(".request").ok().flatten()?;
        request.query_selector(selector).ok().flatten()
    };
    let (Some(message), Some(status)) = (find(".message"), find("[role=status]")) else {
        return;
    };
    // A screen reader announces the same text again only when it was gone in between.
    status.set_text_content(None);
    spawn_local(async move {
        let text = message.text_content().unwrap_or_default();
        let said = match clipboard::write_text(&text).await {
            Ok(_) => "data-copied",
            Err(_) => {
                if let Ok(Some(selection)) = window().get_selection() {
                    let _ = selection.select_all_children(&message);
                }
                "data-selected"
            }
        };
        status.set_text_content(status.get_attribute(said).as_deref());
    });
}
