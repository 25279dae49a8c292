//! The deferred module: the modules of `www/deferred/` in one file a language, with what they must know.

use std::collections::BTreeMap;

use leptos::prelude::*;
use notice::{
    cookies::{CategoryPolicy, Footing, Policy, ReceiptTemplate, StorageKind, life},
    kiosk::LEAST_IDLE,
    options::GuardianMode,
    strings::{Strings, Text},
};
use serde::Serialize;
use serde_json::Value;
use source::parse::Source;
use ui::Confirmation;

use super::{
    Dist, Engine, Error, consent_mode, dist::json, gate, html, placements, policies::PolicySite,
    policy, script::fill, sums, widget::WidgetFiles,
};

/// Holds the data of the module. The names are read in `www/deferred/` and nowhere else; its `main.js` says what each is.
#[derive(Serialize)]
struct DeferredData<'a> {
    css: &'a str,
    /// Folder of the policy's page, in `notices/`.
    cookies: String,
    /// The least seconds that a kiosk may wait before it is wiped.
    idle: u64,
    /// What the tag may ask of the guardian question.
    guardian: &'static [&'static str],
    /// Where something may be stored.
    kinds: &'static [&'static str],
    /// Everything declared: the id that allows it, its kind and its name pattern.
    items: Vec<(&'a str, StorageKind, &'a str)>,
    /// File of what every receipt says alike.
    receipt: &'a str,
    /// For how many months a choice holds that allows nothing which needs consent, and one that does.
    months: [u32; 2],
    /// The category that each signal of Consent Mode follows.
    signals: BTreeMap<&'static str, &'static str>,
    /// How many files of placements there are, and what ends their names.
    placements: (usize, &'a str),
    /// File of the hashes of what is fetched, and its own.
    sums: &'a [String; 2],
    widget: &'a str,
    wasm: &'a str,
    /// Every language, the one that all fall back to first.
    langs: Vec<&'a str>,
    words: DeferredTexts<'a>,
}

#[derive(Serialize)]
struct DeferredTexts<'a> {
    /// What the gate itself says in the base language only.
    #[serde(skip_serializing_if = "Option::is_none")]
    bar: Option<gate::GateTexts<'a>>,
    /// Of a frame that waits for leave: what it is, show it once, show it always.
    frame: [&'a str; 3],
    /// The line after a choice, as a tree.
    said: Value,
    /// Some of what was refused could not be removed.
    left: &'a str,
    /// Something has run already that is refused now; to load the page again.
    ran: [&'a str; 2],
    receipt: BTreeMap<&'static str, &'a str>,
    /// Which way they are written.
    dir: &'a str,
}

impl<'a> DeferredTexts<'a> {
    fn of(t: &'a Strings, policy: &Policy, has_bar: bool) -> Result<Self, Error> {
        let bar = has_bar.then(|| gate::GateTexts::of(t, policy, true));
        let said = html::render(|| view! { <Confirmation t=t.clone() /> });
        Ok(Self {
            bar: bar.transpose()?,
            frame: [Text::FrameBlocked, Text::FrameOnce, Text::FrameAlways].map(|text| t.get(text)),
            said: html::tree("confirmation", &said)?,
            left: t.get(Text::CookiesLeft),
            ran: [Text::RanAlready, Text::LoadAgain].map(|text| t.get(text)),
            receipt: Text::ALL
                .iter()
                .zip(Text::KEYS)
                .filter_map(|(&text, key)| Some((key.strip_prefix("receipt-")?, t.get(text))))
                .collect(),
            dir: t.get(Text::Direction),
        })
    }
}

/// Lists what a category declares. Of what is essential a service is no choice of its own: it stands with its category, which is
/// always allowed.
fn items(category: &CategoryPolicy) -> impl Iterator<Item = (&str, StorageKind, &str)> {
    let essential = category.footing == Footing::Essential;
    category.stored().map(move |(id, item)| {
        let id = if essential { category.id.id() } else { id };
        (id, item.kind, item.name.as_str())
    })
}

/// Adds the receipt template, the placements and the hashes; makes the module of each language, not yet named.
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
) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let name = "deferred.js";
    let script = engine.text(name)?;
    let css = engine.text("frame.css")?;
    let policy = placed.policy;
    let terms = ReceiptTemplate::of(policy, policy::checksum(policy));
    let receipt = dist.add_hashed("receipt.", ".json", json(&terms));
    let (files, hash) = placements::add(dist, &source.placements);
    let rows = (0..files).map(|number| placements::name(number, &hash));
    let fetched: Vec<String> = rows.chain([receipt.clone()]).collect();
    let sums = sums::add(dist, widget, &fetched, indexes);
    let modules = source.strings.iter().map(|(language, t)| {
        let data = DeferredData {
            css,
            cookies: placed.page(),
            receipt: &receipt,
            idle: LEAST_IDLE.as_secs(),
            months: [life::REFUSED_MONTHS, life::ACCEPTED_MONTHS],
            guardian: GuardianMode::NAMES,
            kinds: StorageKind::NAMES,
            signals: consent_mode::signals(),
            items: policy.categories.iter().flat_map(items).collect(),
            placements: (files, &hash),
            sums: &sums,
            widget: &widget.js,
            wasm: &widget.wasm,
            langs: source.languages(),
            words: DeferredTexts::of(t, policy, *language != source.base)?,
        };
        Ok((language.clone(), fill(name, script, &data)?.into_bytes()))
    });
    modules.collect()
}
