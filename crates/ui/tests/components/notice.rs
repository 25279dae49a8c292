//! The card, the whole notice and the dialog.

use std::sync::Arc;

use leptos::prelude::*;
use ui::{CardFront, ElementHandle, NoticeCard, NoticeDialog, WholeNotice};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fixture::{notice, settle, show, strings, words};

#[wasm_bindgen_test]
fn the_front_asks_six_questions_and_answers_for_one_part() {
    let notice = Arc::new(notice().view(Some("desk"), None));
    let shown = show(|| view! { <CardFront notice t=strings() /> });
    assert_eq!(shown.all("dt").len(), 6);
    assert!(shown.text().contains("To answer you."));
    assert!(!shown.text().contains("To know who is in."));
}

#[wasm_bindgen_test]
fn a_conditional_answer_carries_a_word_and_an_unconditional_one_none() {
    let notice = Arc::new(notice().view(Some("desk"), None));
    let shown = show(|| view! { <CardFront notice t=strings() /> });
    assert_eq!(words(&shown.one(".chip")), "only-in-emergency");
}

#[wasm_bindgen_test]
fn conditional_recipients_look_different_from_the_others() {
    let shown = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    let chips = shown.all("#recipients li.conditional .chip");
    let chips: Vec<_> = chips.iter().map(|chip| words(chip)).collect();
    assert_eq!(
        chips,
        ["only-if-you-agree", "only-in-emergency", "only-if-law"]
    );
    let plain = shown.all("#recipients .facts > li:not(.conditional)");
    assert_eq!(plain.len(), 1);
    assert!(words(&plain[0]).contains("The clerk"));
}

#[wasm_bindgen_test]
fn parts_stand_under_their_titles_until_the_notice_is_narrowed() {
    let whole = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    let titles = whole.all("#purposes h3");
    let titles: Vec<_> = titles.iter().map(|title| words(title)).collect();
    assert_eq!(titles, ["DESK", "DOOR"]);

    let notice = Arc::new(notice().view(Some("desk"), None));
    let desk = show(|| view! { <WholeNotice notice t=strings() /> });
    assert!(desk.all("#purposes h3").is_empty());
    assert!(!desk.text().contains("Purpose of the door"));
}

#[wasm_bindgen_test]
fn what_the_source_does_not_say_is_said_to_be_missing() {
    let shown = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    assert!(words(&shown.one("#retention")).contains("not-stated"));
    let bases = shown.all("#purposes .basis");
    assert_eq!(bases.len(), 2);
    assert!(bases.iter().all(|line| words(line).contains("not-stated")));
}

#[wasm_bindgen_test]
fn every_section_is_in_the_contents_list() {
    let shown = show(|| view! { <WholeNotice notice=Arc::new(notice()) t=strings() /> });
    let links = shown.all(".contents a");
    let links: Vec<_> = links
        .iter()
        .filter_map(|link| link.get_attribute("href"))
        .collect();
    assert_eq!(
        links,
        ["#who", "#purposes", "#recipients", "#retention", "#changes"]
    );
    for link in links {
        shown.one(&link);
    }
}

#[wasm_bindgen_test]
fn the_card_is_whole_without_the_widget() {
    let notice = Arc::new(notice().view(Some("desk"), None));
    let shown = show(|| {
        view! {
            <NoticeCard lang="en".to_owned() dir="ltr".to_owned() note=None minutes=2 t=strings() page="/town-hall".to_owned()>
                <CardFront notice t=strings() />
            </NoticeCard>
        }
    });
    assert_eq!(shown.all(".card dt").len(), 6);
    let open = shown.one(".card-foot > [part=notice-open]");
    assert_eq!(open.get_attribute("href").as_deref(), Some("/town-hall"));
}

#[wasm_bindgen_test]
async fn the_whole_notice_is_made_on_opening_shown_as_a_modal_and_closed() {
    let open = RwSignal::new(false);
    let shown = show(move || {
        let fill = Callback::new(|place: ElementHandle| {
            place.element().set_text_content(Some("the whole notice"))
        });
        view! {
            <NoticeDialog
                title="Town hall".to_owned()
                lang="en".to_owned()
                dir="ltr".to_owned()
                t=strings()
                page="/town-hall".to_owned()
                open
                fill
            />
        }
    });
    settle().await;
    assert!(!shown.text().contains("the whole notice"));
    open.set(true);
    settle().await;
    assert!(words(&shown.one("dialog:modal")).contains("the whole notice"));
    shown.one("dialog [data-close]").click();
    settle().await;
    assert!(shown.all("dialog:modal").is_empty());
}
