//! "Why we ask" beside a form field.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

/// A quiet disclosure. The reason itself stands in the light DOM (the slot), where the field's `aria-describedby`
/// can reach it.
#[component]
pub fn Why(
    /// The interface's words.
    t: Strings,
    /// The field's label, for people who hear the button out of its place.
    field: String,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let label = t.with(Text::WhyAskField, &field);
    let text = t.get(Text::WhyAsk).to_owned();
    view! {
        <button
            part="why"
            class="why"
            type="button"
            aria-label=label
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
        >
            {text}
        </button>
        <div class="reason" hidden=move || !open.get()>
            <slot></slot>
        </div>
    }
}
