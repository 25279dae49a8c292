//! What visitors should not meet yet, a line each: drafts, translations that have grown old or are none, forms that tell people nothing,
//! storage without asking that nobody has answered for.

use std::path::Path;

use law::{DatedFacts, Mark, check_exemption};
use notice::Notice;
use source::parse::Source;

use super::{
    Error, Site, policies, read_site, refused,
    register::{Claim, Register},
    stand_in, untranslated,
};

/// Lists what is unfinished of a site and its notices.
pub(crate) fn of(
    site: &Site,
    source: &Source,
    register: &Register,
    facts: &DatedFacts,
) -> Vec<String> {
    let drafts = source.notices.iter().flat_map(draft);
    drafts
        .chain(stand_in::warnings(source))
        .chain(untranslated::warnings(site))
        .chain(untold(site, register))
        .chain(unasked(register, facts))
        .collect()
}

/// Lists what can be told of the site folder `root` without building it, as it would be published where `site.toml` says: lines of a
/// translation that are still the original's, and what a page's security policy refuses.
///
/// # Errors
/// Those of [`read_site`].
pub fn site_warnings(root: &Path) -> Result<Vec<String>, Error> {
    let site = read_site(root)?;
    let mut all = untranslated::warnings(&site);
    all.extend(refused::in_pages(&site, site.settings.address.as_deref()));
    Ok(all)
}

/// Lists categories that go without asking, and are not answered for as the law of the day wants it.
fn unasked(register: &Register, facts: &DatedFacts) -> impl Iterator<Item = String> {
    let all = register.exemptions.iter();
    all.filter_map(|(partner, exemption)| {
        let answers = exemption.answers.iter();
        let answers = answers.map(|(question, answer)| (*question, answer.as_deref()));
        let answers: Vec<_> = answers.collect();
        let id = exemption.category.id();
        let verdict = check_exemption(id, &answers, facts, register.at);
        let (left, all) = (exemption.open() + exemption.unfit(), answers.len());
        let whose = partner.map(|id| format!(" of {id}")).unwrap_or_default();
        (verdict.mark() > Mark::Present).then(|| {
            format!(
                "cookies in `{id}`{whose} go without asking, and {left} of the {all} answers that the law wants for it are missing or unfit \
                 (CKI-02); `council-notice check` shows them"
            )
        })
    })
}

/// Says which answers say nothing.
fn draft(notice: &Notice) -> Option<String> {
    let id = &notice.id;
    let open = law::unanswered(notice);
    let open: Vec<&str> = open.into_iter().map(Into::into).collect();
    (!open.is_empty()).then(|| {
        format!(
            "the card of notices/{id}.md answers nothing to {}, and visitors would read so; `council-notice check` shows the lines",
            open.join(", ")
        )
    })
}

/// Lists pages of the site that have the tag and a form, and no notice for it.
fn untold(site: &Site, register: &Register) -> impl Iterator<Item = String> {
    let own = register
        .coverage
        .pages
        .iter()
        .filter(|it| it.page.host.is_empty());
    own.filter_map(|known| {
        let what = match known.claim {
            Claim::Missing => "asks people for something and tells them nothing: give it a notice",
            Claim::Unknown => {
                "names a notice, or a part of one, that is not there: give it another"
            }
            _ => return None,
        };
        let path = known.page.path.trim_start_matches('/');
        let path = match path {
            folder if folder.is_empty() || folder.ends_with('/') => [folder, "index.html"].concat(),
            path => path.to_owned(),
        };
        // A form on a page without the tag may be a search.
        let html = site.public.get(&path)?;
        policies::names_gate(&String::from_utf8_lossy(html))
            .then(|| format!("public/{path} {what} in notices/placements.toml or in its tag"))
    })
}
