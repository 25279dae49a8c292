//! `notices/cookies/index.html`: the policy as tables.

use leptos::prelude::*;

use super::{Head, document};
use crate::{
    cookies::{CategoryPolicy, Footing, Policy},
    publish::DEFAULT_LANGUAGE,
    strings::{Strings, Text},
    ui::CookieTable,
};

/// The page of the policy.
pub fn page(policy: &Policy, t: &Strings, style: &str) -> String {
    let title = t.get(Text::CookiesPage).to_owned();
    let intro = t.get(Text::CookiesPageIntro).to_owned();
    let head = Head {
        lang: DEFAULT_LANGUAGE,
        title: title.clone(),
        description: intro.clone(),
        style,
    };
    let categories: Vec<_> = policy
        .categories
        .iter()
        .map(|one| category(one, t))
        .collect();
    let main = view! {
        <h1>{title}</h1>
        <p>{intro}</p>
        {categories}
    };
    document(head, Some("../"), t, main.into_any())
}

fn category(category: &CategoryPolicy, t: &Strings) -> AnyView {
    let footing = t.get(match category.footing {
        Footing::Essential => Text::AlwaysOn,
        Footing::Consent => Text::OffUntilAllowed,
        Footing::Exempt => Text::OnUntilObjection,
    });
    let id = category.id.id();
    view! {
        <section class="category" id=id>
            <h2>{category.title.clone()}</h2>
            <p>{category.purpose.clone()}</p>
            <p class="footing"><span class="chip">{footing.to_owned()}</span></p>
            <CookieTable category=category.clone() t=t.clone() />
        </section>
    }
    .into_any()
}
