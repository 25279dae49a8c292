//! Those who give and those who get data, one by one: a body that joins a group is a change of its own.

use crate::{Condition, DataSource, Recipient, RecipientRole, Scope, SectionId};

use super::{
    Change, ChangeKind, Topic, Weight,
    pair::pair,
    words::{likeness, same_fact},
};

/// One body of one entry.
#[derive(Clone, Debug, PartialEq)]
struct NamedBody<'a> {
    name: &'a str,
    group: Option<&'a str>,
    /// What for, or what it gives.
    why: Option<&'a str>,
    condition: Option<Condition>,
    condition_detail: Option<&'a str>,
    role: Option<RecipientRole>,
    scope: &'a Scope,
}

/// An entry of either list.
struct ListEntry<'a> {
    names: &'a [String],
    open: Option<&'a str>,
    /// All that its bodies have in common.
    common: NamedBody<'a>,
}

impl<'a> From<&'a Recipient> for ListEntry<'a> {
    fn from(entry: &'a Recipient) -> Self {
        Self {
            names: &entry.names,
            open: entry.open.as_deref(),
            common: NamedBody {
                name: "",
                group: entry.group.as_deref(),
                why: entry.purpose.as_deref(),
                condition: entry.condition,
                condition_detail: entry.condition_detail.as_deref(),
                role: entry.role,
                scope: &entry.scope,
            },
        }
    }
}

impl<'a> From<&'a DataSource> for ListEntry<'a> {
    fn from(entry: &'a DataSource) -> Self {
        Self {
            names: &entry.names,
            open: entry.open.as_deref(),
            common: NamedBody {
                name: "",
                group: entry.group.as_deref(),
                why: entry.detail.as_deref(),
                condition: None,
                condition_detail: None,
                role: None,
                scope: &entry.scope,
            },
        }
    }
}

pub(super) fn recipients(old: &[Recipient], new: &[Recipient]) -> Vec<Change> {
    let topics = (Topic::Recipient, Topic::OpenRecipients);
    entries(topics, SectionId::Recipients, old, new)
}

pub(super) fn sources(old: &[DataSource], new: &[DataSource]) -> Vec<Change> {
    let topics = (Topic::Source, Topic::OpenSources);
    entries(topics, SectionId::Sources, old, new)
}

fn entries<'a, T>(
    topics: (Topic, Topic),
    section: SectionId,
    old: &'a [T],
    new: &'a [T],
) -> Vec<Change>
where
    ListEntry<'a>: From<&'a T>,
{
    let bodies = |list: &'a [T]| -> Vec<NamedBody<'a>> {
        let entries = list.iter().map(ListEntry::from);
        let each = |entry: ListEntry<'a>| {
            let body = move |name| NamedBody {
                name,
                ..entry.common.clone()
            };
            entry.names.iter().map(String::as_str).map(body)
        };
        entries.flat_map(each).collect()
    };
    let open = |list: &'a [T]| -> Vec<(&'a str, &'a Scope)> {
        let entries = list.iter().map(ListEntry::from);
        entries
            .filter_map(|entry| Some((entry.open?, entry.common.scope)))
            .collect()
    };
    let mut list = compare(topics.0, section, &bodies(old), &bodies(new));
    list.extend(lists(topics.1, section, &open(old), &open(new)));
    list
}

fn compare(
    topic: Topic,
    section: SectionId,
    old: &[NamedBody<'_>],
    new: &[NamedBody<'_>],
) -> Vec<Change> {
    let like = |one: &NamedBody<'_>, two: &NamedBody<'_>| {
        if one.scope != two.scope || !same_fact(one.name, two.name) {
            return 0.0;
        }
        let why = likeness(one.why.unwrap_or_default(), two.why.unwrap_or_default());
        0.6 + 0.3 * why
            + if one.condition == two.condition {
                0.1
            } else {
                0.0
            }
    };
    let pairs = pair(old, new, like);
    let mut list = Vec::new();
    let change = |body: &NamedBody<'_>| Change::new(topic, section, body.scope).of(body.name);
    for (was, now) in pairs.both {
        if was.name != now.name {
            let names = (Some(was.name.to_owned()), Some(now.name.to_owned()));
            let change = Change::new(topic, section, now.scope).between(names.0, names.1);
            list.push(change.weight(Weight::Editorial));
        }
        if was.condition != now.condition {
            let mut change = change(now).between(condition(was), condition(now));
            change.topic = Topic::Condition;
            list.push(change);
        } else {
            let mut change = differ(change(now), was.condition_detail, now.condition_detail);
            if let Some(change) = &mut change {
                change.topic = Topic::Condition;
            }
            list.extend(change);
        }
        list.extend(differ(change(now), was.why, now.why));
        list.extend(differ(change(now), was.group, now.group));
        list.extend(differ(
            change(now),
            was.role.map(Into::into),
            now.role.map(Into::into),
        ));
    }
    for was in pairs.removed {
        list.push(
            change(was)
                .between(terms(was), None)
                .kind(ChangeKind::Removed),
        );
    }
    for now in pairs.added {
        list.push(
            change(now)
                .between(None, terms(now))
                .kind(ChangeKind::Added),
        );
    }
    together(list)
}

/// Reports a change of what is said of a body, if there is one.
fn differ(change: Change, was: Option<&str>, now: Option<&str>) -> Option<Change> {
    let same = same_fact(was.unwrap_or_default(), now.unwrap_or_default());
    let weight = if same {
        Weight::Editorial
    } else {
        Weight::Material
    };
    let owned = |text: Option<&str>| text.map(str::to_owned);
    // A body whose purpose is now said has not been added itself.
    let change = change
        .between(owned(was), owned(now))
        .kind(ChangeKind::Changed);
    (was != now).then(|| change.weight(weight))
}

/// Returns the condition by its name, with the source's own words for it.
fn condition(body: &NamedBody<'_>) -> Option<String> {
    let name = super::say::condition(body.condition?);
    Some(match body.condition_detail {
        Some(detail) => format!("{name} ({detail})"),
        None => name.to_owned(),
    })
}

/// Says what a body is given, or gives, data for, and when.
fn terms(body: &NamedBody<'_>) -> Option<String> {
    let why = body.why.map(str::to_owned);
    match (why, condition(body)) {
        (Some(why), Some(condition)) => Some(format!("{why} [{condition}]")),
        (why, condition) => why.or(condition),
    }
}

/// Joins changes that differ in the body alone.
fn together(list: Vec<Change>) -> Vec<Change> {
    let mut joined: Vec<Change> = Vec::new();
    for mut change in list {
        let same = joined.iter_mut().find(|other| {
            let what = std::mem::take(&mut change.what);
            let like = Change {
                what: other.what.clone(),
                ..change.clone()
            } == **other;
            change.what = what;
            like && !change.what.is_empty()
        });
        match same {
            Some(other) => other.what.append(&mut change.what),
            None => joined.push(change),
        }
    }
    joined
}

/// Compares what is said of the rest of lists that are not complete.
fn lists(
    topic: Topic,
    section: SectionId,
    old: &[(&str, &Scope)],
    new: &[(&str, &Scope)],
) -> Vec<Change> {
    let like = |one: &(&str, &Scope), two: &(&str, &Scope)| {
        if one.1 == two.1 {
            likeness(one.0, two.0)
        } else {
            0.0
        }
    };
    let pairs = pair(old, new, like);
    let change = |scope: &Scope| Change::new(topic, section, scope);
    let both = pairs.both.iter();
    let both = both.filter_map(|(was, now)| differ(change(now.1), Some(was.0), Some(now.0)));
    let gone = pairs.removed.iter();
    let gone = gone.map(|was| change(was.1).between(Some(was.0.to_owned()), None));
    let come = pairs.added.iter();
    let come = come.map(|now| change(now.1).between(None, Some(now.0.to_owned())));
    both.chain(gone).chain(come).collect()
}
