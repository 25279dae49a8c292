//! Transfers on both sides: countries are held against countries, each by itself, whatever else is said of them.

use notice::Notice;

use super::{
    Activity, RecordColumn,
    alike::{clauses, same_name, topic},
    places::{abroad, stays},
    told::{Sides, Told},
};

/// Holds what a record says of transfers against what the notice says.
pub(super) fn transfers<'a>(notice: &Notice, rows: &[&'a Activity]) -> Sides<'a> {
    let mut said: Vec<(&str, Vec<&Activity>)> = Vec::new();
    for row in rows {
        for entry in row.said.get(&RecordColumn::Transfers).into_iter().flatten() {
            match said.iter_mut().find(|(known, _)| same_name(known, entry)) {
                Some((_, rows)) => rows.push(row),
                None => said.push((entry, vec![row])),
            }
        }
    }
    if !said.iter().all(|(entry, _)| stays(entry)) {
        // That another use of the data stays here says nothing against the notice.
        said.retain(|(entry, _)| !stays(entry));
    }
    let own = notice.transfers.as_deref().unwrap_or_default();
    let its = abroad(own);
    let on_record: Vec<&str> = said.iter().flat_map(|(entry, _)| abroad(entry)).collect();

    let mut sides = Sides::default();
    for (entry, rows) in &said {
        let countries = abroad(entry);
        let unsaid = missing(&countries, &its);
        let agrees = same_name(entry, own)
            || if countries.is_empty() {
                same_words(entry, own)
            } else {
                unsaid.is_empty()
            };
        if !agrees {
            let some = !unsaid.is_empty() && unsaid.len() < countries.len();
            sides.record.push(Told {
                text: (*entry).to_owned(),
                rows: rows.clone(),
                remark: some.then(|| format!("the notice does not name {}", unsaid.join(", "))),
            });
        }
    }
    if its.is_empty() {
        let mut entries = said.iter().map(|(entry, _)| *entry);
        let has = entries.any(|entry| same_name(entry, own) || same_words(entry, own));
        if !own.is_empty() && !has {
            sides.notice.push(Told::of_notice(own, None));
        }
        return sides;
    }
    let mut told: Vec<&str> = on_record.clone();
    for clause in clauses(own) {
        let countries = abroad(clause);
        // Each country once, in the first sentence that names it.
        let unsaid = missing(&countries, &told);
        if !unsaid.is_empty() {
            let some = unsaid.len() < countries.len();
            let remark = some.then(|| format!("the record does not name {}", unsaid.join(", ")));
            sides.notice.push(Told::of_notice(clause, remark));
            told.extend(unsaid);
        }
    }
    sides
}

fn missing<'a>(countries: &[&'a str], others: &[&str]) -> Vec<&'a str> {
    let missing = countries.iter().filter(|country| !others.contains(country));
    missing.copied().collect()
}

/// Says whether two texts of which one names no country agree: both say that there are no transfers, or they have half of
/// their words in common, apart from those of what lets data go, which is the same for many countries.
fn same_words(one: &str, other: &str) -> bool {
    match (stays(one), stays(other)) {
        (true, true) => return true,
        (false, false) => {}
        _ => return false,
    }
    let allowed = topic(
        "adequacy adequate regulations agreement addendum clauses contractual idta international protected safeguards scc standard transfer",
    );
    let (one, other) = (topic(one), topic(other));
    let (mut first, mut second) = (&one - &allowed, &other - &allowed);
    if first.is_empty() || second.is_empty() {
        (first, second) = (one, other);
    }
    let shorter = first.len().min(second.len());
    shorter > 0 && first.intersection(&second).count() * 2 >= shorter
}
