//! What never changes in the guardian prompt: the picture, and where to turn. Rendered at build time only.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

/// Childline's free number (NSPCC), and the number for emergencies.
const CHILDLINE: &str = "0800 1111";
const EMERGENCY: &str = "999";

/// Says whom to call, with numbers that a phone dials.
#[component]
pub fn GuardianHelp(t: Strings) -> impl IntoView {
    let line = |text: Text, number: &'static str| {
        let (before, after) = t.around(text);
        let call = format!("tel:{}", number.replace(' ', ""));
        // Its own direction: in a line from right to left its halves would change places.
        let number = view! { <a class="number" dir="ltr" href=call>{number}</a> };
        view! { <p>{before.to_owned()}{number}{after.to_owned()}</p> }
    };
    view! {
        <div>
            {line(Text::GuardianHelp, CHILDLINE)}
            {line(Text::GuardianDanger, EMERGENCY)}
        </div>
    }
}

/// Draws a child who shows a grown-up what is on the screen; the grown-up looks, and nods.
#[component]
pub fn GuardianPicture() -> impl IntoView {
    view! {
        <svg viewBox="0 0 144 120" width="144" height="120" aria-hidden="true">
            // The sofa behind them
            <path class="tint" d="M14 110V74c0-9 5-14 12-14h92c7 0 12 5 12 14v36z"></path>
            <path d="M8 110h128M14 110V74c0-9 5-14 12-14h12M106 60h12c7 0 12 5 12 14v36"></path>
            // The grown-up: head bent to the child, hair, smile, an arm around
            <path class="skin" d="M60 17c9 0 15 7 14 15-1 9-7 14-14 14-8 0-14-6-14-14 0-9 6-15 14-15z"></path>
            <path d="M46 32c-2-11 5-19 15-19 8 0 14 6 14 13-6 1-11-1-14-4-3 4-8 6-13 6z"></path>
            <path d="M58 33v.1M67 34v.1M58 40c3 2.5 6 2.5 8 1"></path>
            <path class="cloth" d="M34 110c-2-30 3-52 19-57 5-2 10-2 15 0 6 2 10 6 13 12l-6 12-4-6v39z"></path>
            <path d="M80 64c9 5 18 8 27 9"></path>
            // The child: a head shorter, looking up
            <path class="skin" d="M93 43c7 0 12 5 12 11s-5 11-12 11-11-5-11-11 4-11 11-11z"></path>
            <path d="M82 53c-2-8 4-14 11-14s13 5 12 13c-4 0-7-2-9-5-3 4-8 6-14 6z"></path>
            <path d="M89 55v.1M97 55v.1M89 60c2 2 5 2 7 0"></path>
            <path class="paper" d="M76 110c-1-20 2-38 12-43 4-1 8-1 12 0 9 5 13 22 12 43z"></path>
            // What they look at, between them
            <path class="tint" d="M64 84l30-5 4 21-30 5z"></path>
            <path d="M70 90l14-2M72 96l20-3"></path>
            <path d="M56 88c3 5 7 8 12 8M104 84c-1 5-4 8-8 9"></path>
        </svg>
    }
}
