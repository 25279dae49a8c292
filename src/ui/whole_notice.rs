//! The whole notice: contents list, then every section with its prose and facts.

use std::sync::Arc;

use leptos::prelude::*;

use super::{facts::facts, prose::prose};
use crate::{
    notice::{Notice, SectionId},
    strings::{Strings, Text},
};

/// The anchor of a section, the same on the static page and in the dialog.
pub(super) fn anchor(id: SectionId) -> &'static str {
    match id {
        SectionId::Who => "who",
        SectionId::Collection => "collection",
        SectionId::Data => "data",
        SectionId::Sources => "sources",
        SectionId::Purposes => "purposes",
        SectionId::Choice => "choice",
        SectionId::Research => "research",
        SectionId::Recipients => "recipients",
        SectionId::Transfers => "transfers",
        SectionId::Retention => "retention",
        SectionId::Security => "security",
        SectionId::Accuracy => "accuracy",
        SectionId::Rights => "rights",
        SectionId::Automated => "automated",
        SectionId::Children => "children",
        SectionId::Cookies => "cookies",
        SectionId::Complaints => "complaints",
        SectionId::Changes => "changes",
    }
}

/// Contents and sections of a notice, narrowed to a reader or not. Rendered when published: the dialog takes it as
/// ready markup.
#[component]
pub fn WholeNotice(notice: Arc<Notice>, t: Strings) -> impl IntoView {
    // Several stretches of prose may belong to one section (a part each): one heading, one anchor.
    let groups: Vec<_> = notice.sections.chunk_by(|a, b| a.id == b.id).collect();
    let contents = groups
        .iter()
        .map(|group| {
            let id = anchor(group[0].id);
            view! { <li><a href=format!("#{id}")>{group[0].heading.clone()}</a></li> }
        })
        .collect_view();
    let sections = groups
        .iter()
        .map(|group| {
            let id = anchor(group[0].id);
            let body = group
                .iter()
                .flat_map(|section| prose(&section.body))
                .collect_view();
            let permalink = t.with(Text::Permalink, &group[0].heading);
            view! {
                <section id=id>
                    <h2 tabindex="-1">{group[0].heading.clone()}</h2>
                    <a class="permalink" href=format!("#{id}") aria-label=permalink>"#"</a>
                    {body}
                    {facts(group[0].id, &notice, &t)}
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="whole">
            <nav class="contents" aria-labelledby="contents-heading">
                <h2 id="contents-heading">{t.get(Text::Contents).to_owned()}</h2>
                <ol>{contents}</ol>
            </nav>
            <div class="sections">{sections}</div>
        </div>
    }
}
