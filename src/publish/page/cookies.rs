//! `notices/cookies/index.html`: the policy as tables.

use leptos::prelude::*;

use super::{Head, document};
use crate::{
    cookies::{CategoryPolicy, Footing, Policy},
    publish::DEFAULT_LANGUAGE,
    strings::{Strings, Text},
};

/// The page of the policy.
pub fn page(policy: &Policy, t: &Strings, style: &str) -> String {
    let title = t.get(Text::CookiesPage).to_owned();
    let intro = t.get(Text::CookiesPageIntro).to_owned();
    let head = Head { lang: DEFAULT_LANGUAGE, title: title.clone(), description: intro.clone(), style };
    let categories: Vec<_> = policy.categories.iter().map(|one| category(one, t)).collect();
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
            {table(category, t)}
        </section>
    }
    .into_any()
}

fn table(category: &CategoryPolicy, t: &Strings) -> AnyView {
    if category.items.is_empty() {
        return view! { <p>{t.get(Text::NoCookiesYet).to_owned()}</p> }.into_any();
    }
    let heads = [Text::CookieName, Text::CookieProvider, Text::CookiePurpose, Text::CookieLifetime]
        .map(|text| t.get(text).to_owned());
    let row = |item: &crate::cookies::StoredItem| {
        // Each cell carries its heading: on a narrow screen the rows become cards.
        let cells: Vec<_> = [&item.provider, &item.purpose, &item.lifetime]
            .into_iter()
            .zip(&heads[1..])
            .map(|(value, head)| view! { <td data-label=head.clone()>{value.clone()}</td> })
            .collect();
        view! { <tr><th scope="row">{item.name.clone()}</th>{cells}</tr> }
    };
    let rows: Vec<_> = category.items.iter().map(row).collect();
    let heads: Vec<_> = heads.iter().map(|head| view! { <th scope="col">{head.clone()}</th> }).collect();
    view! {
        <table>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
