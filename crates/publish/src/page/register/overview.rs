//! The figures at the top.

use law::Severity;
use leptos::prelude::*;
use notice::strings::Strings;

use super::{super::date::spoken, notices, words};
use crate::register::{Claim, HasForm, Register, RuleProgress};

/// Renders the title, the day and the summary.
pub(super) fn head(register: &Register, t: &Strings) -> AnyView {
    let without = register
        .coverage
        .pages
        .iter()
        .filter(|known| match known.claim {
            Claim::Missing => true,
            // A form that shows no notice is one without, whatever its tag wants.
            Claim::Unknown => known.page.form == HasForm::Yes,
            _ => false,
        })
        .count();
    let figures = [
        (register.columns.len(), "notice", "notices", "#notices"),
        (
            register.count(Severity::Error),
            "error",
            "errors",
            "#matrix",
        ),
        (
            register.count(Severity::Warning),
            "warning",
            "warnings",
            "#matrix",
        ),
        (register.count(Severity::Info), "note", "notes", "#matrix"),
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
        {progress(register)}
    }
    .into_any()
}

/// Renders how many findings were settled since the versions that were kept last.
fn progress(register: &Register) -> Option<AnyView> {
    let all: Vec<&RuleProgress> = register
        .columns
        .iter()
        .filter_map(|column| column.progress.as_ref())
        .collect();
    let overdue = register
        .columns
        .iter()
        .filter(|column| notices::overdue(register, column))
        .count();
    let settled: usize = all.iter().map(|it| it.settled.len()).sum();
    let new: usize = all.iter().map(|it| it.new.len()).sum();
    let kept = (!all.is_empty())
        .then(|| format!("Since the versions that were kept last: {settled} settled, {new} new. "));
    let late = (overdue > 0).then(|| {
        format!(
            "{}.",
            words::count(overdue, "review is overdue", "reviews are overdue")
        )
    });
    let said = [kept, late].into_iter().flatten().collect::<String>();
    (!said.is_empty()).then(|| view! { <p class="progress">{said}</p> }.into_any())
}
