//! `notices/cookies/index.html`: the policy for people, with the law each part of it stands on.

use leptos::prelude::*;

use super::{Head, document};
use crate::{
    cookies::{CategoryPolicy, Footing, Policy},
    publish::DEFAULT_LANGUAGE,
    strings::{Strings, Text},
    ui::Stored,
};

/// The page of the policy.
pub fn page(policy: &Policy, t: &Strings, style: &str) -> String {
    let text = |text: Text| t.get(text).to_owned();
    let title = text(Text::CookiesPage);
    let intro = text(Text::CookiesPageIntro);
    let head = Head {
        lang: DEFAULT_LANGUAGE,
        title: title.clone(),
        description: intro.clone(),
        style,
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
        <ul class="policy">{contents.collect_view()}</ul>
        <section class="category" id="change">
            <h2>{text(Text::CookiesChange)}</h2>
            <p>{text(Text::CookiesChangeSite)}</p>
            <p>{text(Text::CookiesChangeBrowser)}</p>
        </section>
        {categories.collect_view()}
    };
    document(head, Some("../"), t, main.into_any())
}

/// How a category stands before anyone has chosen.
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
    view! {
        <section class="category" id=id>
            <h2>{category.title.clone()}</h2>
            <p>{category.purpose.clone()}</p>
            <p class="footing">
                <span class="chip">{t.get(state(category.footing)).to_owned()}</span>
                " " {why.to_owned()} " " <span class="law">{law}</span>
            </p>
            <Stored category=category.clone() t=t.clone() />
        </section>
    }
    .into_any()
}
