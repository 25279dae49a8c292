//! The cookie bar that the gate paints before (and without) any WebAssembly. Rendered at build time only; the
//! gate turns `data-council-notice` into actions.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

/// Renders the bar: what is asked, and three buttons of equal weight. With `exempt`, some categories are on before the answer:
/// the bar says so, and "Reject all" is the objection. `marked` says of words that a machine made that it did.
#[component]
pub fn CookieBar(t: Strings, exempt: bool, marked: bool) -> impl IntoView {
    let text = |text: Text| t.get(text).to_owned();
    let what = text(if exempt {
        Text::CookiesTextExempt
    } else {
        Text::CookiesText
    });
    let what = match t.get(Text::BarByMachine) {
        mark if marked && !mark.is_empty() => [&what, " ", mark].concat(),
        _ => what,
    };
    view! {
        <section part="banner" aria-labelledby="h">
            <h2 id="h">{text(Text::CookiesHeading)}</h2>
            <p>{what}</p>
            <div>
                <button part="accept" data-council-notice="accept">
                    {text(Text::AcceptAll)}
                </button>
                <button part="reject" data-council-notice="reject">
                    {text(Text::RejectAll)}
                </button>
                <button part="choose" data-council-notice="preferences">
                    {text(Text::Choose)}
                </button>
            </div>
        </section>
    }
}

/// Renders one line after the choice; the deferred module shows the span of the state reached.
#[component]
pub fn Confirmation(t: Strings) -> impl IntoView {
    let text = |text: Text| t.get(text).to_owned();
    view! {
        <section part="confirmation" aria-labelledby="c">
            <p id="c" role="status" tabindex="-1">
                <span data-state="accepted">{text(Text::Accepted)}</span>
                <span data-state="rejected">{text(Text::Rejected)}</span>
                <span data-state="saved">{text(Text::ChoiceSaved)}</span>
                <span data-state="signal">{text(Text::SignalHonoured)}</span>
            </p>
            <div>
                <button data-council-notice="preferences">{text(Text::Change)}</button>
                <button data-council-notice="hide">{text(Text::Hide)}</button>
            </div>
        </section>
    }
}
