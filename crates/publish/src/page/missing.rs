//! `404.html`: what a host answers where there is nothing. Without it some hosts send the first page of the site in the place
//! of a missing file, and a browser would keep that for as long as the file.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

use super::{Head, document};

/// Renders the page. Its addresses begin at the host's root, because it is sent in place of a missing file of any folder.
pub(super) fn page(lang: &str, t: &Strings, style: &str) -> String {
    let title = t.get(Text::PageMissing).to_owned();
    let head = Head {
        lang,
        title: title.clone(),
        description: title.clone(),
        style,
        more: view! { <meta name="robots" content="noindex" /> }.into_any(),
    };
    let all = t.get(Text::AllNotices).to_owned();
    let main = view! {
        <h1>{title}</h1>
        <p><a href="/notices/">{all}</a></p>
    };
    document(head, None, t, main.into_any())
}
