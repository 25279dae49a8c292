//! The notice at the top of a form: quieter than the form it serves.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

/// Renders six answers, one link, and how many `minutes` what it opens takes to read. It is whole without a script: an include is
/// this, rendered when published, and the widget takes over what stands there, or renders it where there is none.
///
/// The notice is in `lang`, which may not be the language of the words around it: `note` then says so. `page` is the address
/// of the whole notice. `children` are the answers ([`CardFront`](super::CardFront)); in the browser they come in as ready
/// markup.
#[component]
pub fn NoticeCard(
    lang: String,
    dir: String,
    note: Option<String>,
    minutes: u32,
    t: Strings,
    page: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let heading = t.get(Text::CardHeading).to_owned();
    let read = t.get(Text::ReadWhole).to_owned();
    let time = match minutes {
        1 => t.get(Text::ReadingMinute).to_owned(),
        more => t.with(Text::ReadingMinutes, &more.to_string()),
    };
    view! {
        <section part="notice" class="card" aria-labelledby="card-heading">
            <div class="card-head"><h2 id="card-heading">{heading}</h2></div>
            {note.map(|note| view! { <p class="caution">{note}</p> })}
            <div id="card-front" class="front" lang=lang dir=dir>{children.map(|children| children())}</div>
            <div class="card-foot">
                // In a tab of its own, where no script opens it here: the form may be half filled in.
                <a part="notice-open" class="button" href=page target="_blank" rel="noopener">{read}</a>
                <p>{time}</p>
            </div>
        </section>
    }
}
