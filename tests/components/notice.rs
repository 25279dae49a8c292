//! The card, the whole notice and the dialog.

use std::sync::Arc;

use council_notice::ui::{NoticeCard, WholeNotice};
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{notice, settle, show, strings, words};

#[wasm_bindgen_test]
fn the_card_asks_six_questions_and_answers_for_one_part() {
    let shown = show(|| {
        let open = RwSignal::new(false);
        let notice = Arc::new(notice().view(Some("desk"), None));
        view! { <NoticeCard notice t=strings() page=String::new() open /> }
    });
    assert_eq!(shown.all("dt").len(), 6);
    assert!(shown.text().contains("To answer you."));
    assert!(!shown.text().contains("To know who is in."));
}

#[wasm_bindgen_test]
fn a_conditional_answer_carries_a_word_and_an_unconditional_one_none() {
    let shown = show(|| {
        let open = RwSignal::new(false);
        let notice = Arc::new(notice().view(Some("desk"), None));
        view! { <NoticeCard notice t=strings() page=String::new() open /> }
    });
    assert_eq!(words(&shown.one(".chip")), "only-in-emergency");
}

#[wasm_bindgen_test]
fn conditional_recipients_look_different_from_the_others() {
    let shown = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    let conditional: Vec<_> = shown.all("#recipients li.conditional .chip").iter().map(|chip| words(chip)).collect();
    assert_eq!(conditional, ["only-if-you-agree", "only-in-emergency", "only-if-law"]);
    let plain = shown.all("#recipients .facts > li:not(.conditional)");
    assert_eq!(plain.len(), 1);
    assert!(words(&plain[0]).contains("The clerk"));
}

#[wasm_bindgen_test]
fn parts_stand_under_their_titles_until_the_notice_is_narrowed() {
    let whole = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    let titles: Vec<_> = whole.all("#purposes h3").iter().map(|title| words(title)).collect();
    assert_eq!(titles, ["DESK", "DOOR"]);

    let desk = show(|| {
        view! { <WholeNotice notice=Arc::new(notice().view(Some("desk"), None)) t=strings() /> }
    });
    assert!(desk.all("#purposes h3").is_empty());
    assert!(!desk.text().contains("Purpose of the door"));
}

#[wasm_bindgen_test]
fn what_the_source_does_not_say_is_said_to_be_missing() {
    let shown = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    assert!(words(&shown.one("#retention")).contains("not-stated"));
    assert_eq!(shown.all("#purposes .basis").iter().filter(|line| words(line).contains("not-stated")).count(), 2);
}

#[wasm_bindgen_test]
fn every_section_is_in_the_contents_list() {
    let shown = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    let links: Vec<_> = shown.all(".contents a").iter().filter_map(|a| a.get_attribute("href")).collect();
    assert_eq!(links, ["#who", "#purposes", "#recipients", "#retention"]);
    for link in links {
        shown.one(&link);
    }
}

#[wasm_bindgen_test]
async fn the_whole_notice_opens_in_a_modal_dialog_and_closes() {
    let shown = show(|| {
        let open = RwSignal::new(false);
        let notice = Arc::new(notice().view(Some("desk"), None));
        view! { <NoticeCard notice t=strings() page="/town-hall".to_owned() open /> }
    });
    assert!(shown.all(".whole").is_empty(), "made on opening only");
    shown.one("[part=notice-open]").click();
    settle().await;
    shown.one("dialog:modal .whole");
    shown.one("dialog [data-close]").click();
    settle().await;
    assert!(shown.all("dialog:modal").is_empty());
}
