//! What stands in a translation's place while it translates another version than is published: the original, in the language that
//! everyone falls back to, and a line in the reader's own that says so. What pages and people ask for by address stays there.

use notice::Notice;
use source::parse::Source;

/// A notice in the place of its translation.
#[derive(Clone, Copy)]
pub(crate) struct StandIn<'a> {
    /// The original.
    pub notice: &'a Notice,
    /// The language of the translation.
    pub lang: &'a str,
    based_on: &'a str,
}

/// Lists a stand-in for each outdated translation.
pub(crate) fn all(source: &Source) -> impl Iterator<Item = StandIn<'_>> {
    source.translations.iter().filter_map(|translation| {
        let id = translation.notice.as_ref().filter(|_| translation.stale)?;
        let notice = source.notices.iter().find(|notice| notice.id == *id)?;
        Some(StandIn {
            notice,
            lang: &translation.lang,
            based_on: translation.based_on.as_deref()?,
        })
    })
}

/// Lists a warning for each outdated translation: what its readers get meanwhile.
pub(crate) fn warnings(source: &Source) -> impl Iterator<Item = String> {
    all(source).map(|one| {
        let StandIn { notice, lang, based_on } = one;
        let (id, version, base) = (&notice.id, &notice.version, &notice.lang);
        format!(
            "notices/{lang}/{id}.md translates version {based_on} of a notice that is at {version}: until `based-on` says so, \
             everyone who reads `{lang}` gets the notice in `{base}`, on its pages and in its includes"
        )
    })
}
