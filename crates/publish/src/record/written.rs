//! How a comparison is written out: for people, for programs, and as a table to send round.

use std::fmt;

use serde_json::{Value, json};

use super::{Compared, Difference, Reconciled, Taken, csv, rows::spans};

impl Reconciled {
    /// Writes the comparison as JSON, for programs.
    #[must_use]
    pub fn json(&self) -> Value {
        let difference = |it: &Difference| json!({ "column": it.column.key(), "record": it.record, "notice": it.notice, "beside": it.beside });
        let taken = |it: &Taken| json!({ "column": it.column.key(), "record": it.record, "notice": it.notice });
        let service = |it: &Compared| {
            let differences: Vec<_> = it.differences.iter().map(difference).collect();
            let taken: Vec<_> = it.taken.iter().map(taken).collect();
            json!({ "id": it.id, "title": it.title, "rows": it.rows, "differences": differences, "taken": taken })
        };
        let without =
            |(name, rows): &(String, Vec<usize>)| json!({ "service": name, "rows": rows });
        json!({
            "services": self.services.iter().map(service).collect::<Vec<_>>(),
            "without_notice": self.without_notice.iter().map(without).collect::<Vec<_>>(),
            "without_row": self.without_row,
        })
    }

    /// Writes what differs, and what was taken for the same, as a table in CSV: a line each.
    #[must_use]
    pub fn csv(&self) -> String {
        let heads = [
            "Service",
            "Notice",
            "Fact",
            "What",
            "The record says",
            "The notice says",
            "Where, and what stands beside it",
        ];
        let mut rows: Vec<Vec<String>> = vec![heads.map(str::to_owned).to_vec()];
        for it in &self.services {
            let mut add = |fact: &str, what: &str, record: &str, notice: &str, beside: &str| {
                let cells = [&it.title, &it.id, fact, what, record, notice, beside];
                rows.push(cells.map(str::to_owned).to_vec());
            };
            for difference in &it.differences {
                let fact = difference.column.heading();
                let beside = |said: &String| difference.beside.get(said).map_or("", String::as_str);
                for said in &difference.record {
                    add(fact, "only the record says it", said, "", beside(said));
                }
                for said in &difference.notice {
                    add(fact, "only the notice says it", "", said, beside(said));
                }
            }
            for taken in &it.taken {
                let (record, notice) = (&taken.record, &taken.notice);
                add(
                    taken.column.heading(),
                    "taken for the same",
                    record,
                    notice,
                    "",
                );
            }
        }
        for (service, numbers) in &self.without_notice {
            let cells = [service, "", "", "no notice", "", "", &spans(numbers)];
            rows.push(cells.map(str::to_owned).to_vec());
        }
        for title in &self.without_row {
            let cells = [title, "", "", "no row in the record", "", "", ""];
            rows.push(cells.map(str::to_owned).to_vec());
        }
        csv(rows)
    }
}

impl fmt::Display for Reconciled {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for service in &self.services {
            writeln!(out, "{} ({}):", service.title, spans(&service.rows))?;
            if service.differences.is_empty() {
                writeln!(out, "  both say the same")?;
            }
            for difference in &service.differences {
                let heading = difference.column.heading();
                let beside = |said: &String| {
                    let beside = difference.beside.get(said);
                    beside.map_or_else(String::new, |beside| format!(" ({beside})"))
                };
                for said in &difference.record {
                    writeln!(
                        out,
                        "  {heading}: the record says “{said}”, the notice does not{}",
                        beside(said)
                    )?;
                }
                for said in &difference.notice {
                    writeln!(
                        out,
                        "  {heading}: the notice says “{said}”, the record does not{}",
                        beside(said)
                    )?;
                }
            }
            for taken in &service.taken {
                let Taken {
                    column,
                    record,
                    notice,
                } = taken;
                writeln!(
                    out,
                    "  {}, taken for the same: “{record}” in the record and “{notice}” in the notice",
                    column.heading()
                )?;
            }
        }
        for (service, numbers) in &self.without_notice {
            writeln!(out, "“{service}” ({}): no notice", spans(numbers))?;
        }
        if let (Some((service, _)), false) =
            (self.without_notice.first(), self.without_row.is_empty())
        {
            writeln!(
                out,
                "Where a notice has another name than its rows, write so in site.toml, below [record.services]: \"{service}\" = \"the notice’s id\""
            )?;
        }
        for title in &self.without_row {
            writeln!(out, "{title}: no row in the record")?;
        }
        write!(
            out,
            "Nothing was changed, on either side. Which of the two is right is for the service to say."
        )
    }
}
