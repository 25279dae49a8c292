//! A spreadsheet as rows of text.

use std::io::Cursor;

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use source::draft;

use super::RecordError;

/// The first sheet that has anything on it, its heads apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct RecordTable {
    /// The names of the columns.
    pub heads: Vec<String>,
    /// Each row with its number in the file, counted from one.
    pub rows: Vec<(usize, Vec<String>)>,
}

impl RecordTable {
    /// Reads a CSV file of any usual encoding and separator, or a workbook. The first row with two cells or more names the
    /// columns: above it may stand a title.
    ///
    /// # Errors
    /// [`RecordError::RecordTable`] for a file that is neither.
    pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Self, RecordError> {
        let packed = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
        let rows = if packed {
            workbook(bytes)
        } else {
            plain(&draft::decode(bytes).text)
        };
        let wrong = |why: String| RecordError::RecordTable {
            name: name.to_owned(),
            why,
        };
        let rows = rows.map_err(wrong)?;
        let mut rows = rows
            .into_iter()
            .enumerate()
            .map(|(at, row)| (at + 1, row))
            .skip_while(|(_, row)| filled(row) < 2);
        let Some((_, heads)) = rows.next() else {
            return Err(wrong("it has no row of two cells or more".to_owned()));
        };
        Ok(Self {
            heads: heads.iter().map(|head| one_line(head)).collect(),
            rows: rows.filter(|(_, row)| filled(row) > 0).collect(),
        })
    }
}

fn filled(row: &[String]) -> usize {
    row.iter().filter(|cell| !cell.trim().is_empty()).count()
}

/// Joins a head that is broken over lines to keep its column narrow.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn workbook(bytes: &[u8]) -> Result<Vec<Vec<String>>, String> {
    let mut book =
        open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    for name in book.sheet_names() {
        let range = book
            .worksheet_range(&name)
            .map_err(|error| error.to_string())?;
        if range.is_empty() {
            continue;
        }
        let above = range.start().map_or(0, |(row, _)| row as usize);
        let blank = std::iter::repeat_n(Vec::new(), above);
        let rows = range.rows().map(|row| row.iter().map(cell).collect());
        return Ok(blank.chain(rows).collect());
    }
    Err("it has no sheet with anything on it".to_owned())
}

/// Writes what a person sees in a cell.
fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        // A day is kept as a number of days.
        Data::DateTime(day) if day.is_datetime() => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        data => data.to_string(),
    }
}

fn plain(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text.trim_start_matches('\u{feff}');
    // A title may stand above the heads. Of equal counts the last wins.
    let head: Vec<&str> = text.lines().take(10).collect();
    // What stands in quotes parts no cells: a list in one cell may have more semicolons than the sheet has columns.
    let count = |mark: u8| {
        let mut is_quoted = false;
        let bytes = head.iter().flat_map(|line| line.bytes());
        let outside = bytes.filter(|byte| {
            is_quoted ^= *byte == b'"';
            !is_quoted && *byte == mark
        });
        outside.count()
    };
    let separator = [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(b',');
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let rows = reader.records().map(|row| {
        let row = row.map_err(|error| error.to_string())?;
        Ok(row.iter().map(str::to_owned).collect())
    });
    rows.collect()
}

/// Writes rows as CSV that a spreadsheet opens as it is: marked as UTF-8, and no cell taken for a formula.
#[must_use]
pub(crate) fn csv<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let cells = row.into_iter().map(|cell| harmless(cell.as_ref()));
        // Memory is written to, and rows may have any length: nothing can fail.
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// Marks a cell that begins as a formula does, which a spreadsheet would run.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_may_have_a_title_and_any_separator() {
        for mark in [",", ";", "\t"] {
            let text = format!("Service{mark}Purpose\r\nBins{mark}\"Empty\nbins\"\r\n\r\n");
            let table = RecordTable::read("r.csv", text.as_bytes()).expect("a table");
            assert_eq!(table.heads, ["Service", "Purpose"]);
            let row = vec!["Bins".to_owned(), "Empty\nbins".to_owned()];
            assert_eq!(table.rows, [(2, row)]);
        }
        let titled = RecordTable::read("r.csv", b"Our record\nService,Purpose\nBins,Empty bins\n");
        let titled = titled.expect("a table");
        assert_eq!(titled.heads, ["Service", "Purpose"]);
        assert_eq!(titled.rows[0].0, 3);
    }

    #[test]
    fn a_list_within_a_cell_does_not_part_the_sheet() {
        let table = RecordTable::read("r.csv", b"Service,Who\nBins,\"A; B; C; D\"\n");
        assert_eq!(table.expect("a table").heads, ["Service", "Who"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let error = RecordTable::read("r.csv", b"").expect_err("nothing");
        assert!(error.to_string().contains("r.csv"), "{error}");
        let error = RecordTable::read("r.xlsx", b"PK\x03\x04 nothing").expect_err("no workbook");
        assert!(error.to_string().contains("help"), "{error}");
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(csv([["=1+1", "a"]]), "\u{feff}'=1+1,a\r\n");
    }
}
