//! The matrix: rules down, notices across, the worst first.

use law::{Mark, Severity};
use leptos::prelude::*;

use super::words;
use crate::register::{Register, RuleRow, SEVERITIES, is_open};

const MARKS: [Mark; 6] = [
    Mark::Missing,
    Mark::Wrong,
    Mark::Outdated,
    Mark::Weak,
    Mark::Present,
    Mark::NotApplicable,
];

/// How many notices fit side by side on a desktop screen.
const FEW: usize = 6;

/// Renders the matrix.
pub(super) fn section(register: &Register) -> AnyView {
    let heads: Vec<_> = register
        .columns
        .iter()
        .map(|column| {
            let notice = column.notice;
            let worst = words::count(column.counts[0], "error", "errors");
            view! {
                <th scope="col" data-for=notice.id.clone()>
                    <a href=format!("../notices/{}/", notice.id)>{notice.title.clone()}</a>
                    <span class="small">{worst}</span>
                </th>
            }
        })
        .collect();
    let bodies: Vec<_> = SEVERITIES
        .into_iter()
        .map(|severity| body(register, severity))
        .collect();
    let is_early = register.rows.iter().any(|row| row.law.is_none());
    let marks = MARKS.into_iter().map(words::mark);
    let legend: Vec<_> = marks
        .chain([words::NOTED])
        .chain(is_early.then_some(words::NO_DUTY))
        .map(|mark| {
            let (name, shape, word) = mark;
            view! { <li data-mark=name><span class="shape" aria-hidden="true">{shape} " "</span>{word}</li> }
        })
        .collect();
    let region = if register.columns.len() <= FEW {
        "region few"
    } else {
        "region"
    };
    view! {
        <section id="matrix">
            <h2 id="matrix-heading">"Every notice, every rule"</h2>
            <p>"Each cell leads to the finding, as a question to the service, with its line and its law."</p>
            {filter()}
            <ul class="legend">{legend}</ul>
            <div class=region role="region" aria-labelledby="matrix-heading" tabindex="0">
                <table class="matrix">
                    <thead>
                        <tr><th scope="col">"Rule"</th>{heads}</tr>
                    </thead>
                    {bodies}
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn body(register: &Register, severity: Severity) -> AnyView {
    let (name, heading, meaning) = words::severity(severity);
    let rows: Vec<_> = register
        .rows
        .iter()
        .filter(|row| row.severity == severity)
        .map(|one| row(register, one))
        .collect();
    let width = register.columns.len() + 1;
    view! {
        <tbody data-severity=name>
            <tr class="group">
                <th scope="rowgroup" colspan=width.to_string()><span><b>{heading}</b> ": " {meaning}</span></th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(register: &Register, row: &RuleRow) -> AnyView {
    let rule = row.rule;
    let cells: Vec<_> = register
        .columns
        .iter()
        .zip(&row.marks)
        .map(|(column, mark)| {
            let id = &column.notice.id;
            let noted = *mark == Mark::Present && !register.findings(column, rule).is_empty();
            let (name, shape, word) = match mark {
                Mark::NotApplicable if row.law.is_none() => words::NO_DUTY,
                _ if noted => words::NOTED,
                mark => words::mark(*mark),
            };
            let said = view! { <span class="shape" aria-hidden="true">{shape} " "</span><span class="word">{word}</span> };
            let to = format!("{id}/#{}", rule.id);
            let said = if noted || is_open(*mark) {
                view! { <a href=to>{said}</a> }.into_any()
            } else {
                view! { <span>{said}</span> }.into_any()
            };
            view! { <td data-for=id.clone() data-mark=name>{said}</td> }
        })
        .collect();
    let open = (row.open() > 0).then_some("yes");
    let law = row.law.clone();
    let law = law.unwrap_or_else(|| "no duty on this day".to_owned());
    let title = view! { <b>{rule.id}</b> " " <span>{rule.title}</span> };
    view! {
        <tr data-open=open>
            <th scope="row">{title}" "<span class="small law">{law}</span></th>
            {cells}
        </tr>
    }
    .into_any()
}

/// Renders check boxes by which the style sheet filters, so that no script is needed.
fn filter() -> AnyView {
    let choice = |id: String, label: &'static str, chosen: bool| {
        view! { <label><input type="radio" name="severity" id=id checked=chosen />" "<span>{label}</span></label> }
    };
    let severities: Vec<_> = SEVERITIES
        .into_iter()
        .map(|severity| {
            let (word, heading, _) = words::severity(severity);
            choice(format!("only-{word}"), heading, false)
        })
        .collect();
    view! {
        <form class="filter">
            <fieldset>
                <legend>"Show"</legend>
                {choice("only-all".to_owned(), "Everything", true)}
                {severities}
                <label><input type="checkbox" id="only-open" />" "<span>"Hide rules that all is well with"</span></label>
            </fieldset>
        </form>
    }
    .into_any()
}
