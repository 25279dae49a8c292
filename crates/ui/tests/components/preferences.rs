//! Cookie preferences, as they are published.

use leptos::prelude::*;
use notice::cookies::{
    Category, CategoryPolicy, Footing, Pattern, Policy, Service, StorageKind, StoredItem,
};
use ui::Preferences;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::fixture::{Shown, notice, show, strings};

fn item(name: &str) -> StoredItem {
    StoredItem {
        name: Pattern::new(name).unwrap(),
        kind: StorageKind::LocalStorage,
        provider: "the town".into(),
        purpose: "counting".into(),
        lifetime: "a day".into(),
    }
}

fn service(id: &str) -> Service {
    Service {
        id: id.into(),
        title: id.to_uppercase(),
        provider: format!("{id} Ltd"),
        purpose: "Shows it".into(),
        stores_nothing: None,
        items: vec![item(id)],
    }
}

/// Analytics stores two things itself, media through two services, marketing through one; preferences nothing.
fn policy() -> Policy {
    let category = |id| CategoryPolicy {
        id,
        footing: match id {
            Category::Essential => Footing::Essential,
            Category::Preferences => Footing::Exempt,
            _ => Footing::Consent,
        },
        title: format!("{id:?}"),
        purpose: "What it does for you".into(),
        stores_nothing: (id == Category::Preferences).then(|| "Nothing yet".into()),
        items: match id {
            Category::Analytics => vec![item("visits"), item("_pk_*")],
            Category::Essential => vec![item("choice")],
            _ => Vec::new(),
        },
        services: match id {
            Category::Media => vec![service("map"), service("film")],
            Category::Marketing => vec![service("advert")],
            _ => Vec::new(),
        },
    };
    Policy {
        revision: 1,
        controller: notice().controller,
        categories: Category::ALL.iter().copied().map(category).collect(),
    }
}

fn preferences() -> Shown<impl leptos::tachys::view::Mountable> {
    show(|| view! { <Preferences policy=policy() t=strings() /> })
}

#[wasm_bindgen_test]
fn nothing_is_ticked_beforehand_and_essential_has_no_box() {
    let shown = preferences();
    assert_eq!(shown.all("[part=category]").len(), 5);
    let boxes: Vec<HtmlInputElement> = shown
        .all("input")
        .into_iter()
        .map(JsCast::unchecked_into)
        .collect();
    let names: Vec<_> = boxes.iter().map(HtmlInputElement::name).collect();
    let expected = [
        "preferences",
        "analytics",
        "media",
        "map",
        "film",
        "marketing",
    ];
    assert_eq!(names, expected);
    for one in &boxes {
        assert!(!one.checked() && !one.default_checked(), "{}", one.name());
        let label = one.labels().and_then(|labels| labels.get(0));
        assert!(label.is_some(), "{} has its label", one.name());
        let purpose = one.get_attribute("aria-describedby").unwrap_or_default();
        shown.one(&format!("#{purpose}"));
    }
}

#[wasm_bindgen_test]
fn a_service_can_be_chosen_by_itself_where_there_are_several() {
    let shown = preferences();
    let of = |name: &str| {
        shown
            .one(&format!("[name={name}]"))
            .get_attribute("data-of")
    };
    assert_eq!(of("map").as_deref(), Some("media"));
    assert_eq!(of("film").as_deref(), Some("media"));
    assert!(
        shown.all("[name=advert]").is_empty(),
        "the category says it"
    );
}

#[wasm_bindgen_test]
fn everything_stored_is_behind_a_disclosure_and_nothing_says_why() {
    let shown = preferences();
    assert!(shown.all("details[open]").is_empty());
    assert_eq!(shown.all("[data-category=analytics] tbody tr").len(), 2);
    assert_eq!(
        shown.all("[data-category=media] .service tbody tr").len(),
        2
    );
    assert_eq!(shown.all("[data-category=marketing] tbody tr").len(), 1);
    assert_eq!(shown.all("[data-label=cookie-lifetime]").len(), 6);
    assert_eq!(
        shown
            .one("[data-category=preferences] .nothing")
            .inner_text(),
        "Nothing yet"
    );
}

#[wasm_bindgen_test]
fn the_three_ways_to_save_are_there() {
    let shown = preferences();
    let ways: Vec<_> = shown
        .all("[data-save]")
        .iter()
        .filter_map(|button| button.get_attribute("data-save"))
        .collect();
    assert_eq!(ways, ["boxes", "all", "none"]);
}
