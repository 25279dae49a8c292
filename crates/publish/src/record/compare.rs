//! A record against notices: per service, what one says and the other does not.

use std::collections::BTreeMap;

use law::DatedFacts;
use notice::Notice;
use source::draft::subject;

use super::{
    Activity, Columns, RecordColumn,
    abbreviation::Abbreviations,
    alike::{clauses, same_name},
    beside::{of_notice, of_record},
    pairing::recipients,
    retention::retention,
    same::{basis, same},
    told::{Sides, Told},
    transfers::transfers,
};

/// Holds the comparison of a record with the notices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Every notice that the record knows, in the order of the notices.
    pub services: Vec<Compared>,
    /// Services of the record without a notice, with their rows.
    pub without_notice: Vec<(String, Vec<usize>)>,
    /// Notices, by title, without a row in the record.
    pub without_row: Vec<String>,
}

/// Holds one notice beside its rows of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Id of the notice.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The rows of the record that are about the service.
    pub rows: Vec<usize>,
    /// What they say differently.
    pub differences: Vec<Difference>,
    /// What was taken for the same, and is not so plainly.
    pub taken: Vec<Taken>,
}

/// Holds an entry of each side that were taken for one fact: somebody may look whether they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What they are about.
    pub column: RecordColumn,
    /// What the record says.
    pub record: String,
    /// What the notice says.
    pub notice: String,
}

/// Holds one kind of fact on which they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which one.
    pub column: RecordColumn,
    /// What the record says and the notice does not.
    pub record: Vec<String>,
    /// What the notice says and the record does not.
    pub notice: Vec<String>,
    /// For some of them, by text: which purpose and row it is for, or what the other side says of the same thing.
    pub beside: BTreeMap<String, String>,
}

impl Reconciled {
    /// Says whether notice and record agree on everything.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.without_notice.is_empty()
            && self.without_row.is_empty()
            && self.services.iter().all(|it| it.differences.is_empty())
    }
}

/// Holds a record against notices in one language. Short names of bodies are those that the facts, the notice or the record gives.
#[must_use]
pub(crate) fn reconcile<'a>(
    notices: impl IntoIterator<Item = &'a Notice>,
    record: &[Activity],
    columns: &Columns,
    facts: &DatedFacts,
) -> Reconciled {
    let mut all = Reconciled::default();
    let mut known_names = Abbreviations::default();
    for fact in &facts.all {
        known_names.read(&fact.value);
        known_names.read(fact.now.as_deref().unwrap_or_default());
    }
    for entry in record.iter().flat_map(|row| row.said.values()).flatten() {
        known_names.read(entry);
    }
    let mut known = vec![false; record.len()];
    for notice in notices {
        let rows: Vec<&Activity> = record
            .iter()
            .zip(&mut known)
            .filter(|(activity, _)| is_about(activity, notice, columns))
            .map(|(activity, known)| {
                *known = true;
                activity
            })
            .collect();
        if rows.is_empty() {
            all.without_row.push(notice.title.clone());
            continue;
        }
        let mut given = known_names.clone();
        given.read_all(&serde_json::to_value(notice).unwrap_or_default());
        let columns = columns.names.keys();
        let (differences, taken): (Vec<_>, Vec<_>) = columns
            .map(|column| compared(*column, notice, &rows, &given))
            .unzip();
        all.services.push(Compared {
            id: notice.id.clone(),
            title: notice.title.clone(),
            rows: rows.iter().map(|row| row.row).collect(),
            differences: differences.into_iter().flatten().collect(),
            taken: taken.into_iter().flatten().collect(),
        });
    }
    for (activity, _) in record.iter().zip(known).filter(|(_, known)| !known) {
        let same = all.without_notice.iter_mut();
        match same.into_iter().find(|(name, _)| *name == activity.service) {
            Some((_, rows)) => rows.push(activity.row),
            None => {
                let new = (activity.service.clone(), vec![activity.row]);
                all.without_notice.push(new);
            }
        }
    }
    all
}

/// Says whether a row is about a notice's service: by the mapping, or because it has the notice's name or a part's, which may
/// call itself a privacy notice.
fn is_about(activity: &Activity, notice: &Notice, columns: &Columns) -> bool {
    let mapped = columns
        .services
        .iter()
        .find(|(name, _)| same_name(name, &activity.service));
    match mapped {
        Some((_, id)) => *id == notice.id,
        None => {
            let parts = notice.parts.iter().map(|part| part.title.as_str());
            let mut names = [notice.title.as_str(), notice.id.as_str()]
                .into_iter()
                .chain(parts);
            names.any(|name| same_name(subject(name), subject(&activity.service)))
        }
    }
}

/// Holds one kind of fact against the other side's: what differs, and what was taken for the same without being so plainly.
fn compared(
    column: RecordColumn,
    notice: &Notice,
    rows: &[&Activity],
    given: &Abbreviations,
) -> (Option<Difference>, Vec<Taken>) {
    let sides = match column {
        RecordColumn::Recipients => recipients(notice, rows, given),
        RecordColumn::Retention => retention(notice, rows),
        RecordColumn::Transfers => transfers(notice, rows),
        _ => by_words(column, notice, rows),
    };
    let told = sides.record.iter().chain(&sides.notice);
    let mut beside: BTreeMap<String, String> = BTreeMap::new();
    for told in told {
        if let Some(own) = told.beside() {
            let all = beside.entry(told.text.clone()).or_default();
            if !all.is_empty() {
                all.push_str("; ");
            }
            all.push_str(&own);
        }
    }
    let difference = Difference {
        column,
        record: listed(sides.record.iter().map(|told| &told.text)),
        notice: listed(sides.notice.iter().map(|told| &told.text)),
        beside,
    };
    let any = !difference.record.is_empty() || !difference.notice.is_empty();
    let mut taken = sides.taken.into_iter();
    let taken = taken.by_ref().map(|(record, notice)| Taken {
        column,
        record,
        notice,
    });
    (any.then_some(difference), taken.collect())
}

/// Holds entries against each other that count as the same by their words.
fn by_words<'a>(column: RecordColumn, notice: &Notice, rows: &[&'a Activity]) -> Sides<'a> {
    let all = rows.iter().flat_map(|row| row.said.get(&column));
    let record = listed(all.flatten());
    let own = stated(column, notice);
    let details = details(column, notice);
    let record_only = record
        .iter()
        .filter(|said| !says(column, said, own.iter().chain(&details)));
    let own_only = own.iter().filter(|said| {
        let detail = notice
            .data
            .iter()
            .filter(|data| column == RecordColumn::Data && data.name == **said);
        let mut detail = detail.filter_map(|data| data.detail.as_ref());
        !says(column, said, &record) && !detail.any(|detail| says(column, detail, &record))
    });
    let is_basis = column == RecordColumn::Basis;
    Sides {
        record: record_only
            .map(|said| {
                let has = |row: &&&Activity| {
                    let entries = row.said.get(&column);
                    entries.is_some_and(|all| all.iter().any(|entry| same_name(entry, said)))
                };
                Told {
                    text: said.clone(),
                    // A basis says of each row what the notice has for it.
                    rows: rows
                        .iter()
                        .filter(has)
                        .filter(|_| !is_basis)
                        .copied()
                        .collect(),
                    remark: is_basis.then(|| of_record(said, notice, rows)),
                }
            })
            .collect(),
        notice: own_only
            .map(|said| {
                let remark = is_basis.then(|| of_notice(said, notice, rows)).flatten();
                Told::of_notice(said, remark)
            })
            .collect(),
        taken: Vec::new(),
    }
}

/// Says whether any of the others says what this entry does: the same words, or what counts as the same in its column.
fn says<'a>(
    column: RecordColumn,
    said: &str,
    others: impl IntoIterator<Item = &'a String>,
) -> bool {
    let others: Vec<&str> = others.into_iter().map(String::as_str).collect();
    let same = same(column);
    others
        .iter()
        .any(|other| same_name(said, other) || same(said, other))
}

/// Sorts entries, each once whatever its capitals.
fn listed<'a>(entries: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut list: Vec<String> = entries.cloned().collect();
    list.sort_unstable_by_key(|entry| entry.to_lowercase());
    list.dedup_by(|one, other| same_name(one, other));
    list
}

/// Lists what a notice says besides of the entries in a column: examples of a kind of data, or what is meant by it.
fn details(column: RecordColumn, notice: &Notice) -> Vec<String> {
    let data = notice.data.iter().filter(|_| column == RecordColumn::Data);
    data.filter_map(|data| data.detail.clone()).collect()
}

/// Lists what a notice says under a heading of the record.
pub(super) fn stated(column: RecordColumn, notice: &Notice) -> Vec<String> {
    match column {
        RecordColumn::Service => Vec::new(),
        RecordColumn::Purpose => notice.purposes.iter().map(|it| it.text.clone()).collect(),
        RecordColumn::Basis => {
            let stated = notice.purposes.iter().map(|it| basis(it.basis));
            let mut all: Vec<String> = stated.flatten().map(str::to_owned).collect();
            all.sort_unstable();
            all.dedup();
            all
        }
        RecordColumn::Data => notice.data.iter().map(|it| it.name.clone()).collect(),
        RecordColumn::Recipients => {
            let names = notice.recipients.iter().flat_map(|it| &it.names);
            names.cloned().collect()
        }
        RecordColumn::Retention => {
            let texts = notice.retention.iter().flat_map(|it| clauses(&it.text));
            texts.map(str::to_owned).collect()
        }
        RecordColumn::Transfers => notice.transfers.iter().cloned().collect(),
    }
}
