//! One form in the audit.

use leptos::prelude::*;
use notice::audit::{AuditedField, FormAudit};

use crate::audit::AuditState;

/// Renders one form: what is wrong with it, what to know of it, and its fields.
pub(crate) fn form(state: AuditState, at: usize, one: FormAudit) -> impl IntoView {
    let FormAudit { name, report } = one;
    let against = match &report.notice {
        Some(notice) => format!("Held against {notice}"),
        None => "Held against no notice".to_owned(),
    };
    let has_notice = report.notice.is_some();
    let findings = report.findings();
    let count = findings.len();
    let verdict = match count {
        0 => "✓ Nothing to put right.".to_owned(),
        1 => "✗ One thing to put right".to_owned(),
        _ => format!("✗ {count} things to put right"),
    };
    let remarks = report.remarks();
    let remarks = (!remarks.is_empty())
        .then(|| view! { <h4>"Good to know"</h4> <ul class="remarks">{items(remarks)}</ul> });
    let fields = report.lines.len();
    let lines = report.lines.into_iter();
    let lines = lines
        .map(|one| line(state, at, one, has_notice))
        .collect_view();
    view! {
        <section class="audit-form">
            <h3>{name}</h3>
            <p class="against">{against}</p>
            <h4 class="verdict" class:bad=move || { count > 0 }>{verdict}</h4>
            <ul class="findings">{items(findings)}</ul>
            {remarks}
            <h4>{format!("Fields ({fields})")}</h4>
            <ol class="fields">{lines}</ol>
        </section>
    }
}

fn items(texts: Vec<String>) -> impl IntoView {
    let items = texts.into_iter().map(|text| view! { <li>{text}</li> });
    items.collect_view()
}

fn line(state: AuditState, form: usize, line: AuditedField, has_notice: bool) -> impl IntoView {
    let place = [form, line.field.at];
    let is_missing = has_notice && !line.is_mentioned();
    let missing =
        is_missing.then(|| view! { <span class="chip missing">"not in the notice"</span> });
    let required = line.field.required;
    let required = required.then(|| view! { <span class="required">"required"</span> });
    let facts = has_notice.then(|| {
        view! {
            <dl>
                <dt>"Kind of data"</dt><dd class:none=line.kind.is_none()>{line.kind_words().to_owned()}</dd>
                <dt>"Why"</dt><dd class:none=line.why.is_none()>{line.why_words().to_owned()}</dd>
            </dl>
        }
    });
    view! {
        <li>
            <button type="button" class="field" aria-pressed=move || (state.chosen.get() == Some(place)).to_string()
                on:click=move |_| state.choose.run(place)>
                <span class="label">{line.field.to_string()}</span> {required} {missing}
            </button>
            {facts}
        </li>
    }
}
