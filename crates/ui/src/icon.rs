//! Line icons of our own, 24 px, decorative: the words beside them say the same.

use leptos::prelude::*;
use notice::Question;

/// Draws the picture beside a first-layer question.
#[component]
pub fn QuestionIcon(question: Question) -> impl IntoView {
    let path = match question {
        // a public building
        Question::Who => "M3 21h18M5 21V10m4 11V10m6 11V10m4 11V10M3 10l9-6 9 6z",
        // a speech bubble
        Question::Why => "M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12h5",
        // a form line and a tick
        Question::Must => "M5 3h14v18H5zM8 8h8M8 12h3m1 4 2 2 4-5",
        // two people
        Question::Sees => {
            "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-6 7-6s7 2 7 6M16 3.5a4 4 0 0 1 0 7M18 15.5c2.5.8 4 2.6 4 5.5"
        }
        // a clock
        Question::Keeps => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l4 2",
        // an open hand holding a key, drawn as a shield
        Question::Rights => "M12 3 4 6v6c0 5 4 8 8 9 4-1 8-4 8-9V6zM9 12l2 2 4-4",
    };
    view! {
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d=path></path>
        </svg>
    }
}
