//! What the page stores that nobody declared.

use leptos::prelude::*;
use notice::audit::{Stored, UNDECLARED};

/// Renders the list, or a line that nothing was found so far.
pub(crate) fn stored(undeclared: Vec<Stored>) -> impl IntoView {
    let [heading, remedy] = UNDECLARED;
    let is_empty = undeclared.is_empty();
    let said = if is_empty {
        "✓ Nothing found so far. The whole visit counts: accept cookies, and look again."
    } else {
        remedy
    };
    let items = undeclared.into_iter();
    let items = items.map(|one| view! { <li>{one.to_string()}</li> });
    view! {
        <section class="audit-stored">
            <h3>{heading}</h3>
            <p>{said}</p>
            <ul class="findings">{items.collect_view()}</ul>
        </section>
    }
}
