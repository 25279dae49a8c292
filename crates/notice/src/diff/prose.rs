//! The text under the headings, block by block.

use crate::{Block, Inline, Scope, Section, SectionId};

use super::{
    Change, Topic, Weight,
    pair::pair,
    words::{likeness, same_sense},
};

/// A paragraph or a bullet, and where it stands.
#[derive(Clone, Debug, PartialEq)]
struct Passage<'a> {
    text: String,
    section: SectionId,
    scope: &'a Scope,
}

pub(super) fn compare(old: &[Section], new: &[Section]) -> Vec<Change> {
    let mut list = headings(old, new);
    let (old, new) = (pieces(old), pieces(new));
    let like = |one: &Passage<'_>, two: &Passage<'_>| {
        if (one.section, one.scope) == (two.section, two.scope) {
            likeness(&one.text, &two.text)
        } else {
            0.0
        }
    };
    let pairs = pair(&old, &new, like);
    let change = |piece: &Passage<'_>| Change::new(Topic::Text, piece.section, piece.scope);
    for (was, now) in pairs.both {
        if was.text != now.text {
            let weight = if same_sense(&was.text, &now.text) {
                Weight::Editorial
            } else {
                Weight::Material
            };
            let change = change(now).between(Some(was.text.clone()), Some(now.text.clone()));
            list.push(change.weight(weight));
        }
    }
    // What is said, or not said any more, may be a promise: only a person can tell.
    let gone = pairs.removed.into_iter();
    list.extend(gone.map(|was| change(was).between(Some(was.text.clone()), None)));
    let come = pairs.added.into_iter();
    list.extend(come.map(|now| change(now).between(None, Some(now.text.clone()))));
    list
}

/// Compares the headings.
fn headings(old: &[Section], new: &[Section]) -> Vec<Change> {
    let twin = |now: &Section| {
        let same = |was: &&Section| was.id == now.id && was.scope == now.scope;
        old.iter().find(same)
    };
    let renamed = |now: &Section| {
        let was = twin(now)?;
        let change = Change::new(Topic::Text, now.id, &now.scope);
        let change = change.between(Some(was.heading.clone()), Some(now.heading.clone()));
        (was.heading != now.heading).then(|| change.weight(Weight::Editorial))
    };
    new.iter().filter_map(renamed).collect()
}

fn pieces(sections: &[Section]) -> Vec<Passage<'_>> {
    let mut pieces = Vec::new();
    for section in sections {
        let mut push = |runs: &[Inline]| {
            pieces.push(Passage {
                text: plain(runs),
                section: section.id,
                scope: &section.scope,
            });
        };
        for block in &section.body {
            match block {
                Block::Paragraph(runs) => push(runs),
                Block::List(items) => items.iter().for_each(|item| push(item)),
            }
        }
    }
    pieces
}

/// Writes a run of prose, with the address of each link behind its words.
fn plain(runs: &[Inline]) -> String {
    let text = |run: &Inline| match run {
        Inline::Text(text) | Inline::Strong(text) => text.clone(),
        Inline::Link { text, url } => format!("{text} ({url})"),
    };
    runs.iter().map(text).collect()
}
