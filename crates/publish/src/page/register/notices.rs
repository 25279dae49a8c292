//! The notices, each folded over its findings: who looks after it, how old it is, what there is to put right. Works without
//! a script.

use std::cmp::Reverse;

use law::Finding;
use leptos::prelude::*;
use notice::strings::Strings;
use source::parse::Translation;

use super::{super::date::spoken, words};
use crate::{
    overdue::is_overdue,
    register::{NoticeColumn, Register, RuleProgress},
};

/// Renders one entry for each notice.
pub(super) fn section(register: &Register, t: &Strings) -> AnyView {
    let entries: Vec<_> = register
        .columns
        .iter()
        .map(|column| entry(register, column, t))
        .collect();
    view! {
        <section id="notices">
            <h2>"Notice by notice"</h2>
            <p>
                "Each has a page with its findings as questions, to send to the people who run the service. For a spreadsheet: "
                <a href="findings.csv" download="findings.csv">"all findings as CSV"</a> "."
            </p>
            {entries}
        </section>
    }
    .into_any()
}

fn entry(register: &Register, column: &NoticeColumn, t: &Strings) -> AnyView {
    let notice = column.notice;
    let [errors, warnings, notes] = column.counts;
    let counts = [
        words::count(errors, "error", "errors"),
        words::count(warnings, "warning", "warnings"),
        words::count(notes, "note", "notes"),
    ]
    .join(", ");
    let age = match column.months {
        Some(months) => words::age(months),
        None => format!("from {}", spoken(&notice.published, t)),
    };
    let ease = match column.ease {
        Some(ease) => format!("{ease:.0}, {}", words::ease(ease)),
        None => "no prose".to_owned(),
    };
    let owner = match &notice.upkeep.owner {
        Some(owner) => owner.clone(),
        None => "not stated: write owner = \"…\"".to_owned(),
    };
    let restates = notice.restates.clone();
    let restates = restates.map(|source| view! { <div><dt>"Restates"</dt><dd>{source}</dd></div> });
    view! {
        <details class="notice" id=notice.id.clone() data-for=notice.id.clone()>
            <summary>
                <b>{notice.title.clone()}</b> " " <span>{counts}</span> " "
                {overdue(register, column).then(|| view! { <span class="mark" data-mark="outdated">"review overdue"</span> })}
            </summary>
            <p class="links">
                <a href=format!("{}/", notice.id)>"Questions to its owner"</a> " "
                <a href=format!("../notices/{}/", notice.id)>"The notice"</a>
            </p>
            <dl class="letter">
                <div><dt>"Controller"</dt><dd>{notice.who_decides()}</dd></div>
                <div><dt>"Owner"</dt><dd>{owner}</dd></div>
                <div><dt>"Next review"</dt><dd>{review(column, t)}</dd></div>
                <div><dt>"Version"</dt><dd>{notice.version.clone()} ", " {age} " old"</dd></div>
                {restates}
                <div><dt>"Reading ease"</dt><dd>{ease}</dd></div>
                <div><dt>"Languages"</dt><dd>{languages(register, column)}</dd></div>
                {column.progress.as_ref().map(progress)}
            </dl>
            {findings(register, column)}
        </details>
    }
    .into_any()
}

fn review(column: &NoticeColumn, t: &Strings) -> String {
    match &column.notice.upkeep.review {
        Some(day) => spoken(day, t),
        None => "not stated: write review = 2027-11-22".to_owned(),
    }
}

/// Says whether the day of the next review has passed.
pub(super) fn overdue(register: &Register, column: &NoticeColumn) -> bool {
    is_overdue(column.notice, register.at)
}

fn progress(progress: &RuleProgress) -> AnyView {
    let list = |rules: &[&law::Rule]| -> String {
        let ids: Vec<&str> = rules.iter().map(|rule| rule.id).collect();
        if ids.is_empty() {
            "none".to_owned()
        } else {
            ids.join(", ")
        }
    };
    let since = format!("Since version {}", progress.version);
    view! {
        <div><dt>{since}</dt><dd>"settled: " {list(&progress.settled)} "; new: " {list(&progress.new)}</dd></div>
    }
    .into_any()
}

/// Renders what was found, a line for each rule; the notice's own page has the rest.
fn findings(register: &Register, column: &NoticeColumn) -> AnyView {
    let rows = register.rows.iter();
    let mut found: Vec<_> = rows
        .filter_map(|row| {
            let found = register.findings(column, row.rule);
            let worst = *found
                .iter()
                .max_by_key(|finding| (finding.severity, finding.mark))?;
            Some((row.rule, worst, found.len()))
        })
        .collect();
    // By what was found here, as the owner is asked.
    found.sort_by_key(|(_, worst, _)| Reverse(worst.severity));
    let lines: Vec<_> = found
        .into_iter()
        .map(|(rule, worst, many)| {
            let to = format!("{}/#{}", column.notice.id, rule.id);
            let (severity, _, _) = words::severity(worst.severity);
            view! {
                <li data-severity=severity>
                    <a href=to><b>{rule.id}</b></a> " " {said(worst)} {more(many)}
                </li>
            }
        })
        .collect();
    if lines.is_empty() {
        return view! { <p>"✓ Nothing to put right."</p> }.into_any();
    }
    view! { <ul class="plain">{lines}</ul> }.into_any()
}

fn said(finding: &Finding) -> AnyView {
    let (name, shape, word) = words::found(finding.mark);
    view! {
        <span class="mark" data-mark=name><span class="shape" aria-hidden="true">{shape} " "</span>{word}</span>
        " " {finding.message.clone()}
    }
    .into_any()
}

fn more(found: usize) -> Option<String> {
    (found > 1).then(|| format!(" (and {} more)", found - 1))
}

fn languages(register: &Register, column: &NoticeColumn) -> String {
    if column.translations.is_empty() {
        return "none yet".to_owned();
    }
    let one = |(lang, translation): &(&str, Option<&Translation>)| {
        let state = match translation {
            None => format!("– none: {} is shown", register.base),
            Some(it) if it.stale => {
                let version = it.based_on.as_deref().unwrap_or("another version");
                format!("↻ of {version}: {} is shown", register.base)
            }
            Some(it) if it.machine => "~ made by machine, needs review".to_owned(),
            Some(_) => "✓ translated and reviewed".to_owned(),
        };
        format!("{lang} {state}")
    };
    let list: Vec<String> = column.translations.iter().map(one).collect();
    list.join("; ")
}
