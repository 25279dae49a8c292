//! What a category of cookies stores. Rendered when published: the preferences take it as ready markup.

use leptos::prelude::*;

use crate::{
    cookies::CategoryPolicy,
    strings::{Strings, Text},
};

/// A table with a row an item; a sentence when nothing is stored.
#[component]
pub fn CookieTable(category: CategoryPolicy, t: Strings) -> impl IntoView {
    if category.items.is_empty() {
        return view! { <p>{t.get(Text::NoCookiesYet).to_owned()}</p> }.into_any();
    }
    let head = [
        Text::CookieName,
        Text::CookieProvider,
        Text::CookiePurpose,
        Text::CookieLifetime,
    ];
    let rows = category
        .items
        .iter()
        .map(|item| {
            // Each cell carries its heading, so that the table can become cards on a narrow screen.
            let cells = [&item.provider, &item.purpose, &item.lifetime]
                .into_iter()
                .zip(&head[1..])
                .map(|(value, &label)| {
                    view! { <td data-label=t.get(label).to_owned()>{value.clone()}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{item.name.clone()}</th>{cells}</tr> }
        })
        .collect_view();
    let head = head.map(|label| view! { <th scope="col">{t.get(label).to_owned()}</th> });
    let head = head.into_iter().collect_view();
    view! { <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}
