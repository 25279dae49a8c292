//! The facts that stand under each heading of a notice.

use leptos::prelude::*;
use notice::{
    Basis, Contact, Controller, DataSource, Link, Notice, Purpose, Recipient, RecipientRole, Scope,
    SectionId,
    strings::{Strings, Text},
};

use super::{answers::condition_mark, prose::together};

/// Says whether a notice states facts that belong under a heading, so that it must have one.
pub(crate) fn has_facts(id: SectionId, notice: &Notice) -> bool {
    match id {
        SectionId::Who | SectionId::Changes => true,
        SectionId::Data => !notice.data.is_empty(),
        SectionId::Sources => !notice.sources.is_empty(),
        SectionId::Purposes => !notice.purposes.is_empty(),
        SectionId::Recipients => !notice.recipients.is_empty(),
        SectionId::Transfers => notice.transfers.is_some(),
        SectionId::Retention => notice.retention.is_some(),
        SectionId::Rights => !notice.rights.is_empty(),
        SectionId::Automated => notice.automated.is_some(),
        SectionId::Children => notice.children.is_some(),
        SectionId::Complaints => !notice.complaints.is_empty(),
        _ => false,
    }
}

/// Renders the facts of one section; nothing for a section that is prose alone.
pub(crate) fn facts(id: SectionId, notice: &Notice, t: &Strings) -> AnyView {
    let said = |text: &Option<String>| match text {
        Some(text) => view! { <p>{text.clone()}</p> }.into_any(),
        None => not_stated(t),
    };
    match id {
        SectionId::Who => who(notice, t),
        SectionId::Data => grouped(
            notice,
            &notice.data,
            |data| &data.scope,
            |data| {
                let special = data.special.then(|| {
                view! { " " <span class="chip" data-condition="special">{t.get(Text::SpecialData).to_owned()}</span> }
            });
                view! { <li><strong>{data.name.clone()}</strong>{detail(&data.detail)}{special}</li> }
                .into_any()
            },
        ),
        SectionId::Sources => grouped(
            notice,
            &notice.sources,
            |source| &source.scope,
            |s| source(s, t),
        ),
        SectionId::Purposes => {
            let meaning = t.get(Text::BasisMeaning).to_owned();
            let list = grouped(
                notice,
                &notice.purposes,
                |purpose| &purpose.scope,
                |p| purpose(p, t),
            );
            view! { <p>{meaning}</p> {list} }.into_any()
        }
        SectionId::Recipients => grouped(
            notice,
            &notice.recipients,
            |recipient| &recipient.scope,
            |r| recipient(r, t),
        ),
        SectionId::Transfers => said(&notice.transfers),
        SectionId::Retention => match &notice.retention {
            Some(kept) => {
                let link = kept.link.as_ref().map(|to| view! { <p>{link(to)}</p> });
                view! { <p>{together(&kept.text)}</p> {link} }.into_any()
            }
            None => not_stated(t),
        },
        SectionId::Rights => {
            let rights = notice
                .rights
                .iter()
                .map(|right| {
                    view! { <dt>{right.name.clone()}</dt> <dd>{together(&right.text)}</dd> }
                })
                .collect_view();
            view! { <dl class="rights">{rights}</dl> }.into_any()
        }
        SectionId::Automated => said(&notice.automated.as_ref().map(|fact| fact.text.clone())),
        SectionId::Children => notice
            .children
            .as_ref()
            .map(|children| view! { <p>{children.text.clone()}</p> })
            .into_any(),
        SectionId::Complaints => notice
            .complaints
            .iter()
            .map(|to| contact(to, t))
            .collect_view()
            .into_any(),
        SectionId::Changes => changes(notice, t),
        _ => ().into_any(),
    }
}

fn not_stated(t: &Strings) -> AnyView {
    view! { <p class="not-stated">{t.get(Text::NotStated).to_owned()}</p> }.into_any()
}

fn detail(text: &Option<String>) -> Option<String> {
    text.as_ref().map(|text| format!(": {text}"))
}

fn link(to: &Link) -> impl IntoView + use<> {
    view! { <a href=to.url.clone()>{to.text.clone()}</a> }
}

/// Renders a list of facts: what concerns everyone first, then a list a part or audience under its title. The titles are
/// left out when the notice has been narrowed to one of them.
fn grouped<T>(
    notice: &Notice,
    facts: &[T],
    scope: impl Fn(&T) -> &Scope,
    item: impl Fn(&T) -> AnyView,
) -> AnyView {
    let list = |wanted: &dyn Fn(&Scope) -> bool| {
        let items: Vec<_> = facts
            .iter()
            .filter(|fact| wanted(scope(fact)))
            .map(&item)
            .collect();
        (!items.is_empty()).then(|| view! { <ul class="facts">{items}</ul> })
    };
    let everyone = list(&Scope::is_everyone);
    let lists: Vec<_> = notice
        .parts
        .iter()
        .chain(&notice.audiences)
        .filter_map(|reader| {
            let own =
                |scope: &Scope| scope.part.as_ref().or(scope.audience.as_ref()) == Some(&reader.id);
            Some((reader.title.clone(), list(&own)?))
        })
        .collect();
    let narrowed = lists.len() == 1;
    let lists = lists
        .into_iter()
        .map(|(title, list)| {
            let title = (!narrowed).then(|| view! { <h3>{title}</h3> });
            view! { {title} {list} }
        })
        .collect_view();
    view! { {everyone} {lists} }.into_any()
}

/// Renders one name in the line; several become a list of their own, so that a long row of bodies can be skimmed.
fn names(all: &[String]) -> AnyView {
    match all {
        [one] => view! { <strong>{one.clone()}</strong> }.into_any(),
        all => {
            let items = all
                .iter()
                .map(|name| view! { <li>{name.clone()}</li> })
                .collect_view();
            view! { <ul class="names">{items}</ul> }.into_any()
        }
    }
}

/// Renders the name of a group; what follows stands in the same line when it is one name.
fn group(name: &Option<String>) -> impl IntoView + use<> {
    name.clone()
        .map(|name| view! { <strong>{name} ":"</strong> " " })
}

fn open(rest: &Option<String>, t: &Strings) -> impl IntoView + use<> {
    rest.as_ref()
        .map(|rest| view! { <p class="open">{t.with(Text::ListIsOpen, rest)}</p> })
}

fn source(source: &DataSource, t: &Strings) -> AnyView {
    view! {
        <li>
            {group(&source.group)} {names(&source.names)}
            {source.detail.clone().map(|text| view! { <p>{text}</p> })} {open(&source.open, t)}
        </li>
    }
    .into_any()
}

fn recipient(recipient: &Recipient, t: &Strings) -> AnyView {
    let kind = recipient.condition.map(|_| "conditional");
    view! {
        <li class=kind>
            {group(&recipient.group)} {names(&recipient.names)} " " {condition_mark(recipient.condition, t)}
            {role(recipient.role, t)}
            {recipient.purpose.clone().map(|text| view! { <p>{text}</p> })}
            {recipient.condition_detail.clone().map(|text| view! { <p>{text}</p> })}
            {open(&recipient.open, t)}
        </li>
    }
    .into_any()
}

fn role(role: Option<RecipientRole>, t: &Strings) -> impl IntoView + use<> {
    let text = match role? {
        RecipientRole::Processor => Text::Processor,
    };
    Some(view! { <p>{t.get(text).to_owned()}</p> })
}

fn purpose(purpose: &Purpose, t: &Strings) -> AnyView {
    let basis = t.get(match purpose.basis {
        Basis::Consent => Text::BasisConsent,
        Basis::Contract => Text::BasisContract,
        Basis::LegalObligation => Text::BasisLegalObligation,
        Basis::VitalInterests => Text::BasisVitalInterests,
        Basis::PublicTask => Text::BasisPublicTask,
        Basis::RecognisedLegitimateInterest => Text::BasisRecognised,
        Basis::LegitimateInterests => Text::BasisLegitimateInterests,
        Basis::NotStated => Text::NotStated,
    });
    let label = t.get(Text::Basis).to_owned();
    view! {
        <li>
            {purpose.text.clone()}
            <p class="basis">{label} ": " {basis.to_owned()}{detail(&purpose.basis_detail)}</p>
        </li>
    }
    .into_any()
}

fn who(notice: &Notice, t: &Strings) -> AnyView {
    let joint = (!notice.joint.is_empty()).then(|| {
        let all = notice.joint.iter().map(|it| controller(it, t));
        view! { <h3>{t.get(Text::JointControllers).to_owned()}</h3> {all.collect_view()} }
    });
    let officer = match &notice.officer {
        Some(officer) => contact(&officer.contact, t),
        None => view! { <h3>{t.get(Text::Officer).to_owned()}</h3> {not_stated(t)} }.into_any(),
    };
    // The officer is the first one's, so the others stand below.
    view! { {controller(&notice.controller, t)} {officer} {joint} }.into_any()
}

fn controller(it: &Controller, t: &Strings) -> AnyView {
    let registration = it.registration.clone().map(|number| {
        view! { <p>{t.get(Text::Registration).to_owned()} ": " {number}</p> }
    });
    view! {
        <p>{it.about.clone()}</p>
        {contact(&it.contact, t)}
        {registration}
    }
    .into_any()
}

/// Renders how to reach somebody.
pub fn contact(to: &Contact, t: &Strings) -> AnyView {
    let row = |label: Text, value: AnyView| {
        view! { <div><dt>{t.get(label).to_owned()}</dt><dd>{value}</dd></div> }.into_any()
    };
    let mut rows = Vec::new();
    if !to.address.is_empty() {
        let lines = to
            .address
            .iter()
            .map(|line| view! { <span class="line">{line.clone()}</span> " " });
        rows.push(row(Text::Post, lines.collect_view().into_any()));
    }
    if !to.phones.is_empty() {
        let numbers = to.phones.iter().map(|phone| {
            let call = format!("tel:{}", phone.number.replace(' ', ""));
            let note = phone.note.as_ref().map(|note| format!(" ({note})"));
            let number = phone.number.clone();
            view! { <span class="line"><a class="number" href=call>{number}</a>{note}</span> " " }
        });
        rows.push(row(Text::Phone, numbers.collect_view().into_any()));
    }
    if let Some(email) = &to.email {
        let write = format!("mailto:{email}");
        rows.push(row(
            Text::Email,
            view! { <a href=write>{email.clone()}</a> }.into_any(),
        ));
    }
    if let Some(web) = &to.web {
        rows.push(row(Text::Website, link(web).into_any()));
    }
    let bare = rows.is_empty().then(|| not_stated(t));
    view! {
        <div class="contact">
            <p><strong>{to.name.clone()}</strong></p>
            <dl>{rows}</dl>
            {bare}
            {to.note.as_deref().map(together).map(|note| view! { <p>{note}</p> })}
        </div>
    }
    .into_any()
}

fn changes(notice: &Notice, t: &Strings) -> AnyView {
    let laws = (!notice.laws.is_empty()).then(|| {
        let items = notice
            .laws
            .iter()
            .map(|law| view! { <li>{law.clone()}</li> })
            .collect_view();
        view! { <p>{t.get(Text::LawsCited).to_owned()}</p> <ul>{items}</ul> }
    });
    view! {
        <p>{t.with(Text::Version, &notice.version)}</p>
        {notice.restates.as_ref().map(|source| view! { <p>{t.with(Text::Restates, source)}</p> })}
        {laws}
    }
    .into_any()
}
