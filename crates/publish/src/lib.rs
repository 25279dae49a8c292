//! Notices into `dist/`: load → render → hash → write, all or nothing.

mod audit;
mod budget;
mod check;
mod clock;
mod compare;
mod consent_mode;
mod deferred;
mod dist;
mod draft;
mod error;
mod filter;
mod folder;
mod gate;
mod hash;
mod headers;
mod history;
mod html;
mod minify;
mod notices;
mod offline;
mod pack;
mod page;
mod policy;
mod register;
mod requests;
pub mod terminal;
mod widget;
mod write;

pub use audit::{AuditError, Wanted, audit_html, audit_page};
pub use budget::{Budget, Figure};
pub use check::check_files;
pub use clock::today;
pub use compare::{changes_as_json, compare};
pub use dist::Dist;
pub use draft::{import_notice, new_notice};
pub use error::Error;
pub use folder::load;
pub use history::{History, keep};
pub use widget::Widget;

use std::path::PathBuf;

use law::Date;
use register::Register;
use source::parse;

/// How much the result matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Quick: compressed lightly, budgets only shown.
    Dev,
    /// For visitors: as small as can be, budgets kept.
    Release,
}

impl Profile {
    /// The quality of brotli.
    #[must_use]
    pub fn brotli(self) -> u32 {
        match self {
            Self::Dev => 5,
            Self::Release => 11,
        }
    }
}

/// What to publish, and where.
#[derive(Clone, Debug)]
pub struct Job {
    /// The project: holds `notices/` and `www/`.
    pub root: PathBuf,
    /// The folder to fill: holds the widget as Trunk built it. Files already there stay.
    pub out: PathBuf,
    /// How much the result matters.
    pub profile: Profile,
    /// The day whose law the register holds the notices against.
    pub as_at: Date,
    /// Where `out` will be published: an https address. What is printed can only then lead a phone to its page.
    pub address: Option<String>,
}

/// What was published.
#[derive(Clone, Debug)]
pub struct Published {
    /// The sizes of what visitors download.
    pub budget: Budget,
    /// How many notices there are.
    pub notices: usize,
}

/// Publishes everything, or writes nothing at all.
///
/// # Errors
/// Every mistake in the notices at once; otherwise the first step that failed. A budget that is not kept fails
/// a release only; `told` is given the table in either case.
pub fn build(job: &Job, told: impl FnOnce(&Budget)) -> Result<Published, Error> {
    let source = load(&job.root.join("notices"))?;
    // A draft may leave open who decides; visitors must be told.
    let mut all = source.notices.iter().chain(&source.translated);
    if let Some(notice) = all.find(|notice| notice.controller.contact.name.is_empty()) {
        return Err(Error::Controller(notice.id.clone()));
    }
    let history = History::load(&job.root)?;
    history.agree(&source)?;
    let www = job.root.join("www");
    let mut dist = Dist::open(&job.out)?;
    let widget = widget::adopt(&mut dist)?;
    let bundles = widget::bundles(&mut dist)?;
    let facts = parse::facts(&register::file(&job.root, "notices/facts.toml")?)?;
    let law = requests::Law {
        facts: &facts,
        at: job.as_at,
    };
    let indexes = notices::add(&mut dist, &source, &www, &bundles, &history, law)?;
    consent_mode::add(&mut dist, &source, &www)?;
    let register = Register::of(&source, &job.root, &dist, job.as_at)?;
    page::add(
        &mut dist,
        &source,
        &www,
        &history,
        &register,
        job.address.as_deref(),
        law,
    )?;
    let deferred = deferred::add(&mut dist, &source, &www, &widget)?;
    let fullest = gate::add(&mut dist, &source, &www, &widget, &indexes, &deferred)?;
    offline::add(&mut dist, &source, &www)?;
    dist.add(
        "council-notice.d.ts",
        dist::read(&www.join("council-notice.d.ts"))?,
    );
    let languages: Vec<_> = source.strings.keys().map(String::as_str).collect();
    let rules = headers::rules(&dist, &languages);
    dist.add("_headers", headers::for_static_hosts(&rules));
    dist.add("nginx.conf", headers::for_nginx(&rules));
    pack::pack(&mut dist, job.profile);
    let budget = Budget::measure(
        &dist,
        &fullest,
        &widget,
        &bundles,
        &indexes.notices,
        job.profile,
    );
    told(&budget);
    budget.check()?;
    dist.write()?;
    Ok(Published {
        budget,
        notices: source.notices.len(),
    })
}
