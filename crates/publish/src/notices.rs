//! The files that the widget fetches.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;
use notice::{
    Notice,
    audit::AuditTerms,
    diff::Changes,
    manifest::{Card, IndexEntry, view_key},
    request::Requests,
    strings::{Strings, Text},
};
use serde::Serialize;
use serde_json::Value;
use source::parse::Source;
use ui::{
    CardFront, Changed, GuardianHelp, GuardianPicture, PolicyLanguage, ReturningLines, WholeNotice,
};

use super::{
    Dist, Engine, Error,
    dist::json,
    history::History,
    html, include,
    page::history::facts,
    policies::PolicySite,
    policy,
    readers::readers,
    requests::{self, Law},
    widget::BundleFiles,
};

/// The widget's style sheets, in their order. The first has all that a page needs which shows a card and nothing else.
const STYLE: [&str; 5] = [
    "card.css",
    "guardian.css",
    "dialog.css",
    "preferences.css",
    "why.css",
];

/// Names of the files added.
#[derive(Clone, Debug, Default)]
pub(crate) struct Indexes {
    /// For each policy, the index by language, still without a name.
    pub of_policies: Vec<BTreeMap<String, Vec<u8>>>,
    /// Notice files.
    pub notices: Vec<String>,
    /// How many minutes each takes to read, by id, language and reader (a [`view_key`]).
    pub minutes: BTreeMap<[String; 3], u32>,
}

/// Adds one JSON file a notice, and makes one index a language for each cookie policy. A notice without a translation is there in
/// the base language.
///
/// # Errors
/// [`Error::Language`] when the base language has no texts.
pub(crate) fn add(
    dist: &mut Dist,
    source: &Source,
    engine: &Engine,
    bundles: &[BundleFiles],
    history: &History,
    law: Law,
    policies: &[PolicySite<'_>],
) -> Result<Indexes, Error> {
    let style = STYLE.map(|name| engine.text(name));
    let style = style.into_iter().collect::<Result<String, _>>()?;
    let kiosk_style = kiosk_style(dist, engine)?;
    let audit_style = engine.text("audit.css")?;
    let mut names = Indexes {
        of_policies: vec![BTreeMap::new(); policies.len()],
        ..Indexes::default()
    };
    let mut files = BTreeMap::new();
    for notice in source.notices.iter().chain(&source.translated) {
        let stem = format!("notices/{}.{}.", notice.id, notice.lang);
        let t = source.texts(&notice.lang)?;
        let changes = changes(notice, source, history)?;
        let changes =
            changes.map(|all| dist.add_hashed(&[&stem, "changes."].concat(), ".json", json(&all)));
        let asked = requests::of(source, notice, law)?;
        let views = views(notice, t, asked.as_ref(), changes.as_deref())?;
        for (key, view) in &views {
            let whose = [&notice.id, &notice.lang, key].map(String::clone);
            names.minutes.insert(whose, view.card.minutes);
        }
        let name = dist.add_hashed(&stem, ".json", json(&views));
        names.notices.push(name.clone());
        files.insert((notice.id.as_str(), notice.lang.as_str()), (notice, name));
    }
    let mut languages: Vec<_> = source
        .strings
        .iter()
        .map(|(code, t)| [code, t.get(Text::Language), t.get(Text::Direction)])
        .collect();
    languages.sort_by_key(|[code, ..]| **code != source.base);
    let own = PolicyLanguage {
        lang: source.base.clone(),
        dir: source.texts(&source.base)?.get(Text::Direction).to_owned(),
    };
    for (language, strings) in &source.strings {
        let entry = |&(id, _): &(&str, &str)| {
            let (_, file) = files
                .get(&(id, language.as_str()))
                .or_else(|| files.get(&(id, &source.base)))?;
            Some(IndexEntry {
                id: id.to_owned(),
                file: file.clone(),
            })
        };
        let mut notices: Vec<_> = files.keys().filter_map(entry).collect();
        notices.dedup();
        let speaks = |entry: &IndexEntry| {
            let id = entry.id.as_str();
            let found = files
                .get(&(id, language.as_str()))
                .or_else(|| files.get(&(id, &source.base)));
            found.map(|(notice, _)| *notice)
        };
        let terms = AuditFile {
            style: audit_style,
            notices: notices
                .iter()
                .filter_map(speaks)
                .map(|notice| (notice.id.as_str(), terms(notice)))
                .collect(),
        };
        let audit_terms = dist.add_hashed(&format!("audit.{language}."), ".json", json(&terms));
        let mut index = PublishedIndex {
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
            policy: None,
            under: source.under,
            past: html::tree(
                "past",
                &html::render(|| view! { <ReturningLines t=strings.clone() /> }),
            )?,
            changed: html::tree(
                "changed",
                &html::render(|| view! { <Changed t=strings.clone() /> }),
            )?,
            picture: html::tree("picture", &html::render(|| view! { <GuardianPicture /> }))?,
            help: html::tree(
                "help",
                &html::render(|| view! { <GuardianHelp t=strings.clone() /> }),
            )?,
        };
        for (placed, indexes) in policies.iter().zip(&mut names.of_policies) {
            let foreign = (*language != source.base).then(|| own.clone());
            index.policy = Some(policy::PublishedPolicy::of(
                placed.policy,
                strings,
                foreign,
            )?);
            indexes.insert(language.clone(), json(&index));
        }
    }
    Ok(names)
}

/// Adds what a shared screen does to the page's looks, and to its own: a file that no other page fetches.
fn kiosk_style(dist: &mut Dist, engine: &Engine) -> Result<String, Error> {
    let sheets = BTreeMap::from([
        ("page", engine.text("kiosk-page.css")?),
        ("tools", engine.text("kiosk.css")?),
    ]);
    Ok(dist.add_hashed("kiosk.", ".json", json(&sheets)))
}

/// Holds what the form audit compares forms with: a file that no visitor fetches.
#[derive(Serialize)]
struct AuditFile<'a> {
    style: &'a str,
    /// Terms by [`view_key`], by notice.
    notices: BTreeMap<&'a str, BTreeMap<String, AuditTerms>>,
}

/// Returns what a notice says to each of its readers.
fn terms(notice: &Notice) -> BTreeMap<String, AuditTerms> {
    let views = readers(notice).map(|(part, audience)| {
        let terms = AuditTerms::of(&notice.clone().view(part, audience));
        (view_key(part, audience), terms)
    });
    views.collect()
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
    notices: Vec<IndexEntry>,
    /// Script by name of what only some pages load.
    #[serde(flatten)]
    bundles: BTreeMap<&'a str, &'a str>,
    /// File of the kiosk's style sheets.
    kiosk_style: &'a str,
    /// Name of the file that the form audit reads.
    audit_terms: String,
    /// Code, own name and direction of each language, the base first: what a shared screen offers.
    languages: &'a [[&'a str; 3]],
    /// The cookie policy that the index belongs to: each has an index of its own, with the same notices.
    #[serde(flatten)]
    policy: Option<policy::PublishedPolicy<'a>>,
    under: u8,
    past: Value,
    changed: Value,
    picture: Value,
    help: Value,
}

/// Returns what each reader sees.
fn views(
    notice: &Notice,
    t: &Strings,
    requests: Option<&Requests>,
    changes: Option<&str>,
) -> Result<BTreeMap<String, PublishedCard>, Error> {
    let mut views = BTreeMap::new();
    for (part, audience) in readers(notice) {
        let view = Arc::new(notice.clone().view(part, audience));
        let html = html::render(|| {
            view! { <WholeNotice notice=view.clone() t=t.clone() requests=requests.cloned() /> }
        });
        let card = Card {
            hash: include::hash(&view),
            minutes: minutes(&html),
            changes: changes.map(str::to_owned),
            ..Card::of(&view, t.get(Text::Direction))
        };
        let front = html::render(|| view! { <CardFront notice=view.clone() t=t.clone() /> });
        let front = html::tree("card", &front)?;
        let body = html::tree("whole notice", &html)?;
        views.insert(
            view_key(part, audience),
            PublishedCard { card, front, body },
        );
    }
    Ok(views)
}

/// How many words people read in a minute when they want to understand them.
const PACE: usize = 200;

/// Says how long the markup of a whole notice takes to read. The messages that stand ready in it are for sending.
fn minutes(html: &str) -> u32 {
    let read = html.split("<details").enumerate().map(|(at, piece)| {
        let after = piece.split_once("</details>").map(|(_, after)| after);
        after.filter(|_| at > 0).unwrap_or(piece)
    });
    let words: usize = read
        .flat_map(|piece| piece.split('<'))
        .filter_map(|piece| Some(piece.split_once('>')?.1.split_whitespace().count()))
        .sum();
    u32::try_from(words.div_ceil(PACE)).unwrap_or(u32::MAX)
}

/// Holds what changed for a reader, by earlier version.
type News = BTreeMap<String, Option<Value>>;

/// Returns, for each reader, what changed since each earlier version: nothing when none was kept.
fn changes(
    notice: &Notice,
    source: &Source,
    history: &History,
) -> Result<Option<BTreeMap<String, News>>, Error> {
    // Versions are kept in the base language; what changed is the same in all.
    let original = source.notices.iter().find(|other| other.id == notice.id);
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
