//! `register/index.html`: every notice and every rule at a glance; behind each cell `register/<id>/index.html`, a page to
//! send to whoever runs the service; and all findings as CSV. Staff read them, in the language of the rules; so their words
//! stand here and not among the interface's.

mod addresses;
mod drift;
mod exempt;
mod matrix;
mod notices;
mod overview;
mod owner;
mod record;
mod words;

use law::{Finding, Rule};
use leptos::prelude::*;
use notice::strings::Strings;

use super::{Head, document};
use crate::{
    dist::Asset,
    record::csv,
    register::{NoticeColumn, Register},
};

/// Renders the pages of the register with their paths.
pub(super) fn pages(register: &Register, t: &Strings, styles: &[&Asset]) -> Vec<(String, String)> {
    let main = view! {
        {overview::head(register, t)}
        {matrix::section(register)}
        {notices::section(register, t)}
        {addresses::section(register)}
        {drift::section(register)}
        {exempt::section(register)}
        {record::section(register)}
    };
    let index = page(
        "Register of privacy notices",
        styles,
        "../",
        t,
        main.into_any(),
    );
    let mut pages = vec![("register/index.html".to_owned(), index)];
    for column in &register.columns {
        let title = owner::heading(column);
        let page = page(
            &title,
            styles,
            "../../",
            t,
            owner::page(register, column, t),
        );
        pages.push((format!("register/{}/index.html", column.notice.id), page));
    }
    pages.push(("register/findings.csv".to_owned(), findings(register)));
    pages
}

/// Writes every finding as a row, for a spreadsheet.
fn findings(register: &Register) -> String {
    let heads = [
        "Notice",
        "Title",
        "Owner",
        "Next review",
        "Rule",
        "What it wants",
        "Severity",
        "Mark",
        "What is the matter",
        "What to do",
        "Law",
        "File",
        "Line",
        "Text",
    ];
    let heads = heads.map(str::to_owned).to_vec();
    let rows = register.columns.iter().flat_map(|column| {
        let rules = register.rows.iter().map(|row| row.rule);
        rules.flat_map(move |rule| {
            let found = register.findings(column, rule).into_iter();
            found.map(move |finding| row(column, rule, finding))
        })
    });
    csv(std::iter::once(heads).chain(rows))
}

fn row(column: &NoticeColumn, rule: &Rule, finding: &Finding) -> Vec<String> {
    let notice = column.notice;
    let (severity, _, _) = words::severity(finding.severity);
    let (_, _, mark) = words::mark(finding.mark);
    let place = finding.place.as_ref();
    vec![
        notice.id.clone(),
        notice.title.clone(),
        notice.upkeep.owner.clone().unwrap_or_default(),
        notice.upkeep.review.clone().unwrap_or_default(),
        rule.id.to_owned(),
        rule.title.to_owned(),
        severity.to_owned(),
        mark.to_owned(),
        finding.message.clone(),
        finding.remedy.to_owned(),
        finding.law.clone(),
        place.map(|it| it.file.clone()).unwrap_or_default(),
        place.map(|it| it.line.to_string()).unwrap_or_default(),
        place.map(|it| it.text.clone()).unwrap_or_default(),
    ]
}

/// Renders a page of the register.
fn page(title: &str, styles: &[&Asset], root: &'static str, t: &Strings, main: AnyView) -> String {
    let [first, more @ ..] = styles else {
        return String::new();
    };
    let links: Vec<_> = more
        .iter()
        .map(|style| view! { <link rel="stylesheet" href=style.seen_from(root) /> })
        .collect();
    let head = Head {
        lang: law::LANGUAGE,
        title: title.to_owned(),
        description: "Every privacy notice held against the law it serves.".to_owned(),
        style: &first.seen_from(root),
        more: view! { <meta name="robots" content="noindex" /> {links} }.into_any(),
    };
    document(head, Some(format!("{root}notices/")), t, main)
}
