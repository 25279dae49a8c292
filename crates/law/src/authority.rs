//! Who is a public authority (DPA 2018 s. 7).

use super::{Date, Fact, Facts, Kind};

/// The fact by which a name is a public authority's. Bodies that s. 7(3) leaves out, such as parish councils, are none.
pub(super) fn ground<'a>(name: &'a str, facts: &'a Facts, at: Date) -> Option<&'a Fact> {
    let mut excepted = facts.named(Kind::NotPublicAuthority, name);
    if excepted.any(|fact| fact.holds(at)) {
        return None;
    }
    let mut known: Vec<&Fact> = facts
        .named(Kind::PublicAuthority, name)
        .filter(|fact| fact.holds(at))
        .collect();
    // The surest ground first: what nobody has verified is no more than a note.
    known.sort_by_key(|fact| fact.evidence as u8);
    known.first().copied()
}
