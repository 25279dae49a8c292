//! Cookie preferences.

use std::sync::{Arc, Mutex};

use council_notice::{
    cookies::{Category, CategoryPolicy, Footing, Kind, Pattern, StoredItem},
    manifest::Preference,
    ui::{Preferences, Stored},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::fixture::{settle, show, strings};

fn policy() -> Vec<Preference> {
    Category::ALL
        .map(|id| Preference {
            id,
            footing: match id {
                Category::Essential => Footing::Essential,
                Category::Preferences => Footing::Exempt,
                _ => Footing::Consent,
            },
            title: format!("{id:?}"),
            purpose: "What it does for you".into(),
            stores: id != Category::Marketing,
        })
        .into()
}

type Saved = Arc<Mutex<Option<Vec<Category>>>>;

macro_rules! preferences {
    ($allowed:expr, $saved:ident) => {{
        let saved = $saved.clone();
        let on_save = Callback::new(move |chosen| *saved.lock().unwrap() = Some(chosen));
        show(move || {
            view! {
                <Preferences policy=policy() t=strings() allowed=$allowed on_save on_close=Callback::new(|()| ()) />
            }
        })
    }};
}

#[wasm_bindgen_test]
async fn five_categories_show_their_state_and_essential_has_no_switch() {
    let saved = Saved::default();
    let shown = preferences!(vec![Category::Essential, Category::Media], saved);
    settle().await;
    shown.one("dialog:modal");
    assert_eq!(shown.all("[part=category]").len(), 5);
    assert!(shown.all("[data-category=essential] input").is_empty());
    let on: Vec<_> = shown
        .all("input")
        .into_iter()
        .map(|input| input.unchecked_into::<HtmlInputElement>())
        .filter(HtmlInputElement::checked)
        .map(|input| input.name())
        .collect();
    assert_eq!(on, ["media"]);
    assert_eq!(shown.all(".stored").len(), 5);
    assert_eq!(shown.all("details .stored").len(), 4);
}

#[wasm_bindgen_test]
async fn save_keeps_what_is_ticked_and_closes() {
    let saved = Saved::default();
    let shown = preferences!(vec![Category::Media], saved);
    settle().await;
    shown.one("[name=analytics]").click();
    shown.one("[part=save]").click();
    settle().await;
    assert_eq!(
        *saved.lock().unwrap(),
        Some(vec![Category::Analytics, Category::Media])
    );
    assert!(shown.all("dialog:modal").is_empty());
}

#[wasm_bindgen_test]
async fn the_shortcuts_are_all_or_nothing_and_closing_saves_nothing() {
    for (button, expected) in [
        (
            1,
            Some(vec![
                Category::Preferences,
                Category::Analytics,
                Category::Media,
                Category::Marketing,
            ]),
        ),
        (2, Some(Vec::new())),
    ] {
        let saved = Saved::default();
        let shown = preferences!(vec![Category::Media], saved);
        settle().await;
        shown.all(".dialog-actions button")[button].click();
        settle().await;
        assert_eq!(*saved.lock().unwrap(), expected);
    }
    let saved = Saved::default();
    let shown = preferences!(vec![Category::Media], saved);
    settle().await;
    shown.one("[data-close]").click();
    settle().await;
    assert_eq!(*saved.lock().unwrap(), None);
}

#[wasm_bindgen_test]
fn every_stored_item_is_a_row_and_nothing_is_a_sentence() {
    let category = CategoryPolicy {
        id: Category::Analytics,
        footing: Footing::Consent,
        title: "Statistics".into(),
        purpose: "Counts visits".into(),
        stores_nothing: None,
        items: ["visits", "_pk_*"]
            .map(|name| StoredItem {
                name: Pattern::new(name).unwrap(),
                kind: Kind::LocalStorage,
                provider: "the town".into(),
                purpose: "counting".into(),
                lifetime: "a day".into(),
            })
            .into(),
        services: Vec::new(),
    };
    let none = CategoryPolicy {
        stores_nothing: Some("Nothing yet".into()),
        items: Vec::new(),
        ..category.clone()
    };
    let shown = show(|| view! { <Stored category t=strings() /> });
    assert_eq!(shown.all("tbody tr").len(), 2);
    assert_eq!(shown.all("[data-label=cookie-lifetime]").len(), 2);
    assert_eq!(shown.all("th .kind").len(), 2);
    let shown = show(|| view! { <Stored category=none t=strings() /> });
    assert_eq!(shown.text(), "Nothing yet");
}
