//! Which column of a record holds what: `[record]` in `site.toml`, written once.

use std::collections::BTreeMap;

use notice::Notice;
use serde::Deserialize;

use super::{RecordError, RecordTable, heads::proposed};

/// Names what a column of a record may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordColumn {
    /// The service, or the business function.
    Service,
    /// What the data is used for.
    Purpose,
    /// The lawful basis.
    Basis,
    /// The kinds of data.
    Data,
    /// Who receives it.
    Recipients,
    /// How long it is kept.
    Retention,
    /// Transfers abroad.
    Transfers,
}

impl RecordColumn {
    /// Lists all of them, in the order of a record.
    pub const ALL: [Self; 7] = [
        Self::Service,
        Self::Purpose,
        Self::Basis,
        Self::Data,
        Self::Recipients,
        Self::Retention,
        Self::Transfers,
    ];

    /// Returns its key in `[record]`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Purpose => "purpose",
            Self::Basis => "basis",
            Self::Data => "data",
            Self::Recipients => "recipients",
            Self::Retention => "retention",
            Self::Transfers => "transfers",
        }
    }

    /// Returns its heading for people.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Service => "Service",
            Self::Purpose => "Purpose",
            Self::Basis => "Lawful basis",
            Self::Data => "Categories of personal data",
            Self::Recipients => "Recipients",
            Self::Retention => "Retention",
            Self::Transfers => "Transfers abroad",
        }
    }
}

/// The mapping, with the services whose names in the record are not their notices'.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    /// The record's own names of its columns.
    pub names: BTreeMap<RecordColumn, String>,
    /// Ids of notices by the record's names of services.
    pub services: BTreeMap<String, String>,
    /// The record itself, seen from the site's folder, so that the register can show how the two agree.
    pub file: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    service: Option<String>,
    purpose: Option<String>,
    basis: Option<String>,
    data: Option<String>,
    recipients: Option<String>,
    retention: Option<String>,
    transfers: Option<String>,
    file: Option<String>,
    #[serde(default)]
    services: BTreeMap<String, String>,
}

impl Columns {
    /// Reads `[record]` of `site.toml`; nothing where it has none.
    ///
    /// # Errors
    /// [`RecordError::Mapping`] for a table that cannot be read, or that does not say where the service stands.
    pub(crate) fn of(site: &str) -> Result<Option<Self>, RecordError> {
        let wrong = |why: String| RecordError::Mapping(why);
        let mut site: toml::Table = toml::from_str(site).map_err(|why| wrong(why.to_string()))?;
        let Some(record) = site.remove("record") else {
            return Ok(None);
        };
        let written: Written = record.try_into().map_err(|why: toml::de::Error| {
            wrong(format!("[record] cannot be read: {}", why.message()))
        })?;
        let names = [
            (RecordColumn::Service, written.service),
            (RecordColumn::Purpose, written.purpose),
            (RecordColumn::Basis, written.basis),
            (RecordColumn::Data, written.data),
            (RecordColumn::Recipients, written.recipients),
            (RecordColumn::Retention, written.retention),
            (RecordColumn::Transfers, written.transfers),
        ];
        let names: BTreeMap<RecordColumn, String> = names
            .into_iter()
            .filter_map(|(column, name)| Some((column, name?)))
            .collect();
        if !names.contains_key(&RecordColumn::Service) {
            return Err(wrong(
                "[record] does not say which column names the service\n  help: write service = \"the column’s name\""
                    .to_owned(),
            ));
        }
        Ok(Some(Self {
            names,
            services: written.services,
            file: written.file,
        }))
    }

    /// Refuses a service that is mapped to a notice that there is not.
    ///
    /// # Errors
    /// [`RecordError::Mapping`] names it, and the notices that there are.
    pub(crate) fn know(&self, notices: &[Notice]) -> Result<(), RecordError> {
        let is_there = |id: &String| notices.iter().any(|notice| notice.id == *id);
        match self.services.iter().find(|(_, id)| !is_there(id)) {
            None => Ok(()),
            Some((service, id)) => {
                let ids: Vec<&str> = notices.iter().map(|notice| notice.id.as_str()).collect();
                Err(RecordError::Mapping(format!(
                    "[record.services] gives “{service}” to `{id}`, and there is no such notice\n  help: the notices are {}",
                    ids.join(", ")
                )))
            }
        }
    }

    /// Makes a mapping from what a table calls its columns, as it would stand in `site.toml`. For somebody to look over.
    #[must_use]
    pub(crate) fn proposal(table: &RecordTable) -> String {
        let mut lines = vec!["[record]".to_owned()];
        let found = proposed(&table.heads);
        for column in RecordColumn::ALL {
            match found.get(&column) {
                Some(head) => {
                    lines.push(format!("{} = {}", column.key(), toml::Value::from(*head)))
                }
                None => lines.push(format!("# {} = \"\"", column.key())),
            }
        }
        lines.push(format!("# The columns are: {}", table.heads.join(", ")));
        lines.join("\n")
    }

    /// Finds the place of each mapped column in a table.
    ///
    /// # Errors
    /// [`RecordError::RecordColumn`] for one that is not there.
    pub(crate) fn places(
        &self,
        name: &str,
        table: &RecordTable,
    ) -> Result<Vec<(RecordColumn, usize)>, RecordError> {
        let place = |(column, wanted): (&RecordColumn, &String)| {
            let same = |head: &String| head.trim().eq_ignore_ascii_case(wanted.trim());
            let found = table.heads.iter().position(same);
            found
                .map(|at| (*column, at))
                .ok_or_else(|| RecordError::RecordColumn {
                    name: name.to_owned(),
                    key: column.key(),
                    column: wanted.clone(),
                    columns: table.heads.clone(),
                })
        };
        self.names.iter().map(place).collect()
    }
}
