//! How long on both sides: a period is held against the one of the same thing where both name a thing, and else by its figures.

use std::collections::BTreeSet;

use notice::Notice;

use super::{
    Activity, RecordColumn,
    alike::{own_words, same_name},
    period::Period,
    statement::{Statement, things},
    told::{Sides, Told},
};

/// One statement of the record, with its row and the notice's statements of the same thing.
struct Said<'a> {
    said: Statement<'a>,
    row: &'a Activity,
    of_same: Vec<usize>,
}

/// Holds what a record says of how long against what the notice says.
pub(super) fn retention<'a>(notice: &'a Notice, rows: &[&'a Activity]) -> Sides<'a> {
    let own = notice.retention.as_ref().map_or("", |it| it.text.as_str());
    let own: Vec<Statement> = Statement::all(own).collect();
    let mut record: Vec<Said> = Vec::new();
    for row in rows {
        for entry in row.said.get(&RecordColumn::Retention).into_iter().flatten() {
            record.extend(Statement::all(entry).map(|said| Said {
                of_same: of_same(&said, row, &own),
                said,
                row,
            }));
        }
    }
    let mut sides = Sides::default();
    let mut shown = BTreeSet::new();
    for said in &record {
        if agrees(said, &own) {
            continue;
        }
        let other = counterpart(said, &own);
        shown.extend(other);
        let remark = other.map(|at| format!("the notice says “{}”", own[at].whole));
        tell(&mut sides.record, said, remark);
    }
    for (at, its) in own.iter().enumerate() {
        let about = record.iter().filter(|said| said.of_same.contains(&at));
        let about: Vec<&Said> = about.collect();
        let of_none = record.iter().filter(|said| said.of_same.is_empty());
        let others: Vec<&Said> = if about.is_empty() {
            of_none.collect()
        } else {
            about
        };
        if is_said(its, &others) {
            let by_figure = others.iter().find(|other| its.agrees(&other.said));
            if let Some(other) = by_figure {
                take(&mut sides.taken, other, at, its);
            }
        } else if !shown.contains(&at) && !shown.iter().any(|&known| own[known].whole == its.whole)
        {
            let mut told = sides.notice.iter();
            if !told.any(|told| told.text == its.whole) {
                sides.notice.push(Told::of_notice(its.whole, None));
            }
        }
    }
    // What the record says of nothing in particular may have been held against a sentence that another row names.
    for said in record.iter().filter(|said| said.of_same.is_empty()) {
        let is_taken = sides.taken.iter().any(|(text, _)| text == said.said.whole);
        let mut fitting = own.iter().enumerate();
        let fitting = fitting.find(|(_, its)| said.said.agrees(its));
        if let Some((at, its)) = fitting.filter(|_| !is_taken) {
            take(&mut sides.taken, said, at, its);
        }
    }
    sides
}

/// Lists the statements of the notice that are of the same thing as one of the record: those that share most of its words; where
/// it has none, those whose thing its row's purpose names.
fn of_same(said: &Statement, row: &Activity, own: &[Statement]) -> Vec<usize> {
    let same: Vec<usize> = (0..own.len())
        .filter(|&at| same_name(said.whole, own[at].whole))
        .collect();
    if !same.is_empty() {
        return same;
    }
    if !said.things.is_empty() {
        let all = own_words(said.text);
        return most(own, |its| {
            let things = its.things.intersection(&said.things).count();
            let words = own_words(its.text).intersection(&all).count();
            (things, words)
        });
    }
    if said.periods.is_empty() {
        return Vec::new();
    }
    let purposes = row.said.get(&RecordColumn::Purpose).into_iter().flatten();
    let wanted: BTreeSet<String> = purposes.flat_map(|purpose| things(purpose)).collect();
    most(own, |its| (its.label.intersection(&wanted).count(), 0))
}

fn most(own: &[Statement], shared: impl Fn(&Statement) -> (usize, usize)) -> Vec<usize> {
    let most = own.iter().map(&shared).max();
    let most = most.filter(|(things, _)| *things > 0);
    let fitting = own.iter().enumerate();
    let fitting = fitting.filter(|(_, its)| Some(shared(its)) == most);
    fitting.map(|(at, _)| at).collect()
}

/// Says whether the notice says what the record does: of the same thing, or anywhere where the record names none that it has.
fn agrees(said: &Said, own: &[Statement]) -> bool {
    let statement = &said.said;
    let is_without = statement.periods.is_empty();
    if !said.of_same.is_empty() && !is_without {
        return said.of_same.iter().any(|&at| statement.agrees(&own[at]));
    }
    let all = own.iter().flat_map(|its| &its.periods);
    let all: Vec<&Period> = all.collect();
    own.iter().any(|its| statement.agrees(its))
        || (!is_without && statement.periods.iter().all(|period| all.contains(&period)))
}

/// Says whether statements of the record say what one of the notice does.
fn is_said(its: &Statement, others: &[&Said]) -> bool {
    let all = others.iter().flat_map(|other| &other.said.periods);
    let all: Vec<&Period> = all.collect();
    others.iter().any(|other| its.agrees(&other.said))
        || (!its.periods.is_empty() && its.periods.iter().all(|period| all.contains(&period)))
}

/// Notes a statement of the notice that names a thing and agrees with one of the record by its figures alone.
fn take(taken: &mut Vec<(String, String)>, said: &Said, at: usize, its: &Statement) {
    let is_plain = said.of_same.contains(&at) || its.label.is_empty() || its.periods.is_empty();
    let pair = (said.said.whole.to_owned(), its.whole.to_owned());
    if !is_plain && !taken.contains(&pair) {
        taken.push(pair);
    }
}

/// Finds what the notice says of the thing that a statement of the record is about. None where two fit as well.
fn counterpart(said: &Said, own: &[Statement]) -> Option<usize> {
    if let [only] = said.of_same[..] {
        return Some(only);
    }
    if said.said.periods.is_empty() {
        return None;
    }
    let mut with_figure = (0..own.len()).filter(|&at| !own[at].periods.is_empty());
    if let (Some(only), None) = (with_figure.next(), with_figure.next()) {
        return Some(only);
    }
    let purposes = said
        .row
        .said
        .get(&RecordColumn::Purpose)
        .into_iter()
        .flatten();
    let wanted: BTreeSet<String> = purposes.flat_map(|purpose| own_words(purpose)).collect();
    let best = most(own, |its| {
        let is_period = !its.periods.is_empty();
        let shared = own_words(its.text).intersection(&wanted).count();
        (if is_period { shared } else { 0 }, 0)
    });
    match best[..] {
        [only] if said.of_same.is_empty() => Some(only),
        _ => None,
    }
}

/// Adds a statement of the record, with those of other rows that say the same and lack the same.
fn tell<'a>(told: &mut Vec<Told<'a>>, said: &Said<'a>, remark: Option<String>) {
    let whole = said.said.whole;
    let known = told
        .iter_mut()
        .find(|known| same_name(&known.text, whole) && known.remark == remark);
    match known {
        Some(known) => known.rows.push(said.row),
        None => told.push(Told {
            text: whole.to_owned(),
            rows: vec![said.row],
            remark,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says whether a notice that says `other` says what an entry of the record does.
    fn says(said: &str, other: &str) -> bool {
        let row = Activity::default();
        let own: Vec<Statement> = Statement::all(other).collect();
        Statement::all(said).all(|statement| {
            let of_same = of_same(&statement, &row, &own);
            let said = Said {
                said: statement,
                row: &row,
                of_same,
            };
            agrees(&said, &own)
        })
    }

    #[test]
    fn periods_agree_in_their_figures() {
        for (one, other) in [
            ("6 years", "Six years after your claim ends."),
            ("72 months", "6 years"),
            (
                "30 days for proof of residency",
                "Proof of residency: 30 days",
            ),
            ("2 weeks", "We delete it after fourteen days."),
            ("Until the child is 25", "Until your child is 25."),
            (
                "Until next list",
                "Visits: 5 years. The list of people: until the next yearly list arrives.",
            ),
            (
                "While oxygen is present",
                "Visits: 5 years. Oxygen: for as long as it is there.",
            ),
            ("2.5 years", "We keep it for 30 months. Ask at ico.org.uk."),
        ] {
            assert!(says(one, other), "{one} | {other}");
        }
        for (one, other) in [
            ("6 years", "7 years"),
            ("6 years", "See the schedule."),
            ("30 days", "30 months"),
            ("28 days", "a week, or eight days"),
            ("6 years after closure", "8 years after the case is closed"),
            ("5 years, 10 years for children", "We keep it for 5 years."),
            ("Until the tenancy ends", "Until the next list arrives"),
            ("Until the tenancy ends", "6 years after the tenancy ends"),
        ] {
            assert!(!says(one, other), "{one} | {other}");
        }
    }

    const KEPT: &str = "Permit applications: end of permit and 2 years. Proof of residency 30 days. Paid penalty charges 3 years, unpaid 6 years. Camera images 31 days";

    #[test]
    fn a_period_is_shown_beside_the_one_for_the_same_thing() {
        let row = Activity::default();
        let own: Vec<Statement> = Statement::all(KEPT).collect();
        for (said, wanted) in [
            ("60 days for proof of residency", Some("Proof of residency")),
            ("7 years (unpaid)", Some("unpaid")),
            ("images: six months", Some("Camera images")),
            ("1 year after the permit", Some("Permit applications")),
            ("7 years", None),
            ("7 years for appeals", None),
            ("1 year for permit images", None),
            ("ten years after the last day", None),
        ] {
            let statement = Statement::all(said).next().expect("a statement");
            let of_same = of_same(&statement, &row, &own);
            let told = Said {
                said: statement,
                row: &row,
                of_same,
            };
            let found = counterpart(&told, &own).map(|at| own[at].text);
            let fits = match (found, wanted) {
                (Some(found), Some(wanted)) => found.starts_with(wanted),
                (found, wanted) => found == wanted,
            };
            assert!(fits, "{said}: {found:?}");
        }
    }
}
