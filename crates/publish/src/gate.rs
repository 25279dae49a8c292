//! `council-notice.js`: the hand-written gate with everything it must know before it fetches anything.

use std::collections::BTreeMap;

use leptos::prelude::*;
use notice::{
    cookies::{Category, Footing, Policy},
    strings::{Strings, Text},
};
use serde::{Serialize, Serializer};
use serde_json::Value;
use source::parse::Source;
use ui::CookieBar;

use super::{
    Dist, Engine, Error,
    choices::{Choices, is_exempt},
    filter,
    hash::hash,
    html,
    policies::{GATE, PolicySite},
    script::fill,
    sums,
    widget::WidgetFiles,
    worst_filters,
};

/// What the gate knows. The names are read in `www/gate/` and nowhere else; its `main.js` says what each is.
#[derive(Serialize)]
struct GateData<'a> {
    version: &'static str,
    #[serde(flatten)]
    choices: Choices<'a>,
    /// The category that another name stands for, by that name.
    aliases: BTreeMap<&'a str, &'static str>,
    /// The way from its folder to all other files.
    up: &'static str,
    /// Address of the files with a hash in their names; empty where they are with all others.
    files: String,
    /// Folder of the policy's page, in `notices/`.
    cookies: String,
    wasm: &'a str,
    /// Every language, the one that all fall back to first.
    langs: Vec<&'a str>,
    /// In the names of their files.
    hash: String,
    css: &'a str,
    places: String,
    words: GateTexts<'a>,
}

/// What the gate says in one language: the cookie bar as a tree, the link that stands in for a notice, and which way they
/// are written.
pub(crate) struct GateTexts<'a> {
    bar: Value,
    fallback: &'a str,
    direction: &'a str,
}

impl Serialize for GateTexts<'_> {
    /// Writes a list: in the gate names would cost every page bytes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.bar, self.fallback, self.direction).serialize(serializer)
    }
}

impl<'a> GateTexts<'a> {
    /// Renders the bar that the policy asks for. In the gate itself each byte counts: there it goes without the mark of a
    /// machine's words, which the preferences and the page about cookies have.
    ///
    /// # Errors
    /// [`Error::Markup`] for a slip in the component.
    pub(crate) fn of(t: &'a Strings, policy: &Policy, marked: bool) -> Result<Self, Error> {
        let exempt = is_exempt(policy);
        let banner = html::render(|| view! { <CookieBar t=t.clone() exempt marked /> });
        Ok(Self {
            bar: html::tree("banner", &banner)?,
            fallback: t.get(Text::NoticeFallback),
            direction: t.get(Text::Direction),
        })
    }
}

/// Describes a gate as a page's tag may name it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pinned {
    /// Where it stands, from the published root: nothing, or a name with a slash behind it.
    pub folder: String,
    /// Its file under a name that no other release has.
    pub pinned: String,
    /// What tells its content from any other (Subresource Integrity).
    pub integrity: String,
    /// The same of each module that it leads to, by name: for the import map of a page that pins it.
    pub modules: BTreeMap<String, String>,
}

/// Holds what making the gate gives the other files to work with.
#[derive(Default)]
pub(crate) struct BuiltGate {
    pub pinned: Pinned,
    /// The gate with the filter of places filled in several ways. However many placements a site has, its gate is no larger than
    /// the largest of these.
    pub fullest: Vec<String>,
    /// What ends the names of its files: another release has another.
    pub hash: String,
}

/// Adds the gate of a policy, with the indexes and the deferred modules that it loads: under the name that lasts, and for whoever
/// pins it under one with its hash.
///
/// # Errors
/// [`Error::Markup`] and those of [`fill`] for slips in our own sources; [`Error::Engine`].
pub(crate) fn add(
    dist: &mut Dist,
    source: &Source,
    engine: &Engine,
    widget: &WidgetFiles,
    placed: PolicySite<'_>,
    indexes: &BTreeMap<String, Vec<u8>>,
    deferred: &BTreeMap<String, Vec<u8>>,
) -> Result<BuiltGate, Error> {
    let policy = placed.policy;
    let t = source.texts(&source.base)?;
    let content = engine.bytes("gated.js")?;
    let hash = files(
        dist,
        &[("index", "json", indexes), ("deferred", "js", deferred)],
        content,
    );
    dist.add(format!("gated.{hash}.js"), content);
    let data = GateData {
        version: env!("CARGO_PKG_VERSION"),
        choices: Choices::of(policy),
        aliases: aliases(policy),
        up: placed.up(),
        files: dist.hashed_at().to_owned(),
        cookies: placed.page(),
        wasm: &widget.wasm,
        langs: source.languages(),
        hash: hash.clone(),
        css: engine.text("bar.css")?,
        places: filter::places(&source.placements),
        words: GateTexts::of(t, policy, false)?,
    };
    let name = "gate.js";
    let script = fill(name, engine.text(name)?, &data)?;
    let fullest = worst_filters::all()
        .map(|digits| script.replace(&data.places, &digits))
        .collect();
    let folder = placed.folder();
    let name = [&folder, GATE].concat();
    let stem = name.trim_end_matches("js");
    let pinned = Pinned {
        folder,
        pinned: dist.add_hashed(stem, ".js", script.as_str()),
        integrity: sums::of_script(script.as_bytes()),
        modules: sums::modules(dist, widget, &hash),
    };
    dist.add(name, script);
    Ok(BuiltGate {
        pinned,
        fullest,
        hash,
    })
}

/// Files of a kind: its name, how the names of its files end, and what each language has.
type FileKind<'a> = (&'a str, &'a str, &'a BTreeMap<String, Vec<u8>>);

/// Adds the files of a kind and a language, and gives the hash that stands in the name of each and of what is of no language:
/// one for all, so that a file costs the gate next to nothing.
fn files(dist: &mut Dist, kinds: &[FileKind<'_>], unlocalised: &[u8]) -> String {
    let files = kinds.iter().flat_map(|(.., files)| files.values());
    let all: Vec<u8> = files.flatten().chain(unlocalised).copied().collect();
    let hash = hash(&all);
    for (kind, end, files) in kinds {
        for (language, bytes) in *files {
            dist.add(format!("{kind}.{language}.{hash}.{end}"), bytes.clone());
        }
    }
    hash
}

/// Lists other names of categories, among them each essential service's: nobody can refuse it apart from its category.
fn aliases(policy: &Policy) -> BTreeMap<&str, &'static str> {
    let essential = policy
        .categories
        .iter()
        .filter(|one| one.footing == Footing::Essential);
    let services = essential.flat_map(|one| {
        one.services
            .iter()
            .map(|service| (service.id.as_str(), one.id.id()))
    });
    let fixed = Category::ALIASES
        .iter()
        .map(|(alias, category)| (*alias, category.id()));
    services.chain(fixed).collect()
}
