//! A notice's page beside the same page in other languages: where each stands, and the links between them, both ways.

use leptos::prelude::*;
use notice::{
    Notice,
    strings::{Strings, Text},
};
use source::parse::{NoTexts, Source};

use crate::stand_in::StandIn;

/// Names a language in which a notice can be read, and where.
pub(crate) struct Other {
    lang: String,
    dir: String,
    name: String,
    /// Of the notice's folder, under the published root.
    address: String,
    /// It is the page itself.
    here: bool,
    /// It is for everyone whose own language is missing.
    general: bool,
}

/// Locates a notice's page, and lists the same page in other languages.
pub(crate) struct LocalizedPage {
    /// Its folder, under the published root.
    pub folder: String,
    /// Every language that the notice can be read in, its own among them; none when there is only that.
    pub others: Vec<Other>,
    /// It stands in a translation's place.
    pub instead: Option<Instead>,
}

/// Holds what readers of another language are told of a notice that is not in theirs.
pub(crate) struct Instead {
    lang: String,
    dir: String,
    note: String,
    /// Folder of the notice's own pages.
    own: String,
}

/// Locates the page of a notice.
///
/// # Errors
/// When the base language has no texts.
pub(crate) fn home(notice: &Notice, source: &Source) -> Result<LocalizedPage, NoTexts> {
    Ok(LocalizedPage {
        folder: folder(notice, source),
        others: others(notice, source)?,
        instead: None,
    })
}

/// Locates the page that stands in for a translation that is out of date.
///
/// # Errors
/// When the base language has no texts.
pub(crate) fn in_place_of(one: StandIn, source: &Source) -> Result<LocalizedPage, NoTexts> {
    let t = source.texts(one.lang)?;
    let own = folder(one.notice, source);
    Ok(LocalizedPage {
        folder: format!("{own}{}/", one.lang),
        others: others(one.notice, source)?,
        instead: Some(Instead {
            lang: one.lang.to_owned(),
            dir: t.get(Text::Direction).to_owned(),
            note: t.get(Text::NoticeUntranslated).to_owned(),
            own,
        }),
    })
}

impl LocalizedPage {
    /// Says in the head of a page that stands in another's place where the notice's own is, if `published` says where the root is.
    pub(crate) fn canonical(&self, published: Option<&str>, inside: &str) -> Option<AnyView> {
        let (instead, root) = (self.instead.as_ref()?, published?.trim_end_matches('/'));
        let address = format!("{root}/{}{inside}", instead.own);
        Some(view! { <link rel="canonical" href=address /> }.into_any())
    }

    /// Tells readers of that page so, in their language.
    pub(crate) fn note(&self) -> Option<AnyView> {
        let Instead {
            lang, dir, note, ..
        } = self.instead.as_ref()?;
        let (lang, dir, note) = (lang.clone(), dir.clone(), note.clone());
        Some(view! { <p class="caution" lang=lang dir=dir>{note}</p> }.into_any())
    }
}

fn folder(notice: &Notice, source: &Source) -> String {
    if notice.lang == source.base {
        format!("notices/{}/", notice.id)
    } else {
        format!("notices/{}/{}/", notice.id, notice.lang)
    }
}

fn others(notice: &Notice, source: &Source) -> Result<Vec<Other>, NoTexts> {
    let all = source.notices.iter().chain(&source.translated);
    let same = all.filter(|other| other.id == notice.id);
    let others = same
        .map(|other| {
            let t = source.texts(&other.lang)?;
            Ok(Other {
                lang: other.lang.clone(),
                dir: t.get(Text::Direction).to_owned(),
                name: t.get(Text::Language).to_owned(),
                address: folder(other, source),
                here: other.lang == notice.lang,
                general: other.lang == source.base,
            })
        })
        .collect::<Result<Vec<_>, NoTexts>>()?;
    Ok(if others.len() > 1 { others } else { Vec::new() })
}

/// Says in the head which page is this one's twin in which language, and whose is for every other. They must be whole
/// addresses, so there are none where `published` does not say where the root is; `inside` is the page's folder within the
/// notice's.
pub(crate) fn alternates(others: &[Other], published: Option<&str>, inside: &str) -> AnyView {
    let Some(root) = published else {
        return ().into_any();
    };
    let root = root.trim_end_matches('/');
    let link = |other: &Other, lang: &str| {
        let address = format!("{root}/{}{inside}", other.address);
        view! { <link rel="alternate" hreflang=lang.to_owned() href=address /> }
    };
    let mut links: Vec<_> = others.iter().map(|it| link(it, &it.lang)).collect();
    let general = others.iter().find(|other| other.general);
    links.extend(general.map(|it| link(it, "x-default")));
    links.into_any()
}

/// Links, for people, each language by its own name.
pub(crate) fn links(others: &[Other], root: &str, inside: &str, t: &Strings) -> AnyView {
    let link = |other: &Other| {
        let (lang, dir) = (other.lang.clone(), other.dir.clone());
        let name = other.name.clone();
        let address = [root, &other.address, inside].concat();
        view! { <li><a href=address hreflang=lang.clone() lang=lang dir=dir>{name}</a></li> }
    };
    let links: Vec<_> = others
        .iter()
        .filter(|other| !other.here)
        .map(link)
        .collect();
    if links.is_empty() {
        return ().into_any();
    }
    let label = t.get(Text::OtherLanguages).to_owned();
    view! { <nav class="languages" aria-label=label><ul>{links}</ul></nav> }.into_any()
}
