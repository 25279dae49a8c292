//! What stands on the other side where one says a thing that the other does not: a period for the same thing, the purpose
//! that a basis is for. It saves looking for the place, and decides nothing.

use std::collections::BTreeSet;

use notice::Notice;

use super::{
    Activity, RecordColumn,
    alike::{alike, clauses, own_words, same_name},
    period::periods,
    rows::spans,
    same::{basis, same_basis},
};

/// Says where the record has an entry that the notice has not, and what the notice says of the same thing.
pub(super) fn of_record(
    column: RecordColumn,
    said: &str,
    notice: &Notice,
    rows: &[&Activity],
) -> Option<String> {
    let has = |row: &&&Activity| {
        let entries = row.said.get(&column);
        entries.is_some_and(|entries| entries.iter().any(|entry| same_name(entry, said)))
    };
    let rows: Vec<&Activity> = rows.iter().filter(has).copied().collect();
    match column {
        RecordColumn::Basis => {
            let places = rows.iter().map(|row| {
                let purpose = row.said.get(&RecordColumn::Purpose);
                let Some(purpose) = purpose.and_then(|purposes| purposes.first()) else {
                    return format!("row {}", row.row);
                };
                let other = given(purpose, notice)
                    .map(|other| format!(", for which the notice gives {other}"));
                format!("row {}, “{purpose}”{}", row.row, other.unwrap_or_default())
            });
            Some(places.collect::<Vec<_>>().join("; "))
        }
        RecordColumn::Retention if !periods(said).is_empty() => {
            let purposes = rows
                .iter()
                .filter_map(|row| row.said.get(&RecordColumn::Purpose));
            let about: Vec<&str> = purposes.flatten().map(String::as_str).collect();
            let other = counterpart(said, &about, notice);
            let other = other.map(|other| format!("; the notice says “{other}”"));
            Some(numbered(&rows) + &other.unwrap_or_default())
        }
        _ => Some(numbered(&rows)),
    }
}

fn numbered(rows: &[&Activity]) -> String {
    let numbers: Vec<usize> = rows.iter().map(|row| row.row).collect();
    spans(&numbers)
}

/// Names the bases that a notice gives for a purpose of the record, where it states any.
fn given(purpose: &str, notice: &Notice) -> Option<String> {
    let same = notice
        .purposes
        .iter()
        .filter(|own| alike(purpose, &own.text));
    let mut names: Vec<&str> = same.filter_map(|own| basis(own.basis)).collect();
    names.dedup();
    (!names.is_empty()).then(|| names.join("; "))
}

/// Says which purposes a basis of the notice's is for that the record has not, and what the record gives for them.
pub(super) fn of_notice(
    column: RecordColumn,
    said: &str,
    notice: &Notice,
    rows: &[&Activity],
) -> Option<String> {
    if column != RecordColumn::Basis {
        return None;
    }
    let purposes = notice.purposes.iter();
    let purposes = purposes.filter(|purpose| basis(purpose.basis) == Some(said));
    let told = purposes.map(|purpose| {
        let about = rows.iter().find_map(|row| {
            let known = row.said.get(&RecordColumn::Purpose)?;
            let given = row.said.get(&RecordColumn::Basis)?;
            let is_same = known.iter().any(|known| alike(known, &purpose.text));
            let is_other = !given.is_empty() && !given.iter().any(|given| same_basis(given, said));
            (is_same && is_other).then(|| format!("; row {} says “{}”", row.row, given.join("; ")))
        });
        format!("for “{}”{}", purpose.text, about.unwrap_or_default())
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// Finds what the notice says of how long for the thing that an entry of the record is about: the one sentence with a
/// period that shares most words with it. None where two fit as well, or none does.
fn counterpart(said: &str, purposes: &[&str], notice: &Notice) -> Option<String> {
    let text = &notice.retention.as_ref()?.text;
    let parts: Vec<&str> = clauses(text)
        .filter(|part| !periods(part).is_empty())
        .collect();
    if let [only] = parts[..] {
        return Some(only.to_owned());
    }
    best(&parts, &own_words(said)).or_else(|| best(&parts, &own_words(&purposes.join(" "))))
}

fn best(parts: &[&str], wanted: &BTreeSet<String>) -> Option<String> {
    let shared = |part: &&str| own_words(part).intersection(wanted).count();
    let most = parts.iter().map(shared).max().filter(|most| *most > 0)?;
    let mut fitting = parts.iter().filter(|part| shared(part) == most);
    let first = fitting.next()?;
    fitting.next().is_none().then(|| (*first).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: [&str; 4] = [
        "Permit applications: end of permit and 2 years",
        "Proof of residency 30 days",
        "Paid penalty charges 3 years, unpaid 6 years",
        "Camera images 31 days",
    ];

    #[test]
    fn a_period_is_shown_beside_the_one_for_the_same_thing() {
        for (said, wanted) in [
            ("60 days for proof of residency", Some(KEPT[1])),
            ("7 years (unpaid charges)", Some(KEPT[2])),
            ("images: six months", Some(KEPT[3])),
            ("1 year after the permit", Some(KEPT[0])),
            ("7 years", None),
            ("7 years for appeals", None),
            ("1 year for permit images", None),
            ("ten years after the last day", None),
        ] {
            let found = best(&KEPT, &own_words(said));
            assert_eq!(found.as_deref(), wanted, "{said}");
        }
    }
}
