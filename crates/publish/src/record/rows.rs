//! Where in a record something stands, in words for people who may not have the file.

use super::{Activity, RecordColumn};

/// So many rows are told each with what it is about.
const FEW: usize = 3;

/// Writes the numbers of rows as those of the sheet's lines: `line 3 of the sheet`, `lines 3 to 5, 8 of the sheet`.
pub(super) fn spans(numbers: &[usize]) -> String {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match found.last_mut() {
            Some((_, last)) if *last == number => {}
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => found.push((number, number)),
        }
    }
    let word = match found[..] {
        [(first, last)] if first == last => "line",
        _ => "lines",
    };
    let found: Vec<String> = found
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first} to {last}"),
        })
        .collect();
    format!("{word} {} of the sheet", found.join(", "))
}

/// Names rows by their lines, and a few also by their own reference and by their purpose, unless that is what is told of them.
pub(super) fn place(rows: &[&Activity], told: &str) -> String {
    let mut rows = rows.to_vec();
    rows.dedup_by_key(|row| row.row);
    if rows.len() > FEW {
        let numbers: Vec<usize> = rows.iter().map(|row| row.row).collect();
        return spans(&numbers);
    }
    let places = rows.iter().map(|row| match purpose(row) {
        Some(purpose) if purpose != told => one(row),
        _ => line(row),
    });
    places.collect::<Vec<_>>().join("; ")
}

fn purpose(row: &Activity) -> Option<&str> {
    let all = row.said.get(&RecordColumn::Purpose)?;
    all.first().map(String::as_str)
}

/// Names one row by its line and its reference.
fn line(row: &Activity) -> String {
    let own = row.reference.as_ref().map(|own| format!(", {own}"));
    spans(&[row.row]) + &own.unwrap_or_default()
}

/// Names one row: `line 3 of the sheet, Ref 12, “Let homes”`.
pub(super) fn one(row: &Activity) -> String {
    let purpose = purpose(row).map(|purpose| format!(", “{purpose}”"));
    line(row) + &purpose.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_as_spans() {
        assert_eq!(spans(&[3]), "line 3 of the sheet");
        assert_eq!(
            spans(&[2, 3, 4, 8, 10, 11]),
            "lines 2 to 4, 8, 10, 11 of the sheet"
        );
    }

    #[test]
    fn a_row_is_told_by_its_own_reference_and_purpose() {
        let mut row = Activity {
            row: 14,
            reference: Some("Ref 13".to_owned()),
            ..Activity::default()
        };
        row.said
            .insert(RecordColumn::Purpose, vec!["Let homes".to_owned()]);
        assert_eq!(
            place(&[&row], "6 years"),
            "line 14 of the sheet, Ref 13, “Let homes”"
        );
        assert_eq!(place(&[&row], "Let homes"), "line 14 of the sheet, Ref 13");
        row.reference = None;
        row.said.clear();
        assert_eq!(place(&[&row], "6 years"), "line 14 of the sheet");
    }
}
