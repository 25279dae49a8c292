//! "Why we ask" beside a form field.

use leptos::{ev::KeyboardEvent, prelude::*};
use notice::strings::{Strings, Text};

/// Renders a quiet disclosure: the words, or a sign where they have no room. The widget puts it in its place.
///
/// The reason is here for the eye. It stands in the light DOM (the slot) as well, where the field's `aria-describedby` can
/// reach it, and the page's styles too.
#[component]
pub fn Why(
    /// The interface's words.
    t: Strings,
    /// The field's label, for people who hear the button out of its place.
    field: String,
    /// The reason.
    why: String,
    /// Language of the reason.
    lang: String,
    /// Which way it is written.
    dir: String,
    /// Whether the reason shows.
    open: RwSignal<bool>,
) -> impl IntoView {
    let label = t.with(Text::WhyAskField, &field);
    let text = t.get(Text::WhyAsk).to_owned();
    // What is around the field, a dialog of the page's perhaps, stays open.
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            event.stop_propagation();
            open.set(false);
        }
    };
    view! {
        <button
            part="why"
            class="why"
            type="button"
            aria-label=label
            aria-expanded=move || if open.get() { "true" } else { "false" }
            on:click=move |_| open.update(|open| *open = !*open)
            on:keydown=escape
        >
            <span class="words">{text}</span>
            <span class="sign">"?"</span>
            <span class="baseline"></span>
        </button>
        <div class="reason" lang=lang dir=dir hidden=move || !open.get()>{why}</div>
        <div hidden><slot></slot></div>
    }
}
