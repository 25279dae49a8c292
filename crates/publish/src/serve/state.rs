//! What the preview knows of its site: the files of the last build that went well, and what is wrong since.

use std::sync::{Mutex, MutexGuard, PoisonError};

use law::Finding;
use notice::placement::Placement;
use serde::Serialize;

use super::Preview;
use crate::{
    Error, Pinned, Release,
    check::check_files_knowing,
    known_verdicts::KnownVerdicts,
    publish_knowing, read_site, site_settings,
    terminal::{findings, problems},
};

/// Reports what the preview does to the program that started it.
#[derive(Clone, Debug)]
pub enum PreviewEvent {
    /// It answers at this address.
    Listening(String),
    /// A build begins.
    Building,
    /// A build went well.
    Built {
        /// How many notices there are.
        notices: usize,
        /// What visitors should not meet, as a build warns of it.
        warnings: Vec<String>,
    },
    /// A build failed: every mistake, with file, line and remedy.
    Failed(String),
}

/// Holds what the builder and the answers share.
pub(super) struct State {
    pub(super) preview: Preview,
    now: Mutex<Now>,
    /// One notice changes at a time: the law is asked of that one alone.
    known: KnownVerdicts,
}

/// Holds the present state.
#[derive(Default)]
pub(super) struct Now {
    /// Rises with every build: pages ask for it.
    pub(super) build: u64,
    /// The last build that went well.
    pub(super) release: Option<Release>,
    /// What is wrong, as the terminal shows it; nothing when all is well.
    pub(super) wrong: Option<String>,
    /// What the start page shows.
    pub(super) overview: Overview,
}

/// What the start page shows of the site.
#[derive(Default, Serialize)]
pub(super) struct Overview {
    name: Option<String>,
    address: Option<String>,
    /// Where the published files are that have a hash in their names, if on another host. Here they are with all others.
    files: Option<String>,
    /// The notices' own first.
    languages: Vec<String>,
    notices: Vec<NoticeSummary>,
    /// Which notice is on which pages, and in which form: what a tag that names no notice goes by.
    placements: Vec<Placement>,
    /// The site's own gate, then those of partners.
    gates: Vec<Pinned>,
    /// What visitors should not meet, as a build warns of it.
    warnings: Vec<String>,
    /// What the check finds, as the terminal shows it.
    findings: String,
}

/// A notice.
#[derive(Serialize)]
struct NoticeSummary {
    id: String,
    title: String,
    version: String,
    /// Flesch reading ease of its prose.
    ease: Option<f64>,
    /// What the check finds in it.
    findings: Vec<Finding>,
    /// Ids and titles.
    parts: Vec<[String; 2]>,
    audiences: Vec<[String; 2]>,
}

impl State {
    pub(super) fn new(preview: Preview) -> Self {
        Self {
            preview,
            now: Mutex::default(),
            known: KnownVerdicts::default(),
        }
    }

    /// Returns the present state, for as long as it is held.
    pub(super) fn now(&self) -> MutexGuard<'_, Now> {
        // A build that panicked has not touched it.
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Builds the site as it stands, and reports whether that worked.
    pub(super) fn build(&self) -> PreviewEvent {
        let done = self.release().and_then(|(release, gates)| {
            let mut overview = self.overview(gates)?;
            overview.warnings = release.warnings();
            // Not after a mistake: what it hides is there again when it is mended.
            self.known.forget_unused();
            Ok((release, overview))
        });
        let mut now = self.now();
        now.build += 1;
        match done {
            Ok((release, overview)) => {
                let told = PreviewEvent::Built {
                    notices: release.notices,
                    warnings: release.warnings(),
                };
                now.release = Some(release);
                now.overview = overview;
                now.wrong = None;
                told
            }
            Err(error) => {
                let said = match error {
                    Error::Notices(report) => problems(&report, false),
                    error => format!("error: {error}"),
                };
                now.wrong = Some(said.clone());
                PreviewEvent::Failed(said)
            }
        }
    }

    /// Makes what is shown here, where no other host has the hashed files yet, and the gates as they will be published.
    fn release(&self) -> Result<(Release, Vec<Pinned>), Error> {
        let Preview {
            site,
            engine,
            options,
            ..
        } = &self.preview;
        let mut read = read_site(site)?;
        let files = read.settings.files.take();
        let release = publish_knowing(&read, engine, options, &self.known)?;
        let mut gates: Vec<_> = release.gates().cloned().collect();
        if files.is_some() {
            read.settings.files = files;
            let published = publish_knowing(&read, engine, options, &self.known)?;
            gates = published.gates().cloned().collect();
        }
        Ok((release, gates))
    }

    fn overview(&self, gates: Vec<Pinned>) -> Result<Overview, Error> {
        let Preview { site, options, .. } = &self.preview;
        let source = read_site(site)?.source()?;
        let settings = site_settings(site)?;
        let ids = |parts: &[notice::Part]| {
            let all = parts.iter();
            all.map(|part| [part.id.clone(), part.title.clone()])
                .collect()
        };
        let report = check_files_knowing(site, &[], options.as_at, &self.known)?;
        let of = |id: &str| {
            let all = report.findings().iter();
            all.filter(|it| it.notice == id).cloned().collect()
        };
        let notices = source.notices.iter().map(|one| NoticeSummary {
            id: one.id.clone(),
            title: one.title.clone(),
            version: one.version.clone(),
            ease: law::reading_ease(one),
            findings: of(&one.id),
            parts: ids(&one.parts),
            audiences: ids(&one.audiences),
        });
        Ok(Overview {
            name: settings.name,
            address: settings.address,
            files: settings.files,
            languages: source.languages().into_iter().map(str::to_owned).collect(),
            notices: notices.collect(),
            placements: source.placements.clone(),
            gates,
            warnings: Vec::new(),
            findings: findings(&report, false),
        })
    }
}
