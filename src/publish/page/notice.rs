//! `notices/<id>/index.html`: the answers for every reader, then the whole notice.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    Head, document,
    language::{Home, alternates, links},
};
use crate::{
    notice::{Notice, Question},
    strings::{Strings, Text},
    ui::{Summaries, WholeNotice, machine},
};

/// The page of one notice, in one language.
pub fn page(notice: &Notice, t: &Strings, home: &Home, style: &str) -> String {
    let style = &[home.root, style].concat();
    let head = Head {
        lang: &notice.lang,
        title: t.with(Text::PageTitle, &notice.title),
        description: description(notice),
        style,
        more: alternates(&home.others),
    };
    let title = notice.title.clone();
    let caution = notice
        .caution
        .clone()
        .map(|text| view! { <p class="caution">{text}</p> });
    let version = t.with(Text::Version, &notice.version);
    let links = links(&home.others, t);
    let machine = machine(notice, t);
    let notice = Arc::new(notice.clone());
    let main = view! {
        <h1>{title}</h1>
        <p class="version">{version}</p>
        {links}
        {machine}
        {caution}
        <Summaries notice=notice.clone() t=t.clone() />
        <WholeNotice notice t=t.clone() />
    };
    document(head, Some(home.list), t, main.into_any())
}

/// Who asks and why, in the notice's own words.
fn description(notice: &Notice) -> String {
    let said = |question| {
        notice
            .answers
            .iter()
            .find(|answer| answer.question == question)
    };
    let lines = [said(Question::Who), said(Question::Why)]
        .into_iter()
        .flatten();
    lines
        .map(|answer| answer.text.as_str())
        .collect::<Vec<_>>()
        .join(" ")
}
