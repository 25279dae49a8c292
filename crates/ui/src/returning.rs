//! What a card shows to a reader who returns: the button that folds it, where reading may be remembered, and the line of a changed
//! notice. Rendered when published: the widget shows the lines that hold, and listens.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

/// Renders the button that folds the card, the line of a folded card, and the line of a notice that changed: `details` with the
/// changes behind it, or `p` where nobody knows them.
#[component]
pub fn ReturningLines(t: Strings) -> impl IntoView {
    let text = |text: Text| t.get(text).to_owned();
    view! {
        <div class="past">
            <button class="fold" type="button" aria-controls="card-front">
                <span class="hide">{text(Text::PointsHide)}</span>
                <span class="show">{text(Text::PointsShow)}</span>
            </button>
            <p class="seen">{text(Text::SeenBefore)}</p>
            <p class="news">{text(Text::SeenChanged)}</p>
            <details class="news">
                <summary>{text(Text::SeenChanged)}</summary>
            </details>
        </div>
    }
}

/// Renders the line of an include that has grown old; the widget puts the new answers behind it.
#[component]
pub fn Changed(t: Strings) -> impl IntoView {
    let text = t.get(Text::NoticeChanged).to_owned();
    view! { <details class="news"><summary>{text}</summary></details> }
}
