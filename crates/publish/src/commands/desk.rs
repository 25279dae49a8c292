//! What an editor and an officer ask besides: the audit of a page, the record of processing, the day of a successor.

use std::{
    io::{Write as _, stdout},
    path::Path,
    process::ExitCode,
};

use notice::audit::AuditReport;
use publish::{AuditError, AuditTarget, Error, audit_page, desk, terminal::visible};
use serde_json::{Value, json};

use crate::voice::{Voice, failed, names};

pub(crate) fn audit(
    voice: Voice,
    notices: &Path,
    page: &str,
    wanted: &AuditTarget,
    json: bool,
) -> ExitCode {
    match voice.during("Reading the page", || audit_page(notices, page, wanted)) {
        Ok(report) => {
            if json {
                voice.give(account(&report));
            } else {
                voice.give(visible(report.to_string().trim_end()));
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

fn account(report: &AuditReport) -> Value {
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

pub(crate) fn reconcile(voice: Voice, root: &Path, record: &Path, json: bool) -> ExitCode {
    let step = "Holding the notices against the record";
    match voice.during(step, || desk::reconcile_record(root, record)) {
        Ok(found) => {
            if json {
                voice.give(found.json());
            } else {
                voice.give(&found);
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

pub(crate) fn succeed(voice: Voice, root: &Path, write: bool, json: bool) -> ExitCode {
    let step = "Looking for what another body takes over";
    match voice.during(step, || desk::plan_succession(root, write)) {
        Ok((planned, written)) => {
            if json {
                voice.give(json!({ "planned": planned, "written": names(&written) }));
                return ExitCode::SUCCESS;
            }
            for handover in &planned {
                voice.give(handover);
            }
            if planned.is_empty() {
                voice.give(
                    "No controller has an end. Write `until` and `successor` beside one in notices/controllers.toml.",
                );
            }
            for path in written {
                voice.done(format_args!(
                    "{} is written: decide what it marks",
                    path.display()
                ));
            }
            ExitCode::SUCCESS
        }
        Err(error) => failed(&error),
    }
}
