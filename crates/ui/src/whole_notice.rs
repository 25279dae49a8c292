//! The whole notice: contents list, then every section with its prose and facts.

use std::sync::Arc;

use leptos::prelude::*;
use notice::{
    Notice, SectionId,
    request::Requests,
    strings::{Strings, Text},
};

use super::{
    facts::{facts, has_facts},
    prose::prose,
    requests::requests as helper_of,
};

/// Returns the anchor of a section, the same on the static page and in the dialog.
pub(super) fn anchor(id: SectionId) -> &'static str {
    id.into()
}

/// Returns the heading of a section for which the notice has none of its own.
fn heading(id: SectionId) -> Text {
    match id {
        SectionId::Who => Text::SectionWho,
        SectionId::Collection => Text::SectionCollection,
        SectionId::Data => Text::SectionData,
        SectionId::Sources => Text::SectionSources,
        SectionId::Purposes => Text::SectionPurposes,
        SectionId::Choice => Text::SectionChoice,
        SectionId::Research => Text::SectionResearch,
        SectionId::Recipients => Text::SectionRecipients,
        SectionId::Transfers => Text::SectionTransfers,
        SectionId::Retention => Text::SectionRetention,
        SectionId::Security => Text::SectionSecurity,
        SectionId::Accuracy => Text::SectionAccuracy,
        SectionId::Rights => Text::SectionRights,
        SectionId::Automated => Text::SectionAutomated,
        SectionId::Children => Text::SectionChildren,
        SectionId::Cookies => Text::SectionCookies,
        SectionId::Complaints => Text::SectionComplaints,
        SectionId::Changes => Text::SectionChanges,
    }
}

/// Renders contents and sections of a notice, narrowed to a reader or not. Rendered when published: the dialog takes it as
/// ready markup.
#[component]
pub fn WholeNotice(
    notice: Arc<Notice>,
    t: Strings,
    /// The ready messages for the rights that the notice gives.
    #[prop(optional_no_strip)]
    requests: Option<Requests>,
) -> impl IntoView {
    let shown: Vec<_> = SectionId::ALL
        .iter()
        .copied()
        .filter_map(|id| {
            // Several stretches of prose may belong to one section (a part each): one heading, one anchor.
            let prose: Vec<_> = notice.sections.iter().filter(|it| it.id == id).collect();
            let general = || has_facts(id, &notice).then(|| t.get(heading(id)));
            let heading = prose.first().map(|first| first.heading.as_str());
            Some((id, heading.or_else(general)?, prose))
        })
        .collect();
    let contents = shown
        .iter()
        .map(|(id, heading, _)| {
            view! { <li><a href=format!("#{}", anchor(*id))>{heading.to_string()}</a></li> }
        })
        .collect_view();
    let sections = shown
        .iter()
        .map(|(id, heading, stretches)| {
            let anchor = anchor(*id);
            let body = stretches
                .iter()
                .flat_map(|section| prose(&section.body))
                .collect_view();
            let permalink = t.with(Text::Permalink, heading);
            let helper = requests.as_ref().filter(|_| *id == SectionId::Rights);
            let helper = helper.map(|all| helper_of(all, &t));
            view! {
                <section id=anchor>
                    <h2 tabindex="-1">{heading.to_string()}</h2>
                    <a class="permalink" href=format!("#{anchor}") aria-label=permalink>"#"</a>
                    {body}
                    {facts(*id, &notice, &t)}
                    {helper}
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
