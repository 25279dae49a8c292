//! The findings: by severity, then rule, then notice; law and remedy once a rule.

use law::{Finding, Rule, Severity};
use leptos::prelude::*;

use super::words;
use crate::register::{Column, Register, SEVERITIES};

/// The findings of some notices. `root` leads to the published root.
pub fn section(register: &Register, columns: &[Column], root: &'static str) -> AnyView {
    let groups: Vec<_> = SEVERITIES
        .into_iter()
        .map(|severity| group(register, columns, severity, root))
        .collect();
    view! {
        <section id="findings">
            <h2>"Findings, the gravest first"</h2>
            {groups}
        </section>
    }
    .into_any()
}

fn group(
    register: &Register,
    columns: &[Column],
    severity: Severity,
    root: &'static str,
) -> AnyView {
    let (name, heading, meaning) = words::severity(severity);
    let rules: Vec<_> = register
        .rows
        .iter()
        .filter(|row| row.rule.severity == severity)
        .filter_map(|row| rule(register, columns, row.rule, root))
        .collect();
    let none = rules.is_empty().then(|| view! { <p>"✓ None."</p> });
    view! {
        <section id=heading.to_lowercase() data-severity=name>
            <h3>{heading} <span class="small">": " {meaning}</span></h3>
            {rules}
            {none}
        </section>
    }
    .into_any()
}

/// A rule with what it found, unless that is nothing.
fn rule(
    register: &Register,
    columns: &[Column],
    rule: &Rule,
    root: &'static str,
) -> Option<AnyView> {
    let found: Vec<_> = columns
        .iter()
        .map(|column| (column, register.findings(column, rule)))
        .filter(|(_, all)| !all.is_empty())
        .collect();
    if found.is_empty() {
        return None;
    }
    let whose: Vec<_> = found
        .iter()
        .map(|(column, _)| column.notice.id.as_str())
        .collect();
    let whose = whose.join(" ");
    let notices: Vec<_> = found
        .iter()
        .map(|(column, all)| notice(rule, column, all, root))
        .collect();
    let article = view! {
        <article id=rule.id data-for=whose>
            <h4><b>{rule.id}</b> " " {rule.title}</h4>
            <p class="law">{rule.law}</p>
            <p class="remedy"><b>"What to do: "</b>{rule.remedy}</p>
            <ul class="found">{notices}</ul>
        </article>
    };
    Some(article.into_any())
}

fn notice(rule: &Rule, column: &Column, all: &[&Finding], root: &'static str) -> AnyView {
    let notice = column.notice;
    let findings: Vec<_> = all.iter().map(|finding| one(finding)).collect();
    view! {
        <li id=format!("{}-{}", rule.id, notice.id) data-for=notice.id.clone()>
            <a href=format!("{root}notices/{}/", notice.id)>{notice.title.clone()}</a>
            {findings}
        </li>
    }
    .into_any()
}

fn one(finding: &Finding) -> AnyView {
    let (name, shape, word) = words::mark(finding.mark);
    let ended = finding.message.ends_with(['.', '?', '!']);
    let place = finding.place.as_ref().map(|place| {
        let line = format!("{}, line {}", place.file, place.line);
        view! {
            <p class="place"><span>{line}</span> " " <q>{place.text.clone()}</q></p>
        }
    });
    view! {
        <div class="finding">
            <p>
                <span class="mark" data-mark=name><span class="shape" aria-hidden="true">{shape} " "</span>{word}</span>
                " " {finding.message.clone()} {(!ended).then_some(".")}
            </p>
            {place}
        </div>
    }
    .into_any()
}
