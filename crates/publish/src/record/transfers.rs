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
        if !agrees(entry, own) {
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

/// Says whether the notice says what an entry of the record does: it names every country of the entry, or its words where the entry
/// names none.
fn agrees(entry: &str, own: &str) -> bool {
    let countries = abroad(entry);
    same_name(entry, own)
        || if countries.is_empty() {
            same_words(entry, own)
        } else {
            missing(&countries, &abroad(own)).is_empty()
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transfers_agree_where_neither_has_any() {
        for (one, other) in [
            ("None", "Your details stay in the United Kingdom."),
            ("No", "We do not send your details abroad."),
            ("UK", "Your details stay in the United Kingdom."),
            ("United Kingdom only", "We do not send your details abroad."),
        ] {
            assert!(agrees(one, other), "{one} | {other}");
        }
        assert!(!agrees("USA (Formcloud)", "Your details stay here."));
    }

    #[test]
    fn a_country_is_the_same_under_any_of_its_names() {
        for (one, other) in [
            ("USA, Formcloud", "Formcloud stores answers in the USA."),
            (
                "USA (IDTA)",
                "Messages are sent for us by a company in the United States of America.",
            ),
            ("US", "A company in the United States reads them."),
            ("United States (data bridge)", "Our supplier is in America."),
            ("USA", "Some alarm data is held in the United States."),
            ("U.S.", "Our supplier is in the USA."),
            ("EU", "A server in the European Union."),
            ("Republic of Ireland", "Our supplier is in Ireland."),
            (
                "Finland - adequacy",
                "Emberlog stores records in Finland, under UK adequacy regulations. We make no other transfers.",
            ),
            (
                "IDTA",
                "It goes there under the International Data Transfer Agreement (IDTA).",
            ),
        ] {
            assert!(agrees(one, other), "{one} | {other}");
        }
        for (one, other) in [
            (
                "USA",
                "Hosted in Dublin. The United Kingdom treats the European Economic Area as adequate.",
            ),
            ("USA", "It is sent to us by a company in India."),
            ("EU", "A company in America."),
            (
                "Norway - adequacy",
                "Emberlog stores records in Finland, under UK adequacy regulations.",
            ),
            (
                "None",
                "It goes to a company in Finland. We make no other transfers.",
            ),
            ("Republic of Ireland", "A company in America."),
            (
                "UK and USA",
                "A supplier in India, and one in the United Kingdom.",
            ),
        ] {
            assert!(!agrees(one, other), "{one} | {other}");
        }
    }
}
