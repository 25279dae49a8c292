//! The notices' facts as a table of the same kind, so that a record can be begun or brought up to date from them.

use notice::{Notice, Scope};

use super::{Columns, RecordColumn, compare, csv, same};

/// Exports one row for each purpose, in CSV; what holds for the whole service stands in each row. The columns have the record's own
/// names where it has any.
#[must_use]
pub(crate) fn export<'a>(
    notices: impl IntoIterator<Item = &'a Notice>,
    columns: Option<&Columns>,
) -> String {
    let name = |column: RecordColumn| {
        let own = columns.and_then(|columns| columns.names.get(&column));
        own.map_or_else(|| column.heading().to_owned(), Clone::clone)
    };
    let mut heads: Vec<String> = RecordColumn::ALL.into_iter().map(name).collect();
    heads.extend(["Part", "Controller", "Notice", "Version"].map(str::to_owned));
    let rows = notices.into_iter().flat_map(rows);
    csv(std::iter::once(heads).chain(rows))
}

fn rows(notice: &Notice) -> Vec<Vec<String>> {
    let said = |column| compare::stated(column, notice).join("; ");
    let row = |purpose: String, basis: String, part: String| {
        vec![
            notice.title.clone(),
            purpose,
            basis,
            said(RecordColumn::Data),
            said(RecordColumn::Recipients),
            said(RecordColumn::Retention),
            said(RecordColumn::Transfers),
            part,
            notice.controller.contact.name.clone(),
            notice.id.clone(),
            notice.version.clone(),
        ]
    };
    if notice.purposes.is_empty() {
        return vec![row(String::new(), String::new(), String::new())];
    }
    let purposes = notice.purposes.iter().map(|purpose| {
        let basis = same::basis(purpose.basis).unwrap_or_default();
        row(
            purpose.text.clone(),
            basis.to_owned(),
            part(notice, &purpose.scope),
        )
    });
    purposes.collect()
}

/// Returns the title of the part that a purpose belongs to.
fn part(notice: &Notice, scope: &Scope) -> String {
    let part = notice
        .parts
        .iter()
        .find(|part| Some(&part.id) == scope.part.as_ref());
    part.map(|part| part.title.clone()).unwrap_or_default()
}
