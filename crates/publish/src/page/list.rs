//! `notices/index.html`: every notice, with its version and parts.

use leptos::prelude::*;
use notice::{
    Notice, Part,
    strings::{Strings, Text},
};
use source::parse::Source;
use ui::caution;

use super::{Head, document};

/// Renders the list, by title.
pub(super) fn page(source: &Source, t: &Strings, style: &str) -> String {
    let title = t.get(Text::AllNotices).to_owned();
    let intro = t.get(Text::AllNoticesIntro).to_owned();
    let mut all: Vec<_> = source.notices.iter().collect();
    all.sort_by_key(|notice| (&notice.title, &notice.id));
    let items: Vec<_> = all.into_iter().map(|notice| item(notice, t)).collect();
    let cookies = t.get(Text::CookiesPage).to_owned();
    let head = Head {
        lang: &source.base,
        title: title.clone(),
        description: intro.clone(),
        style,
        more: ().into_any(),
    };
    let main = view! {
        <h1>{title}</h1>
        <p>{intro}</p>
        {caution(Text::WordsByMachine, t)}
        <ul class="notices">{items}</ul>
        <p><a href="cookies/">{cookies}</a></p>
    };
    document(head, None, t, main.into_any())
}

fn item(notice: &Notice, t: &Strings) -> AnyView {
    let address = format!("{}/", notice.id);
    let parts = |parts: &[Part]| {
        let link = |part: &Part| {
            let address = format!("{address}{}/", part.id);
            view! { <li><a href=address>{part.title.clone()}</a></li> }
        };
        parts.iter().map(link).collect::<Vec<_>>()
    };
    let (mut inside, audiences) = (parts(&notice.parts), parts(&notice.audiences));
    inside.extend(audiences);
    let inside = (!inside.is_empty()).then(|| view! { <ul>{inside}</ul> });
    let version = t.with(Text::Version, &notice.version);
    view! {
        <li>
            <a href=address><strong>{notice.title.clone()}</strong></a>
            <p>{notice.who_decides()}</p>
            <p class="version">{version}</p>
            {inside}
        </li>
    }
    .into_any()
}
