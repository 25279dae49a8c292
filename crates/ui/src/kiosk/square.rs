//! A notice to take home: a QR code of its address, drawn in the browser.

use std::fmt::Write as _;

use fast_qr::QRBuilder;
use leptos::{html, prelude::*};
use notice::strings::{Strings, Text};

use crate::kiosk::Tools;

/// Light modules that a reader wants around the code (ISO/IEC 18004).
const QUIET: usize = 4;

/// Renders a dialog with the code of the address in `tools.taken`, and the address in words.
#[component]
pub fn Square(tools: Tools, strings: RwSignal<Strings>) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| match tools.taken.get().is_some() {
        true => crate::show_modal(dialog.get_untracked().as_ref()),
        false => crate::close_modal(dialog.get_untracked().as_ref()),
    });
    let text = move |text: Text| move || strings.with(|t| t.get(text).to_owned());
    let code = move || {
        let (size, path) = drawing(&tools.taken.get()?)?;
        let title = strings.with(|t| t.get(Text::KioskSquare).to_owned());
        Some(view! {
            <svg class="code" role="img" aria-label=title viewBox=format!("0 0 {size} {size}") shape-rendering="crispEdges">
                <path class="ground" d=format!("M0 0h{size}v{size}H0z")></path>
                <path class="dots" d=path></path>
            </svg>
        })
    };
    view! {
        <dialog class="square" aria-labelledby="square-title" node_ref=dialog
            on:close=move |_| tools.taken.set(None)>
            <h1 id="square-title">{text(Text::KioskTakeHeading)}</h1>
            <p>{text(Text::KioskScan)}</p>
            {code}
            <p class="address" dir="ltr">{move || tools.taken.get()}</p>
            <button class="stay" type="button" on:click=move |_| tools.taken.set(None)>{text(Text::Close)}</button>
        </dialog>
    }
}

/// Returns the side of the code and its dark modules as one path; nothing when the address is too long for any code.
///
/// ```
/// let (side, path) = ui::qr_drawing("https://notices.example/").unwrap();
/// assert_eq!(side, 29 + 8);
/// assert!(path.starts_with("M4 4h7v1h-7z"));
/// ```
pub fn drawing(address: &str) -> Option<(usize, String)> {
    let code = QRBuilder::new(address).build().ok()?;
    let mut path = String::new();
    for (y, row) in (0..code.size).map(|y| (y, &code[y])) {
        let mut x = 0;
        while x < code.size {
            let dark = row[x..code.size]
                .iter()
                .take_while(|module| module.value())
                .count();
            if dark > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET);
            }
            x += dark.max(1);
        }
    }
    Some((code.size + 2 * QUIET, path))
}
