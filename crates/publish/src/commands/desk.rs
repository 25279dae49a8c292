//! What an editor and an officer ask besides: the audit of a page, the record of processing, the day of a successor.

use std::{
    io::{Write as _, stdout},
    path::Path,
    process::ExitCode,
};

use notice::audit::AuditReport;
use publish::{AuditError, AuditTarget, Error, audit_page, desk, terminal::visible};
use serde_json::{Value, json};

use super::json::paths;
use crate::arguments::Sheet;
use crate::output::{Output, failed};

pub(crate) fn audit(
    output: Output,
    notices: &Path,
    page: &str,
    wanted: &AuditTarget,
    json: bool,
) -> ExitCode {
    match output.with_progress("Reading the page", || audit_page(notices, page, wanted)) {
        Ok(report) => {
            if json {
                output.print(audit_json(&report));
            } else {
                output.print(visible(report.to_string().trim_end()));
            }
            ExitCode::from(if report.is_clean() { 0 } else { 3 })
        }
        Err(AuditError::Notices(report)) => failed(&Error::Notices(report)),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn audit_json(report: &AuditReport) -> Value {
    let notice = report.notice.as_ref();
    let fields = report.lines.iter().map(|line| {
        json!({
            "field": line.field.to_string(),
            "required": line.field.required,
            "kind": line.kind,
            "why": line.why,
        })
    });
    json!({
        "notice": notice.map(|it| json!({ "title": it.title, "version": it.version })),
        "findings": report.findings(),
        "remarks": report.remarks(),
        "fields": fields.collect::<Vec<_>>(),
    })
}

pub(crate) fn reconcile(output: Output, root: &Path, record: &Path, format: Sheet) -> ExitCode {
    let step = "Holding the notices against the record";
    match output.with_progress(step, || desk::reconcile_record(root, record)) {
        Ok(found) => {
            match format {
                Sheet::Text => output.print(&found),
                Sheet::Json => output.print(found.json()),
                // A pager that was closed has seen enough.
                Sheet::Csv => drop(write!(stdout(), "{}", found.csv())),
            }
            ExitCode::from(if found.agrees() { 0 } else { 3 })
        }
        Err(error) => failed(&error),
    }
}

pub(crate) fn export(root: &Path) -> ExitCode {
    match desk::export_record(root) {
        Ok(table) => {
            // A pager that was closed has seen enough.
            let _ = write!(stdout(), "{table}");
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}

pub(crate) fn succeed(output: Output, root: &Path, write: bool, json: bool) -> ExitCode {
    let step = "Looking for what another body takes over";
    match output.with_progress(step, || desk::plan_succession(root, write)) {
        Ok(plan) => {
            if json {
                let written: Vec<_> = plan.written.iter().map(|(path, _)| path).collect();
                output.print(json!({
                    "planned": plan.planned,
                    "written": paths(&written),
                    "kept": paths(&plan.kept),
                    "warnings": plan.warnings,
                }));
                return ExitCode::SUCCESS;
            }
            for handover in &plan.planned {
                output.print(handover);
            }
            if plan.planned.is_empty() {
                output.print(
                    "No controller has an end. Write `until` and `successor` beside one in notices/controllers.toml.",
                );
            }
            for (path, marked) in &plan.written {
                let next = match marked {
                    0 => "nothing in it is marked: read it through".to_owned(),
                    1 => "decide the line that it marks `# DECIDE:`, and read the rest".to_owned(),
                    many => format!(
                        "decide the {many} lines that it marks `# DECIDE:`, and read the rest"
                    ),
                };
                output.done(format_args!("{} is written: {next}", path.display()));
            }
            for path in &plan.kept {
                output.done(format_args!(
                    "{} was there already, and is kept as it is",
                    path.display()
                ));
            }
            for warning in &plan.warnings {
                eprintln!("warning: {warning}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}
