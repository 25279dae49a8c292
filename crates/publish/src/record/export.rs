//! The notices' facts as a table of the same kind, so that a record can be begun or brought up to date from them.

use notice::{Notice, Purpose, Recipient, RecipientRole, Scope};

use super::{
    Columns, RecordColumn,
    alike::{clauses, topic},
    compare::stated,
    csv, same,
};

/// Exports one row for each purpose, in CSV. What the notice plainly ties to a purpose stands in its row alone, everything else in
/// each row of its part: a coarse record of processing can be put right, a wrong one is believed. The columns have the record's own names where it has any.
#[must_use]
pub(crate) fn export<'a>(
    notices: impl IntoIterator<Item = &'a Notice>,
    columns: Option<&Columns>,
) -> String {
    let name = |column: RecordColumn| {
        let own = columns.and_then(|columns| columns.names.get(&column));
        own.map_or_else(|| column.heading().to_owned(), Clone::clone)
    };
    let mut heads: Vec<String> = RecordColumn::ALL.into_iter().map(name).collect();
    heads.extend(
        [
            "Law, agreement or interest",
            "Processors",
            "Part",
            "Controller",
            "Notice",
            "Version",
        ]
        .map(str::to_owned),
    );
    let rows = notices.into_iter().flat_map(rows);
    csv(std::iter::once(heads).chain(rows))
}

fn rows(notice: &Notice) -> Vec<Vec<String>> {
    if notice.purposes.is_empty() {
        return vec![row(notice, None)];
    }
    let purposes = notice.purposes.iter();
    purposes.map(|purpose| row(notice, Some(purpose))).collect()
}

fn row(notice: &Notice, purpose: Option<&Purpose>) -> Vec<String> {
    let basis = purpose.and_then(|it| same::basis(it.basis));
    let detail = purpose.and_then(|it| it.basis_detail.clone());
    let receiving = recipients(notice, purpose);
    let mut processors = receiving.clone();
    processors.retain(|it| it.role == Some(RecipientRole::Processor));
    vec![
        notice.title.clone(),
        purpose.map(|it| it.text.clone()).unwrap_or_default(),
        basis.unwrap_or_default().to_owned(),
        joined(data(notice, purpose)),
        names(&receiving),
        joined(periods(notice, purpose)),
        joined(stated(RecordColumn::Transfers, notice)),
        detail.unwrap_or_default(),
        names(&processors),
        purpose.map(|it| part(notice, it)).unwrap_or_default(),
        joined(
            notice
                .controllers()
                .map(|it| it.contact.name.clone())
                .collect(),
        ),
        notice.id.clone(),
        notice.version.clone(),
    ]
}

fn joined(entries: Vec<String>) -> String {
    entries.join("; ")
}

/// Lists the kinds of data that the people of a purpose give.
fn data(notice: &Notice, purpose: Option<&Purpose>) -> Vec<String> {
    let data = notice.data.iter();
    let data = data.filter(|it| is_for(notice, purpose, |own| concerns(&it.scope, own)));
    data.map(|it| it.name.clone()).collect()
}

/// Lists who receives data for a purpose: those whom the notice ties to it, and those whom it ties to none.
fn recipients<'a>(notice: &'a Notice, purpose: Option<&Purpose>) -> Vec<&'a Recipient> {
    let all = notice.recipients.iter().filter(|it| {
        let given = it.purpose.as_deref().unwrap_or_default();
        let concerned = |own: &Purpose| concerns(&it.scope, own);
        let told = |own: &Purpose| concerned(own) && ties(given, &own.text);
        if notice.purposes.iter().any(told) {
            is_for(notice, purpose, told)
        } else {
            is_for(notice, purpose, concerned)
        }
    });
    all.collect()
}

fn names(of: &[&Recipient]) -> String {
    joined(of.iter().flat_map(|it| it.names.iter().cloned()).collect())
}

/// Lists how long data is kept for a purpose: what the notice ties to it, and what it ties to none.
fn periods(notice: &Notice, purpose: Option<&Purpose>) -> Vec<String> {
    let all = notice.retention.iter().flat_map(|it| clauses(&it.text));
    let all = all.filter(|clause| is_for(notice, purpose, |own| ties(clause, &own.text)));
    all.map(str::to_owned).collect()
}

/// Says whether a text names a purpose plainly: with all of its words. One word alone is no name, unless it is all that the text
/// says before its colon; and what a text makes an exception of is not what it is for.
fn ties(text: &str, purpose: &str) -> bool {
    const BUT: [&str; 6] = [
        " not ",
        "apart from",
        "but ",
        "except",
        "other than",
        "unless",
    ];
    let small = format!(" {} ", text.to_lowercase());
    if BUT.iter().any(|word| small.contains(word)) {
        return false;
    }
    let named = topic(purpose);
    let label = text.split_once(':').map_or(text, |(label, _)| label);
    match named.len() {
        0 => false,
        1 => topic(label) == named,
        _ => named.is_subset(&topic(text)),
    }
}

/// Says whether something is for a purpose: by what tells so of any, or because that tells so of none.
fn is_for(notice: &Notice, purpose: Option<&Purpose>, tells: impl Fn(&Purpose) -> bool) -> bool {
    purpose.is_none_or(&tells) || !notice.purposes.iter().any(tells)
}

/// Says whether a fact concerns people whose data a purpose uses.
fn concerns(scope: &Scope, purpose: &Purpose) -> bool {
    let Scope { part, audience } = &purpose.scope;
    scope.includes(part.as_deref(), audience.as_deref())
}

/// Returns the title of the part that a purpose belongs to.
fn part(notice: &Notice, purpose: &Purpose) -> String {
    let part = notice
        .parts
        .iter()
        .find(|part| Some(&part.id) == purpose.scope.part.as_ref());
    part.map(|part| part.title.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use notice::{Basis, Notice};

    use super::super::{Activity, Columns, RecordColumn, fixture, reconcile};
    use super::*;

    /// Has what an export could lose: marks that part entries, words that say nothing, facts of a purpose and of none.
    const TEXT: &str = r#"+++
id = "visits"
title = "Privacy notice: Visits; and reports"
version = "2026-11-22"
published = 2026-11-22
controller = "us"
transfers = "Emberlog stores records in Finland. We make no other transfers."

[[data]]
name = "Personal details"
detail = "such as name and salary"

[[data]]
name = "Your information"

[[data]]
name = "Smoking, cooking and heating"

[[purpose]]
text = "Visit you; give advice"
basis = "public-task"
basis-detail = "Care Act 2014; Children Act 2004"

[[purpose]]
text = "Send you a reminder"
basis = "consent"

[[purpose]]
text = "Inspect kitchens"
basis = "public-task"

[[recipient]]
names = ["Textling Ltd"]
purpose = "To send you reminders."
role = "processor"

[[recipient]]
names = ["The police"]

[[recipient]]
names = ["Wexcombe Kitchens Guild"]
purpose = "Unless you opt out."

[[recipient]]
names = ["Elm Surveys"]
purpose = "To send out a survey on visits."

[retention]
text = "Visits and kitchens: 5 years. Reminders that we send you: 2 years. To inspect kitchens we keep plans for 4 years. Everything else: 2.5 years; some of it for less."
+++

## Who we are {#who}

Overton Council.
"#;

    fn notice() -> Notice {
        fixture::notice(TEXT)
    }

    fn table(columns: Option<&Columns>) -> Vec<Vec<String>> {
        let text = export([&notice()], columns);
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows = reader.records().map(|row| row.expect("a row"));
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn an_export_differs_from_its_own_notice_in_nothing() {
        let all = RecordColumn::ALL.map(|it| format!("{} = \"{}\"\n", it.key(), it.heading()));
        let columns = Columns::of(&format!("[record]\n{}", all.concat()));
        let columns = columns.expect("it can be read").expect("it is there");
        let notice = notice();
        let text = export([&notice], Some(&columns));
        let rows = Activity::all("e.csv", text.as_bytes(), Some(&columns)).expect("a record");
        let found = reconcile([&notice], &rows, &columns, &law::DatedFacts::default());
        assert!(found.agrees(), "{found}");
    }

    #[test]
    fn everyone_who_decides_stands_in_each_row() {
        let mut notice = notice();
        let mut trust = notice.controller.clone();
        trust.contact.name = "Tarn NHS Trust".to_owned();
        for wanted in ["Overton Council", "Overton Council; Tarn NHS Trust"] {
            assert!(rows(&notice).iter().all(|row| row[10] == wanted));
            notice.joint.push(trust.clone());
        }
    }

    /// A word in common ties nothing: what is not plainly of one purpose stands in each row.
    #[test]
    fn what_is_plainly_of_one_purpose_stands_in_its_row_alone() {
        let rows = table(None);
        let [visit, remind, inspect] = &rows[..] else {
            panic!("{rows:?}")
        };
        let anybody = "The police; Wexcombe Kitchens Guild; Elm Surveys";
        assert_eq!([&visit[4], &inspect[4]], [anybody, anybody]);
        assert_eq!(remind[4], format!("Textling Ltd; {anybody}"));
        let first = "Visits and kitchens: 5 years";
        let rest = "Everything else: 2.5 years; some of it for less";
        assert_eq!(visit[5], format!("{first}; {rest}"));
        assert_eq!(
            remind[5],
            format!("{first}; Reminders that we send you: 2 years; {rest}")
        );
        assert_eq!(
            inspect[5],
            format!("{first}; To inspect kitchens we keep plans for 4 years; {rest}")
        );
        assert_eq!(visit[7], "Care Act 2014; Children Act 2004");
        assert_eq!(
            [&visit[8], &remind[8], &inspect[8]],
            ["", "Textling Ltd", ""]
        );
        assert_eq!(Some(remind[2].as_str()), same::basis(Basis::Consent));
    }

    #[test]
    fn a_purpose_is_named_by_all_of_its_words() {
        for (text, purpose) in [
            ("To collect your fees.", "Collect your fees"),
            ("Garden waste collections: 2 years", "Collect garden waste"),
            ("Research: 10 years", "Research"),
        ] {
            assert!(ties(text, purpose), "{text} | {purpose}");
        }
        for (text, purpose) in [
            ("Social care entries: 8 years", "Give you direct care"),
            ("Student file: 6 years", "Report to the Office for Students"),
            ("Unless you opt out.", "Keep in touch, unless you say no"),
            ("To collect student statistics.", "Collect your fees"),
            ("Market research: 10 years", "Research"),
            (
                "Everything but collecting your fees: 1 year",
                "Collect your fees",
            ),
            ("Anything", "To use your data"),
        ] {
            assert!(!ties(text, purpose), "{text} | {purpose}");
        }
    }
}
