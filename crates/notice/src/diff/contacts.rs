//! How to reach people.

use crate::{Contact, Link, Phone, Scope, SectionId};

use super::{
    Change, ChangeKind, Topic,
    pair::pair,
    reword::{detail, wording},
    words::{fold, same_fact, same_sense},
};

/// Lists what changed in one contact, a change for each way to reach it.
pub(super) fn one(topic: Topic, section: SectionId, old: &Contact, new: &Contact) -> Vec<Change> {
    let mut list = Vec::new();
    let name = Change::new(topic, section, &Scope::default());
    list.extend(wording(name, &old.name, &new.name, same_fact));
    let mut way = |was: Option<String>, now: Option<String>| {
        if was != now {
            let change = Change::new(topic, section, &Scope::default());
            // The contact itself is still there.
            let change = change.of(&new.name).between(was, now);
            list.push(change.kind(ChangeKind::Changed));
        }
    };
    way(joined(&old.address), joined(&new.address));
    way(phones(&old.phones), phones(&new.phones));
    way(folded(&old.email), folded(&new.email));
    way(link(old.web.as_ref()), link(new.web.as_ref()));
    let note = Change::new(topic, section, &Scope::default()).of(&new.name);
    list.extend(detail(note, &old.note, &new.note, same_sense));
    list
}

/// Lists what changed in a contact that may come and go.
pub(super) fn maybe(
    topic: Topic,
    section: SectionId,
    old: Option<&Contact>,
    new: Option<&Contact>,
) -> Vec<Change> {
    match (old, new) {
        (Some(was), Some(now)) => one(topic, section, was, now),
        (None, None) => Vec::new(),
        (was, now) => {
            let change = Change::new(topic, section, &Scope::default());
            vec![change.between(was.map(said), now.map(said))]
        }
    }
}

/// Lists what changed in a list of contacts.
pub(super) fn many(
    topic: Topic,
    section: SectionId,
    old: &[Contact],
    new: &[Contact],
) -> Vec<Change> {
    let like = |one: &Contact, two: &Contact| f64::from(fold(&one.name) == fold(&two.name));
    let pairs = pair(old, new, like);
    let change =
        |contact: &Contact| Change::new(topic, section, &Scope::default()).of(contact.name.clone());
    let whole = |contact: &Contact| Some(said(contact));
    let gone = pairs.removed.into_iter();
    let gone = gone.map(|was| change(was).between(whole(was), None));
    let come = pairs.added.into_iter();
    let come = come.map(|now| change(now).between(None, whole(now)));
    let both = pairs.both.iter();
    let both = both.flat_map(|(was, now)| self::one(topic, section, was, now));
    both.chain(gone).chain(come).collect()
}

/// Writes a contact in a line.
pub(super) fn said(contact: &Contact) -> String {
    let ways = [
        Some(contact.name.clone()),
        joined(&contact.address),
        phones(&contact.phones),
        contact.email.clone(),
        link(contact.web.as_ref()),
    ];
    let ways: Vec<String> = ways.into_iter().flatten().collect();
    ways.join("; ")
}

fn joined(lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| lines.join(", "))
}

fn phones(phones: &[Phone]) -> Option<String> {
    let one = |phone: &Phone| match &phone.note {
        Some(note) => format!("{} ({note})", phone.number),
        None => phone.number.clone(),
    };
    let all: Vec<String> = phones.iter().map(one).collect();
    joined(&all)
}

/// Folds an address to lower case: mail goes to the same place whatever the capitals.
fn folded(email: &Option<String>) -> Option<String> {
    email.as_deref().map(str::to_lowercase)
}

fn link(link: Option<&Link>) -> Option<String> {
    link.map(|link| link.url.clone())
}
