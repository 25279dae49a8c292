//! A notice's findings as questions to the people who run its service: a page to send them, or to print and fill in.

use law::{Finding, Severity, without_evidence};
use leptos::prelude::*;
use notice::strings::Strings;
use source::draft::names_its_kind;

use super::{super::date::spoken, record, words};
use crate::register::{NoticeColumn, Register, RuleRow, SEVERITIES};

/// Names the page. A title that calls itself a privacy notice need not be called so again.
pub(super) fn heading(column: &NoticeColumn) -> String {
    let title = &column.notice.title;
    let kind = if names_its_kind(title) {
        ""
    } else {
        "the privacy notice "
    };
    format!("Questions about {kind}“{title}”")
}

/// Renders the body of the page, from a heading on.
pub(super) fn page(register: &Register, column: &NoticeColumn, t: &Strings) -> AnyView {
    let notice = column.notice;
    let to = match &notice.upkeep.owner {
        Some(owner) => view! { <b>{owner.clone()}</b> }.into_any(),
        None => view! { "whoever runs “" {notice.title.clone()} "”" }.into_any(),
    };
    let groups: Vec<_> = SEVERITIES
        .into_iter()
        .filter_map(|severity| {
            // By what was found, not by the rule: advice is never urgent.
            let all = register.rows.iter();
            let all = all.map(|row| (row, register.asked_and_waiting(column, row.rule).0));
            let worst = |found: &[&Finding]| found.iter().map(|it| it.severity).max();
            let asked: Vec<_> = all
                .filter(|(_, found)| worst(found) == Some(severity))
                .map(|(row, found)| match is_advice(row, severity) {
                    true => advised(row, &found),
                    false => asked(row, &found),
                })
                .collect();
            let (name, _, _) = words::severity(severity);
            (!asked.is_empty()).then(|| {
                view! {
                    <section data-severity=name>
                        <h2>{words::urgency(severity)}</h2>
                        {asked}
                    </section>
                }
            })
        })
        .collect();
    let entering: Vec<_> = register
        .rows
        .iter()
        .map(|row| (row, register.asked_and_waiting(column, row.rule).1))
        .filter(|(_, found)| !found.is_empty())
        .map(|(row, found)| told(row, &found))
        .collect();
    let entering = (!entering.is_empty()).then(|| {
        view! {
            <section data-severity="note">
                <h2>"Not for you: the data protection officer is still entering these"</h2>
                {entering}
            </section>
        }
    });
    let none = groups.is_empty().then(|| {
        view! { <p>"✓ There is nothing to ask: every rule that concerns this notice is content."</p> }
    });
    let day = spoken(&register.at.to_string(), t);
    let published = spoken(&notice.published, t);
    view! {
        <p class="back"><a href="../">"Register of privacy notices"</a></p>
        <h1>{heading(column)}</h1>
        <dl class="letter">
            <div><dt>"To"</dt><dd>{to}</dd></div>
            <div><dt>"Notice"</dt><dd><a href=format!("../../notices/{}/", notice.id)>{notice.title.clone()}</a>
                ", version " {notice.version.clone()} " of " {published}</dd></div>
            <div><dt>"As at"</dt><dd>{day}</dd></div>
            {review(column, t)}
        </dl>
        <p>
            "You know the service, so please answer what you can. You need not know the law, nor find the words: the data "
            "protection officer does that. If something is not so, say that."
        </p>
        {groups}
        {none}
        {record::of_notice(register, notice)}
        {entering}
    }
    .into_any()
}

/// Says when the notice is to be reviewed next.
fn review(column: &NoticeColumn, t: &Strings) -> Option<AnyView> {
    let review = column.notice.upkeep.review.as_deref()?;
    let day = spoken(review, t);
    Some(view! { <div><dt>"Next review by"</dt><dd>{day}</dd></div> }.into_any())
}

/// Says whether all that a rule found, at its worst of that severity, is less than what the rule asks for: advice, or a remark beside what is
/// there. The rule's question would ask for what the notice says.
fn is_advice(row: &RuleRow, worst: Severity) -> bool {
    worst == Severity::Info && row.rule.severity > Severity::Info
}

/// Renders what waits for the data protection officer, who alone can settle it.
fn told(row: &RuleRow, found: &[&Finding]) -> AnyView {
    let rule = row.rule;
    let places: Vec<_> = found.iter().map(|finding| place(finding)).collect();
    view! {
        <article id=rule.id>
            <h3><b>{rule.id}</b> " " {rule.title}</h3>
            <ul class="plain">{places}</ul>
        </article>
    }
    .into_any()
}

/// Renders advice, which asks nothing.
fn advised(row: &RuleRow, found: &[&Finding]) -> AnyView {
    let rule = row.rule;
    let places: Vec<_> = found.iter().map(|finding| place(finding)).collect();
    view! {
        <article id=rule.id>
            <h3>"To think about: " {rule.title}</h3>
            <ul class="plain">{places}</ul>
            {for_officer(row, found)}
        </article>
    }
    .into_any()
}

/// Renders one question with the findings behind it, and room for an answer.
fn asked(row: &RuleRow, found: &[&Finding]) -> AnyView {
    let rule = row.rule;
    let places: Vec<_> = found.iter().map(|finding| place(finding)).collect();
    view! {
        <article id=rule.id class="asked">
            <h3>{rule.question}</h3>
            <ul class="plain">{places}</ul>
            <p class="reply" aria-hidden="true">"Answer:"</p>
            {for_officer(row, found)}
        </article>
    }
    .into_any()
}

/// Renders what the data protection officer does about it.
fn for_officer(row: &RuleRow, found: &[&Finding]) -> AnyView {
    let rule = row.rule;
    let mut remedies: Vec<&str> = found.iter().map(|finding| finding.remedy).collect();
    remedies.dedup();
    let remedies = remedies.join(" ");
    view! {
        <details>
            <summary>"For the data protection officer: " <b>{rule.id}</b> " " {rule.title}</summary>
            <p class="law">{row.law.clone()}</p>
            <p class="remedy"><b>"What to do: "</b>{remedies}</p>
        </details>
    }
    .into_any()
}

/// Renders what was found, and where the notice says it.
fn place(finding: &Finding) -> AnyView {
    let (name, shape, word) = words::found(finding.mark);
    let message = without_evidence(&finding.message);
    let ended = message.ends_with(['.', '?', '!']);
    let text = finding.place.as_ref().map(|place| {
        let line = format!("{}, line {}", place.file, place.line);
        view! { <p class="place"><q>{place.text.clone()}</q> " " <span>{line}</span></p> }
    });
    view! {
        <li class="finding">
            <p>
                <span class="mark" data-mark=name><span class="shape" aria-hidden="true">{shape} " "</span>{word}</span>
                " " {message} {(!ended).then_some(".")}
            </p>
            {text}
        </li>
    }
    .into_any()
}
