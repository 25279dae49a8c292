//! `facts.toml`: dated facts of law and of bodies, for the check.

use law::{Date, DatedFact, DatedFacts, Evidence, FactKind};

use super::{File, Problems, sheet::Sheet, table};

/// Reads `facts.toml`.
///
/// # Errors
/// Every problem of the file at once.
pub fn facts(file: &File) -> Result<DatedFacts, Problems> {
    let sheet = Sheet::new(&file.name, file.text.trim_start_matches('\u{feff}'));
    let facts = read(&sheet);
    match Problems::of(sheet.into_problems()) {
        Some(report) => Err(report),
        None => Ok(facts),
    }
}

fn read(sheet: &Sheet) -> DatedFacts {
    let entries = table::document(sheet, sheet.text());
    let top = table::Table::top(sheet, &entries);
    let facts = top.tables("fact");
    let facts = facts.iter().filter_map(|table| {
        let day = |key| -> Option<Date> {
            // The table notes what is no date; what TOML takes for a date is one.
            table.has(key).then(|| table.date(key).parse().ok())?
        };
        let (value, now) = (table.text("value"), table.maybe("now"));
        let rule = table.maybe("rule");
        let (valid_from, valid_to) = (day("valid_from"), day("valid_to"));
        if let (Some(from), Some(to)) = (valid_from, valid_to)
            && to < from
        {
            table.problem(
                "valid_to",
                "This ends before it begins",
                "Swap the two days.",
            );
        }
        let source = table.text("source");
        let (kind, evidence) = (
            table.need_word::<FactKind>("kind"),
            table.need_word::<Evidence>("evidence"),
        );
        Some(DatedFact {
            kind: kind?,
            value,
            rule,
            now,
            valid_from,
            valid_to,
            source,
            evidence: evidence?,
        })
    });
    DatedFacts::from(facts.collect::<Vec<_>>())
}
