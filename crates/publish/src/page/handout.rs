//! `notices/<id>/handout/index.html` (and under each language): for a person whose details somebody else gave (UK GDPR Art. 14). To print, to save, or
//! to open on a phone; it holds nothing about anyone.

use std::sync::Arc;

use leptos::prelude::*;
use notice::{
    Condition, Notice, RightId,
    strings::{Strings, Text},
};
use ui::{Answers, contact, qr_drawing, translation_caution};

use super::{Head, document};
use crate::{dist::Asset, localized::LocalizedPage};

/// The two audiences of a notice that somebody can be introduced to: who is, and who does it.
pub(super) const PERSON: &str = "person";
const INTRODUCER: &str = "introducer";

/// Says whether people are introduced to the service by others.
pub(super) fn is_wanted(notice: &Notice) -> bool {
    let has = |id: &str| notice.audiences.iter().any(|one| one.id == id);
    has(PERSON) && has(INTRODUCER)
}

/// Renders the page. `address` is its own, absolute, where the deployment knows it: a phone can be sent there by a code.
pub(super) fn page(
    notice: &Notice,
    t: &Strings,
    home: &LocalizedPage,
    style: &Asset,
    address: Option<&str>,
) -> String {
    // Relative to the handout's folder, which is in the notice's.
    let root = "../".repeat(home.folder.matches('/').count() + 1);
    let style = &style.seen_from(&root);
    let list = [&root, "notices/"].concat();
    let notice = notice.clone().view(None, Some(PERSON));
    let text = |text: Text| t.get(text).to_owned();
    let head = Head {
        lang: &notice.lang,
        title: format!("{}: {}", notice.title, text(Text::HandoutTitle)),
        description: t.with(Text::HandoutLead, &notice.title),
        style,
        more: ().into_any(),
    };
    let lead = t.with(Text::HandoutLead, &notice.title);
    let code = address.and_then(|address| square(address, t));
    let main = view! {
        <div class="handout">
            <h1>{text(Text::HandoutTitle)}</h1>
            <p>{lead}</p>
            {translation_caution(&notice, t)}
            {code}
            <section>
                <h2>{text(Text::HandoutFrom)}</h2>
                <p class="hint">{text(Text::HandoutFromHint)}</p>
                <div class="by-hand">
                    {[Text::HandoutName, Text::HandoutOrganisation, Text::HandoutDate]
                        .map(|label| view! { <p>{text(label)}</p> }).into_iter().collect_view()}
                </div>
            </section>
            <section>
                <h2>{text(Text::HandoutWhen)}</h2>
                <p>{text(Text::HandoutWhenText)}</p>
            </section>
            <section class="summary">
                <h2>{text(Text::HandoutHappens)}</h2>
                {notice.caution.clone().map(|said| view! { <p class="caution">{said}</p> })}
                // All of them: paper cannot be unfolded.
                <Answers notice=Arc::new(notice.clone()) t=t.clone() />
                {joint(&notice, t)}
            </section>
            <section>
                <h2>{text(Text::HandoutNo)}</h2>
                {no(&notice, t)}
            </section>
            {rights(&notice, t)}
            <p class="to-whole">
                <a href="../">{text(Text::HandoutWhole)}</a>
                <span class="keep">" " {text(Text::HandoutKeep)}</span>
            </p>
            <p class="version">{notice.title.clone()} ". " {t.with(Text::Version, &notice.version)}</p>
        </div>
    };
    document(head, Some(list), t, main.into_any())
}

/// Names those who decide together with whoever asks.
fn joint(notice: &Notice, t: &Strings) -> Option<AnyView> {
    let names = notice.joint.iter().map(|it| it.contact.name.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    (!names.is_empty()).then(|| {
        view! { <p>{t.get(Text::JointControllers).to_owned()} ": " {names}</p> }.into_any()
    })
}

/// Renders whom to tell, and what is not shared without permission.
fn no(notice: &Notice, t: &Strings) -> AnyView {
    let objection = notice
        .rights
        .iter()
        .find(|right| right.id == RightId::Objection);
    let first = notice.requests.as_ref().or(notice.complaints.first());
    let first = first.map(|to| contact(to, t));
    let asked: Vec<_> = notice
        .recipients
        .iter()
        .filter(|one| one.condition == Some(Condition::Permission))
        .map(|one| {
            let group = one.group.as_ref().map(|group| format!("{group}: "));
            view! { <li>{group}{one.names.join(", ")}</li> }
        })
        .collect();
    let asked = (!asked.is_empty()).then(|| {
        view! { <p>{t.get(Text::HandoutPermission).to_owned()}</p> <ul>{asked}</ul> }
    });
    let object = objection.map(|right| {
        view! {
            <p>{right.text.clone()}</p>
            <p>{t.get(Text::HandoutNoText).to_owned()}</p>
            {first}
        }
    });
    view! { {object} {asked} }.into_any()
}

fn rights(notice: &Notice, t: &Strings) -> AnyView {
    let rights = notice
        .rights
        .iter()
        .map(|right| view! { <dt>{right.name.clone()}</dt> <dd>{right.text.clone()}</dd> })
        .collect_view();
    view! {
        <section>
            <h2>{t.get(Text::SectionRights).to_owned()}</h2>
            <dl class="rights">{rights}</dl>
        </section>
    }
    .into_any()
}

/// Draws a QR code that holds the page's address and nothing else.
fn square(address: &str, t: &Strings) -> Option<AnyView> {
    let (side, path) = qr_drawing(address)?;
    let scan = t.get(Text::HandoutScan).to_owned();
    let title = scan.clone();
    let address = address.to_owned();
    let drawing = view! {
        <svg class="code" role="img" aria-label=title viewBox=format!("0 0 {side} {side}") width="132" height="132" shape-rendering="crispEdges">
            <path fill="#fff" d=format!("M0 0h{side}v{side}H0z")></path>
            <path fill="#000" d=path></path>
        </svg>
    };
    Some(
        view! {
            <div class="take">
                {drawing}
                <p>{scan} " " <span class="address" dir="ltr">{address}</span></p>
            </div>
        }
        .into_any(),
    )
}
