//! The day on which one controller takes over from another: what changes then, and drafts of the successor's notices.
//!
//! A draft stands in `notices/succession/ID.md`, beside the notice that it is to follow. From the day on, a build and a check
//! take it in that notice's place; until then nobody sees it. So does a draft of a cookie policy (`cookies`).

mod cookies;
mod notice_draft;
mod places;
mod since;
mod undecided;

pub use cookies::draft as draft_cookies;
pub use notice_draft::draft;
pub use since::{outdated, unmarked};
pub use undecided::marked;

use std::{
    borrow::Cow,
    fmt,
    path::{Path, PathBuf},
};

use law::{Date, DatedFacts};
use notice::{Controller, Notice, Succession};
use serde::Serialize;
use source::parse::{File, Problems, Settings, Source};

use super::{Site, policies::PolicySite, read};
use notice_draft::{first_day, names, prose_that_names};
use places::{addresses, contacts, domains, others, untold};
use undecided::undecided;

/// Names the folder within `notices/` that drafts stand in.
pub const FOLDER: &str = "succession";

/// Holds what changes on the day on which a controller ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Handover {
    /// Key of the controller that ends.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Who takes over, and the last day before.
    pub succession: Succession,
    /// Its notices: id and title.
    pub notices: Vec<(String, String)>,
    /// Tables of `controllers.toml` that name it or its addresses, and such lines of `site.toml`.
    pub contacts: Vec<String>,
    /// E-mail and web addresses of its own, each with the file and line of every place.
    pub addresses: Vec<(String, String)>,
    /// The addresses of pages that show its notices.
    pub placements: Vec<String>,
    /// Whether receipts of cookie choices name it.
    pub receipts: bool,
    /// The files in `notices/` of the cookie policies that name it.
    pub policies: Vec<String>,
    /// E-mail addresses of the other controllers and of their officers.
    #[serde(skip)]
    pub others: Vec<String>,
    /// Why some of its addresses are not among those, and what to do.
    #[serde(skip)]
    pub untold: Option<String>,
}

/// Lists every handover that is planned, in the order of the controllers' names. `files` are those of `notices/`,
/// and `site.toml`.
#[must_use]
pub fn handovers(source: &Source, settings: &Settings, files: &[File]) -> Vec<Handover> {
    let mut all: Vec<Handover> = Vec::new();
    let placed = PolicySite::all(source);
    let policies = placed.iter().map(|placed| &placed.policy.controller);
    let controllers = source.notices.iter().map(|notice| &notice.controller);
    for controller in controllers.chain(policies) {
        let Some(succession) = &controller.succession else {
            continue;
        };
        if all.iter().any(|other| other.id == controller.id) {
            continue;
        }
        let own = decided_by(source, controller);
        let shown = source
            .placements
            .iter()
            .filter(|placement| own.iter().any(|notice| notice.id == placement.service));
        let domains = domains(source, settings, controller);
        let named = placed
            .iter()
            .filter(|placed| placed.policy.controller.id == controller.id);
        let policies: Vec<String> = named.map(|placed| placed.file.to_owned()).collect();
        all.push(Handover {
            id: controller.id.clone(),
            name: controller.contact.name.clone(),
            succession: succession.clone(),
            notices: own
                .iter()
                .map(|notice| (notice.id.clone(), notice.title.clone()))
                .collect(),
            contacts: contacts(files, controller, &domains),
            addresses: addresses(files, &domains),
            placements: shown.map(|placement| placement.address.clone()).collect(),
            receipts: !policies.is_empty(),
            policies,
            others: others(source, controller),
            untold: untold(controller, &domains),
        });
    }
    all.sort_by(|one, two| one.name.cmp(&two.name));
    all
}

impl Handover {
    /// Lists the keys of the contacts of `controllers.toml` that speak of the body that ends.
    fn contact_keys(&self) -> Vec<&str> {
        let keys = self.contacts.iter().filter_map(|entry| {
            let (_, key) = entry.rsplit_once("[contacts.")?;
            key.strip_suffix(']')
        });
        keys.collect()
    }
}

impl fmt::Display for Handover {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Succession { until, name, id } = &self.succession;
        writeln!(
            out,
            "Planned: {} decides until {until}. From the next day on {name} ({id}) does.",
            self.name
        )?;
        let mut list = |what: &str, lines: Vec<String>| {
            writeln!(out, "\n{what}: {}", lines.len())?;
            lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
        };
        let pairs = |pairs: &[(String, String)]| {
            let line = |(one, two): &(String, String)| format!("{one} ({two})");
            pairs.iter().map(line).collect::<Vec<_>>()
        };
        list("Notices that change", pairs(&self.notices))?;
        list("Contacts to look at", self.contacts.clone())?;
        list("Addresses of its own", pairs(&self.addresses))?;
        list("Pages that show its notices", self.placements.clone())?;
        if self.receipts {
            writeln!(
                out,
                "\nReceipts of cookie choices name it: change `controller` in {}, and raise `revision`, so that people \
                 are asked again by whoever decides then",
                self.policies.join(", ")
            )?;
        }
        Ok(())
    }
}

/// Puts each draft in the place of the notice, or of the cookie policy, whose controller has ended by the day; the day's own
/// are left alone. Whether there was any.
pub fn take_over(files: &mut Vec<File>, source: &Source, at: Date) -> bool {
    let has_ended = |controller: &Controller| {
        let until = controller.succession.as_ref().map(|it| &it.until);
        until.is_some_and(|until| until.parse::<Date>().is_ok_and(|until| at > until))
    };
    let notices = source.notices.iter();
    let notices = notices.filter(|notice| has_ended(&notice.controller));
    let policies = PolicySite::all(source).into_iter();
    let policies = policies.filter(|placed| has_ended(&placed.policy.controller));
    let ended = notices.map(|notice| format!("{}.md", notice.id));
    let mut any = false;
    for own in ended.chain(policies.map(|placed| placed.file.to_owned())) {
        let draft = format!("{FOLDER}/{own}");
        let Some(draft) = files.iter().position(|file| file.path == draft) else {
            continue;
        };
        let draft = files.remove(draft);
        if let Some(old) = files.iter_mut().find(|file| file.path == own) {
            (old.name, old.text) = (draft.name, draft.text);
            any = true;
        }
    }
    any
}

/// Adds the controllers to the dated facts, and those that end as bodies that do: a notice of today that another shares, or the
/// successor's own, may still name one after its day.
pub fn add_controllers(facts: &mut DatedFacts, source: &Source, settings: &Settings) {
    for (controller, officer) in &source.controllers {
        facts.add_body(controller, officer.as_ref());
    }
    let notices = source.notices.iter().map(|notice| &notice.controller);
    let policies = PolicySite::all(source).into_iter();
    for controller in notices.chain(policies.map(|placed| &placed.policy.controller)) {
        facts.add_end(controller, domains(source, settings, controller));
    }
}

/// Lists the notices of which a controller decides.
fn decided_by<'a>(source: &'a Source, controller: &Controller) -> Vec<&'a Notice> {
    let own = |notice: &&Notice| notice.controller.id == controller.id;
    source.notices.iter().filter(own).collect()
}

/// Returns a site as it is to be on a day, with what it says then, and what is to be done about its drafts, a line each. The
/// controllers are added to `facts`.
///
/// # Errors
/// Every problem of every file at once.
pub(super) fn on<'a>(
    site: &'a Site,
    facts: &mut DatedFacts,
    at: Date,
) -> Result<(Cow<'a, Site>, Source, Vec<String>), Problems> {
    let source = site.source()?;
    let mut open = outdated(&site.notices);
    let planned = handovers(&source, &site.settings, &site.notices);
    add_controllers(facts, &source, &site.settings);
    let mut notices = site.notices.clone();
    if !take_over(&mut notices, &source, at) {
        return Ok((Cow::Borrowed(site), source, open));
    }
    let site = Site {
        notices,
        ..site.clone()
    };
    let source = site.source()?;
    open.extend(
        planned
            .iter()
            .filter_map(|handover| handover.untold.clone()),
    );
    open.extend(undecided(&site.notices, &source, &planned));
    Ok((Cow::Owned(site), source, open))
}

/// Names the file that something of this name was read from: the draft has the successor for its controller, and the old one has another.
#[must_use]
pub fn path(folder: &Path, name: &str, controller: &str) -> PathBuf {
    let draft = folder.join(FOLDER).join(name);
    let own = folder.join(name);
    let names = |path: &Path| {
        let key = format!("controller = \"{controller}\"");
        read::text(path).is_ok_and(|text| text.contains(&key))
    };
    if names(&draft) && !names(&own) {
        draft
    } else {
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn handover() -> Handover {
        Handover {
            id: "old".to_owned(),
            name: "Old Town Council".to_owned(),
            succession: Succession {
                until: "2028-03-31".to_owned(),
                id: "new".to_owned(),
                name: "New District Council".to_owned(),
            },
            notices: Vec::new(),
            contacts: vec![
                "notices/controllers.toml [contacts.old-officer]".to_owned(),
                "site.toml:3 controller".to_owned(),
            ],
            addresses: vec![("bins@old.gov.uk".to_owned(), "bins.md:4".to_owned())],
            placements: Vec::new(),
            receipts: false,
            policies: Vec::new(),
            others: vec!["dpo@trust.example".to_owned()],
            untold: None,
        }
    }
}
