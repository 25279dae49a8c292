//! Hosts that `make full` tries beside the others.

use serde_json::{Value, json};

use super::{STANDS, TAG, at_home, drawn::taken, noticed, open, sends, taken_over};
use crate::harness::{Browser, Outcome, Page, part, scenarios};

scenarios![Plain:
    react_18, react_the_whole_document, react_drawn_on_the_page, vue_drawn_on_the_page, turbo, htmx_and_idiomorph,
    jquery_validation, formio, surveyjs,
];

async fn react_18(browser: &Browser) -> Outcome {
    taken(browser, "react", "react=18").await
}

/// The bar waits at the end of the body, where no version minds it.
async fn react_the_whole_document(browser: &Browser) -> Outcome {
    for version in [18, 19] {
        for wait in [0, 1500] {
            let query = format!("react={version}&wait={wait}");
            let page = open(browser, "react-document", &format!("{query}&plain")).await?;
            let control: Vec<Value> = taken_over(&page).await?;
            let page = open(browser, "react-document", &format!("{query}&{TAG}")).await?;
            page.run("document.querySelector('#name').value = 'Ada'", json!([]))
                .await?;
            assert_eq!(
                taken_over(&page).await?,
                control,
                "{query}: no mismatch is ours"
            );
            let kept: String = page
                .js("return document.querySelector('#name').value", json!([]))
                .await?;
            assert_eq!(kept, "Ada", "{query}");
            page.shows(&part("banner")).await?;
            page.shows(&part("notice")).await?;
        }
    }
    Ok(())
}

async fn drawn(browser: &Browser, host: &str) -> Outcome {
    let page = open(browser, host, &format!("draw=client&{TAG}&guardian=prompt")).await?;
    taken_over(&page).await?;
    noticed(&page).await?;
    page.shows("#form council-notice-why").await?;
    sends(&page, "unsaid").await?;
    page.run("window.draw()", json!([])).await?;
    page.shows("#more").await?;
    noticed(&page).await
}

async fn react_drawn_on_the_page(browser: &Browser) -> Outcome {
    drawn(browser, "react").await
}

async fn vue_drawn_on_the_page(browser: &Browser) -> Outcome {
    drawn(browser, "vue").await
}

/// A visit replaces the body: the form that comes has its notice, and the new body has the bar's room.
async fn turbo(browser: &Browser) -> Outcome {
    let page = open(browser, "turbo", &format!("{TAG}&guardian=prompt")).await?;
    page.shows(&part("banner")).await?;
    page.run(
        "window.stays = true; document.querySelector('#next').click()",
        json!([]),
    )
    .await?;
    noticed(&page).await?;
    let state = "return [window.stays === true, parseFloat(getComputedStyle(document.body).marginBottom) > 44, shown('[part=banner]').length]";
    let state: Value = page.js(state, json!([])).await?;
    assert_eq!(state, json!([true, true, 1]));
    sends(&page, "unsaid").await
}

async fn htmx_and_idiomorph(browser: &Browser) -> Outcome {
    let page = open(browser, "htmx", &format!("{TAG}&guardian=prompt")).await?;
    page.shows(&part("banner")).await?;
    page.run("document.querySelector('#swap').click()", json!([]))
        .await?;
    noticed(&page).await?;
    sends(&page, "unsaid").await?;
    page.run(
        "document.querySelector('#name').value = 'Ada'; document.querySelector('#morph').click()",
        json!([]),
    )
    .await?;
    page.until(
        "the answer has come",
        "return document.querySelector('.htmx-request') === null",
        json!([]),
    )
    .await?;
    noticed(&page).await?;
    page.until(
        "one notice",
        "return shown('[part=notice]').length === 1",
        json!([]),
    )
    .await?;
    let ids = "const ids = [...document.querySelectorAll('[aria-describedby]')].flatMap((one) => one.getAttribute('aria-describedby').split(' ')); return ids.filter((id) => document.querySelectorAll('#' + CSS.escape(id)).length !== 1)";
    let odd: Vec<String> = page.js(ids, json!([])).await?;
    assert!(odd.is_empty(), "each description once: {odd:?}");
    sends(&page, "unsaid").await
}

/// Its errors come after the field, and the label that it clones says nothing of ours.
async fn jquery_validation(browser: &Browser) -> Outcome {
    at_home(browser, "jquery-validation", 3).await?;
    let page = open(browser, "jquery-validation", TAG).await?;
    page.tells("notice").await?;
    page.click("[type=submit]").await?;
    page.shows("label.error").await?;
    let after = "return document.querySelector('label.error').previousElementSibling.id";
    assert_eq!(page.js::<String>(after, json!([])).await?, "name");
    Ok(())
}

/// Where the fields stand of a form whose builder makes up ids, and draws signs of no size.
async fn drawn_at(page: &Page<'_>) -> Outcome<Vec<String>> {
    let all: Vec<String> = page.js(&STANDS.replace("FORM", "#form"), json!([])).await?;
    let seen = all.iter().filter(|one| one.matches(' ').count() >= 5);
    Ok(seen
        .map(|one| {
            let (name, rest) = one.split_once(' ').unwrap_or_default();
            let place = rest.rsplitn(5, ' ').take(4);
            place.fold(name.to_owned(), |said, length| {
                [&said, " ", length].concat()
            })
        })
        .collect())
}

/// A form that a builder draws: a notice in it, reasons that move nothing, and its own button waits for the answer.
async fn built(browser: &Browser, host: &str, name: &str, send: &str) -> Outcome {
    let page = open(browser, host, "plain").await?;
    page.shows(name).await?;
    let bare = drawn_at(&page).await?;

    let page = open(browser, host, &format!("{TAG}&guardian=require")).await?;
    page.tells("notice").await?;
    noticed(&page).await?;
    page.until(
        "reasons stand beside its fields",
        "return document.querySelectorAll('#form council-notice-why').length >= 2",
        json!([]),
    )
    .await?;
    assert_eq!(
        drawn_at(&page).await?,
        bare,
        "nothing of the form has moved"
    );
    page.click(&part("reject")).await?;
    page.click("[data-council-notice=hide]").await?;
    page.fill(name, "Ada Example").await?;
    page.click(send).await?;
    page.until(
        "it asks about age first",
        "return !!active().closest?.('[part~=guardian]')",
        json!([]),
    )
    .await?;
    assert_eq!(page.js::<usize>("return sent.length", json!([])).await?, 0);
    page.click(&part("guardian-over")).await?;
    page.click(send).await?;
    page.until("it is sent", "return sent.length === 1", json!([]))
        .await?;
    let sent = "return [sent[0].council_notice.split('@')[0], sent[0].council_notice_guardian, sent[0]['full-name']]";
    let sent: Value = page.js(sent, json!([])).await?;
    assert_eq!(
        sent,
        json!(["customer-management", "not-needed", "Ada Example"])
    );
    page.browser.quiet().await
}

async fn formio(browser: &Browser) -> Outcome {
    built(
        browser,
        "formio",
        "#form input[name=\"data[full-name]\"]",
        "#form [type=submit]",
    )
    .await
}

async fn surveyjs(browser: &Browser) -> Outcome {
    built(
        browser,
        "surveyjs",
        "#form input[type=text]",
        "#form .sd-navigation__complete-btn",
    )
    .await
}
