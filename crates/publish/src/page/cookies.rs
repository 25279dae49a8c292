//! `notices/cookies/index.html`: the policy for people, with the law each part of it stands on; a partner's in a folder below.

use leptos::prelude::*;
use notice::{
    cookies::{CategoryPolicy, Footing, Policy, Service, StoredItem},
    strings::{Strings, Text},
};
use ui::{CookieTable, caution};

use super::{Head, document};

/// Renders the page of the site's own policy, which is in the language `lang`.
pub(super) fn page(policy: &Policy, lang: &str, t: &Strings, style: &str) -> String {
    let title = t.get(Text::CookiesPage).to_owned();
    whole(policy, lang, t, style, title, "../")
}

/// Renders the page of a partner's policy, which says whose it is.
pub(super) fn partners(policy: &Policy, lang: &str, t: &Strings, style: &str) -> String {
    let name = &policy.controller.contact.name;
    let title = [t.get(Text::CookiesPage), ": ", name].concat();
    whole(policy, lang, t, style, title, "../../")
}

/// Renders the page about cookies. `up` leads to the list of all notices.
fn whole(policy: &Policy, lang: &str, t: &Strings, style: &str, title: String, up: &str) -> String {
    let text = |text: Text| t.get(text).to_owned();
    let intro = text(Text::CookiesPageIntro);
    let head = Head {
        lang,
        title: title.clone(),
        description: intro.clone(),
        style,
        more: ().into_any(),
    };
    let contents = policy.categories.iter().map(|one| {
        let anchor = format!("#{}", one.id.id());
        let state = text(state(one.footing));
        view! {
            <li><a href=anchor>{one.title.clone()}</a>" "<span class="chip">{state}</span></li>
        }
    });
    let categories = policy.categories.iter().map(|one| category(one, t));
    let main = view! {
        <h1>{title}</h1>
        <p>{intro}</p>
        {caution(Text::WordsByMachine, t)}
        <ul class="policy">{contents.collect_view()}</ul>
        <section class="category">
            <h2>{text(Text::CookiesChange)}</h2>
            <p>{text(Text::CookiesChangeSite)}</p>
            <p>{text(Text::CookiesChangeBrowser)}</p>
        </section>
        {categories.collect_view()}
    };
    document(head, Some(up.to_owned()), t, main.into_any())
}

/// Says whether a category is on before anyone has chosen.
fn state(footing: Footing) -> Text {
    match footing {
        Footing::Essential => Text::AlwaysOn,
        Footing::Consent => Text::OffUntilAllowed,
        Footing::Exempt => Text::OnUntilObjection,
    }
}

fn category(category: &CategoryPolicy, t: &Strings) -> AnyView {
    let why = t.get(match category.footing {
        Footing::Essential => Text::FootingEssential,
        Footing::Consent => Text::FootingConsent,
        Footing::Exempt => Text::FootingExempt,
    });
    let law = t.with(Text::FootingLaw, category.footing.law());
    let id = category.id.id();
    let own = category
        .services
        .is_empty()
        .then(|| stored(&category.items, category.stores_nothing.as_deref(), t));
    let services = category.services.iter().map(|one| service(one, t));
    view! {
        <section class="category" id=id>
            <h2>{category.title.clone()}</h2>
            <p>{category.purpose.clone()}</p>
            <p class="footing">
                <span class="chip">{t.get(state(category.footing)).to_owned()}</span>
                " " {why.to_owned()} " " <span class="law">{law}</span>
            </p>
            {own}
            {services.collect_view()}
        </section>
    }
    .into_any()
}

fn service(service: &Service, t: &Strings) -> AnyView {
    let by = t.with(Text::ServiceBy, &service.provider);
    let id = service.id.clone();
    view! {
        <section class="service" id=id>
            <h3>{service.title.clone()}</h3>
            <p>{service.purpose.clone()}" "<span class="by">{by}</span></p>
            {stored(&service.items, service.stores_nothing.as_deref(), t)}
        </section>
    }
    .into_any()
}

/// Renders the table, or why there is none.
fn stored(items: &[StoredItem], nothing: Option<&str>, t: &Strings) -> AnyView {
    match nothing {
        Some(why) => view! { <p class="nothing">{why.to_owned()}</p> }.into_any(),
        None => view! { <CookieTable items=items.to_vec() t=t.clone() /> }.into_any(),
    }
}
