//! The recipients of a record beside those of a notice: each name is one partner's, whatever others it is like.

use notice::Notice;

use super::{
    Activity, RecordColumn,
    abbreviation::Abbreviations,
    names::{Likeness, likeness},
    told::{Sides, Told},
};

/// One body on one side, under all of its names there.
struct Body<'a> {
    names: Vec<&'a str>,
    rows: Vec<&'a Activity>,
}

/// Gathers names, those of one body under its first.
fn bodies<'a>(
    names: impl IntoIterator<Item = (&'a str, Option<&'a Activity>)>,
    given: &Abbreviations,
) -> Vec<Body<'a>> {
    let mut all: Vec<Body> = Vec::new();
    for (name, row) in names {
        let is_same = |body: &&mut Body| {
            let mut own = body.names.iter();
            own.any(|own| likeness(own, name, given) >= Some(Likeness::Short))
        };
        match all.iter_mut().find(is_same) {
            Some(body) => {
                if !body.names.contains(&name) {
                    body.names.push(name);
                }
                body.rows.extend(row);
            }
            None => all.push(Body {
                names: vec![name],
                rows: row.into_iter().collect(),
            }),
        }
    }
    all
}

/// Returns how alike two bodies are, by whichever of their names, and which names these are.
fn best<'a>(
    one: &Body<'a>,
    other: &Body<'a>,
    given: &Abbreviations,
) -> Option<(Likeness, &'a str, &'a str)> {
    let names = one.names.iter();
    let pairs = names.flat_map(|one| other.names.iter().map(move |other| (*one, *other)));
    let pairs = pairs.filter_map(|(one, other)| Some((likeness(one, other, given)?, one, other)));
    pairs.max_by_key(|(likeness, ..)| *likeness)
}

/// Holds recipients against each other.
pub(super) fn recipients<'a>(
    notice: &'a Notice,
    rows: &[&'a Activity],
    given: &Abbreviations,
) -> Sides<'a> {
    let own = notice.recipients.iter().flat_map(|it| &it.names);
    let own: Vec<&str> = own.map(String::as_str).collect();
    let said = rows.iter().flat_map(|row| {
        let said = row.said.get(&RecordColumn::Recipients).into_iter();
        said.flatten().map(move |name| (name.as_str(), *row))
    });
    let said = said.flat_map(|(name, row)| {
        let parts = joint(name, &own, given);
        parts.into_iter().map(move |name| (name, Some(row)))
    });
    let record = bodies(said, given);
    let own = bodies(own.iter().map(|name| (*name, None)), given);

    let mut pairs: Vec<(Likeness, usize, usize, &str, &str)> = Vec::new();
    for (left, one) in record.iter().enumerate() {
        for (right, other) in own.iter().enumerate() {
            if let Some((likeness, name, its)) = best(one, other, given) {
                pairs.push((likeness, left, right, name, its));
            }
        }
    }
    pairs.sort_by_key(|(likeness, left, right, ..)| (std::cmp::Reverse(*likeness), *left, *right));
    // A short name that fits two long ones is nobody's.
    let fits = |side: fn(&(Likeness, usize, usize, &str, &str)) -> usize, at: usize| {
        let short = pairs.iter().filter(|it| it.0 == Likeness::Short);
        short.filter(|it| side(it) == at).count()
    };
    let mut taken = Vec::new();
    let (mut left_used, mut right_used) = (vec![false; record.len()], vec![false; own.len()]);
    for pair @ (likeness, left, right, name, its) in &pairs {
        let is_open = *likeness == Likeness::Short
            && (fits(|it| it.1, pair.1) > 1 || fits(|it| it.2, pair.2) > 1);
        if left_used[*left] || right_used[*right] || is_open {
            continue;
        }
        (left_used[*left], right_used[*right]) = (true, true);
        if *likeness < Likeness::Same {
            taken.push(((*name).to_owned(), (*its).to_owned()));
        }
    }
    let alone = record.iter().zip(left_used).filter(|(_, used)| !used);
    let alone = alone.map(|(body, _)| Told {
        text: body.names[0].to_owned(),
        rows: body.rows.clone(),
        remark: source(body, notice, given),
    });
    let unsaid = own.iter().zip(right_used).filter(|(_, used)| !used);
    Sides {
        record: alone.collect(),
        notice: unsaid
            .map(|(body, _)| Told::of_notice(body.names[0], None))
            .collect(),
        taken,
    }
}

/// Parts an entry that joins bodies ("Police and fire service") where each of them is one that the notice names for itself.
fn joint<'a>(name: &'a str, own: &[&str], given: &Abbreviations) -> Vec<&'a str> {
    let is_named = |part: &str| {
        let mut own = own.iter();
        own.any(|own| likeness(part, own, given) >= Some(Likeness::Short))
    };
    for mark in [" and ", " & ", "/"] {
        let parts: Vec<&str> = name.split(mark).map(str::trim).collect();
        if parts.len() > 1 && !is_named(name) && parts.iter().all(|part| is_named(part)) {
            return parts;
        }
    }
    vec![name]
}

/// Says where a body that the notice does not list as a recipient stands in it all the same: among those who give data.
fn source(body: &Body, notice: &Notice, given: &Abbreviations) -> Option<String> {
    let mut names = notice.sources.iter().flat_map(|source| &source.names);
    let named = names.find(|name| {
        let mut own = body.names.iter();
        own.any(|own| likeness(own, name, given).is_some())
    })?;
    let is_same = body.names.iter().any(|own| own == named);
    Some(if is_same {
        "the notice names it as a source".to_owned()
    } else {
        format!("the notice names “{named}” as a source")
    })
}
