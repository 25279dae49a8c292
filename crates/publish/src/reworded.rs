//! Notices whose card says something else than in the release before, under the same version. Where that version was kept,
//! [`History`](super::History) knows more: which of it is a fact.

use std::{collections::BTreeSet, path::Path};

use super::{Error, History, Release, Site, elements::elements, include::FOLDER, read};

/// Lists a warning for each notice that says something else than in the release in the folder `before`, and has neither another
/// version nor one that was kept.
///
/// # Errors
/// [`Error::History`] names a kept version that is none.
pub fn reworded(release: &Release, site: &Site, before: &Path) -> Result<Vec<String>, Error> {
    let history = History::of(&site.history)?;
    // A translation may be mended without a word of the original being another.
    let end = format!(".{}.html", site.settings.base());
    let includes = release
        .files()
        .filter(|(path, _)| path.starts_with(FOLDER) && path.ends_with(&end));
    let mut told = BTreeSet::new();
    for (path, now) in includes {
        let Ok(then) = read::text(before.join(path)) else {
            continue;
        };
        let (then, now) = (
            Carried::of(&then),
            Carried::of(&String::from_utf8_lossy(now)),
        );
        let Some((then, now)) = then.zip(now) else {
            continue;
        };
        if then.version == now.version
            && then.hash != now.hash
            && !history.keeps(&now.service, &now.version)
        {
            told.insert((now.service, now.version));
        }
    }
    let told = told.iter().map(|(id, version)| {
        format!(
            "the card of notices/{id}.md says something else than in the release before, and both are version {version}: raise `version` if a \
             fact has changed, so that forms record which of the two was read; `council-notice keep`, whenever you publish, lets a \
             build tell facts from wording"
        )
    });
    Ok(told.collect())
}

/// What an include says of itself.
struct Carried {
    service: String,
    version: String,
    hash: String,
}

impl Carried {
    fn of(html: &str) -> Option<Self> {
        let found = elements(html);
        let element = found.iter().find(|it| it.name == "council-notice")?;
        let told = |name| element.attribute(name).map(str::to_owned);
        Some(Self {
            service: told("service")?,
            version: told("version")?,
            hash: told("hash")?,
        })
    }
}
