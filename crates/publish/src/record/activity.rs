//! The rows of a record, by what they say.

use std::{borrow::Cow, collections::BTreeMap};

use super::{Columns, RecordColumn, RecordError, RecordTable};

/// One row: a use of data that the council has on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Activity {
    /// Its row in the file, counted from one.
    pub row: usize,
    /// The number that the record itself gives it, with the name of that column: `Ref 13`.
    pub reference: Option<String>,
    /// The service, as the record calls it.
    pub service: String,
    /// What stands in each mapped column, an entry each.
    pub said: BTreeMap<RecordColumn, Vec<String>>,
}

impl Activity {
    /// Reads a record by its mapping. A row without a service belongs to the one above it, as in merged cells.
    ///
    /// # Errors
    /// As of [`RecordTable::read`] and [`Columns::places`]; [`RecordError::Unmapped`] without a mapping.
    pub(crate) fn all(
        name: &str,
        bytes: &[u8],
        columns: Option<&Columns>,
    ) -> Result<Vec<Self>, RecordError> {
        let table = RecordTable::read(name, bytes)?;
        let Some(columns) = columns else {
            return Err(RecordError::Unmapped {
                name: name.to_owned(),
                proposal: Columns::proposal(&table),
            });
        };
        let places = columns.places(name, &table)?;
        let numbered = table.heads.iter().position(|head| is_reference(head));
        let numbered = numbered.filter(|at| places.iter().all(|(_, place)| place != at));
        let mut service = String::new();
        let rows = table.rows.iter().map(|(row, cells)| {
            let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
            let mut said = BTreeMap::new();
            for &(column, at) in &places {
                if column == RecordColumn::Service {
                    if !cell(at).is_empty() {
                        service = cell(at).to_owned();
                    }
                } else {
                    let cell = with_unit(column, &table.heads[at], cell(at));
                    said.insert(column, entries(column, &cell));
                }
            }
            let reference = numbered.map(|at| (&table.heads[at], cell(at)));
            let reference = reference.filter(|(_, number)| !number.is_empty());
            Self {
                row: *row,
                reference: reference.map(|(head, number)| format!("{} {number}", head.trim())),
                service: service.clone(),
                said,
            }
        });
        Ok(rows.collect())
    }
}

/// Adds the unit to a cell of a column "Retention (years)" that holds a figure alone.
fn with_unit<'a>(column: RecordColumn, head: &str, cell: &'a str) -> Cow<'a, str> {
    let head = head.to_lowercase();
    let unit = ["years", "months"]
        .into_iter()
        .find(|unit| head.contains(&unit[..4]));
    match unit {
        Some(unit) if column == RecordColumn::Retention && cell.parse::<u16>().is_ok() => {
            format!("{cell} {unit}").into()
        }
        _ => cell.into(),
    }
}

/// Says whether a column holds the numbers by which a record knows its own rows: "Ref", "Record ID", "ROPA no."
fn is_reference(head: &str) -> bool {
    const NUMBER: [&str; 6] = ["id", "no", "num", "number", "ref", "reference"];
    const OF: [&str; 8] = [
        "activity",
        "entry",
        "line",
        "processing",
        "record",
        "ropa",
        "row",
        "the",
    ];
    let head = head.to_lowercase();
    let words = head.split(|mark: char| !mark.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| NUMBER.contains(word))
        && words
            .iter()
            .all(|word| NUMBER.contains(word) || OF.contains(word))
}

/// How records say that there is nobody, or nothing.
const NONE: [&str; 11] = [
    "none",
    "nobody",
    "no one",
    "n/a",
    "na",
    "nil",
    "not applicable",
    "no",
    "tbc",
    "to be confirmed",
    "unknown",
];

/// Lists the entries of a cell: a line each, or what semicolons part; names and kinds of data may be parted by commas.
fn entries(column: RecordColumn, cell: &str) -> Vec<String> {
    let parts: Vec<&str> = cell.split(['\n', ';', '•', '|']).collect();
    let named = matches!(column, RecordColumn::Data | RecordColumn::Recipients);
    let parts: Vec<&str> = match parts[..] {
        [only] if named => only.split(',').collect(),
        _ => parts,
    };
    let bare = |part: &&str| {
        part.trim()
            .trim_start_matches(['-', '–', '*'])
            .trim()
            .to_owned()
    };
    let parts = parts.iter().map(bare);
    // That nothing goes abroad is something to hold against the notice.
    let is_nothing = column != RecordColumn::Transfers;
    let says = |part: &String| {
        let none = is_nothing && NONE.contains(&part.trim_end_matches('.').to_lowercase().as_str());
        !part.is_empty() && !none
    };
    parts.filter(says).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_a_service_belong_to_the_one_above() {
        let columns = Columns::of("[record]\nservice = \"Team\"\ndata = \"Data\"\n");
        let columns = columns.expect("it can be read").expect("it is there");
        let bytes = b"Team,Data\nBins,\"name, address\"\n,\"bank; phone\"\n";
        let all = Activity::all("r.csv", bytes, Some(&columns)).expect("a record");
        assert_eq!(all.len(), 2);
        assert!(all.iter().all(|it| it.service == "Bins"));
        assert_eq!(all[0].said[&RecordColumn::Data], ["name", "address"]);
        assert_eq!(all[1].said[&RecordColumn::Data], ["bank", "phone"]);
    }

    #[test]
    fn a_row_keeps_the_number_that_the_record_gives_it() {
        let columns = Columns::of("[record]\nservice = \"Team\"\n");
        let columns = columns.expect("it can be read").expect("it is there");
        for (head, wanted) in [
            ("Ref", Some("Ref 7")),
            ("ROPA no.", Some("ROPA no. 7")),
            ("Record ID", Some("Record ID 7")),
            ("NHS number", None),
            ("Officer", None),
        ] {
            let bytes = format!("Team,{head}\nBins,7\n");
            let all = Activity::all("r.csv", bytes.as_bytes(), Some(&columns)).expect("a record");
            assert_eq!(all[0].reference.as_deref(), wanted, "{head}");
        }
    }

    #[test]
    fn a_record_without_a_mapping_is_given_one_to_look_over() {
        let error = Activity::all(
            "r.csv",
            b"Service area,Purpose of use,Colour\na,b,c\n",
            None,
        );
        let error = error.expect_err("no mapping").to_string();
        assert!(error.contains("service = \"Service area\""), "{error}");
        assert!(error.contains("purpose = \"Purpose of use\""), "{error}");
        assert!(error.contains("# basis"), "{error}");
    }

    #[test]
    fn a_column_that_is_not_there_is_named() {
        let columns = Columns::of("[record]\nservice = \"Team\"\nbasis = \"Base\"\n");
        let columns = columns.expect("it can be read").expect("it is there");
        let error = Activity::all("r.csv", b"Team,Basis\na,b\n", Some(&columns));
        let error = error.expect_err("no such column").to_string();
        assert!(
            error.contains("“Base”") && error.contains("Team, Basis"),
            "{error}"
        );
    }
}
