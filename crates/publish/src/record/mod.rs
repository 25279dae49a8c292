//! The council's record of processing activities (UK GDPR Art. 30) beside its notices: where the two say different things.
//! Nothing is ever filled in, on either side.
//!
//! | module | what it does |
//! |---|---|
//! | `table` | reads a spreadsheet, and writes one |
//! | `columns`, `heads` | which column holds what, and what its head says of it |
//! | `activity` | the rows of a record, by what they say |
//! | `alike` | whether two texts speak of the same thing |
//! | `names` | whether two names are of one body; `abbreviation` knows short ones |
//! | `period`, `places` | how long a text says, and where to; `countries` names them |
//! | `rows` | where in the sheet a row stands, in words |
//! | `same` | whether two bases or kinds of data are the same |
//! | `compare` | a record against notices: `pairing` of recipients, `retention` (`statement` reads one), `transfers`; `told` is what they find |
//! | `beside` | for which purpose a basis is given |
//! | `written` | the comparison for people, for programs and as a table |
//! | `export` | the notices' facts as such a table |

mod abbreviation;
mod activity;
mod alike;
mod beside;
mod columns;
mod compare;
mod countries;
mod export;
#[cfg(test)]
mod fixture;
mod heads;
mod names;
mod pairing;
mod period;
mod places;
mod retention;
mod rows;
mod same;
mod statement;
mod table;
mod told;
mod transfers;
#[cfg(test)]
mod trials;
mod written;

pub(crate) use activity::Activity;
pub(crate) use columns::{Columns, RecordColumn};
pub(crate) use compare::{Compared, Difference, Reconciled, Taken, reconcile};
pub(crate) use export::export;
pub(crate) use table::{RecordTable, csv};

/// Says why a record cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// Neither a CSV file nor a workbook that can be read.
    #[error(
        "{name} cannot be read as a table: {why}\n  help: save it as CSV (UTF-8) or as an Excel workbook (.xlsx)"
    )]
    RecordTable {
        /// The file.
        name: String,
        /// What the reader says.
        why: String,
    },
    /// A column that is mapped and not there.
    #[error(
        "{name} has no column “{column}”, which [record] in site.toml names for `{key}`\n  help: its columns are: {}",
        columns.join(", ")
    )]
    RecordColumn {
        /// The file.
        name: String,
        /// The key of the mapping.
        key: &'static str,
        /// What the mapping says.
        column: String,
        /// The columns of the table.
        columns: Vec<String>,
    },
    /// No mapping yet.
    #[error(
        "site.toml does not say which column of {name} holds what\n  help: add this to site.toml, put right what is not so, and leave out what the record does not hold:\n\n{proposal}"
    )]
    Unmapped {
        /// The file.
        name: String,
        /// A mapping made from the columns' names, to be looked over.
        proposal: String,
    },
    /// A mapping that is none.
    #[error("site.toml: {0}")]
    Mapping(String),
}
