//! The files that the widget fetches.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use leptos::prelude::*;
use notice::{
    Notice, Part,
    audit::Terms,
    diff::Changes,
    manifest::{Card, Entry, view_key},
    request::Requests,
    strings::{Strings, Text},
};
use serde::Serialize;
use serde_json::Value;
use source::parse::{DEFAULT_LANGUAGE, Source};
use ui::{CardFront, GuardianHelp, GuardianPicture, Past, WholeNotice};

use super::{
    Dist, Error,
    dist::{json, read_text},
    history::History,
    html, minify,
    page::history::facts,
    policy,
    requests::{self, Law},
    widget::Bundle,
};

/// Names of the files added.
#[derive(Clone, Debug, Default)]
pub struct Indexes {
    /// Index by language, still without a name.
    pub index: BTreeMap<String, Vec<u8>>,
    /// Notice files.
    pub notices: Vec<String>,
}

/// Adds one JSON file a notice, and makes one index a language. A notice without a translation is there in the default
/// language.
///
/// # Errors
/// [`Error::Language`] when the default language has no texts.
pub fn add(
    dist: &mut Dist,
    source: &Source,
    www: &Path,
    bundles: &[Bundle],
    history: &History,
    law: Law,
) -> Result<Indexes, Error> {
    let name = "council-notice.css";
    let style = minify::minify(name, &read_text(&www.join(name))?, minify::Language::Css)?;
    let kiosk_style = kiosk_style(dist, www)?;
    let name = "audit.css";
    let audit_style = minify::minify(name, &read_text(&www.join(name))?, minify::Language::Css)?;
    let mut names = Indexes::default();
    let mut files = BTreeMap::new();
    for notice in source.notices.iter().chain(&source.translated) {
        let stem = format!("notices/{}.{}.", notice.id, notice.lang);
        let t = source.texts(&notice.lang)?;
        let changes = changes(notice, source, history)?;
        let changes =
            changes.map(|all| dist.add_hashed(&[&stem, "changes."].concat(), ".json", json(&all)));
        let asked = requests::of(source, notice, law)?;
        let views = views(notice, t, asked.as_ref(), changes.as_deref())?;
        let name = dist.add_hashed(&stem, ".json", json(&views));
        names.notices.push(name.clone());
        files.insert((notice.id.as_str(), notice.lang.as_str()), (notice, name));
    }
    let mut languages: Vec<_> = source
        .strings
        .iter()
        .map(|(code, t)| [code, t.get(Text::Language), t.get(Text::Direction)])
        .collect();
    languages.sort_by_key(|[code, ..]| *code != DEFAULT_LANGUAGE);
    for (language, strings) in &source.strings {
        let entry = |&(id, _): &(&str, &str)| {
            let (_, file) = files
                .get(&(id, language.as_str()))
                .or_else(|| files.get(&(id, DEFAULT_LANGUAGE)))?;
            Some(Entry {
                id: id.to_owned(),
                file: file.clone(),
            })
        };
        let mut notices: Vec<_> = files.keys().filter_map(entry).collect();
        notices.dedup();
        let speaks = |entry: &Entry| {
            let id = entry.id.as_str();
            let found = files
                .get(&(id, language.as_str()))
                .or_else(|| files.get(&(id, DEFAULT_LANGUAGE)));
            found.map(|(notice, _)| *notice)
        };
        let terms = AuditTerms {
            style: &audit_style,
            notices: notices
                .iter()
                .filter_map(speaks)
                .map(|notice| (notice.id.as_str(), terms(notice)))
                .collect(),
        };
        let audit_terms = dist.add_hashed(&format!("audit.{language}."), ".json", json(&terms));
        let index = PublishedIndex {
            strings,
            style: &style,
            notices,
            bundles: bundles
                .iter()
                .map(|one| (one.name, one.js.as_str()))
                .collect(),
            kiosk_style: &kiosk_style,
            audit_terms,
            languages: &languages,
            policy: policy::Published::of(&source.policy, strings, language != DEFAULT_LANGUAGE)?,
            under: source.under,
            past: html::tree(
                "past",
                &html::render(|| view! { <Past t=strings.clone() /> }),
            )?,
            picture: html::tree("picture", &html::render(|| view! { <GuardianPicture /> }))?,
            help: html::tree(
                "help",
                &html::render(|| view! { <GuardianHelp t=strings.clone() /> }),
            )?,
        };
        names.index.insert(language.clone(), json(&index));
    }
    Ok(names)
}

/// What a shared screen does to the page's looks, and to its own: a file that no other page fetches.
fn kiosk_style(dist: &mut Dist, www: &Path) -> Result<String, Error> {
    let sheet = |name| minify::minify(name, &read_text(&www.join(name))?, minify::Language::Css);
    let sheets = BTreeMap::from([
        ("page", sheet("kiosk-page.css")?),
        ("tools", sheet("kiosk.css")?),
    ]);
    Ok(dist.add_hashed("kiosk.", ".json", json(&sheets)))
}

/// What the form audit goes by: a file that no visitor fetches.
#[derive(Serialize)]
struct AuditTerms<'a> {
    style: &'a str,
    /// Terms by [`view_key`], by notice.
    notices: BTreeMap<&'a str, BTreeMap<String, Terms>>,
}

/// What a notice says to each of its readers.
fn terms(notice: &Notice) -> BTreeMap<String, Terms> {
    let views = readers(notice).map(|(part, audience)| {
        let terms = Terms::of(&notice.clone().view(part, audience));
        (view_key(part, audience), terms)
    });
    views.collect()
}

/// Every reader of a notice: of every part and of none, in every audience and in none.
fn readers(notice: &Notice) -> impl Iterator<Item = (Option<&str>, Option<&str>)> {
    fn ids(parts: &[Part]) -> impl Iterator<Item = Option<&str>> {
        std::iter::once(None).chain(parts.iter().map(|part| Some(part.id.as_str())))
    }
    ids(&notice.parts).flat_map(|part| ids(&notice.audiences).map(move |audience| (part, audience)))
}

/// A [`Card`] with its trees.
#[derive(Serialize)]
struct PublishedCard {
    #[serde(flatten)]
    card: Card,
    front: Value,
    body: Value,
}

/// An [`Index`](notice::manifest::Index) with its trees.
#[derive(Serialize)]
struct PublishedIndex<'a> {
    strings: &'a Strings,
    style: &'a str,
    notices: Vec<Entry>,
    /// Script by name of what only some pages load.
    #[serde(flatten)]
    bundles: BTreeMap<&'a str, &'a str>,
    /// File of the kiosk's style sheets.
    kiosk_style: &'a str,
    /// File of what the form audit goes by.
    audit_terms: String,
    /// Code, own name and direction of each language, the default first: what a shared screen offers.
    languages: &'a [[&'a str; 3]],
    #[serde(flatten)]
    policy: policy::Published<'a>,
    under: u8,
    past: Value,
    picture: Value,
    help: Value,
}

/// What each reader sees.
fn views(
    notice: &Notice,
    t: &Strings,
    requests: Option<&Requests>,
    changes: Option<&str>,
) -> Result<BTreeMap<String, PublishedCard>, Error> {
    let mut views = BTreeMap::new();
    for (part, audience) in readers(notice) {
        let view = Arc::new(notice.clone().view(part, audience));
        let card = Card {
            changes: changes.map(str::to_owned),
            ..Card::of(&view, t.get(Text::Direction))
        };
        let front = html::render(|| view! { <CardFront notice=view.clone() t=t.clone() /> });
        let html = html::render(
            || view! { <WholeNotice notice=view t=t.clone() requests=requests.cloned() /> },
        );
        let front = html::tree("card", &front)?;
        let body = html::tree("whole notice", &html)?;
        views.insert(
            view_key(part, audience),
            PublishedCard { card, front, body },
        );
    }
    Ok(views)
}

/// What changed for a reader, by earlier version.
type News = BTreeMap<String, Option<Value>>;

/// For each reader, what changed since each earlier version: nothing when none was kept.
fn changes(
    notice: &Notice,
    source: &Source,
    history: &History,
) -> Result<Option<BTreeMap<String, News>>, Error> {
    // Versions are kept in the default language; what changed is the same in all.
    let original = source
        .in_default_language()
        .find(|other| other.id == notice.id);
    let since = original.map(|it| history.since(it)).unwrap_or_default();
    if since.is_empty() {
        return Ok(None);
    }
    let mut all = BTreeMap::new();
    for (part, audience) in readers(notice) {
        let told = |step: &Changes| {
            let markup = facts(step, part, audience).map(|list| html::render(|| list));
            let tree = markup.map(|markup| html::tree("changes", &markup));
            Ok((step.old.clone(), tree.transpose()?))
        };
        let by_version: Result<_, Error> = since.iter().map(told).collect();
        all.insert(view_key(part, audience), by_version?);
    }
    Ok(Some(all))
}
