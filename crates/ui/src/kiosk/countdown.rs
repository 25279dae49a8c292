//! "Are you still there?": asked before everything is wiped (WCAG 2.2.1).

use leptos::{html, prelude::*};
use notice::{
    kiosk::COUNTDOWN,
    strings::{Strings, Text},
};

use crate::kiosk::Tools;

/// The ring's circumference, in the units of its drawing.
const ROUND: f64 = 2.0 * std::f64::consts::PI * 54.0;

/// Renders a dialog over the whole screen, so that the next visitor reads nothing that the last one left. Its one big button, and
/// Escape, keep everything as it is.
#[component]
pub fn Countdown(tools: Tools, strings: RwSignal<Strings>) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let due = Memo::new(move |_| tools.left.get().is_some());
    Effect::new(move |_| match due.get() {
        true => crate::show_modal(dialog.get_untracked().as_ref()),
        false => crate::close_modal(dialog.get_untracked().as_ref()),
    });
    // Announced at the start, at ten and at five: a screen reader that counts every second could say nothing else.
    let told = Memo::new(
        move |before: Option<&u32>| match (tools.left.get(), before) {
            (None, _) => 0,
            (Some(left @ (10 | 5)), _) => left,
            (Some(_), Some(&before)) if before > 0 => before,
            (Some(left), _) => left,
        },
    );
    let words = move |left: u32| strings.with(|t| t.with(Text::KioskClears, &left.to_string()));
    let gone = move || {
        let whole = f64::from(COUNTDOWN.as_secs() as u32);
        let left = f64::from(tools.left.get().unwrap_or_default());
        // The ring reaches its end when the time does: it is always one step ahead.
        (ROUND * (1.0 - (left - 1.0).max(0.0) / whole)).to_string()
    };
    let text = move |text: Text| move || strings.with(|t| t.get(text).to_owned());
    view! {
        <dialog part="kiosk-countdown" class="countdown" aria-labelledby="countdown-title"
            aria-describedby="countdown-text" node_ref=dialog
            on:close=move |_| if tools.left.get_untracked().is_some() { tools.stay.run(()) }>
            <h1 id="countdown-title">{text(Text::KioskThere)}</h1>
            <div class="ring" aria-hidden="true">
                <svg viewBox="0 0 120 120">
                    <circle class="track" cx="60" cy="60" r="54"></circle>
                    <circle class="left" cx="60" cy="60" r="54" transform="rotate(-90 60 60)"
                        stroke-dasharray=ROUND.to_string() stroke-dashoffset=gone></circle>
                </svg>
                <span>{move || tools.left.get().unwrap_or_default()}</span>
            </div>
            <p id="countdown-text" role="timer" aria-live="assertive">{move || words(told.get())}</p>
            <button part="kiosk-stay" class="stay" type="button" autofocus=true
                on:click=move |_| tools.stay.run(())>
                {text(Text::KioskStay)}
            </button>
            <button class="leave" type="button" on:click=move |_| tools.restart.run(())>
                {text(Text::KioskRestart)}
            </button>
        </dialog>
    }
}
