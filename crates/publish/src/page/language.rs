//! The same notice in other languages: where each stands, and the links between them, both ways.

use leptos::prelude::*;
use notice::{
    Notice,
    strings::{Strings, Text},
};
use source::parse::{DEFAULT_LANGUAGE, NoTexts, Source};

/// A language in which a notice can be read.
pub struct Other {
    lang: String,
    dir: String,
    name: String,
    /// Of the notice's folder, under the published root.
    address: String,
    /// It is the page itself.
    here: bool,
}

/// Where a notice's page stands, and what lies around it.
pub struct Home {
    /// Its folder, under the published root.
    pub folder: String,
    /// Every language that the notice can be read in, its own among them; none when there is only that.
    pub others: Vec<Other>,
}

/// # Errors
/// When the default language has no texts.
pub fn home(notice: &Notice, source: &Source) -> Result<Home, NoTexts> {
    Ok(Home {
        folder: folder(notice),
        others: others(notice, source)?,
    })
}

fn folder(notice: &Notice) -> String {
    if notice.lang == DEFAULT_LANGUAGE {
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
                address: folder(other),
                here: other.lang == notice.lang,
            })
        })
        .collect::<Result<Vec<_>, NoTexts>>()?;
    Ok(if others.len() > 1 { others } else { Vec::new() })
}

/// For the head: which page is this one's twin in which language, and whose is for every other. `root` leads to the
/// published root; `inside` is the page's folder within the notice's.
pub fn alternates(others: &[Other], root: &str, inside: &str) -> AnyView {
    let link = |other: &Other, lang: &str| {
        let address = [root, &other.address, inside].concat();
        view! { <link rel="alternate" hreflang=lang.to_owned() href=address /> }
    };
    let mut links: Vec<_> = others.iter().map(|it| link(it, &it.lang)).collect();
    let general = others.iter().find(|other| other.lang == DEFAULT_LANGUAGE);
    links.extend(general.map(|it| link(it, "x-default")));
    links.into_any()
}

/// For people: each language by its own name.
pub fn links(others: &[Other], root: &str, inside: &str, t: &Strings) -> AnyView {
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
