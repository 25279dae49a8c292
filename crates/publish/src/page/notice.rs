//! `notices/<id>/index.html`: the answers for every reader, then the whole notice. A part of the service and a group of
//! readers has a page of its own, `notices/<id>/<part>/index.html`, with nothing of the others on it.

use std::sync::Arc;

use law::Date;
use leptos::prelude::*;
use notice::{
    Notice, Part, Question,
    diff::Changes,
    request::Requests,
    strings::{Strings, Text},
};
use ui::{Answers, Summaries, WholeNotice, translation_caution};

use super::{Assets, Head, date::spoken, document, handout, history, linked};
use crate::localized::{LocalizedPage, alternates, links};

/// Says for whom a page is: all, one part of the service, or one group of readers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader<'a> {
    All,
    Part(&'a Part),
    Audience(&'a Part),
}

impl<'a> Reader<'a> {
    fn of(notice: &'a Notice) -> Vec<Self> {
        let parts = notice.parts.iter().map(Self::Part);
        let audiences = notice.audiences.iter().map(Self::Audience);
        std::iter::once(Self::All)
            .chain(parts)
            .chain(audiences)
            .collect()
    }

    fn one(self) -> Option<&'a Part> {
        match self {
            Self::All => None,
            Self::Part(one) | Self::Audience(one) => Some(one),
        }
    }

    /// Returns the ids of the part and of the audience.
    fn ids(self) -> (Option<&'a str>, Option<&'a str>) {
        match self {
            Self::All => (None, None),
            Self::Part(part) => (Some(&part.id), None),
            Self::Audience(audience) => (None, Some(&audience.id)),
        }
    }

    /// Returns its folder within that of the notice.
    fn folder(self) -> String {
        self.one()
            .map_or_else(String::new, |one| format!("{}/", one.id))
    }
}

/// Renders every page of a notice in one language, with its path.
pub(super) fn pages(
    notice: &Notice,
    changes: &[Changes],
    t: &Strings,
    home: &LocalizedPage,
    assets: &Assets,
    requests: Option<&Requests>,
) -> Vec<(String, String)> {
    let page = |reader: Reader| {
        let path = format!("{}{}index.html", home.folder, reader.folder());
        (
            path,
            page(notice, reader, changes, t, home, assets, requests),
        )
    };
    Reader::of(notice).into_iter().map(page).collect()
}

fn page(
    notice: &Notice,
    reader: Reader,
    changes: &[Changes],
    t: &Strings,
    home: &LocalizedPage,
    assets: &Assets,
    requests: Option<&Requests>,
) -> String {
    let inside = reader.folder();
    let depth = home.folder.matches('/').count() + inside.matches('/').count();
    let root = "../".repeat(depth);
    let (part, audience) = reader.ids();
    let shown = match reader {
        Reader::All => notice.clone(),
        _ => notice.clone().view(part, audience),
    };
    let title = match reader.one() {
        None => notice.title.clone(),
        Some(one) => format!("{}: {}", notice.title, one.title),
    };
    let narrowed = linked::Narrowed {
        to: reader.one(),
        only_indirect: matches!(reader, Reader::Audience(one) if one.id == handout::PERSON)
            && handout::is_wanted(notice),
    };
    let data = linked::json_ld(&shown, &narrowed);
    let script = assets.script.seen_from(&root);
    let address = assets.address.map(|published| {
        let published = published.trim_end_matches('/');
        format!("{published}/{}{inside}", home.folder)
    });
    let address = address.unwrap_or_default();
    let head = Head {
        lang: &notice.lang,
        title: t.page_title(&title),
        description: description(&shown),
        style: &assets.style.seen_from(&root),
        more: view! {
            {alternates(&home.others, assets.address, &inside)}
            {home.canonical(assets.address, &inside)}
            <script type="application/ld+json" inner_html=data></script>
            <script type="module" src=script></script>
        }
        .into_any(),
    };
    let history = history::section(changes, part, audience, t);
    let about = about(notice, history.is_some(), t);
    let caution = notice
        .caution
        .clone()
        .map(|text| view! { <p class="caution">{text}</p> });
    let planned = succession(notice, t);
    let only = reader.one().map(|one| {
        view! { <p class="only">{t.with(Text::PartPageOnly, &one.title)}</p> }
    });
    let shown = Arc::new(shown);
    let answers = match reader {
        Reader::All => view! { <Summaries notice=shown.clone() t=t.clone() /> }.into_any(),
        _ => {
            let heading = t.get(Text::CardHeading).to_owned();
            view! { <section class="summary"><h2>{heading}</h2><Answers notice=shown.clone() t=t.clone() /></section> }
                .into_any()
        }
    };
    let main = view! {
        {home.note()}
        <h1>{title}</h1>
        {about}
        {only}
        {links(&home.others, &root, &inside, t)}
        {views(notice, reader, t)}
        {translation_caution(notice, t)}
        {planned}
        {caution}
        {answers}
        {print(t)}
        <WholeNotice notice=shown.clone() t=t.clone() requests=requests.cloned() />
        {history}
        {paper(&shown, &address, t)}
    };
    document(head, Some(format!("{root}notices/")), t, main.into_any())
}

/// Renders what a printed notice has in the place of the rights helper and the browser's own address line.
fn paper(notice: &Notice, address: &str, t: &Strings) -> AnyView {
    let terms = (!notice.rights.is_empty()).then(|| {
        view! { <p>{t.get(Text::RequestTerms).to_owned()}</p> }
    });
    let address = (!address.is_empty()).then(|| {
        view! { <p class="address" dir="ltr">{address.to_owned()}</p> }
    });
    view! { <div class="paper">{terms} {address}</div> }.into_any()
}

/// Renders the version, its day, and a link to what changed.
fn about(notice: &Notice, has_history: bool, t: &Strings) -> AnyView {
    let version = t.with(Text::Version, &notice.version);
    let date = t.with(Text::LastChanged, &spoken(&notice.published, t));
    let history = has_history.then(|| {
        view! { " · " <a href="#history">{t.get(Text::History).to_owned()}</a> }
    });
    view! {
        <p class="version">{version} " · " <time datetime=notice.published.clone()>{date}</time>{history}</p>
    }
    .into_any()
}

/// Says who is to take over from the controller, and from which day on.
fn succession(notice: &Notice, t: &Strings) -> Option<AnyView> {
    let planned = notice.controller.succession.as_ref()?;
    let until: Date = planned.until.parse().ok()?;
    let day = spoken(&until.after(1).to_string(), t);
    let said = t.with(
        Text::SuccessionPlanned,
        &format!("{} ({day})", planned.name),
    );
    Some(view! { <p class="planned">{said}</p> }.into_any())
}

/// Links the notice's pages, where there is more than one.
fn views(notice: &Notice, here: Reader, t: &Strings) -> Option<AnyView> {
    let all = Reader::of(notice);
    if all.len() < 2 {
        return None;
    }
    let up = if here == Reader::All { "" } else { "../" };
    let links: Vec<_> = all
        .into_iter()
        .map(|reader| {
            let title = match reader.one() {
                None => t.get(Text::ReadWhole).to_owned(),
                Some(one) => one.title.clone(),
            };
            if reader == here {
                view! { <li><a aria-current="page">{title}</a></li> }.into_any()
            } else {
                let to = match format!("{up}{}", reader.folder()) {
                    none if none.is_empty() => "./".to_owned(),
                    to => to,
                };
                view! { <li><a href=to>{title}</a></li> }.into_any()
            }
        })
        .collect();
    let label = t.get(Text::NoticePages).to_owned();
    Some(view! { <nav class="views" aria-label=label><ul>{links}</ul></nav> }.into_any())
}

/// Renders a button where a script can make it work; until then, and without one, what to do instead.
fn print(t: &Strings) -> AnyView {
    view! {
        <p class="print">
            <button type="button" hidden data-print>{t.get(Text::PrintPage).to_owned()}</button>
            <span class="version">{t.get(Text::PrintHint).to_owned()}</span>
        </p>
    }
    .into_any()
}

/// Describes the page in the notice's own words: who asks, and why.
fn description(notice: &Notice) -> String {
    let said = |question| {
        notice
            .answers
            .iter()
            .find(|answer| answer.question == question)
    };
    let lines = [said(Question::Who), said(Question::Why)]
        .into_iter()
        .flatten();
    lines
        .map(|answer| answer.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}
