//! `consent-mode.html`: the fragment for the head of pages that use Google's Consent Mode v2.

use std::{collections::BTreeMap, fmt::Write as _};

use base64::{Engine as _, prelude::BASE64_STANDARD};
use notice::cookies::{Footing, Policy, SIGNALS};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Dist, Engine, Error, choices::Life, policies::PolicySite, script::fill};

/// Holds the data of the script. The names are read by `www/consent-mode.js` and nowhere else.
#[derive(Serialize)]
struct ConsentModeData<'a> {
    revision: u32,
    /// Each category with its services behind it.
    consent: Vec<Vec<&'a str>>,
    exempt: Vec<Vec<&'a str>>,
    signals: BTreeMap<&'static str, &'static str>,
    #[serde(flatten)]
    life: Life,
}

/// Maps each signal to the category that it follows, by their ids.
pub(crate) fn signals() -> BTreeMap<&'static str, &'static str> {
    SIGNALS
        .iter()
        .map(|(signal, category)| (*signal, category.id()))
        .collect()
}

/// Adds the fragment of a policy.
///
/// # Errors
/// Those of [`fill`] for a slip in our own source; [`Error::Engine`].
pub(crate) fn add(dist: &mut Dist, engine: &Engine, placed: PolicySite<'_>) -> Result<(), Error> {
    let policy = placed.policy;
    let data = ConsentModeData {
        revision: policy.revision,
        consent: ids(policy, Footing::Consent),
        exempt: ids(policy, Footing::Exempt),
        signals: signals(),
        life: Life::default(),
    };
    let name = "consent-mode.js";
    let script = fill(name, engine.text(name)?, &data)?;
    let path = [&placed.folder(), "consent-mode.html"].concat();
    dist.add(path, fragment(policy.revision, &script));
    Ok(())
}

/// Lists the categories of a footing, each with the services in it.
fn ids(policy: &Policy, footing: Footing) -> Vec<Vec<&str>> {
    let categories = policy.categories.iter();
    categories
        .filter(|one| one.footing == footing)
        .map(|category| {
            let services = category.services.iter().map(|service| service.id.as_str());
            [category.id.id()].into_iter().chain(services).collect()
        })
        .collect()
}

/// How the fragment begins.
pub(crate) const MARK: &str = "<!--\n  Google's Consent Mode v2 for cookie policy revision";

fn fragment(revision: u32, script: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(script));
    let mut mapping = String::new();
    for (signal, category) in SIGNALS {
        let _ = writeln!(mapping, "  {signal} follows {}", category.id());
    }
    format!(
        "{MARK} {revision}. Include this fragment in <head>, above every other script;\n  \
         where you paste it, paste it anew when the revision is raised, and with a newer program. A Content-Security-Policy allows it by its hash:\n  \
         script-src 'sha256-{hash}'\n\n{mapping}  security_storage is granted; all others are denied until a choice grants them,\n  \
         but for what cookies.toml holds exempt from consent: that is granted until somebody objects\n-->\n\
         <script>{script}</script>\n"
    )
}
