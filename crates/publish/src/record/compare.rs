//! A record against notices: per service, what one says and the other does not.

use std::{collections::BTreeMap, fmt};

use notice::Notice;
use serde_json::{Value, json};
use source::draft::subject;

use super::{
    Activity, Columns, RecordColumn,
    alike::{clauses, same_name},
    beside::{of_notice, of_record},
    places::stays,
    rows::spans,
    same::{basis, same, says_period},
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

    /// Writes the comparison as JSON, for programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let difference = |it: &Difference| json!({ "column": it.column.key(), "record": it.record, "notice": it.notice, "beside": it.beside });
        let service = |it: &Compared| {
            let differences: Vec<_> = it.differences.iter().map(difference).collect();
            json!({ "id": it.id, "title": it.title, "rows": it.rows, "differences": differences })
        };
        let without =
            |(name, rows): &(String, Vec<usize>)| json!({ "service": name, "rows": rows });
        json!({
            "services": self.services.iter().map(service).collect::<Vec<_>>(),
            "without_notice": self.without_notice.iter().map(without).collect::<Vec<_>>(),
            "without_row": self.without_row,
        })
    }
}

/// Holds a record against notices in one language.
#[must_use]
pub(crate) fn reconcile<'a>(
    notices: impl IntoIterator<Item = &'a Notice>,
    record: &[Activity],
    columns: &Columns,
) -> Reconciled {
    let mut all = Reconciled::default();
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
        let differences = columns.names.keys();
        let differences = differences.filter_map(|column| difference(*column, notice, &rows));
        all.services.push(Compared {
            id: notice.id.clone(),
            title: notice.title.clone(),
            rows: rows.iter().map(|row| row.row).collect(),
            differences: differences.collect(),
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

fn difference(column: RecordColumn, notice: &Notice, rows: &[&Activity]) -> Option<Difference> {
    let mut record: Vec<String> = rows
        .iter()
        .filter_map(|row| row.said.get(&column))
        .flatten()
        .cloned()
        .collect();
    record.dedup();
    if column == RecordColumn::Transfers && !record.iter().all(|said| stays(said)) {
        // That another use of the data stays here says nothing against the notice.
        record.retain(|said| !stays(said));
    }
    let own = stated(column, notice);
    let record_only = record.iter().filter(|said| {
        let details = details(column, notice);
        !says(column, said, own.iter().chain(&details))
    });
    let own_only = own.iter().filter(|said| {
        let detail = notice
            .data
            .iter()
            .filter(|data| column == RecordColumn::Data && data.name == **said);
        let mut detail = detail.filter_map(|data| data.detail.as_ref());
        !says(column, said, &record) && !detail.any(|detail| says(column, detail, &record))
    });
    let (record, own) = (listed(record_only), listed(own_only));
    let told = record
        .iter()
        .map(|said| (said, of_record(column, said, notice, rows)));
    let told = told.chain(
        own.iter()
            .map(|said| (said, of_notice(column, said, notice, rows))),
    );
    let beside = told.filter_map(|(said, beside)| Some((said.clone(), beside?)));
    let difference = Difference {
        column,
        beside: beside.collect(),
        record,
        notice: own,
    };
    let any = !difference.record.is_empty() || !difference.notice.is_empty();
    any.then_some(difference)
}

/// Says whether any of the others says what this entry does: the same words, or what counts as the same in its column.
fn says<'a>(
    column: RecordColumn,
    said: &str,
    others: impl IntoIterator<Item = &'a String>,
) -> bool {
    let others: Vec<&str> = others.into_iter().map(String::as_str).collect();
    let same = same(column);
    others.iter().any(|other| same_name(said, other) || same(said, other))
        // Several entries may share what one says of how long.
        || (column == RecordColumn::Retention && says_period(said, &others))
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

impl fmt::Display for Reconciled {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for service in &self.services {
            writeln!(out, "{} ({}):", service.title, spans(&service.rows))?;
            if service.differences.is_empty() {
                writeln!(out, "  both say the same")?;
            }
            for difference in &service.differences {
                let heading = difference.column.heading();
                let beside = |said: &String| {
                    let beside = difference.beside.get(said);
                    beside.map_or_else(String::new, |beside| format!(" ({beside})"))
                };
                for said in &difference.record {
                    writeln!(
                        out,
                        "  {heading}: the record says “{said}”, the notice does not{}",
                        beside(said)
                    )?;
                }
                for said in &difference.notice {
                    writeln!(
                        out,
                        "  {heading}: the notice says “{said}”, the record does not{}",
                        beside(said)
                    )?;
                }
            }
        }
        for (service, numbers) in &self.without_notice {
            writeln!(out, "“{service}” ({}): no notice", spans(numbers))?;
        }
        if let (Some((service, _)), false) =
            (self.without_notice.first(), self.without_row.is_empty())
        {
            writeln!(
                out,
                "Where a notice has another name than its rows, write so in site.toml, below [record.services]: \"{service}\" = \"the notice’s id\""
            )?;
        }
        for title in &self.without_row {
            writeln!(out, "{title}: no row in the record")?;
        }
        write!(
            out,
            "Nothing was changed, on either side. Which of the two is right is for the service to say."
        )
    }
}
