//! For which purpose each side gives a basis that the other does not: it saves looking for the place, and decides nothing.

use notice::Notice;

use super::{
    Activity, RecordColumn,
    alike::{alike, same_name},
    rows::one,
    same::{basis, same_basis},
};

/// Says in which rows the record gives a basis, and what the notice gives for their purposes.
pub(super) fn of_record(said: &str, notice: &Notice, rows: &[&Activity]) -> String {
    let has = |row: &&&Activity| {
        let entries = row.said.get(&RecordColumn::Basis);
        entries.is_some_and(|entries| entries.iter().any(|entry| same_name(entry, said)))
    };
    let places = rows.iter().filter(has).map(|row| {
        let purpose = row.said.get(&RecordColumn::Purpose);
        let purpose = purpose.and_then(|purposes| purposes.first());
        let other = purpose.and_then(|purpose| given(purpose, notice));
        let other = other.map(|other| format!(", for which the notice gives {other}"));
        one(row) + &other.unwrap_or_default()
    });
    places.collect::<Vec<_>>().join("; ")
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
pub(super) fn of_notice(said: &str, notice: &Notice, rows: &[&Activity]) -> Option<String> {
    let purposes = notice.purposes.iter();
    let purposes = purposes.filter(|purpose| basis(purpose.basis) == Some(said));
    let told = purposes.map(|purpose| {
        let about = rows.iter().find_map(|row| {
            let known = row.said.get(&RecordColumn::Purpose)?;
            let given = row.said.get(&RecordColumn::Basis)?;
            let is_same = known.iter().any(|known| alike(known, &purpose.text));
            let is_other = !given.is_empty() && !given.iter().any(|given| same_basis(given, said));
            let says = || format!("; {} says “{}”", one(row), given.join("; "));
            (is_same && is_other).then(says)
        });
        format!("for “{}”{}", purpose.text, about.unwrap_or_default())
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}
