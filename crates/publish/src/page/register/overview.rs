//! The figures at the top, the filter, and one line a notice.

use law::Severity;
use leptos::prelude::*;
use notice::strings::Strings;
use source::parse::Translation;

use super::{super::date::spoken, words};
use crate::register::{Claim, Column, Form, Register, SEVERITIES};

/// Title, day, and what it all comes to.
pub fn head(register: &Register, t: &Strings) -> AnyView {
    let without = register
        .coverage
        .pages
        .iter()
        .filter(|known| match known.claim {
            Claim::Missing => true,
            // A form that shows no notice is one without, whatever its tag wants.
            Claim::Unknown => known.page.form == Form::Yes,
            _ => false,
        })
        .count();
    let figures = [
        (register.columns.len(), "notice", "notices", "#notices"),
        (
            register.count(Severity::Error),
            "error",
            "errors",
            "#errors",
        ),
        (
            register.count(Severity::Warning),
            "warning",
            "warnings",
            "#warnings",
        ),
        (register.count(Severity::Info), "note", "notes", "#notes"),
        (
            without,
            "form without a notice",
            "forms without a notice",
            "#addresses",
        ),
        (
            register.drifts.len(),
            "fact that differs",
            "facts that differ",
            "#drift",
        ),
    ];
    let figures: Vec<_> = figures
        .into_iter()
        .map(|(number, one, more, to)| {
            let word = if number == 1 { one } else { more };
            view! { <li><a href=to><b>{number}</b> " " {word}</a></li> }
        })
        .collect();
    let date = register.at.to_string();
    let day = spoken(&date, t);
    view! {
        <h1>"Register of privacy notices"</h1>
        <p class="as-at">
            "As at " <time datetime=date>{day}</time>
            ": every notice held against the law as it stood that day. A finding is for the data protection officer to settle; "
            "it is not legal advice."
        </p>
        <ul class="figures">{figures}</ul>
    }
    .into_any()
}

/// Radio buttons that style sheets listen to: no script.
pub fn filter(register: &Register) -> AnyView {
    let choice = |group: &'static str, id: String, label: String, chosen: bool| {
        view! { <label><input type="radio" name=group id=id checked=chosen />" "<span>{label}</span></label> }
    };
    let notices: Vec<_> = register
        .columns
        .iter()
        .map(|column| {
            let id = format!("for-{}", column.notice.id);
            choice("notice", id, column.notice.title.clone(), false)
        })
        .collect();
    let severities: Vec<_> = SEVERITIES
        .map(|severity| {
            let (word, heading, _) = words::severity(severity);
            choice(
                "severity",
                format!("only-{word}"),
                heading.to_owned(),
                false,
            )
        })
        .into_iter()
        .collect();
    view! {
        <form class="filter">
            <fieldset>
                <legend>"Notice"</legend>
                {choice("notice", "for-all".to_owned(), "All notices".to_owned(), true)}
                {notices}
            </fieldset>
            <fieldset>
                <legend>"Show"</legend>
                {choice("severity", "only-all".to_owned(), "Everything".to_owned(), true)}
                {severities}
                <label><input type="checkbox" id="only-open" />" "<span>"Hide rules that all is well with"</span></label>
            </fieldset>
        </form>
    }
    .into_any()
}

/// Age, version, reading ease, translations: a line a notice.
pub fn notices(register: &Register) -> AnyView {
    let lines: Vec<_> = register.columns.iter().map(line).collect();
    view! {
        <section id="notices">
            <h2>"Notices: age, version, reading ease, languages"</h2>
            <table class="cards">
                <thead>
                    <tr>
                        <th scope="col">"Notice"</th>
                        <th scope="col">"Findings"</th>
                        <th scope="col">"Version and age"</th>
                        <th scope="col">"Reading ease"</th>
                        <th scope="col">"Other languages"</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
            <p class="small">
                "Reading ease is Flesch’s, with syllables counted by our own method: 60 and more is plain English, under 50 is difficult."
            </p>
        </section>
    }
    .into_any()
}

fn line(column: &Column) -> AnyView {
    let notice = column.notice;
    let page = format!("../notices/{}/", notice.id);
    let [errors, warnings, notes] = column.counts;
    let counts = [
        words::count(errors, "error", "errors"),
        words::count(warnings, "warning", "warnings"),
        words::count(notes, "note", "notes"),
    ]
    .join(", ");
    let age = match column.months {
        Some(months) => format!("published {}: {}", notice.published, words::age(months)),
        None => format!("to be published {}", notice.published),
    };
    let ease = match column.ease {
        Some(ease) => format!("{ease:.0}: {}", words::ease(ease)),
        None => "no prose".to_owned(),
    };
    let languages = if column.translations.is_empty() {
        view! { <p>"none yet"</p> }.into_any()
    } else {
        let one = |(lang, translation): &(&str, Option<&Translation>)| {
            let state = match translation {
                None => "– none: English is shown".to_owned(),
                Some(it) if it.stale => {
                    let version = it.based_on.as_deref().unwrap_or("another version");
                    format!("! of {version}: English is shown")
                }
                Some(it) if it.machine => "~ made by machine, needs review".to_owned(),
                Some(_) => "✓ translated and reviewed".to_owned(),
            };
            view! { <li><b>{lang.to_string()}</b> " " {state}</li> }
        };
        let list: Vec<_> = column.translations.iter().map(one).collect();
        view! { <ul>{list}</ul> }.into_any()
    };
    view! {
        <tr data-for=notice.id.clone()>
            <th scope="row">
                <a href=page>{notice.title.clone()}</a>
                <p class="small">{notice.controller.contact.name.clone()}</p>
                {notice.restates.clone().map(|source| view! { <p class="small">"Restates: " {source}</p> })}
            </th>
            <td data-label="Findings">{counts}</td>
            <td data-label="Version and age"><p>{notice.version.clone()}</p><p class="small">{age}</p></td>
            <td data-label="Reading ease">{ease}</td>
            <td data-label="Other languages">{languages}</td>
        </tr>
    }
    .into_any()
}
