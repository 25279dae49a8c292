//! What a category of cookies stores. Rendered when published: the preferences take it as ready markup.

use leptos::prelude::*;
use notice::{
    cookies::{StorageKind, StoredItem},
    strings::{Strings, Text},
};

/// Names the policy's language and direction, where the words around it are in another language.
#[derive(Clone, Debug)]
pub struct PolicyLanguage {
    /// BCP 47 tag.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
}

/// Renders a text of the policy.
pub(super) fn own(text: &str, foreign: Option<&PolicyLanguage>) -> AnyView {
    let text = text.to_owned();
    match foreign.cloned() {
        Some(PolicyLanguage { lang, dir }) => {
            view! { <span lang=lang dir=dir>{text}</span> }.into_any()
        }
        None => text.into_any(),
    }
}

/// Renders a table with a row for each item.
#[component]
pub fn CookieTable(
    items: Vec<StoredItem>,
    t: Strings,
    #[prop(optional_no_strip)] foreign: Option<PolicyLanguage>,
) -> impl IntoView {
    let head = [
        Text::CookieName,
        Text::CookieProvider,
        Text::CookiePurpose,
        Text::CookieLifetime,
    ];
    let rows = items
        .into_iter()
        .map(|item| {
            let kind = t.get(match item.kind {
                StorageKind::Cookie => Text::KindCookie,
                StorageKind::LocalStorage => Text::KindLocalStorage,
                StorageKind::SessionStorage => Text::KindSessionStorage,
            });
            // Each cell carries its heading, so that the table can become cards on a narrow screen.
            let cells = [item.provider, item.purpose, item.lifetime]
                .into_iter()
                .zip(&head[1..])
                .map(|(value, &label)| {
                    view! { <td data-label=t.get(label).to_owned()>{own(&value, foreign.as_ref())}</td> }
                })
                .collect_view();
            view! {
                <tr>
                    <th scope="row">
                        <code>{String::from(item.name)}</code>
                        <span class="kind">{kind.to_owned()}</span>
                    </th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    let head = head.map(|label| view! { <th scope="col">{t.get(label).to_owned()}</th> });
    let head = head.into_iter().collect_view();
    view! { <table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }
}
