//! A site and the engine into the files of a website: [`publish`] is a function of the two. Disk stands at the ends only:
//! [`read_site`] before it, [`Release::write`] after it. What else an editor asks of the notices is here, too.
//!
//! | what | modules |
//! |---|---|
//! | a site from disk, and what comes with the program | `folder`, `site`, `read`, `interface_words`, `dated_law`, `engine` |
//! | what the browser fetches | `gate` (with `filter`, `worst_filters`), `deferred`, `widget`, `notices` (with `readers`, `requests`), `policy`, `policies`, `choices`, `placements`, `sums`, `consent_mode`, `offline` (the kiosk's worker); `script` puts data into scripts, `hash` names files |
//! | pages | `page` (each notice, cookies, lists), `localized` (a page beside those in other languages), `register`, `include` and `cookie_include` (with `paste`, `server_include`), `html`, `elements` |
//! | how they are sent and stored | `headers`, `nginx`, `pack`, `dist`, `own_folder`, `order`, `write` (with `lock`), `earlier`, `budget`; `refused` (what a page's own policy refuses in it) |
//! | commands beside `build` | `check`, `draft` (new, import), `compare`, `audit`, `init`, `migrate`, `serve` (with `known_verdicts`), `record` (reconcile), `succession`, `desk` |
//! | versions of a notice | `history`, `reworded`, `stand_in`, `untranslated`, `unfinished`, `raw_draft`, `overdue` |
//! | what a terminal shows | `terminal`, `colours`, `progress`, `excerpt`, `visible`, `error`, `quoted`, `clock` |

mod audit;
mod budget;
mod check;
mod choices;
mod clock;
mod colours;
mod compare;
mod consent_mode;
mod cookie_include;
mod dated_law;
mod deferred;
pub mod desk;
mod dist;
mod draft;
mod earlier;
mod elements;
mod engine;
mod error;
mod excerpt;
mod filter;
mod folder;
mod gate;
mod hash;
mod headers;
mod history;
mod html;
mod include;
mod init;
mod interface_words;
mod known_verdicts;
mod localized;
mod lock;
mod migrate;
mod nginx;
mod notices;
mod offline;
mod order;
mod overdue;
mod own_folder;
mod pack;
mod page;
mod paste;
mod placements;
mod policies;
mod policy;
mod progress;
mod quoted;
mod raw_draft;
mod read;
pub mod readers;
mod record;
mod refused;
mod register;
mod requests;
mod reworded;
mod script;
mod serve;
mod server_include;
mod site;
mod stand_in;
pub mod succession;
mod sums;
pub mod terminal;
mod unfinished;
mod untranslated;
mod visible;
mod widget;
mod worst_filters;
mod write;

pub use audit::{AuditError, AuditTarget, audit_html, audit_page};
pub use budget::{Budget, BudgetLine};
pub use check::{check_files, unraised};
pub use clock::today;
pub use colours::colours;
pub use compare::{changes_as_json, compare};
pub use dated_law::law_day;
pub use draft::{begin_words, import_notice, new_notice};
pub use earlier::Earlier;
pub use engine::{Engine, LICENCES};
pub use error::Error;
pub use folder::{is_site, load, load_as_at, read_site, site_settings};
pub use gate::Pinned;
pub use history::{History, keep};
pub use init::init;
pub use interface_words::words;
pub use migrate::{Migration, MigrationStep, migrate};
pub use own_folder::may_fill;
pub use pack::twins;
pub use paste::{Pasted, paste};
pub use progress::ProgressReporter;
pub use quoted::quoted;
pub use reworded::reworded;
pub use serve::{Preview, PreviewEvent, serve};
pub use site::Site;
pub use unfinished::site_warnings;
pub use widget::{BUNDLES, module_name};

use std::{collections::BTreeMap, path::Path};

use dist::Dist;
use gate::BuiltGate;
use known_verdicts::KnownVerdicts;
use law::Date;
use policies::PolicySite;
use register::Register;
use source::parse::{self, Source};
use widget::WidgetFiles;

/// Says how much the result matters, and so how long compressing may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick: compressed lightly.
    Dev,
    /// For visitors: as small as can be.
    Release,
}

impl Profile {
    /// Returns the quality that brotli is asked for.
    #[must_use]
    pub fn brotli(self) -> u32 {
        match self {
            Self::Dev => 5,
            Self::Release => 11,
        }
    }
}

/// Holds what a release depends on beside the site and the engine.
#[derive(Clone, Debug)]
pub struct ReleaseOptions {
    /// How much the result matters.
    pub profile: Profile,
    /// The day whose law the register holds the notices against.
    pub as_at: Date,
    /// Where the files will be published, if not where `site.toml` says. Printed pages lead a phone there.
    pub address: Option<String>,
}

/// Holds everything that is to be published, in memory.
#[derive(Clone, Debug)]
pub struct Release {
    files: Dist,
    /// Of earlier releases, where it is to keep any.
    earlier: Earlier,
    gates: Vec<Pinned>,
    rules: Vec<headers::HeaderRule>,
    /// The sizes of what visitors download.
    pub budget: Budget,
    /// How many notices there are.
    pub notices: usize,
    /// What visitors should not meet: drafts, translations that have grown old, forms that tell people nothing, and pages that lack
    /// what they include, or hold what their security policy refuses. A line each.
    pub unfinished: Vec<String>,
    drafts: Vec<String>,
}

impl Release {
    /// Lists what whoever works on it should know: what keeps it from visitors, then what is unfinished.
    #[must_use]
    pub fn warnings(&self) -> Vec<String> {
        self.drafts
            .iter()
            .chain(&self.unfinished)
            .cloned()
            .collect()
    }

    /// Says whether all of it may be shown to visitors.
    ///
    /// # Errors
    /// [`Error::Drafts`] names each notice that an import has left unfinished.
    pub fn check_drafts(&self) -> Result<(), Error> {
        match &self.drafts[..] {
            [] => Ok(()),
            drafts => Err(Error::Drafts(drafts.to_vec())),
        }
    }

    /// Lists every file by its path, with its content.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.files()
    }

    /// Returns the content of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path)
    }

    /// Lists the gates: the site's own, then those of partners.
    pub fn gates(&self) -> impl Iterator<Item = &Pinned> {
        self.gates.iter()
    }

    /// Lists the headers of an address, as `_headers` has them.
    pub fn headers(&self, address: &str) -> impl Iterator<Item = (&'static str, &str)> {
        let rules = self.rules.iter();
        let own = rules.filter(move |rule| headers::matches(&rule.address, address));
        own.map(|rule| (rule.header, rule.value.as_str()))
    }

    /// Keeps the files of earlier releases beside its own, but for those that it has itself: a page that was loaded with
    /// yesterday's gate goes on working. Gives how many are kept.
    pub fn keep(&mut self, earlier: Earlier) -> usize {
        self.earlier = earlier.beside(&self.files);
        if let Some(manifest) = self.earlier.manifest() {
            self.files.add(earlier::MANIFEST, manifest);
        }
        let list = order::list(&self.files, &self.earlier);
        self.files.add(order::LIST, list);
        self.earlier.len()
    }

    /// Brings a folder in line. What a release before has left there and this one neither has nor keeps goes; whatever else
    /// stands in the folder stays.
    ///
    /// # Errors
    /// [`Error::Busy`] where another build is at work on the folder; [`Error::Write`] names the file that could not be
    /// written.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        write::write(folder, &self.files, &self.earlier)
    }
}

/// Makes every file of a site.
///
/// # Errors
/// Every mistake in the notices at once; otherwise the first step that failed. That a budget is not kept is no error here:
/// see [`Budget::check`].
pub fn publish(site: &Site, engine: &Engine, options: &ReleaseOptions) -> Result<Release, Error> {
    publish_knowing(site, engine, options, &KnownVerdicts::default())
}

/// Does the same, and asks the law nothing that is known.
///
/// # Errors
/// Those of [`publish`].
pub(crate) fn publish_knowing(
    site: &Site,
    engine: &Engine,
    options: &ReleaseOptions,
    known: &KnownVerdicts,
) -> Result<Release, Error> {
    let mut facts = parse::facts(&site.facts())?;
    let (site, source, drafts) = succession::on(site, &mut facts, options.as_at)?;
    let site = site.as_ref();
    // A draft may leave open who decides; visitors must be told.
    let mut all = source.notices.iter().chain(&source.translated);
    if let Some(notice) = all.find(|notice| notice.controller.contact.name.is_empty()) {
        return Err(Error::Controller(notice.id.clone()));
    }
    let history = History::of(&site.history)?;
    history.agree(&source)?;
    let law = requests::Law {
        facts: &facts,
        at: options.as_at,
    };
    let mut dist = Dist::new(site.settings.files.clone());
    let widget = widget::add(&mut dist, engine)?;
    let bundles = widget::bundles(&mut dist, engine)?;
    let policies = PolicySite::all(&source);
    let indexes = notices::add(
        &mut dist, &source, engine, &bundles, &history, law, &policies,
    )?;
    let register = Register::of(&source, site, &history, &facts, options.as_at, known)?;
    let mut unfinished = unfinished::of(site, &source, &register, &facts);
    unfinished.extend(drafts);
    let address = options.address.as_ref().or(site.settings.address.as_ref());
    let address = address.map(String::as_str);
    unfinished.extend(refused::in_pages(site, address));
    page::add(
        &mut dist, &source, engine, &history, &register, address, law,
    )?;
    let mut placed = policies.into_iter().zip(&indexes.of_policies);
    let mut add_next = |dist: &mut Dist| {
        let next = placed.next();
        let gate = next
            .map(|(placed, indexes)| of_policy(dist, &source, engine, &widget, placed, indexes));
        gate.transpose()
    };
    // The site's own comes first.
    let gate = add_next(&mut dist)?.unwrap_or_default();
    let context = include::IncludeContext {
        style: [engine.text("card.css")?, engine.text("guardian.css")?].concat(),
        minutes: &indexes.minutes,
        release: &gate.hash,
        address,
    };
    include::add(&mut dist, &source, &context)?;
    offline::add(&mut dist, &source, engine)?;
    // Those of partners: a shared screen of the site has no use for them.
    let mut gates = vec![gate.pinned];
    while let Some(gate) = add_next(&mut dist)? {
        gates.push(gate.pinned);
    }
    let folders: Vec<_> = gates.iter().skip(1).map(|one| one.folder.clone()).collect();
    for name in ["council-notice.d.ts", "custom-elements.json"] {
        dist.add(name, engine.text(name)?);
    }
    engine.add(&mut dist, LICENCES, LICENCES)?;
    for (path, bytes) in &site.public {
        if dist.get(path).is_some() {
            return Err(Error::Taken(path.clone()));
        }
        dist.add(path, bytes.as_slice());
    }
    let lacking = server_include::fill(&mut dist);
    let languages: Vec<_> = source.strings.keys().map(String::as_str).collect();
    let rules = headers::rules(&dist, &languages, &folders);
    dist.add("_headers", headers::for_static_hosts(&rules));
    nginx::add(&mut dist, &rules);
    pack::pack(&mut dist, options.profile);
    let earlier = Earlier::default();
    let list = order::list(&dist, &earlier);
    dist.add(order::LIST, list);
    let budget = Budget::measure(
        &dist,
        &gate.fullest,
        &folders,
        &widget,
        &bundles,
        &indexes.notices,
        options.profile,
    );
    Ok(Release {
        files: dist,
        earlier,
        gates,
        rules,
        budget,
        notices: source.notices.len(),
        unfinished: unfinished.into_iter().chain(lacking).collect(),
        drafts: raw_draft::all(site, &source),
    })
}

/// Adds everything that a policy has of its own: its gate, and what goes with it.
///
/// # Errors
/// Those of its parts.
fn of_policy(
    dist: &mut Dist,
    source: &Source,
    engine: &Engine,
    widget: &WidgetFiles,
    placed: PolicySite<'_>,
    indexes: &BTreeMap<String, Vec<u8>>,
) -> Result<BuiltGate, Error> {
    consent_mode::add(dist, engine, placed)?;
    cookie_include::add(dist, source, engine, placed)?;
    let deferred = deferred::add(dist, source, engine, widget, placed, indexes)?;
    gate::add(dist, source, engine, widget, placed, indexes, &deferred)
}
