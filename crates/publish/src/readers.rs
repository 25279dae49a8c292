//! Whom a notice speaks to: files and includes are made for each.

use notice::{Notice, Part};

/// Lists every reader of a notice: of every part and of none, in every audience and in none.
pub fn readers(notice: &Notice) -> impl Iterator<Item = (Option<&str>, Option<&str>)> {
    fn ids(parts: &[Part]) -> impl Iterator<Item = Option<&str>> {
        std::iter::once(None).chain(parts.iter().map(|part| Some(part.id.as_str())))
    }
    ids(&notice.parts).flat_map(|part| ids(&notice.audiences).map(move |audience| (part, audience)))
}
